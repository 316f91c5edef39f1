"""A box to tick with its words, drawn as the ticks of the family are, so that it is seen in every theme."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox

from app.gui import style
from app.gui.models import paint
from app.gui.scale import px

BOX, GAP, EDGE = 22, 10, 6
FRAME, ROUND = 2, 6


class TickBox(QCheckBox):
    """Space ticks it. Where the keyboard is on it, a frame says so."""

    def sizeHint(self) -> QSize:
        """Box, gap and words."""
        words = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic.value, self.text())
        return QSize(px(BOX) + px(GAP) + words.width() + 2 * EDGE, max(px(BOX), words.height()) + 2 * EDGE)

    def minimumSizeHint(self) -> QSize:
        """No words are cut off."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box, then the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = px(BOX)
        box = QRectF(EDGE, (self.height() - size) / 2, size, size)
        paint.tick_box(painter, box, ticked=self.isChecked())
        painter.setPen(style.colour("ink" if self.isEnabled() else "off"))
        words = self.rect().adjusted(EDGE + size + px(GAP), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            painter.setPen(QPen(style.colour("focus"), FRAME))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), ROUND, ROUND)
        painter.end()
