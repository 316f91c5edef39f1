"""The look as rules: contrast, names for those who listen, room on a small screen, no boxes for characters."""

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from app.gui import style
from app.gui.window import Window
from tests.gui.hands import ENTER, press, write

INTERACTIVE = (QAbstractButton, QLineEdit, QSpinBox, QComboBox, QAbstractItemView)
TEXT = [
    ("ink", "ground"), ("ink", "card"), ("quiet", "card"), ("quiet", "ground"), ("quiet", "tint"), ("quiet", "chosen"),
    ("on_strong", "strong"), ("on_strong", "strong_hover"), ("on_practice", "practice"), ("caution", "card"),
    ("caution", "caution_ground"), ("calm", "calm_ground"), ("good", "card"), ("good", "good_ground"),
    ("on_header", "header"),
    ("quiet_header", "header"), ("on_strong", "caution"), ("on_strong", "calm"), ("on_strong", "good"),
    ("strong", "card"),
]  # fmt: skip
SUMS = [("ink", "card"), ("ink", "tint"), ("ink", "chosen")]


def luminance(name: str) -> float:
    """Relative luminance after WCAG 2."""
    parts = style.colour(name).getRgbF()[:3]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_can_be_read(ink: str, ground: str) -> None:
    assert contrast(ink, ground) >= 4.5


@pytest.mark.parametrize(("ink", "ground"), [*SUMS, *style.STATUS.values()])
def test_sums_and_states_can_be_read_from_afar(ink: str, ground: str) -> None:
    assert contrast(ink, ground) >= (7 if (ink, ground) in SUMS else 4.5)


@pytest.mark.parametrize("name", ["counter", "day", "hand_over", "roster", "books"])
def test_every_control_has_a_name(window: Window, name: str) -> None:
    window.go(name)
    if name == "counter":
        write(window, "wjg")
    found = [w for w in window.findChildren(QWidget) if isinstance(w, INTERACTIVE) and w.isVisible()]
    assert [w for w in found if not w.accessibleName()] == []


@pytest.mark.parametrize("name", ["counter", "day", "hand_over", "roster", "books"])
def test_the_focus_has_a_place_on_every_page(window: Window, name: str) -> None:
    window.go(name)
    focused = window.focusWidget()
    assert focused is not None
    assert window.page(name).isAncestorOf(focused)


def test_the_counter_fits_a_small_screen(window: Window) -> None:
    write(window, "wjg")
    window.settle()
    assert (window.width(), window.height()) == (1366, 768)
    assert window.minimumSizeHint().width() <= 1366
    assert window.minimumSizeHint().height() <= 768
    page = window.page("counter")
    family = page.view.family
    assert family.viewport().height() >= 4 * family.sizeHintForRow(0)


def test_no_label_on_the_counter_is_cut_off(window: Window) -> None:
    write(window, "wjg")
    press(window, ENTER)
    for item in window.findChildren(QLabel):
        if item.isVisible() and item.text() and not item.wordWrap():
            assert item.width() >= QFontMetrics(item.font()).horizontalAdvance(item.text()), item.text()


def glyph(character: str) -> bytes:
    """What the program's font draws for a character."""
    image = QImage(48, 48, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setFont(style.font(36))
    painter.drawText(image.rect(), Qt.AlignmentFlag.AlignCenter, character)
    painter.end()
    return bytes(image.constBits())


def test_no_character_is_a_box(qapp: QObject) -> None:
    drawn = [glyph(c) for c in "王曾单䶮㛃𬭼𫖯𬸪𠮷𡐓元"]
    assert len(set(drawn)) == len(drawn)
    # A private-use character is what a missing one looks like.
    assert glyph("\U000f0000") not in drawn


class Bell(QObject):
    """Something to connect to."""

    rung = Signal(int)


def test_slots_that_return_none_lose_no_reference(qapp: QObject) -> None:
    """PySide6 6.12.0 on Python 3.11 lost a reference to None in each and aborted after some thousand."""
    bell, heard = Bell(), 0

    def hear(number: int) -> None:
        nonlocal heard
        heard += 1

    bell.rung.connect(hear)
    before = sys.getrefcount(None)
    for number in range(20_000):
        bell.rung.emit(number)
    assert heard == 20_000
    assert sys.getrefcount(None) >= before - 1_000


def test_pages_are_loaded_only_when_they_are_shown() -> None:
    """The first frame waits for no page, no sheet reader, no PDF."""
    late = (
        "sqlite_utils",
        "app.gui.pages.counter",
        "app.gui.pages.roster",
        "reportlab",
        "pypinyin",
        "python_calamine",
        "xlsxwriter",
    )
    code = f"import sys, app.gui.window; print([m for m in {late!r} if m in sys.modules])"
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=root, check=True)
    assert done.stdout.strip() == "[]"


def test_type_sizes_rise() -> None:
    sizes = [int(style.SIZES[n].removesuffix("px")) for n in ("small", "base", "large", "title", "figure", "huge")]
    assert all(one < other for one, other in pairwise(sizes))
