"""The look as rules: contrast, names for those who listen, room on a small screen, no boxes for characters, Chinese
punctuation."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from app import RESOURCES
from app.gui import style
from app.gui.parts.scrolled import Scrolled
from app.gui.themes import PALETTES, THEMES
from app.gui.window import Window
from tests.gui.conftest import Opened, Points
from tests.gui.hands import ENTER, alt, press, write
from tests.gui.looks import cut_off, half_row

INTERACTIVE = (QAbstractButton, QLineEdit, QSpinBox, QComboBox, QAbstractItemView)
# Ink on ground, as window.qss and whatever paints itself have them.
TEXT = [
    ("ink", "ground"), ("ink", "card"), ("ink", "off_ground"), ("quiet", "card"), ("quiet", "ground"),
    ("quiet", "tint"), ("on_chosen", "chosen"), ("faint", "card"), ("on_strong", "strong"),
    ("on_strong", "strong_hover"),
    ("on_practice", "practice"), ("on_real", "real"), ("caution", "card"), ("caution", "caution_ground"),
    ("ink", "caution_ground"), ("ink", "calm_ground"), ("ink", "good_ground"), ("calm", "calm_ground"),
    ("good", "card"), ("good", "good_ground"), ("on_header", "header"), ("on_header", "header_hover"),
    ("quiet_header", "header"), ("on_strong", "caution"), ("on_strong", "calm"), ("on_strong", "good"),
    ("strong", "card"), ("strong", "tint"), ("off", "card"), *style.STATUS.values(),
]  # fmt: skip
SUMS = [("ink", "card"), ("on_chosen", "chosen")]
# What is no text but must be seen: the frame of a field, where the keyboard is, a box to tick, a bar.
SEEN = [
    ("edge", "card"), ("focus", "card"), ("focus", "ground"), ("strong", "ground"), ("mark", "card"),
    ("mark", "chosen"),
]  # fmt: skip
WINDOW = Path(style.__file__).parent
CHINESE = r"[\u4e00-\u9fff“”]"
HALF_WIDTH = re.compile(rf"{CHINESE}[,:;!?()]|[,:;!?()]{CHINESE}|{CHINESE}…(?!…)$")


def luminance(colour: str) -> float:
    """Relative luminance after WCAG 2."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(theme: str, one: str, other: str) -> float:
    low, high = sorted(luminance(PALETTES[theme][name]) for name in (one, other))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_can_be_read(theme: str, ink: str, ground: str) -> None:
    assert contrast(theme, ink, ground) >= (7 if theme == "contrast" else 4.5)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("ink", "ground"), SUMS)
def test_sums_can_be_read_from_afar(theme: str, ink: str, ground: str) -> None:
    assert contrast(theme, ink, ground) >= 7


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("mark", "ground"), SEEN)
def test_marks_can_be_seen(theme: str, mark: str, ground: str) -> None:
    assert contrast(theme, mark, ground) >= 3


def test_a_chosen_row_stands_out_by_its_colour_alone_in_high_contrast() -> None:
    assert contrast("contrast", "chosen", "card") >= 3
    assert contrast("contrast", "chosen", "ground") >= 3


def test_what_an_empty_field_waits_for_is_not_taken_for_typed() -> None:
    assert contrast("contrast", "faint", "ink") >= 2


@pytest.mark.parametrize("theme", THEMES)
def test_practice_looks_the_same_everywhere_and_like_nothing_else(theme: str) -> None:
    assert PALETTES[theme]["practice"] == PALETTES["light"]["practice"]
    assert contrast(theme, "practice", "header") >= 3
    assert contrast(theme, "practice", "real") >= 2.5


def test_colours_have_their_figures_in_one_place() -> None:
    files = [*WINDOW.rglob("*.py"), *(RESOURCES / "styles").iterdir()]
    literal = re.compile(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(|QColor\([\"\d]|GlobalColor\.(?!transparent)")
    found = {file.name for file in files if literal.search(file.read_text(encoding="utf-8"))}
    assert found == {"themes.py"}


def test_every_colour_is_used_and_known() -> None:
    words = "".join(file.read_text(encoding="utf-8") for file in (*WINDOW.rglob("*.py"), style.SHEET))
    asked = set(re.findall(r"\$([a-z_]+)", style.SHEET.read_text(encoding="utf-8"))) - set(style.SIZES)
    assert asked <= set(PALETTES["light"])
    assert [name for name in PALETTES["light"] if f"${name}" not in words and f'"{name}"' not in words] == []


def said(file: Path) -> Iterator[str]:
    """What stands in a file to be read by a clerk: its literals without the docstrings."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    unsaid = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in unsaid:
            yield node.value


def test_chinese_is_punctuated_as_chinese() -> None:
    found = {(file.name, words) for file in WINDOW.rglob("*.py") for words in said(file) if HALF_WIDTH.search(words)}
    # A button that asks for more ends in one … everywhere.
    assert {words for _, words in found} == {"浏览…", "另一种情形…"}


def test_figures_are_written_in_one_way() -> None:
    """Sums have no thousands separators, since a typed one is refused (domain/money.py); so no count has them."""
    separated = [file.name for file in WINDOW.rglob("*.py") if re.search(r":[,_]\}", file.read_text(encoding="utf-8"))]
    assert separated == []


@pytest.mark.parametrize("bold", [False, True])
def test_figures_stand_under_one_another(qapp: QObject, bold: bool) -> None:
    metrics = QFontMetrics(style.font(100, bold=bold))
    assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1


@pytest.mark.parametrize("name", ["home", "counter", "day", "hand_over", "roster", "books"])
def test_every_control_has_a_name(window: Window, name: str) -> None:
    window.go(name)
    if name == "counter":
        write(window, "wjg")
    found = [w for w in window.findChildren(QWidget) if isinstance(w, INTERACTIVE) and w.isVisible()]
    assert [w for w in found if not w.accessibleName()] == []


@pytest.mark.parametrize("name", ["home", "counter", "day", "hand_over", "roster", "books"])
def test_the_focus_has_a_place_on_every_page(window: Window, name: str) -> None:
    window.go(name)
    focused = window.focusWidget()
    assert focused is not None
    assert window.page(name).isAncestorOf(focused)


def test_the_counter_fits_a_small_screen(window: Window) -> None:
    write(window, "wjg")
    window.settle()
    assert (window.width(), window.height()) == (1366, 768)
    assert not scrolls(window)
    page = window.page("counter")
    family = page.view.family
    assert family.viewport().height() >= 4 * family.sizeHintForRow(0)


def test_a_question_and_a_sentence_fit_a_small_screen(another: Points, opened: Opened) -> None:
    """On the first day, under a draft of the rules: as much as ever stands above one another."""
    window = opened(another("xingguo-2024", True))
    write(window, "dgh")
    press(window, ENTER)
    alt(window, Qt.Key.Key_2)
    assert window.first_day is not None and window.first_day.guide.isVisible()
    press(window, ENTER)
    window.settle()
    # What has just happened comes before what to do next: there is room for one of them.
    assert window.strip.text and not window.first_day.guide.isVisible()
    assert (window.width(), window.height()) == (1366, 768)
    assert not scrolls(window)


def test_the_counter_fits_a_screen_scaled_up(window: Window) -> None:
    """1920 × 1080 at 150 %: two of the family can still be seen, and nothing scrolls but the lists."""
    write(window, "wjg")
    window.resize(1280, 720)
    window.settle()
    assert (window.width(), window.height()) == (1280, 720)
    assert not scrolls(window)
    family = window.page("counter").view.family
    assert family.viewport().height() >= 2 * family.sizeHintForRow(0)


@pytest.mark.parametrize("name", ["home", "counter", "day", "hand_over", "roster", "books", "reports"])
def test_no_page_makes_the_window_larger_than_the_screen(window: Window, name: str) -> None:
    """1920 × 1080 at 200 %."""
    window.go(name)
    window.resize(960, 540)
    window.settle()
    assert (window.width(), window.height()) == (960, 540)


def scrolls(window: Window) -> bool:
    """Whether the page that is shown has a part out of sight."""
    frame = window.stack.currentWidget().findChild(Scrolled)
    assert isinstance(frame, Scrolled)
    return bool(frame.verticalScrollBar().maximum() or frame.horizontalScrollBar().maximum())


@pytest.mark.parametrize("height", range(680, 769, 11))
def test_lists_show_whole_rows(window: Window, height: int) -> None:
    window.resize(1280, height)
    write(window, "wjg")
    press(window, ENTER)
    for _ in range(3):
        press(window, Qt.Key.Key_Down)
        window.settle()
        assert half_row(window.page("counter").view.family) == ""
    alt(window, Qt.Key.Key_S)
    for part in (window.page("home").left.homes, window.page("home").progress.groups):
        assert half_row(part) == ""


def test_a_preview_fits_a_small_screen(window: Window) -> None:
    window.resize(1280, 720)
    write(window, "zjx")
    press(window, ENTER, ENTER, ENTER, Qt.Key.Key_F10, Qt.Key.Key_F9)
    window.settle()
    assert window.sheet is not None
    frame = window.sheet.findChild(Scrolled)
    assert (frame.verticalScrollBar().maximum(), frame.horizontalScrollBar().maximum()) == (0, 0)


def test_a_list_in_a_sheet_is_as_high_as_its_rows(window: Window) -> None:
    write(window, "wjg")
    press(window, ENTER)
    alt(window, Qt.Key.Key_0)
    assert window.sheet is not None
    rows = window.sheet.list  # type: ignore[attr-defined]
    whole = rows.indexAt(QPoint(2, rows.viewport().height() - 1))
    assert rows.visualRect(whole).bottom() == rows.viewport().height() - 1


def test_the_frame_of_the_focus_is_whole(window: Window) -> None:
    """Neither the chosen row nor the names of the columns lie over it."""
    alt(window, Qt.Key.Key_S)
    table = window.page("home").left.homes
    table.setFocus()
    window.settle()
    picture, focus = table.grab().toImage(), style.colour("focus").name()
    inside = picture.rect().adjusted(8, 8, -8, -8)
    across = [(x, y) for x in range(inside.left(), inside.right()) for y in (0, 1, inside.bottom() + 8)]
    down = [(x, y) for y in range(inside.top(), inside.bottom()) for x in (0, 1, inside.right() + 8)]
    assert {picture.pixelColor(x, y).name() for x, y in across + down} == {focus}


def test_the_frame_of_the_focus_is_apart_from_what_it_frames(window: Window) -> None:
    """In high contrast it is yellow, and the button as light a blue: between them is a line of the word's colour."""
    write(window, "wjg")
    press(window, ENTER)
    button = window.page("counter").cash
    button.setFocus()
    window.settle()
    picture, middle = button.grab().toImage(), button.height() // 2
    seen = [picture.pixelColor(x, middle).name() for x in (1, 3, 6)]
    assert seen == [style.colour(name).name() for name in ("focus", "on_strong", "strong")]


def test_no_label_on_the_counter_is_cut_off(window: Window) -> None:
    write(window, "wjg")
    press(window, ENTER)
    assert cut_off(window) == []


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
