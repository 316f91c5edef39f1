"""A family of five from initials to printed receipts: few keys, counted, and nobody paid for who was not meant."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtWidgets import QApplication

from app.desk.receipts import of_day
from app.gui.window import Window
from tests.gui.conftest import Opened
from tests.gui.family_of_five import FIVE, Hand, pay, printed
from tests.gui.hands import DOWN, ENTER, focus
from tests.gui.places import PEOPLE, made_point
from tests.gui.real_screen import lived

MOST_KEYS = 12


@pytest.fixture
def window(tmp_path: Path, opened: Opened) -> Window:
    return opened(made_point(tmp_path, rows=(*PEOPLE, *FIVE)))


@pytest.fixture
def hand(window: Window) -> Hand:
    return Hand(window)


def test_five_people_in_twelve_keys(window: Window, hand: Hand, tmp_path: Path) -> None:
    pay(hand)
    assert hand.pressed == 10 <= MOST_KEYS
    assert window.session is not None
    assert [each.name for each in reversed(of_day(window.session.desk))] == [
        "欧阳德胜", "孙玉兰", "欧阳强", "周敏", "欧阳晨",
    ]  # fmt: skip
    assert len(printed(tmp_path)) == 5
    assert window.page("counter").view.taken.change.text() == "42.00"


def test_a_key_held_down_pays_nobody(window: Window, hand: Hand) -> None:
    """Enter that repeats by itself goes nowhere: every step towards the money is a press of its own."""
    hand.press("oyd")
    for steps in ((window.page("counter").view.search,), (window.page("counter").view.family,)):
        assert focus() in steps
        for _ in range(5):
            held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True)
            QApplication.sendEvent(focus(), held)
        assert focus() in steps and window.sheet is None
        hand.press(ENTER)
    assert window.sheet is not None
    assert all(not each.autoRepeat() for each in window.findChildren(QShortcut))


def test_who_is_left_out_stays_out(window: Window, hand: Hand) -> None:
    """One more key for each who is not meant; the sentence to read aloud says who is."""
    hand.press("oyd")
    hand.press(ENTER, DOWN, Qt.Key.Key_Space, ENTER)
    assert window.sheet is not None
    assert "孙玉兰" not in window.sheet.aloud.text()  # type: ignore[attr-defined]
    hand.press(ENTER)
    assert hand.pressed == 8
    assert window.session is not None
    assert "孙玉兰" not in [each.name for each in of_day(window.session.desk)]


@pytest.mark.xvfb
def test_on_a_real_screen(display: str, tmp_path: Path) -> None:
    assert lived("family_of_five", tmp_path, display=display) == "10 5 ✓ 已收 1558 元，5 人"
