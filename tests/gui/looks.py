"""What a picture shows: labels that are cut off, colours of single dots."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtWidgets import QLabel, QWidget

from app.gui.window import Window


def cut_off(window: Window) -> list[str]:
    """The words of every label in one line that has less room than they need, or lies partly outside of its parent."""
    return [item.text() for item in window.findChildren(QLabel) if _in_one_line(item) and not _has_room(item)]


def _in_one_line(item: QLabel) -> bool:
    return item.isVisible() and bool(item.text()) and not item.wordWrap()


def _has_room(item: QLabel) -> bool:
    inside = item.parentWidget().rect().contains(item.geometry())
    return inside and item.width() >= QFontMetrics(item.font()).horizontalAdvance(item.text())


def dot(picture: QImage, window: Window, part: QWidget, *, left: int, top: int) -> str:
    """The colour at this place of a part of the window, as #rrggbb."""
    place = part.mapTo(window, QPoint(left, top))
    return picture.pixelColor(place).name()
