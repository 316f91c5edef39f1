"""What a picture shows: labels that are cut off, colours of single dots."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtWidgets import QAbstractItemView, QLabel, QWidget

from app.gui import style
from app.gui.window import Window


def cut_off(window: Window) -> list[str]:
    """The words of every label in one line that has less room than they need, or lies partly outside of its parent."""
    return [item.text() for item in window.findChildren(QLabel) if _in_one_line(item) and not _has_room(item)]


def _in_one_line(item: QLabel) -> bool:
    return item.isVisible() and bool(item.text()) and not item.wordWrap()


def _has_room(item: QLabel) -> bool:
    inside = item.parentWidget().rect().contains(item.geometry())
    return inside and item.width() >= QFontMetrics(item.font()).horizontalAdvance(item.text())


def half_row(view: QAbstractItemView) -> str:
    """Where the row at the bottom does not fit and something of it is seen: which one."""
    port, picture = view.viewport().rect(), view.viewport().grab().toImage()
    index = view.indexAt(QPoint(port.left() + 1, port.bottom()))
    row = view.visualRect(index)
    if row.bottom() <= port.bottom():
        return ""
    below = {picture.pixelColor(x, y).name() for x in range(port.width()) for y in range(row.top(), port.bottom() + 1)}
    return "" if below == {style.colour("card").name()} else str(index.data())


def marks_chosen(view: QAbstractItemView) -> bool:
    """Whether each chosen row in sight has its bar at the left."""
    picture, rows = view.viewport().grab().toImage(), view.viewport().rect()
    for place in map(view.visualRect, view.selectedIndexes()):
        if place.left() > 0 or not rows.contains(place.center()):
            continue
        middle = place.center().y()
        if style.colour("mark").name() not in {picture.pixelColor(x, middle).name() for x in range(9)}:
            return False
    return True


def dot(picture: QImage, window: Window, part: QWidget, *, left: int, top: int) -> str:
    """The colour at this place of a part of the window, as #rrggbb."""
    place = part.mapTo(window, QPoint(left, top))
    return picture.pixelColor(place).name()
