"""A list of receipts to choose one or all from."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.gui import style, text
from app.gui.models import paint
from app.gui.models.family import Index
from app.gui.parts.whole_rows import WholeRows
from app.gui.scale import fix, percent, px

CELLS = Qt.ItemDataRole.UserRole + 1
ROW, FRAME = 38, 8
MARGIN, GAP = 14, 22
SUM = 2
"""The column that is set to the right: sums stand under one another."""


@dataclass(frozen=True)
class Line:
    """One receipt of a list: its number, and what stands beside it, the sum second; "" where there is nothing."""

    receipt: str
    cells: tuple[str, ...]


class SlipList(WholeRows, QListWidget):
    """Receipts, one a line, in columns; ↑ and ↓ choose."""

    def __init__(self, lines: Sequence[Line], *, name: str, rows: int = 6) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_SlipDelegate(self, [(text.receipt(line.receipt), *line.cells) for line in lines]))
        fix(self, height=rows * ROW + FRAME)
        for line in lines:
            words = "  ".join(filter(None, line.cells))
            item = QListWidgetItem(f"{text.receipt(line.receipt)}    {words}")
            item.setData(Qt.ItemDataRole.UserRole, line.receipt)
            item.setData(CELLS, (text.receipt(line.receipt), *line.cells))
            self.addItem(item)
        self.setCurrentRow(0)

    @property
    def receipt(self) -> str | None:
        """The receipt that is chosen, None in an empty list."""
        return str(self.currentItem().data(Qt.ItemDataRole.UserRole)) if self.currentRow() >= 0 else None

    def choose(self, receipt: str) -> None:
        """Choose the line with this receipt, if it is there."""
        for place in range(self.count()):
            if self.item(place).data(Qt.ItemDataRole.UserRole) == receipt:
                self.setCurrentRow(place)


class _SlipDelegate(QStyledItemDelegate):
    """Draws one line: number, name, sum, and what else is known, each as wide as the widest of them all."""

    def __init__(self, view: QListWidget, lines: Sequence[tuple[str, ...]]) -> None:
        super().__init__(view)
        self._columns = list(zip(*lines, strict=True))
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
        for number, (cell, wide) in enumerate(zip(index.data(CELLS), self._widths(), strict=True)):
            where = QRect(left, place.top(), min(wide, end - left), place.height())
            if number == SUM:
                painter.drawText(where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, cell)
            else:
                paint.elided(painter, where, cell)
            left += wide + px(GAP) if wide > 1 else 0
        painter.restore()

    def _widths(self) -> list[int]:
        """Measured once at each size of text: a day has hundreds of receipts."""
        if percent() not in self._known:
            wide = QFontMetrics(style.font(17)).horizontalAdvance
            self._known[percent()] = [max(map(wide, set(column))) + 1 for column in self._columns]
        return self._known[percent()]
