"""The households that are left as a table: ↑ and ↓ choose one, Enter goes on with it, Tab leaves.

A model of its own, so that only what is on the screen is ever asked for; the columns are measured once for each value.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from app.desk.left import Household
from app.gui import style, text
from app.gui.models.family import Index
from app.gui.models.paint import MarkDelegate
from app.gui.parts.whole_rows import WholeRows
from app.gui.scale import fix, px
from app.gui.words import tr

HEADS = (tr("村民小组"), tr("户号"), tr("户主"), tr("没缴"), tr("应缴"), tr("说明"))
SUMS = frozenset({3, 4})
HEAD, ROW, PADDING = 42, 36, 26
NOBODY = tr("没有要去的户。")
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
LEFT_TOP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
NO_PARENT = QModelIndex()


class HomesModel(QAbstractTableModel):
    """Households and their words."""

    def __init__(self) -> None:
        super().__init__()
        self.homes: tuple[Household, ...] = ()
        self.texts: list[tuple[str, ...]] = []

    def put(self, homes: Sequence[Household]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self.homes, self.texts = tuple(homes), [_row(each) for each in homes]
        self.endResetModel()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """One for each household."""
        return 0 if parent.isValid() else len(self.texts)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """As many as there are heads."""
        return 0 if parent.isValid() else len(HEADS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell, whole where the column is too narrow for them, and where they stand."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.texts[index.row()][index.column()]
        return self._aligned(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The heads of the columns."""
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return HEADS[section]
        return self._aligned(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _aligned(self, place: int) -> Qt.AlignmentFlag:
        return RIGHT if place in SUMS else LEFT


def _row(each: Household) -> tuple[str, ...]:
    open_ = tr("{undecided} 人待核定").format(undecided=each.undecided) if each.undecided else ""
    zero = tr("{zero} 人免缴，待确认").format(zero=each.zero) if each.zero else ""
    noted = tr("{noted} 人已记原因").format(noted=each.noted) if each.noted else ""
    said = tr("；").join(filter(None, (open_, zero, noted)))
    number = each.household or tr("没有户号")
    due = tr("待核定") if each.due_fen is None else text.yuan(each.due_fen)
    return (each.group, number, each.head, tr("{people} 人").format(people=each.people), due, said)


class HomesTable(WholeRows, QTableView):
    """The table. Where it is empty it says so in words."""

    def __init__(self) -> None:
        super().__init__()
        self._homes, self.nobody = HomesModel(), NOBODY
        self.setModel(self._homes)
        self.setAccessibleName(tr("还没缴的户"))
        header = self.horizontalHeader()
        header.setAccessibleName(tr("还没缴的户：列名"))
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        self.verticalHeader().hide()
        fix(self, rows=ROW)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setItemDelegateForColumn(0, MarkDelegate(self))
        self.setWordWrap(False)

    def sizeHint(self) -> QSize:
        """Three rows, and more where there is room."""
        return QSize(px(200), px(HEAD + 3 * ROW))

    def minimumSizeHint(self) -> QSize:
        """One row must be seen."""
        return QSize(px(200), px(HEAD + ROW))

    def put(self, homes: Sequence[Household]) -> None:
        """Show these instead; the cursor stays on its household, or where that one was."""
        before, here = self.chosen, max(self.currentIndex().row(), 0)
        same = next((place for place, each in enumerate(homes) if before and _is_same(each, before)), here)
        self._homes.put(homes)
        self._measure()
        if homes:
            self.selectRow(min(same, len(homes) - 1))

    def _measure(self) -> None:
        words, heads = QFontMetrics(style.font(17)), QFontMetrics(style.font(17, bold=True))
        for place, head in enumerate(HEADS[:-1]):
            # A village repeats its words; each is measured once.
            cells = {row[place] for row in self._homes.texts}
            widest = max((words.horizontalAdvance(cell) for cell in cells), default=0)
            self.setColumnWidth(place, max(widest, heads.horizontalAdvance(head)) + px(PADDING))

    def changeEvent(self, event: QEvent) -> None:
        """Another size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.model() is not None:
            self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows; where there are none, that there are none."""
        super().paintEvent(event)
        if not self._homes.texts:
            painter = QPainter(self.viewport())
            painter.setPen(style.colour("quiet"))
            painter.setFont(style.font(17))
            painter.drawText(self.viewport().rect().adjusted(12, 10, -12, 0), LEFT_TOP, self.said)
            painter.end()

    @property
    def chosen(self) -> Household | None:
        """The household the cursor is on, None where there is none."""
        here = self.currentIndex().row()
        return self._homes.homes[here] if 0 <= here < len(self._homes.homes) else None

    @property
    def said(self) -> str:
        """What stands there instead of rows (for scripts)."""
        return "" if self._homes.texts else self.nobody

    @property
    def texts(self) -> list[tuple[str, ...]]:
        """What can be read, row by row (for scripts)."""
        return self._homes.texts


def _is_same(one: Household, other: Household) -> bool:
    """The same household, whoever of it has paid meanwhile; who has none is told apart by the handle."""
    same = (one.group, one.household) == (other.group, other.household)
    return same and (bool(one.household) or one.resident == other.resident)
