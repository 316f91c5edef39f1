"""What dims the page under a sheet."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.gui import style

AFTER_MS = 1


class Shade(QWidget):
    """Dims what lies under the uppermost sheet over `host`: the `page` there and other sheets.

    One for all sheets, so that it stays where one follows the other. It comes in a turn of its own, after the sheet has
    been painted: half of the page need not be painted again in that first one, which is long enough. The mouse reaches
    nothing on the page from the very first.
    """

    def __init__(self, host: QWidget, page: QWidget) -> None:
        super().__init__(host)
        self.host, self._page = host, page
        self._sheets: list[QWidget] = []
        self.hide()
        host.installEventFilter(self)

    @property
    def comes(self) -> bool:
        """Whether a sheet lies there already and the page is not dimmed yet."""
        return bool(self._sheets) and self.isHidden()

    def lie_under(self, sheet: QWidget) -> None:
        """Soon, or now where it lies under another already."""
        self._sheets.append(sheet)
        # A second click may wait already, for what was there when the first one came.
        self._page.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        if self.isHidden():
            QTimer.singleShot(AFTER_MS, self, self._follow)
        else:
            self._follow()

    def leave(self, sheet: QWidget) -> None:
        """It goes before anything is painted, but not where another sheet has come by then."""
        self._sheets.remove(sheet)
        QTimer.singleShot(0, self, self._follow)

    def _follow(self) -> None:
        if self._sheets:
            self.setGeometry(self.host.rect())
            self._find_place()
        self.setVisible(bool(self._sheets))
        self._page.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, bool(self._sheets))

    def _find_place(self) -> None:
        """Under the uppermost sheet and over the others. Where it lies so, it is left alone: moved, all is painted."""
        order, upper = self.host.children().index, self._sheets[-1]
        lies_so = order(self) < order(upper) and all(order(each) < order(self) for each in self._sheets[:-1])
        if self.isHidden() or not lies_so:
            self.stackUnder(upper)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """As large as what it dims."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """All of it in one colour."""
        QPainter(self).fillRect(event.rect(), style.colour("backdrop"))
