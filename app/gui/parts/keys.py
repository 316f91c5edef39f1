"""Keys: buttons that show the key that presses them, and shortcuts that hold only inside one part of the window."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from app.gui import scale, style
from app.gui.icons import Icon
from app.gui.words import tr

# The frame of a button that has the focus (window.qss), and the line inside it.
FRAME, LINE, CORNER = 3, 2, 6


class KeyButton(QPushButton):
    """A button with its key beside its word. `kind`: "main" for the expected next thing, "plain" otherwise.

    `slim`: lower, for a line of text; height is what a small screen has least of. `icon` stands before the word.
    """

    def __init__(
        self,
        word: str,
        key: str,
        press: Callable[[], None],
        *,
        kind: str = "plain",
        slim: bool = False,
        icon: str = "",
    ) -> None:
        super().__init__()
        # First of all: a label takes its colours when it is shown, and they hang on the kind.
        self.setProperty("kind", kind)
        self._word, self._cap = QLabel(word), QLabel(key)
        self._row = QHBoxLayout(self)
        self._word.setObjectName("word")
        self._cap.setObjectName("cap")
        row = self._row
        row.setContentsMargins(*((12, 3, 8, 3) if slim else (14, 7, 10, 7)))
        row.setSpacing(8 if slim else 12)
        row.addStretch(1)
        if icon:
            row.addWidget(Icon(icon, "on_strong" if kind == "main" else "ink"), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._word, 0, Qt.AlignmentFlag.AlignCenter)
        row.addStretch(1)
        row.addWidget(self._cap, 0, Qt.AlignmentFlag.AlignVCenter)
        for label in (self._word, self._cap):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._cap.setVisible(bool(key))
        self.setAccessibleName(word)
        self.setAccessibleDescription(tr("按键 {key}").format(key=key) if key else "")
        scale.fix(self, least_height=34 if slim else 48)
        self.clicked.connect(lambda: press())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, as Space does; held down it presses once."""
        if Qt.Key(event.key()) in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame of the focus is as light as the ground of a main button: a line of the word's colour parts them."""
        super().paintEvent(event)
        if self.hasFocus() and self.property("kind") == "main":
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(style.colour("on_strong"), LINE))
            inside = QRectF(self.rect()).adjusted(FRAME, FRAME, -FRAME, -FRAME)
            painter.drawRoundedRect(inside, CORNER, CORNER)
            painter.end()

    def set_word(self, word: str) -> None:
        """Say something else on the button."""
        self._word.setText(word)
        self.setAccessibleName(word)

    @property
    def word(self) -> str:
        """What stands on the button."""
        return self._word.text()

    def sizeHint(self) -> QSize:
        """As large as its two labels want."""
        return self._row.sizeHint()


def bind(inside: QWidget, key: str, press: Callable[[], None]) -> QShortcut:
    """A key that works while the focus is anywhere inside `inside`."""
    shortcut = QShortcut(QKeySequence(key), inside)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    # A finger that rests on Enter must not walk from the name through to the money.
    shortcut.setAutoRepeat(False)
    shortcut.activated.connect(lambda: press())
    return shortcut


def key_button(
    inside: QWidget, word: str, key: str, press: Callable[[], None], *, kind: str = "plain", icon: str = ""
) -> KeyButton:
    """A button and its key. The key does nothing while the button is disabled or hidden."""
    button = KeyButton(word, key, press, kind=kind, icon=icon)
    # Not press() itself: a disabled or hidden button must not be pressed by its key either.
    bind(inside, key, lambda: button.click() if button.isEnabled() and button.isVisible() else None)
    return button
