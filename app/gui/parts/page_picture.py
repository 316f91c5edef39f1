"""A page as it will be printed: painted by what prints it, only smaller."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel

from app.devices.drawing import Drawing

EDGE = 8


class PagePicture(QLabel):
    """Has room for one page; on a fine screen at its full fineness."""

    def __init__(self, name: str, size: QSize) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("type", "page")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.take(size)

    def take(self, size: QSize) -> None:
        """Have this much room."""
        self._room = size - QSize(EDGE, EDGE)
        self.setFixedSize(size)

    @property
    def room(self) -> tuple[float, float]:
        """Width and height in dots of this screen."""
        fine = self.devicePixelRatioF()
        return self._room.width() * fine, self._room.height() * fine

    def show_words(self, words: str) -> None:
        """Words in place of a page."""
        self.setPixmap(QPixmap())
        self.setText(words)

    def show_png(self, data: bytes) -> None:
        """A picture made for `room`."""
        picture = QPixmap()
        picture.loadFromData(data)
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        self.setText("")
        self.setPixmap(picture)


def fineness(page: Drawing, room: tuple[float, float]) -> float:
    """Dots a millimetre with which the page just fits."""
    return min(room[0] / page.width, room[1] / page.height)
