"""The pages of the window, and parts of a page that take turns."""

from PySide6.QtCore import QEvent, QSize, QTimer, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from app.gui import new_look, style
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
        style.dress(page)

    def turn_to(self, page: QWidget) -> None:
        """Show a page that was added."""
        new_look.turn_to(page)
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


class Turns(QWidget):
    """Cards of which one is shown at a time, as in a QStackedWidget; but it is only as high as that one wants, where Qt
    takes the highest of all. It is as wide as the widest wants."""

    currentChanged = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._cards: list[QWidget] = []
        self._place = 0
        self._lines = column(gap=0)
        self.setLayout(self._lines)

    def addWidget(self, card: QWidget) -> None:
        """One more; the first one is shown."""
        self._cards.append(card)
        self._lines.addWidget(card)
        card.setVisible(len(self._cards) == 1)

    def currentIndex(self) -> int:
        """The place of the card that is shown."""
        return self._place

    def currentWidget(self) -> QWidget:
        """The card that is shown."""
        return self._cards[self._place]

    def setCurrentIndex(self, place: int) -> None:
        """Show the card at this place."""
        if place == self._place:
            return
        self.currentWidget().hide()
        self._place = place
        self.currentWidget().show()
        self.currentChanged.emit(place)

    def setCurrentWidget(self, card: QWidget) -> None:
        """Show this card."""
        self.setCurrentIndex(self._cards.index(card))

    def changeEvent(self, event: QEvent) -> None:
        """Another size of text, once everything has it: what is not shown Qt asks no more how wide it would be."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            QTimer.singleShot(0, self, self._ask_again)

    def _ask_again(self) -> None:
        for card in self._cards:
            if not card.isVisible():
                _activate(card)
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest: the page must not be arranged anew with each card."""
        wide = max(card.minimumSizeHint().width() for card in self._cards)
        return QSize(wide, super().minimumSizeHint().height())


def _activate(card: QWidget) -> None:
    """What lies inside first: a layout asks those in it for what they have found out."""
    for part in (*reversed(card.findChildren(QWidget)), card):
        lines = part.layout()
        if lines is not None:
            lines.activate()
