"""Enter does what the frame is around, and a finger that rests on it presses once."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.desk.receipts import of_day
from app.gui.dialogs.cash import CashSheet
from app.gui.parts.keys import KeyButton
from app.gui.window import Window
from tests.gui.hands import ENTER, focus, press, write

TAB = Qt.Key.Key_Tab


def asked_for_cash(window: Window, asked: str = "wjg") -> CashSheet:
    write(window, asked)
    press(window, ENTER, ENTER)
    assert isinstance(window.sheet, CashSheet)
    return window.sheet


def taken(window: Window) -> int:
    assert window.session is not None
    return len(of_day(window.session.desk))


def test_enter_on_the_way_back_takes_nothing(window: Window) -> None:
    sheet = asked_for_cash(window)
    press(window, TAB)
    back = focus()
    assert isinstance(back, KeyButton) and back.word == "返回"
    press(window, ENTER)
    assert (window.sheet, sheet.is_open, taken(window)) == (None, False, 0)


def test_too_little_says_why_nothing_was_taken(window: Window) -> None:
    sheet = asked_for_cash(window)
    write(window, "300")
    press(window, ENTER)
    assert "没有收款，什么也没有记" in sheet.complaint.text()
    assert (sheet.is_open, taken(window), focus()) == (True, 0, sheet.tendered)
    write(window, "3")
    assert sheet.complaint.text() == ""


def key(kind: QEvent.Type, at: int) -> QKeyEvent:
    event = QKeyEvent(kind, ENTER, Qt.KeyboardModifier.NoModifier, "\r")
    event.setTimestamp(at)
    return event


def test_what_an_x_server_repeats_is_one_press(window: Window) -> None:
    """Release and press with one timestamp, not marked as repeated: what a busy PC sees of a held key."""
    sheet = asked_for_cash(window)
    press(window, TAB)
    handle = window.windowHandle()
    QApplication.sendEvent(handle, key(QEvent.Type.KeyRelease, 4_000))
    QApplication.sendEvent(handle, key(QEvent.Type.KeyPress, 4_000))
    override = key(QEvent.Type.ShortcutOverride, 4_000)
    QApplication.sendEvent(sheet, override)
    assert override.isAccepted() and sheet.is_open
    QApplication.sendEvent(handle, key(QEvent.Type.KeyPress, 4_200))
    QTest.qWait(0)
    assert not sheet.is_open
