"""The pages of the window, and parts of a page that take turns."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from app.gui.parts.feet import Feet
from app.gui.parts.layout import column
from app.gui.parts.scrolled import Scrolled


class Pages(QStackedWidget):
    """One page at a time. What a page holds lies in a frame that scrolls; below that there is a place for what stays in
    sight (parts/feet.py)."""

    def __init__(self) -> None:
        super().__init__()
        self._frames: dict[QWidget, Scrolled] = {}

    def add(self, page: QWidget) -> None:
        """One more; it is not shown by that."""
        held, inside = page.layout(), QWidget()
        frame = self._frames[page] = Scrolled(inside)
        # Before what the page holds moves into it: Tab's order is kept within one window only.
        frame.setParent(page)
        if held is not None:
            inside.setLayout(held)
        lines = column(frame, gap=0)
        page.setLayout(lines)
        Feet(page, frame, lines)
        self.addWidget(page)

    def turn_to(self, page: QWidget) -> None:
        """Show a page that was added."""
        self.setCurrentWidget(page)

    def to_top(self) -> None:
        """Show the page's beginning for as long as the focus is where it is now."""
        frame = self._frames.get(self.currentWidget())
        if frame is not None:
            frame.waits = QApplication.focusWidget()
            frame.verticalScrollBar().setValue(0)

    @property
    def page(self) -> QWidget | None:
        """The page that is shown."""
        return self.currentWidget()


class Turns(QStackedWidget):
    """Cards of which one is shown at a time. It is as high as that one wants; Qt would take the highest of all."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(lambda _place: self.updateGeometry())

    def heightForWidth(self, width: int) -> int:
        """Of the card that is shown."""
        return self.currentWidget().heightForWidth(width)

    def sizeHint(self) -> QSize:
        """As wide as the widest."""
        return QSize(super().sizeHint().width(), self.currentWidget().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest."""
        return QSize(super().minimumSizeHint().width(), self.currentWidget().minimumSizeHint().height())
