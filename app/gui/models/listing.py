"""A listing as a table: the rows of the report, its totals last, shares drawn as bars."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.domain.listing import FIGURES, Listing, Row, shown
from app.gui import style
from app.gui.scale import px

Index = QModelIndex | QPersistentModelIndex
SHARE = Qt.ItemDataRole.UserRole
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
BAR_HEIGHT, FIGURE = 16, 88


class ListingModel(QAbstractTableModel):
    """Only what is on the screen is ever asked for, so sixty thousand rows cost no more than sixty."""

    def __init__(self) -> None:
        super().__init__()
        self.listing: Listing | None = None
        self._lines: tuple[Row, ...] = ()

    def put(self, listing: Listing | None) -> None:
        """Show this one instead."""
        self.beginResetModel()
        self.listing = listing
        self._lines = tuple(listing.lines) if listing else ()
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Rows and totals."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The report's columns."""
        return 0 if parent.isValid() or self.listing is None else len(self.listing.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The cell as people read it, its alignment, bold for totals, and its share for a bar."""
        if self.listing is None:
            return None
        column, cell = self.listing.columns[index.column()], self._lines[index.row()][index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return shown(cell, column.kind, on_screen=True)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if column.kind in FIGURES else LEFT
        if role == Qt.ItemDataRole.FontRole:
            return self._font(index.row())
        return cell if role == SHARE and column.kind == "bar" else None

    def _font(self, row: int) -> QFont | None:
        is_total = self.listing is not None and row == len(self.listing.rows)
        return style.font(17, bold=True) if is_total else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The columns' headings."""
        if self.listing is None or orientation == Qt.Orientation.Vertical:
            return None
        column = self.listing.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.heading
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if column.kind in FIGURES else LEFT
        return None


class BarDelegate(QStyledItemDelegate):
    """A share as a bar in a frame with its figure beside it; everything else as ever."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        share = index.data(SHARE)
        if share is None:
            super().paint(painter, option, index)
            return
        place: QRect = option.rect  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        if here:
            painter.fillRect(place, style.colour("chosen"))
        self._bar(painter, place, share, "on_chosen" if here else "quiet")
        painter.setPen(style.colour("on_chosen" if here else "ink"))
        painter.setFont(style.font(17))
        painter.drawText(place.adjusted(0, 0, -8, 0), RIGHT, index.data())
        painter.restore()

    def _bar(self, painter: QPainter, place: QRect, share: int, frame: str) -> None:
        high = px(BAR_HEIGHT)
        whole = QRectF(place.left() + 8, place.center().y() - high / 2, place.width() - px(FIGURE) - 8, high)
        painter.fillRect(whole, style.colour("ground"))
        done = QRectF(whole)
        done.setWidth(whole.width() * share / 1000)
        painter.fillRect(done, style.colour("strong"))
        painter.setPen(QPen(style.colour(frame), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(whole)
