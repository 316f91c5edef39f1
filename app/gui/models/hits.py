"""The hits of the search box: a list model over frozen `Hit`s, and how one line looks."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.desk.look_up import Hit, Hits
from app.gui import style, text
from app.gui.models import paint
from app.gui.scale import px
from app.gui.words import tr

Index = QModelIndex | QPersistentModelIndex
HIT = Qt.ItemDataRole.UserRole
STANDS = Qt.ItemDataRole.UserRole + 1
ROW_HEIGHT = 68


class HitsModel(QAbstractListModel):
    """People that match what was typed."""

    def __init__(self) -> None:
        super().__init__()
        self.hits: Sequence[Hit] = ()
        self._said: dict[str, Hit] = {}
        self._rows = 0
        self.aside: dict[str, str] = {}
        """Whose money is not expected now (handles), and how they stand instead (text.STATUS)."""

    def put(self, hits: Sequence[Hit]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self.hits, self._said, self._rows = hits, {}, len(hits)
        self.endResetModel()

    @property
    def keys(self) -> dict[str, str]:
        """Handle -> the person's key, of all of them."""
        return self.hits.keys if isinstance(self.hits, Hits) else {}

    def set_aside(self, aside: dict[str, str]) -> None:
        """These are not asked for money now."""
        if aside != self.aside:
            self.aside = aside
            self._redraw()

    def stands(self, hit: Hit) -> str:
        """How somebody stands (text.STATUS)."""
        return hit.status if hit.status == "paid" else self.aside.get(hit.resident, hit.status)

    def say(self, hit: Hit) -> None:
        """Show somebody as assessed with what was told; nothing where this person is not in the list."""
        self._said[hit.resident] = hit
        self._redraw()

    def unsay(self) -> None:
        """Show everyone as the roster has them."""
        # On every key that is typed: a list told of a change lays out and draws all its lines once more.
        if self._said:
            self._said = {}
            self._redraw()

    def _redraw(self) -> None:
        if self.hits:
            self.dataChanged.emit(self.index(0), self.index(len(self.hits) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One row a person."""
        return 0 if parent.isValid() else self._rows

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The hit itself, how they stand, or what a screen reader says of it."""
        hit = self.hits[index.row()]
        hit = self._said.get(hit.resident, hit)
        if role == HIT:
            return hit
        if role == STANDS:
            return self.stands(hit)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return tr("{name}，{second_line}，{status}").format(
                name=hit.name, second_line=second_line(hit), status=text.STATUS[self.stands(hit)]
            )
        return None


def second_line(hit: Hit) -> str:
    """What tells people of one name apart: head of the household, group, birth."""
    head = tr("户主 {head}").format(head=hit.head) if hit.head else tr("户主未填")
    return "  ".join(filter(None, (head, hit.group, text.born(hit.birth_date))))


class HitDelegate(QStyledItemDelegate):
    """Name and status on the first line, head, group and birth on the second."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All lines are of one height."""
        return QSize(px(200), px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        hit: Hit = index.data(HIT)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place: QRect = option.rect  # type: ignore[attr-defined]
        here = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        self._ground(painter, place, here)
        inner = place.adjusted(px(16), px(7), -px(12), -px(7))
        wide, high = px(paint.BADGE_WIDTH), px(paint.BADGE_HEIGHT)
        badge = QRect(inner.right() - wide, inner.top(), wide, high)
        paint.badge(painter, badge, index.data(STANDS))
        painter.setPen(style.colour("on_chosen" if here else "ink"))
        painter.setFont(style.font(21, bold=True))
        paint.elided(painter, QRect(inner.left(), inner.top(), badge.left() - inner.left() - px(10), high), hit.name)
        painter.setPen(style.colour("on_chosen" if here else "quiet"))
        painter.setFont(style.font(15))
        below = QRect(inner.left(), inner.bottom() - px(23), inner.width(), px(24))
        paint.elided(painter, below, second_line(hit))
        painter.restore()

    def _ground(self, painter: QPainter, place: QRect, chosen: bool) -> None:
        if chosen:
            paint.chosen(painter, place)
        painter.fillRect(QRect(place.left() + 12, place.bottom(), place.width() - 24, 1), style.colour("line"))
