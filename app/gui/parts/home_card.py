"""A card of the home page that only tells: Tab reaches it, so that large text scrolls to it and it is read out."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLabel

from app.gui import style
from app.gui.words import tr

RING, ROUND = 2, 9
MARGIN = 14


class HomeCard(QFrame):
    """`name` is what it is about; what it says is read off its own labels."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(name)

    def tell(self) -> None:
        """Have what stands here now read out."""
        shown = [each.text() for each in self.findChildren(QLabel) if not each.isHidden() and each.text()]
        self.setAccessibleDescription(tr("；").join(shown))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ring in the colour of the keyboard while it is here."""
        super().paintEvent(event)
        if not self.hasFocus():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(style.colour("focus"), RING))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), ROUND, ROUND)
        painter.end()
