"""What stays in sight below a page that scrolls: the sum, the sentence to read aloud, the button that goes on.

Each stands at the end of the card it belongs to (`layout.foot`). Where the page does not fit, it lies below what
scrolls, for as long as its card is shown: large text and small screens hide nobody's sum.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QVBoxLayout, QWidget

from app.gui.parts.layout import FOOT, restyle
from app.gui.parts.scrolled import Scrolled

# A foot goes back to its card once there is so much room to spare: its lines are shorter there, and it must not come
# and go with each of them.
SPARE = 72
MARGINS = (18, 6, 18, 6)


class Feet(QObject):
    """The feet of one page, which is `frame` and below it a place for them."""

    def __init__(self, page: QWidget, frame: Scrolled, below: QVBoxLayout) -> None:
        super().__init__(page)
        self._frame, self._below = frame, below
        self._homes: dict[QFrame, QWidget] = {}
        self._lacking = 0
        # It is said while Qt goes through the page's widgets to place, show or hide them: none may move then.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._settle)
        frame.lacks.connect(self._heard)

    def _heard(self, pixels: int) -> None:
        """The page is so much higher than its frame; less than none: so much is left."""
        self._lacking = pixels
        self._soon.start()

    def _settle(self) -> None:
        if not self._homes and self._lacking > 0:
            feet = self._frame.widget().findChildren(QFrame, FOOT)
            if self._leave_half(feet):
                self._move(feet, self._take_out)
        elif self._homes and (self._lacking + SPARE <= 0 or not self._leave_half(list(self._homes))):
            self._move(list(self._homes), self._put_back)

    def _leave_half(self, feet: list[QFrame]) -> bool:
        """Whether the page has half of its place for itself; with less, it is better that all of it scrolls."""
        page = self._frame.parentWidget()
        if page is None:
            return False
        wanted = sum(foot.heightForWidth(page.width()) for foot in feet if foot.isVisible())
        # Never as little as the frame can do with: then the window would take it from its header.
        return wanted + max(wanted, self._frame.minimumSizeHint().height()) < page.height()

    def _move(self, feet: list[QFrame], move: Callable[[QFrame], None]) -> None:
        """Whatever has the focus still has it afterwards."""
        focus = QApplication.focusWidget()
        for foot in feet:
            move(foot)
        if focus is not None and focus is not QApplication.focusWidget():
            focus.setFocus()

    def _take_out(self, foot: QFrame) -> None:
        home = foot.parentWidget()
        if home is None:
            return
        self._homes[foot] = home
        self._below.addWidget(foot)
        _dress(foot, below=True)
        foot.setVisible(home.isVisible())
        home.installEventFilter(self)

    def _put_back(self, foot: QFrame) -> None:
        home = self._homes.pop(foot)
        home.removeEventFilter(self)
        lines = home.layout()
        if isinstance(lines, QBoxLayout):
            lines.addWidget(foot)
        _dress(foot, below=False)
        foot.show()

    def eventFilter(self, home: QObject, event: QEvent) -> bool:
        """A foot is seen while its card is."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            for foot in (foot for foot, its in self._homes.items() if its is home):
                foot.setVisible(event.type() == QEvent.Type.Show)
        return False


def _dress(foot: QFrame, *, below: bool) -> None:
    """A line above and room around where it lies below a page; in its card it has both."""
    restyle(foot, below=below)
    lines = foot.layout()
    if lines is not None:
        lines.setContentsMargins(*(MARGINS if below else (0, 0, 0, 0)))
