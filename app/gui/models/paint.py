"""Drawing shared by the delegates: a status as icon, word and colour, so that none of them is needed alone."""

from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.gui import icons, style, text
from app.gui.scale import percent, px

Index = QModelIndex | QPersistentModelIndex
BADGE_WIDTH, BADGE_HEIGHT = 98, 30
ICON, BAR = 18, 5
ICONS = {
    "unpaid": "circle", "paid": "circle-check", "zero": "diamond", "refer": "triangle-alert", "refused": "ban",
    "declined": "x", "card": "credit-card",
}  # fmt: skip


def badge(painter: QPainter, place: QRect, status: str) -> None:
    """The status in a rounded field that fills `place`: drawn once for each look, a list shows many of them."""
    sharp = painter.device().devicePixelRatioF()
    picture = _badge(status, place.size().toTuple(), sharp, style.theme(), percent())
    painter.drawPixmap(place.topLeft(), picture)


@lru_cache(maxsize=64)
def _badge(status: str, size: tuple[int, int], sharp: float, _theme: str, _percent: int) -> QPixmap:
    picture = QPixmap(QSize(*size) * sharp)
    picture.setDevicePixelRatio(sharp)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw_badge(painter, QRect(QPoint(), QSize(*size)), status)
    painter.end()
    return picture


def _draw_badge(painter: QPainter, place: QRect, status: str) -> None:
    ink, ground = (style.colour(name) for name in style.STATUS[status])
    painter.setPen(QPen(ink, 1))
    painter.setBrush(ground)
    painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
    size = px(ICON)
    icons.draw(painter, QRectF(place.left() + px(7), place.center().y() + 1 - size / 2, size, size), ICONS[status], ink)
    painter.setPen(ink)
    painter.setFont(style.font(15, bold=True))
    painter.drawText(place.adjusted(px(27), 0, -px(5), 0), Qt.AlignmentFlag.AlignCenter, text.STATUS[status])


def chosen(painter: QPainter, place: QRect) -> None:
    """The ground of a chosen row: its colour, and a bar at the left, so that the colour need not be told."""
    painter.fillRect(place, style.colour("chosen"))
    painter.fillRect(QRect(place.left(), place.top(), BAR, place.height()), style.colour("mark"))


class MarkDelegate(QStyledItemDelegate):
    """The bar of a chosen row, for the first column of a table; its colour comes from the style sheet."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The cell as ever, the bar over it."""
        super().paint(painter, option, index)
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]
            place: QRect = option.rect  # type: ignore[attr-defined]
            painter.fillRect(QRect(place.left(), place.top(), BAR, place.height()), style.colour("mark"))


def tick_box(painter: QPainter, box: QRectF, *, ticked: bool, in_chosen: bool = False) -> None:
    """A box to tick, with its tick or empty; `in_chosen`: on the ground of a chosen row."""
    painter.setPen(QPen(style.colour("mark" if in_chosen else "strong" if ticked else "edge"), 2))
    painter.setBrush(style.colour("strong" if ticked else "chosen" if in_chosen else "card"))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)
    if ticked:
        painter.setPen(QPen(style.colour("on_strong"), px(3)))
        tick(painter, box)


def tick(painter: QPainter, place: QRectF) -> None:
    """A tick in the pen that is set."""
    path = QPainterPath(_at(place, 0.25, 0.52))
    path.lineTo(_at(place, 0.44, 0.72))
    path.lineTo(_at(place, 0.77, 0.3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def _at(place: QRectF, across: float, down: float) -> QPointF:
    return QPointF(place.left() + place.width() * across, place.top() + place.height() * down)


def elided(painter: QPainter, place: QRect, words: str) -> None:
    """A line of text that ends in … where it does not fit."""
    short = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, short)
