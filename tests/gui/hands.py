"""The clerk's hands: only the keyboard, on whatever has the focus."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.gui.window import Window

ENTER, SPACE, ESC = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape
UP, DOWN = Qt.Key.Key_Up, Qt.Key.Key_Down


def focus() -> QWidget:
    """Whatever takes the keys now; a window that leaves the keyboard nowhere has failed."""
    found = QApplication.focusWidget()
    if found is None:
        raise RuntimeError("nothing has the focus")
    return found


def press(window: Window, *keys: Qt.Key) -> None:
    """Press keys one after another, and wait for what they start."""
    for key in keys:
        QTest.keyClick(focus(), key)
        window.settle()


def alt(window: Window, key: Qt.Key) -> None:
    """Alt and a key."""
    QTest.keyClick(focus(), key, Qt.KeyboardModifier.AltModifier)
    window.settle()


def write(window: Window, words: str) -> None:
    """Type: letters and figures as keys, Chinese as an input method commits it."""
    if words.isascii():
        for letter in words:
            QTest.keyClick(focus(), letter)
    else:
        event = QInputMethodEvent()
        event.setCommitString(words)
        QApplication.sendEvent(focus(), event)
    window.settle()


def shift(window: Window, key: Qt.Key) -> None:
    """Shift and a key."""
    QTest.keyClick(focus(), key, Qt.KeyboardModifier.ShiftModifier)
    window.settle()
