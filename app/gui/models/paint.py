"""Drawing shared by the delegates: a status as shape, word and colour, so that none of them is needed alone."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from app.gui import style, text

BADGE_WIDTH, BADGE_HEIGHT = 92, 30
MARK = 14


def badge(painter: QPainter, place: QRect, status: str) -> None:
    """The status in a rounded field that fills `place`."""
    ink, ground = (style.colour(name) for name in style.STATUS[status])
    painter.setPen(QPen(ink, 1))
    painter.setBrush(ground)
    painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
    mark = QRectF(place.left() + 9, place.center().y() - MARK / 2 + 1, MARK, MARK)
    shape(painter, mark, status, ink)
    painter.setPen(ink)
    painter.setFont(style.font(16, bold=True))
    painter.drawText(place.adjusted(28, 0, -6, 0), Qt.AlignmentFlag.AlignCenter, text.STATUS[status])


def shape(painter: QPainter, place: QRectF, status: str, ink: QColor) -> None:
    """○ unpaid, ● with a tick paid, ◇ nothing due, △ to be settled, ⊘ refused."""
    painter.setPen(QPen(ink, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if status == "unpaid":
        painter.drawEllipse(place)
    elif status == "paid":
        painter.setBrush(ink)
        painter.drawEllipse(place)
        painter.setPen(QPen(QColor("white"), 2))
        tick(painter, place)
    elif status == "zero":
        painter.drawPolygon(QPolygonF([_at(place, 0.5, 0), _at(place, 1, 0.5), _at(place, 0.5, 1), _at(place, 0, 0.5)]))
    elif status == "refer":
        painter.drawPolygon(QPolygonF([_at(place, 0.5, 0.04), _at(place, 1, 0.94), _at(place, 0, 0.94)]))
    else:
        painter.drawEllipse(place)
        painter.drawLine(_at(place, 0.16, 0.84), _at(place, 0.84, 0.16))


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
