"""What dims the page under a sheet."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget

from app.gui import style
from app.gui.parts.sheet_card import corners, draw_round

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
        self._corners = QRegion()
        self.hide()
        host.installEventFilter(self)

    @property
    def comes(self) -> bool:
        """Whether a sheet lies there already and the page is not dimmed yet."""
        return bool(self._sheets) and self.isHidden()

    def lie_under(self, sheet: QWidget) -> None:
        """Soon, or now where it lies under another already."""
        self._sheets.append(sheet)
        sheet.installEventFilter(self)
        # A second click may wait already, for what was there when the first one came.
        self._page.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        if self.isHidden():
            QTimer.singleShot(AFTER_MS, self, self._follow)
        else:
            self._follow()

    def leave(self, sheet: QWidget) -> None:
        """It goes before anything is painted, but not where another sheet has come by then."""
        self._sheets.remove(sheet)
        sheet.removeEventFilter(self)
        QTimer.singleShot(0, self, self._follow)

    def _follow(self) -> None:
        if self._sheets:
            self.setGeometry(self.host.rect())
            self._find_place()
            self._draw_corners()
        self.setVisible(bool(self._sheets))
        self._page.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, bool(self._sheets))

    def _find_place(self) -> None:
        """Under the uppermost sheet and over the others. Where it lies so, it is left alone: moved, all is painted."""
        order, upper = self.host.children().index, self._sheets[-1]
        lies_so = order(self) < order(upper) and all(order(each) < order(self) for each in self._sheets[:-1])
        if self.isHidden() or not lies_so:
            self.stackUnder(upper)

    def _draw_corners(self) -> None:
        """Where they are now and where they were: to Qt these places belong to no sheet."""
        before, self._corners = self._corners, QRegion()
        for each in self._sheets:
            self._corners += corners(each.geometry())
        if self._corners != before:
            self.update(self._corners + before)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """As large as what it dims; a sheet that moves takes its corners along."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            if watched is self.host:
                self.setGeometry(self.host.rect())
            elif watched in self._sheets:
                self._draw_corners()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """All of it in one colour, with the round corners of the sheets: the lower ones dimmed, too."""
        with QPainter(self) as painter:
            for each in self._sheets[:-1]:
                # No more than these: what else it says lies there already.
                painter.setClipRegion(corners(each.geometry()))
                draw_round(painter, each.geometry())
            painter.setClipping(False)
            painter.fillRect(event.rect(), style.colour("backdrop"))
            for each in self._sheets[-1:]:
                draw_round(painter, each.geometry())
