"""Progress as bars: whose, the bar, people paid of people, percent. The figures say all that the bar shows.

The bar itself only supports them, so nothing hangs on its colour; who listens is told the figures in words.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.desk.home import Bar
from app.domain.listing import shown
from app.gui import style
from app.gui.models.family import Index
from app.gui.models.paint import chosen, elided
from app.gui.parts.whole_rows import WholeRows
from app.gui.scale import px
from app.gui.words import tr

BAR = Qt.ItemDataRole.UserRole
ROW, MARGIN, THICK, FRAME = 34, 10, 16, 8
# The widths of what stands before and behind the bar; the bar takes what is left.
LABEL, PEOPLE, SHARE = 116, 152, 70
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def percent(bar: Bar) -> str:
    """57.1%, as the report 参保进度 writes it."""
    return shown(bar.permille, "bar")


def spoken(bar: Bar) -> str:
    """东村一组，已缴 12 人，共 30 人，40.0%."""
    return tr("{label}，已缴 {paid} 人，共 {people} 人，{percent}").format(
        label=bar.label, paid=bar.paid, people=bar.people, percent=percent(bar)
    )


def paint(painter: QPainter, place: QRect, bar: Bar, *, bold: bool = False, here: bool = False) -> None:
    """One line: the label, the bar in its frame, the figures."""
    inside = place.adjusted(px(MARGIN), 0, -px(MARGIN), 0)
    label, people, share = px(LABEL), px(PEOPLE), px(SHARE)
    painter.setPen(style.colour("on_chosen" if here else "ink"))
    painter.setFont(style.font(17, bold=bold))
    elided(painter, QRect(inside.left(), inside.top(), label - px(8), inside.height()), bar.label)
    end, top, height = inside.right(), inside.top(), inside.height()
    painter.drawText(QRect(end - share, top, share, height), RIGHT, percent(bar))
    painter.drawText(
        QRect(end - share - people, top, people, height),
        RIGHT,
        tr("{paid} / {people} 人").format(paid=bar.paid, people=bar.people),
    )
    room = inside.width() - label - people - share
    whole = QRectF(inside.left() + label, inside.center().y() + 1 - px(THICK) / 2, room, px(THICK))
    _bar(painter, whole, bar.permille, "on_chosen" if here else "quiet")


def _bar(painter: QPainter, whole: QRectF, permille: int, frame: str) -> None:
    painter.fillRect(whole, style.colour("ground"))
    done = QRectF(whole)
    done.setWidth(whole.width() * permille / 1000)
    painter.fillRect(done, style.colour("strong"))
    painter.setPen(QPen(style.colour(frame), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(whole)


class OneBar(QWidget):
    """The whole in one line, in bold, in the columns of the bars below it."""

    def __init__(self, below: "Bars") -> None:
        super().__init__()
        self._bar: Bar | None = None
        self._below = below
        below.resized.connect(self.update)

    def put(self, bar: Bar) -> None:
        """Show this one instead."""
        self._bar = bar
        self.setAccessibleName(spoken(bar))
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(px(LABEL + PEOPLE + SHARE + 120), px(ROW))

    def minimumSizeHint(self) -> QSize:
        """With a bar that can still be seen."""
        return QSize(px(LABEL + PEOPLE + SHARE + 60), px(ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing before there is anything to show."""
        if self._bar is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        port = self._below.viewport()
        left = self.mapFromGlobal(port.mapToGlobal(QPoint(0, 0))).x()
        paint(painter, QRect(left, 0, port.width(), self.height()), self._bar, bold=True)
        painter.end()


class Bars(WholeRows, QListWidget):
    """A bar for each group; ↑ and ↓ go through them where there are more than fit. `resized`: its columns too."""

    resized = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(BarDelegate(self))

    def sizeHint(self) -> QSize:
        """Three bars, and more where there is room."""
        return QSize(px(LABEL + PEOPLE + SHARE + 120), 3 * px(ROW) + FRAME)

    def minimumSizeHint(self) -> QSize:
        """One bar must be seen."""
        return QSize(px(LABEL + PEOPLE + SHARE + 60), px(ROW) + FRAME)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Also where a scroll bar comes or goes."""
        super().resizeEvent(event)
        self.resized.emit()

    def put(self, bars: Sequence[Bar]) -> None:
        """Show these instead; the place in the list stays."""
        here = max(self.currentRow(), 0)
        self.clear()
        for bar in bars:
            item = QListWidgetItem(bar.label)
            item.setData(BAR, bar)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken(bar))
            self.addItem(item)
        self.setCurrentRow(min(here, self.count() - 1))

    @property
    def texts(self) -> list[str]:
        """What is said of each bar (for scripts)."""
        role = Qt.ItemDataRole.AccessibleTextRole
        return [str(self.item(place).data(role)) for place in range(self.count())]


class BarDelegate(QStyledItemDelegate):
    """Draws one bar of a list."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One height for all."""
        return QSize(0, px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The bar, on the ground of a chosen row where the cursor is."""
        place: QRect = option.rect  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus
        here = (option.state & focused) == focused  # type: ignore[attr-defined]
        if here:
            chosen(painter, place)
        paint(painter, place, index.data(BAR), here=here)
        painter.restore()
