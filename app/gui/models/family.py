"""The family: who is in it, who is ticked, what each owes; and how one line looks."""

from collections.abc import Container, Mapping
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.desk.due import Due
from app.desk.look_up import status
from app.desk.order import may_tick, ticked_beforehand
from app.domain.money import yuan
from app.gui import style, text
from app.gui.models import paint
from app.gui.scale import px
from app.gui.words import tr

Index = QModelIndex | QPersistentModelIndex
DUE = Qt.ItemDataRole.UserRole
STANDS = Qt.ItemDataRole.UserRole + 1
TICKED = Qt.ItemDataRole.CheckStateRole
NOBODY: Mapping[str, str] = MappingProxyType({})
ROW_HEIGHT = 42


class FamilyModel(QAbstractListModel):
    """One row a person. Only who can be paid for can be ticked."""

    ticks_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.people: list[Due] = []
        self._ticked: set[str] = set()
        self._beforehand: set[str] = set()
        self._aside: dict[str, str] = {}
        self._held = False

    def put(self, people: list[Due], *, aside: Mapping[str, str] = NOBODY) -> None:
        """Show this family, ticked as the pack allows; `aside`: whose money is not expected now (handles), and how they
        stand instead (text.STATUS)."""
        self.beginResetModel()
        self.people, self._held = people, False
        self._aside = dict(aside)
        self._beforehand = {p.handle for p in people if ticked_beforehand(p) and p.handle not in aside}
        self._ticked = set(self._beforehand)
        self.endResetModel()
        self.ticks_changed.emit()

    def replace(self, row: int, found: Due) -> None:
        """Somebody assessed anew after an answer. Answering is meant: a person who can now be paid for is ticked."""
        self.people = [*self.people[:row], found, *self.people[row + 1 :]]
        self._ticked.discard(found.handle)
        if may_tick(found):
            self._ticked.add(found.handle)
        self.dataChanged.emit(self.index(row), self.index(row))
        self.ticks_changed.emit()

    def hold(self) -> None:
        """Others are to come: those who are here still, until then, pay nothing."""
        self._held = True

    @property
    def ticked(self) -> list[Due]:
        """Those who pay, in the family's order."""
        if self._held:
            return []
        return [found for found in self.people if found.handle in self._ticked]

    def untick(self, handles: Container[str]) -> None:
        """Take the ticks of these away: their money is not expected any more."""
        self._ticked = {handle for handle in self._ticked if handle not in handles}
        self._beforehand = {handle for handle in self._beforehand if handle not in handles}
        self.dataChanged.emit(self.index(0), self.index(len(self.people) - 1))
        self.ticks_changed.emit()

    def set_aside(self, aside: Mapping[str, str]) -> None:
        """These stand otherwise now, and their ticks go."""
        self._aside |= aside
        self.untick(aside)

    def stands(self, found: Due) -> str:
        """How somebody stands (text.STATUS)."""
        return status(found) if found.paid else self._aside.get(found.handle, status(found))

    @property
    def can_tick(self) -> bool:
        """Whether there is anybody who can be paid for now."""
        return any(may_tick(found) for found in self.people)

    def toggle(self, row: int) -> bool:
        """Tick or untick; False where this person cannot be ticked."""
        found = self.people[row]
        if not may_tick(found):
            return False
        self._ticked ^= {found.handle}
        self.dataChanged.emit(self.index(row), self.index(row))
        self.ticks_changed.emit()
        return True

    def only(self, row: int) -> bool:
        """Tick this person alone; once more, those who were ticked beforehand. False where nobody can be ticked."""
        found = self.people[row]
        if not may_tick(found):
            return False
        alone = self._ticked == {found.handle}
        self._ticked = set(self._beforehand) if alone else {found.handle}
        self.dataChanged.emit(self.index(0), self.index(len(self.people) - 1))
        self.ticks_changed.emit()
        return True

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One row a person."""
        return 0 if parent.isValid() else len(self.people)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The assessed person, how they stand, the tick (None where none is possible), or what a screen reader says."""
        found = self.people[index.row()]
        if role == DUE:
            return found
        if role == STANDS:
            return self.stands(found)
        if role == TICKED:
            if not may_tick(found):
                return None
            return Qt.CheckState.Checked if found.handle in self._ticked else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            chosen = tr("已选，") if found.handle in self._ticked else ""
            return tr("{chosen}{name}，{status}，{amount}").format(
                chosen=chosen, name=found.resident.name, status=text.STATUS[self.stands(found)], amount=amount(found)
            )
        return None


def amount(found: Due) -> str:
    """What stands at the end of the line: the sum due, or a dash where nothing can be said or is left to pay."""
    due_fen = found.assessment.due_fen
    if found.paid:
        return tr("已收 {due}").format(due=yuan(found.paid["due_fen"]))
    return yuan(due_fen) if due_fen is not None else "—"


class FamilyDelegate(QStyledItemDelegate):
    """Tick, name, relation and birth, category, status, sum: in columns, so that sums stand under one another."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All lines are of one height."""
        return QSize(px(300), px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        found: Due = index.data(DUE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place: QRect = option.rect  # type: ignore[attr-defined]
        here = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)  # type: ignore[attr-defined]
        self._ground(painter, place, here, focused)
        self._box(painter, place, index.data(TICKED), here)
        self._who(painter, place, found, here)
        self._stands(painter, place, index.data(STANDS))
        self._sum(painter, place, found, here, ticked=index.data(TICKED) == Qt.CheckState.Checked)
        painter.restore()

    def _ground(self, painter: QPainter, place: QRect, here: bool, focused: bool) -> None:
        if here:
            # A line of the card's own between frame and ground: it is seen beside either, in every theme.
            paint.chosen(painter, place.adjusted(4, 4, -4, -5) if focused else place)
        if focused:
            painter.setPen(QPen(style.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(place.adjusted(1, 1, -2, -2))
        painter.fillRect(QRect(place.left() + 12, place.bottom(), place.width() - 24, 1), style.colour("line"))

    def _box(self, painter: QPainter, place: QRect, ticked: Qt.CheckState | None, here: bool) -> None:
        if ticked is None:
            return
        size = px(25)
        box = QRectF(place.left() + px(16), place.center().y() - size // 2, size, size)
        paint.tick_box(painter, box, ticked=ticked == Qt.CheckState.Checked, in_chosen=here)

    def _who(self, painter: QPainter, place: QRect, found: Due, here: bool) -> None:
        left, right = place.left() + px(56), place.right() - px(266)
        name = min(px(150), (right - left) // 3)
        painter.setPen(style.colour("on_chosen" if here else "ink"))
        painter.setFont(style.font(21, bold=True))
        paint.elided(painter, QRect(left, place.top(), name - 8, place.height()), found.resident.name)
        painter.setPen(style.colour("on_chosen" if here else "quiet"))
        painter.setFont(style.font(15))
        r = found.resident
        words = "  ".join(filter(None, (r.relation, text.born(r.birth_date), found.assessment.category)))
        paint.elided(painter, QRect(left + name, place.top(), right - left - name - 8, place.height()), words)

    def _stands(self, painter: QPainter, place: QRect, stands: str) -> None:
        wide, high = px(paint.BADGE_WIDTH), px(paint.BADGE_HEIGHT)
        top = place.center().y() - high // 2 + 1
        paint.badge(painter, QRect(place.right() - px(264), top, wide, high), stands)

    def _sum(self, painter: QPainter, place: QRect, found: Due, here: bool, *, ticked: bool) -> None:
        ink = "ink" if ticked or found.paid is None else "quiet"
        painter.setPen(style.colour("on_chosen" if here else ink))
        painter.setFont(style.font(21 if not found.paid else 17, bold=ticked))
        where = QRect(place.right() - px(160), place.top(), px(144), place.height())
        painter.drawText(where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, amount(found))
