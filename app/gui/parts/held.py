"""A finger that rests on Enter presses it once, whatever the screen's server makes of it.

Windows says which presses are repeats. X11 sends a release and a press again and again, both with one timestamp; Qt
tells that they are repeats only where it finds the press at once behind the release, which it does not on a busy PC.
"""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
# When each was released last, as the events have it: there is one keyboard.
_RELEASED: dict[int, int] = {}


def is_repeat(event: QKeyEvent) -> bool:
    """Whether no finger has made this press, or the question whether a shortcut may have it, of Enter."""
    return event.isAutoRepeat() or event.timestamp() == _RELEASED.get(event.key())


class HeldEnter(QObject):
    """Belongs to a window's QWindow (`windowHandle`): lets no repeated Enter through to its widgets.

    A shortcut is asked before that; who has one on Enter refuses repeats itself (`dialogs.sheet`).
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        parent.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """True for a press that no finger has made."""
        if not isinstance(event, QKeyEvent) or event.key() not in ENTER:
            return False
        if event.type() == QEvent.Type.KeyRelease:
            _RELEASED[event.key()] = event.timestamp()
        return event.type() == QEvent.Type.KeyPress and is_repeat(event)
