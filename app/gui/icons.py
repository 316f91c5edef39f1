"""Icons of one set (resources/icons), drawn in any colour and size. They support a word and never stand for one."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from app import RESOURCES
from app.gui import scale, style

FOLDER = RESOURCES / "icons"


@cache
def _lines(name: str, ink: str) -> QSvgRenderer:
    words = (FOLDER / f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", ink)
    return QSvgRenderer(QByteArray(words.encode()))


def draw(painter: QPainter, place: QRectF, name: str, ink: QColor) -> None:
    """One icon that fills a square place."""
    _lines(name, ink.name()).render(painter, place)


def icon(name: str, meaning: str, pixels: int, *, after: int = 0, fineness: float) -> QIcon:
    """For a button of Qt's own: in the colour of this meaning as it is now, for a screen of this fineness; `after` is
    empty room beside it, as Qt keeps little before the word."""
    size = scale.px(pixels)
    picture = QPixmap(QSize(size + after, size) * fineness)
    picture.setDevicePixelRatio(fineness)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(painter, QRectF(0, 0, size, size), name, style.colour(meaning))
    painter.end()
    return QIcon(picture)


class Icon(QWidget):
    """An icon beside a word; it follows the theme and the size of the text."""

    def __init__(self, name: str, meaning: str = "ink", *, pixels: int = 22) -> None:
        super().__init__()
        self._name, self._meaning = name, meaning
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        scale.fix(self, width=pixels, height=pixels)

    def show_icon(self, name: str, meaning: str) -> None:
        """Another one in its place."""
        self._name, self._meaning = name, meaning
        self.update()

    def paintEvent(self, event: object) -> None:
        """In the colour of its meaning, paler where its button cannot be pressed."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw(painter, QRectF(self.rect()), self._name, style.colour(self._meaning if self.isEnabled() else "off"))
        painter.end()
