"""Lines to read aloud: what each is about on the left, the sentence beside it, wrapped; ↑ and ↓ go through them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.gui import style
from app.gui.models.family import Index

LINE = Qt.ItemDataRole.UserRole
MARGIN = 14
BAR = 24
WRAPPED = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignTop.value


@dataclass(frozen=True)
class Line:
    """One line: its group (drawn once, at the group's first line), its sentence, and what stands at its end."""

    head: str
    words: str
    end: str = ""


class LinesList(QListWidget):
    """As high as its lines need, at most `most`. `width` is its own, `ends` that of the column at the end."""

    def __init__(self, name: str, *, width: int, most: int, heads: int = 112, ends: int = 0) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFixedWidth(width)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._most = most
        self._drawn = LineDelegate(self, width=width, heads=heads, ends=ends)
        self.setItemDelegate(self._drawn)

    def put(self, lines: Sequence[Line]) -> None:
        """Show these instead; the place in the list stays."""
        here = max(self.currentRow(), 0)
        self.clear()
        for line in lines:
            item = QListWidgetItem(line.words)
            item.setData(LINE, line)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, "，".join(filter(None, (line.head, line.words, line.end))))
            self.addItem(item)
        self.setCurrentRow(min(here, self.count() - 1))
        wanted = sum(self._drawn.height(line) for line in lines) + 4
        self.setFixedHeight(min(wanted, self._most))


class LineDelegate(QStyledItemDelegate):
    """Draws one line."""

    def __init__(self, parent: QListWidget, *, width: int, heads: int, ends: int) -> None:
        super().__init__(parent)
        self._heads, self._ends = heads, ends
        self._words = width - 2 * MARGIN - heads - ends - BAR

    def height(self, line: Line) -> int:
        """What its sentence needs when wrapped."""
        metrics = QFontMetrics(style.font(18))
        return metrics.boundingRect(QRect(0, 0, self._words, 10_000), WRAPPED, line.words).height() + 16

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its sentence."""
        return QSize(self._words, self.height(index.data(LINE)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Head, sentence, end; a rule over the first line of each group."""
        line: Line = index.data(LINE)
        place: QRect = option.rect  # type: ignore[attr-defined]
        before = index.model().index(index.row() - 1, 0).data(LINE) if index.row() else None
        first = before is None or before.head != line.head or not line.head
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]
            painter.fillRect(place, style.colour("tint"))
        if first and before is not None:
            rule = QRect(place.left() + MARGIN, place.top(), place.width() - 2 * MARGIN, 1)
            painter.fillRect(rule, style.colour("line"))
        self._write(painter, place.adjusted(MARGIN, 8, -MARGIN, 0), line, with_head=first)
        painter.restore()

    def _write(self, painter: QPainter, place: QRect, line: Line, *, with_head: bool) -> None:
        painter.setPen(style.colour("strong"))
        painter.setFont(style.font(18, bold=True))
        if with_head:
            painter.drawText(QRect(place.left(), place.top(), self._heads - 8, place.height()), WRAPPED, line.head)
        painter.setPen(style.colour("ink"))
        painter.setFont(style.font(18))
        left = place.left() + self._heads
        painter.drawText(QRect(left, place.top(), self._words, place.height()), WRAPPED, line.words)
        end = QRect(left + self._words, place.top(), self._ends, place.height())
        painter.drawText(end, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, line.end)
