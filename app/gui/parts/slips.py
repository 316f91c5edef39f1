"""A list of receipts to choose one or all from."""

from collections.abc import Sequence
from heapq import nlargest
from typing import Any, NamedTuple

from PySide6.QtCore import QRect, QSize, QStringListModel, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QShowEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.domain.listing import ems
from app.gui import style, text
from app.gui.models import paint
from app.gui.models.family import Index
from app.gui.parts.whole_rows import WholeRows
from app.gui.scale import fix, percent, px

ROW, FRAME = 38, 8
MARGIN, GAP = 14, 22
SUM = 2
"""The column that is set to the right: sums stand under one another."""
WIDEST = 8
"""So many of the longest words of a column are measured."""


class Line(NamedTuple):
    """One receipt of a list: its number, and what stands beside it, the sum second; "" where there is nothing."""

    receipt: str
    cells: tuple[str, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """What stands in the list, from left to right."""
        return (text.receipt(self.receipt), *self.cells)


class SlipList(WholeRows, QListView):
    """Receipts, one a line, in columns; ↑ and ↓ choose."""

    def __init__(self, lines: Sequence[Line], *, name: str, chosen: str | None = None, rows: int = 6) -> None:
        """`chosen`: the receipt the cursor is on at first, where it is in the list."""
        super().__init__()
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._lines = lines
        self._model = _Spoken(self, lines)
        self._first = next((place for place, line in enumerate(lines) if line.receipt == chosen), 0)
        self.setItemDelegate(_SlipDelegate(self, lines))
        fix(self, height=rows * ROW + FRAME)

    def showEvent(self, event: QShowEvent) -> None:
        """Only now the lines: Qt would go through all of them again at each step of building what they lie in."""
        if self.model() is None:
            self.setModel(self._model)
            self.setCurrentIndex(self._model.index(self._first))
        super().showEvent(event)

    @property
    def receipt(self) -> str | None:
        """The receipt that is chosen, None in an empty list."""
        place = self.currentIndex().row()
        return self._lines[place].receipt if place >= 0 else None


class _Spoken(QStringListModel):
    """What a screen reader says of a line. Qt asks for the number of rows once for each row: Qt's own model answers
    that, and the words are made where somebody listens."""

    def __init__(self, view: QListView, lines: Sequence[Line]) -> None:
        super().__init__([""] * len(lines), view)
        self._lines = lines

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """All columns that say something."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return "  ".join(filter(None, self._lines[index.row()].columns))


class _SlipDelegate(QStyledItemDelegate):
    """Draws one line: number, name, sum, and what else is known, each as wide as the widest of them all."""

    def __init__(self, view: QListView, lines: Sequence[Line]) -> None:
        super().__init__(view)
        self._lines = lines
        self._known: dict[int, list[int]] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One height for all."""
        return QSize(0, px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The cells from left to right; what has no room any more ends in …."""
        place: QRect = option.rect  # type: ignore[attr-defined]
        here = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        painter.save()
        if here:
            paint.chosen(painter, place)
        painter.fillRect(QRect(place.left(), place.bottom(), place.width(), 1), style.colour("line"))
        painter.setPen(style.colour("on_chosen" if here else "ink"))
        painter.setFont(style.font(17))
        left, end = place.left() + px(MARGIN), place.right() - px(MARGIN)
        for number, (cell, wide) in enumerate(zip(self._lines[index.row()].columns, self._widths(), strict=True)):
            where = QRect(left, place.top(), min(wide, end - left), place.height())
            if number == SUM:
                painter.drawText(where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, cell)
            else:
                paint.elided(painter, where, cell)
            left += wide + px(GAP) if wide > 1 else 0
        painter.restore()

    def _widths(self) -> list[int]:
        """Measured once at each size of text, and of a day's hundreds of receipts only the longest words."""
        if percent() not in self._known:
            wide = QFontMetrics(style.font(17)).horizontalAdvance
            longest = (nlargest(WIDEST, set(column), key=ems) for column in self._columns())
            self._known[percent()] = [max(map(wide, words)) + 1 for words in longest]
        return self._known[percent()]

    def _columns(self) -> list[tuple[str, ...]]:
        # Numbers are all of one form.
        numbers = (text.receipt(self._lines[0].receipt),)
        return [numbers, *zip(*(line.cells for line in self._lines), strict=True)]
