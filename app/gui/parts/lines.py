"""Lines to read aloud: what each is about on the left, the sentence beside it, wrapped; ↑ and ↓ go through them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.gui import style
from app.gui.models import paint
from app.gui.models.family import Index
from app.gui.parts.whole_rows import WholeRows
from app.gui.scale import px
from app.gui.words import tr

LINE = Qt.ItemDataRole.UserRole
MARGIN = 14
BAR = 24
LEAST = 240
FRAME = 8
WRAPPED = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignTop.value


@dataclass(frozen=True)
class Line:
    """One line: its group (drawn once, at the group's first line), its sentence, and what stands at its end."""

    head: str
    words: str
    end: str = ""


class LinesList(WholeRows, QListWidget):
    """As high as its lines need, at most as many as are whole within `most`. `width` is what it likes, `ends` that of
    the column at the end."""

    def __init__(self, name: str, *, width: int, most: int, heads: int = 112, ends: int = 0) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._width, self._least = width, heads + ends + LEAST
        self.resize(px(width), self.height())
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._most = most
        self._drawn = LineDelegate(self, heads=heads, ends=ends)
        self.setItemDelegate(self._drawn)

    def put(self, lines: Sequence[Line]) -> None:
        """Show these instead; the place in the list stays."""
        here = max(self.currentRow(), 0)
        self.clear()
        for line in lines:
            item = QListWidgetItem(line.words)
            _carry(item, line)
            self.addItem(item)
        self.setCurrentRow(min(here, self.count() - 1))
        self._fit()

    def set_end(self, place: int, words: str) -> None:
        """Let these stand at the end of one line."""
        item = self.item(place)
        _carry(item, replace(item.data(LINE), end=words))

    def _fit(self) -> None:
        """As high as its lines are at this size of text."""
        heights = [self._drawn.height(self.item(place).data(LINE)) for place in range(self.count())]
        fitting = [high for high in accumulate(heights) if high + FRAME <= px(self._most)]
        self.setFixedHeight(max([*fitting, *heights[:1]], default=0) + FRAME)

    def sizeHint(self) -> QSize:
        """As wide as it likes; its height is fixed."""
        return QSize(px(self._width), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        """On a small screen narrower, with more lines."""
        return QSize(px(self._least), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Sentences are wrapped anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Another size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()


def _carry(item: QListWidgetItem, line: Line) -> None:
    item.setData(LINE, line)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, tr("，").join(filter(None, (line.head, line.words, line.end))))


class LineDelegate(QStyledItemDelegate):
    """Draws one line."""

    def __init__(self, view: QListWidget, *, heads: int, ends: int) -> None:
        super().__init__(view)
        self._view, self._heads, self._ends = view, heads, ends

    @property
    def _columns(self) -> tuple[int, int, int]:
        """How wide the head, the sentence and the end are at this size of text."""
        heads, ends = px(self._heads), px(self._ends)
        return heads, self._view.width() - 2 * MARGIN - heads - ends - BAR, ends

    def height(self, line: Line) -> int:
        """What its sentence needs when wrapped."""
        metrics, words = QFontMetrics(style.font(17)), self._columns[1]
        return metrics.boundingRect(QRect(0, 0, words, 10_000), WRAPPED, line.words).height() + 16

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its sentence."""
        return QSize(self._columns[1], self.height(index.data(LINE)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Head, sentence, end; a rule over the first line of each group."""
        line: Line = index.data(LINE)
        place: QRect = option.rect  # type: ignore[attr-defined]
        before = index.model().index(index.row() - 1, 0).data(LINE) if index.row() else None
        first = before is None or before.head != line.head or not line.head
        painter.save()
        here = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        if here:
            paint.chosen(painter, place)
        if first and before is not None:
            rule = QRect(place.left() + MARGIN, place.top(), place.width() - 2 * MARGIN, 1)
            painter.fillRect(rule, style.colour("line"))
        self._write(painter, place.adjusted(MARGIN, 8, -MARGIN, 0), line, with_head=first, here=here)
        painter.restore()

    def _write(self, painter: QPainter, place: QRect, line: Line, *, with_head: bool, here: bool) -> None:
        heads, words, ends = self._columns
        painter.setPen(style.colour("on_chosen" if here else "strong"))
        painter.setFont(style.font(17, bold=True))
        if with_head:
            painter.drawText(QRect(place.left(), place.top(), heads - 8, place.height()), WRAPPED, line.head)
        painter.setPen(style.colour("on_chosen" if here else "ink"))
        painter.setFont(style.font(17))
        left = place.left() + heads
        painter.drawText(QRect(left, place.top(), words, place.height()), WRAPPED, line.words)
        end = QRect(left + words, place.top(), ends, place.height())
        painter.drawText(end, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, line.end)
