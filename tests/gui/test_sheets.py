"""Every sheet of the till: each control has a name for those who listen, and nothing reaches past a small screen."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from app.desk.collect import collect
from app.domain.payment import Tender
from app.gui.window import Window
from tests.gui.hands import DOWN, ENTER, ESC, press, shift, write
from tests.gui.records import next_day

INTERACTIVE = (QAbstractButton, QLineEdit, QSpinBox, QComboBox, QAbstractItemView)
F3, F5, F7, F8, F9, F10, F11, F12 = (getattr(Qt.Key, f"Key_F{n}") for n in (3, 5, 7, 8, 9, 10, 11, 12))


def find(window: Window, asked: str) -> None:
    write(window, asked)
    press(window, ENTER)


def cash(window: Window) -> None:
    find(window, "wjg")
    press(window, F9, F7, F8)


def card(window: Window) -> None:
    find(window, "wjg")
    press(window, F8, F10, F11)


def open_cards(window: Window) -> None:
    find(window, "wjg")
    press(window, F8, F11)
    write(window, "断线")
    press(window, ENTER)
    shift(window, F8)
    press(window, F10)


def decline(window: Window) -> None:
    find(window, "zjx")
    shift(window, F9)


def settle(window: Window) -> None:
    press(window, F3, F12)


def correct(*keys: Qt.Key) -> Callable[[Window], None]:
    def open_(window: Window) -> None:
        assert window.session is not None
        collect(window.session.desk, ["r3"], Tender(method="cash", cash_fen=38_000))
        next_day(window, 58_000)
        find(window, "wxm")
        press(window, F11, *keys)

    return open_


def add_resident(window: Window) -> None:
    write(window, "X341234567")
    shift(window, F5)
    write(window, "wang")
    press(window, ENTER, ENTER, ENTER)
    write(window, "wxm")


STORIES: dict[str, Callable[[Window], None]] = {
    "cash": cash,
    "card": card,
    "open_cards": open_cards,
    "decline": decline,
    "settle": settle,
    "correct": correct(),
    "reverse": correct(ENTER),
    "refund": correct(DOWN, ENTER, DOWN),
    "ask_county": correct(DOWN, DOWN, ENTER),
    "add_resident": add_resident,
}


@pytest.mark.parametrize("name", list(STORIES))
def test_every_control_of_the_sheet_has_a_name(window: Window, name: str) -> None:
    STORIES[name](window)
    sheet = window.sheet
    assert sheet is not None
    assert sheet.accessibleName()
    found = [w for w in sheet.findChildren(QWidget) if isinstance(w, INTERACTIVE) and w.isVisible()]
    assert [w for w in found if not w.accessibleName()] == []


@pytest.mark.parametrize("name", list(STORIES))
def test_the_sheet_has_room_for_all_of_it(window: Window, name: str) -> None:
    STORIES[name](window)
    sheet = window.sheet
    assert sheet is not None
    frame = next(child for child in sheet.children() if isinstance(child, QFrame))
    layout = frame.layout()
    assert layout is not None
    wanted = layout.heightForWidth(frame.width()) if layout.hasHeightForWidth() else layout.sizeHint().height()
    assert wanted <= frame.height() <= window.height()
    cut = [
        w for w in sheet.findChildren(QLabel) if w.isVisible() and not w.wordWrap() and w.width() < w.sizeHint().width()
    ]
    assert [w.text() for w in cut] == []


@pytest.mark.parametrize("name", list(STORIES))
def test_esc_leaves_every_sheet_and_the_focus_has_a_place(window: Window, name: str) -> None:
    STORIES[name](window)
    press(window, ESC)
    assert window.sheet is None
    assert window.focusWidget() is not None
