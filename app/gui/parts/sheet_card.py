"""The card that a sheet is. Qt knows it as opaque, so that nothing of the page under it is painted with it; its corners
are round all the same."""

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QFrame

from app.gui import style
from app.gui.scale import px

BORDER, CORNER = 1, 14
HALF = 0.5


class SheetCard(QFrame):
    """Paints itself, as Qt takes a widget with rounded borders in its style sheet for transparent. The four corners are
    cut out of it: what is round there draws the shade that lies under it (`draw_round`)."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The corners lie elsewhere."""
        super().resizeEvent(event)
        self._cut_corners()

    def changeEvent(self, event: QEvent) -> None:
        """With another size of text they are larger or smaller."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._cut_corners()

    def _cut_corners(self) -> None:
        self.setMask(QRegion(self.rect()) - corners(self.rect()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Every dot that is asked for."""
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), style.colour("card"))
            # Smoothed, too: on a screen of 125 % its edges lie between the dots.
            draw_round(painter, self.rect())


def corners(place: QRect) -> QRegion:
    """The four squares at the corners of a card at this place that it leaves out."""
    corner = px(CORNER)
    wide, high = place.adjusted(0, corner, 0, -corner), place.adjusted(corner, 0, -corner, 0)
    return QRegion(place) - QRegion(wide) - QRegion(high)


def draw_round(painter: QPainter, place: QRect) -> None:
    """All of a card with round corners, where one lies with its own cut out."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(style.colour("card"))
    painter.setPen(style.colour("line"))
    # A line of one dot lies in the middle of it, not between two.
    painter.drawRoundedRect(place.toRectF().adjusted(HALF, HALF, -HALF, -HALF), px(CORNER), px(CORNER))
    painter.restore()
