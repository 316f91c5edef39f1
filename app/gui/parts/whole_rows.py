"""Lists and tables that show whole rows only: they move by rows, and what is left below the last one stays empty."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget

from app.gui import style
from app.gui.parts.scrolled import bring_in_sight

Index = QModelIndex | QPersistentModelIndex

if TYPE_CHECKING:
    _View = QAbstractItemView
else:
    _View = object


class WholeRows(_View):
    """Named before the view that it goes with. A row higher than the view is shown as far as it goes."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, without the one that would be cut off."""
        super().paintEvent(event)
        port = self.viewport().rect()
        cut = self._cut_off(super().indexAt(QPoint(port.left() + 1, port.bottom())))
        if cut is not None:
            painter = QPainter(self.viewport())
            painter.fillRect(port.adjusted(0, cut.top(), 0, 0), style.colour("card"))
            painter.end()

    def indexAt(self, point: QPoint) -> QModelIndex:
        """None where nothing is seen: a click there must tick nobody."""
        found = super().indexAt(point)
        return found if self._cut_off(found) is None else QModelIndex()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Large text may leave only a part of the list in sight: the chosen row is in it."""
        super().currentChanged(current, previous)
        if self.hasFocus():
            bring_in_sight(self)

    def _cut_off(self, index: QModelIndex) -> QRect | None:
        """Where the row is, if it would be cut off at the end."""
        port, row = self.viewport().rect(), self.visualRect(index)
        return row if row.top() > port.top() and row.bottom() > port.bottom() else None


class WordList(WholeRows, QListWidget):
    """Words, one or a few a row. The chosen one stays in sight where the list becomes shorter."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())
