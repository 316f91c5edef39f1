"""A table of records: ↑ and ↓ choose one, Tab goes on. An empty one says in words what is not there."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from app.gui import style
from app.gui.models.paint import MarkDelegate
from app.gui.parts.whole_rows import WholeRows
from app.gui.scale import fix, px
from app.gui.words import tr

Record = TypeVar("Record")
HEAD, ROW, PADDING, FRAME = 46, 36, 24, 8
WRAPPED = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeft.value
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
LEFT_TOP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RecordTable(WholeRows, QTableWidget, Generic[Record]):
    """`wide`: the column that takes the room left, wrapped where that is not enough; `sums`: those with figures, set to
    the right."""

    def __init__(self, name: str, heads: Sequence[str], *, empty: str, wide: int = 0, sums: Sequence[int] = ()) -> None:
        super().__init__(0, len(heads))
        self._empty, self._wide, self._sums, self._records = empty, wide, sums, list[Record]()
        self.setAccessibleName(name)
        header = self.horizontalHeader()
        header.setAccessibleName(tr("{name}：列名").format(name=name))
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
        for place, head in enumerate(heads):
            item = QTableWidgetItem(head)
            item.setTextAlignment(RIGHT if place in sums else LEFT)
            self.setHorizontalHeaderItem(place, item)
        self.verticalHeader().hide()
        fix(self, rows=ROW)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setItemDelegateForColumn(0, MarkDelegate(self))
        header.sectionResized.connect(self._resized)

    def sizeHint(self) -> QSize:
        """Several share a small screen: as many rows as there are, of two to four, and more where there is room."""
        return QSize(px(200), px(HEAD + min(max(self.rowCount(), 2), 4) * ROW) + FRAME)

    def minimumSizeHint(self) -> QSize:
        """One row must be seen."""
        return QSize(px(200), px(HEAD + ROW))

    def put(self, records: Sequence[Record], rows: Sequence[Sequence[str]], *, choose: int = 0) -> None:
        """Show these instead; `choose` is the one that is chosen at first."""
        before = self.chosen
        self._records = list(records)
        self.setRowCount(len(rows))
        for place, row in enumerate(rows):
            for column, words in enumerate(row):
                self._set(place, column, words)
        here = self._records.index(before) if before in self._records else choose
        self._wrap()
        self.updateGeometry()
        self.setCurrentCell(here if rows else -1, 0)

    def _resized(self, column: int, _before: int, _now: int) -> None:
        if column == self._wide:
            self._wrap()

    def _wrap(self) -> None:
        """Rows as high as the words in the wide column need."""
        metrics, room = QFontMetrics(style.font(17)), QRect(0, 0, self.columnWidth(self._wide) - px(PADDING), 10_000)
        for place in range(self.rowCount()):
            item = self.item(place, self._wide)
            words = metrics.boundingRect(room, WRAPPED, item.text()).height() if item else 0
            self.setRowHeight(place, max(px(ROW), words + px(8)))

    def _set(self, place: int, column: int, words: str) -> None:
        item = QTableWidgetItem(words)
        item.setToolTip(words)
        if column in self._sums:
            item.setTextAlignment(RIGHT)
        self.setItem(place, column, item)
        _colour(item)

    def changeEvent(self, event: QEvent) -> None:
        """Another theme or size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            for found in self.findItems("▲", Qt.MatchFlag.MatchStartsWith):
                _colour(found)
            self._wrap()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows; where there are none, what is not there."""
        super().paintEvent(event)
        if not self.rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(style.colour("quiet"))
            painter.setFont(style.font(17))
            painter.drawText(self.viewport().rect().adjusted(12, 10, -12, 0), LEFT_TOP, self._empty)
            painter.end()

    @property
    def chosen(self) -> Record | None:
        """The record the cursor is on, None where there is none."""
        here = self.currentRow()
        return self._records[here] if 0 <= here < len(self._records) else None

    @property
    def said(self) -> str:
        """What stands there instead of rows (for scripts)."""
        return "" if self.rowCount() else self._empty

    @property
    def texts(self) -> list[list[str]]:
        """What can be read, row by row (for scripts)."""
        cells = [[self.item(row, column) for column in range(self.columnCount())] for row in range(self.rowCount())]
        return [[cell.text() if cell else "" for cell in row] for row in cells]


def _colour(item: QTableWidgetItem) -> None:
    """What to look at stands out."""
    if item.text().startswith("▲"):
        item.setForeground(style.colour("caution"))
