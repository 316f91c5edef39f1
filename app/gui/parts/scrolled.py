"""A page in a frame that scrolls where the page does not fit: large text and small screens cut nothing off.

What stands side by side (`layout.sides`) goes under one another first, where there is no room for it.
"""

from functools import cache, partial
from weakref import WeakKeyDictionary

import shiboken6
from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QBoxLayout,
    QFrame,
    QLayoutItem,
    QScrollArea,
    QScrollBar,
    QVBoxLayout,
    QWidget,
)

from app.gui.parts.keys import bind
from app.gui.parts.layout import LAST_ABOVE, SIDES

ACROSS, DOWN, UP = (getattr(QBoxLayout.Direction, way) for way in ("LeftToRight", "TopToBottom", "BottomToTop"))
STEP = QScrollBar.SliderAction
ROOM = 12

_looked_at: WeakKeyDictionary[QWidget, QWidget] = WeakKeyDictionary()
"""For a field what is to be in sight while it has the focus (`look_at`)."""


class _Held(QWidget):
    """Asks for the least height a page can do with, for its lists give way before it scrolls; but what goes under one
    another scrolls anyway, and takes the height it likes."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self.page = page
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.addWidget(page)

    def arrange(self, width: int) -> None:
        """Side by side where there is room for it."""
        for sides in self.page.findChildren(QBoxLayout, SIDES):
            under = UP if sides.property(LAST_ABOVE) else DOWN
            wanted = ACROSS if self._least_across(sides) <= width else under
            if sides.direction() != wanted:
                sides.setDirection(wanted)
                self._tell(sides)

    def _tell(self, sides: QBoxLayout) -> None:
        """A card that is not shown Qt does not lay out: asked how wide it is, it would say what it was before."""
        around: QWidget | None = sides.parentWidget()
        while around is not None and around is not self:
            inside = around.layout()
            if inside is not None:
                inside.activate()
            around.updateGeometry()
            around = around.parentWidget()

    def _least_across(self, sides: QBoxLayout) -> int:
        items = [sides.itemAt(place) for place in range(sides.count())]
        around = self.page.layout()
        frame = around.contentsMargins() if around else self.contentsMargins()
        gaps = sides.spacing() * (len(items) - 1) + frame.left() + frame.right()
        return sum(self._least(item) for item in items) + gaps

    def _least(self, item: QLayoutItem) -> int:
        """Sides among sides are asked what they want side by side, however they stand now."""
        inner = item.layout()
        if isinstance(inner, QBoxLayout) and inner.objectName() == SIDES:
            return self._least_across(inner)
        return item.minimumSize().width()

    def heightForWidth(self, width: int) -> int:
        """In place of the height Qt would take, which is always the one the page likes."""
        if not self._inside.hasHeightForWidth():
            return self.minimumSizeHint().height()
        down = any(sides.direction() != ACROSS for sides in self.page.findChildren(QBoxLayout, SIDES))
        return self._inside.totalHeightForWidth(width) if down else self._inside.totalMinimumHeightForWidth(width)

    def sizeHint(self) -> QSize:
        """As small as can be; the frame around it makes it as large as there is room."""
        return self.minimumSizeHint()


class Scrolled(QScrollArea):
    """One page; the keyboard goes through it to the page. `lacks`: how many pixels of height (less than none: it has so
    many to spare)."""

    lacks = Signal(int)

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self.page, self._held = page, _Held(page)
        self.waits: QWidget | None = None
        """Has the focus and may be out of sight: the page's beginning comes first."""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        # A viewport made here: asked for Qt's own, PySide first makes a type of every kind of widget there is (40 ms).
        ground = QWidget()
        self.setViewport(ground)
        self.setWidget(self._held)
        # What lies behind shines through: the ground of a page, the card of a sheet.
        ground.setAutoFillBackground(False)
        self._held.setAutoFillBackground(False)
        # A sentence below that takes room away, a field above that comes: neither pushes out what has the focus.
        self.verticalScrollBar().rangeChanged.connect(self._keep_in_sight)
        # Page Up and Page Down alone belong to lists.
        for key, step in (("Ctrl+PgUp", STEP.SliderPageStepSub), ("Ctrl+PgDown", STEP.SliderPageStepAdd)):
            bind(self, key, partial(self.verticalScrollBar().triggerAction, step))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There may be room side by side again, or none any more; what has the focus stays in sight."""
        # From the first size on only: the page tells of each thing that is put into it.
        self.page.installEventFilter(self)
        self._arrange()
        super().resizeEvent(event)
        self._keep_in_sight()

    def _keep_in_sight(self) -> None:
        now = QApplication.focusWidget()
        if now is not None and self.isAncestorOf(now):
            bring_in_sight(now)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """So it may when something on the page has grown."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().eventFilter(watched, event)

    def _arrange(self) -> None:
        """No bar where everything fits without one: Qt asks only whether it fits beside the bar that is there."""
        room = self.maximumViewportSize()
        self._held.arrange(room.width())
        lacking = self._held.heightForWidth(room.width()) - room.height()
        if lacking > 0:
            # What there is room for side by side without the bar may have none beside it.
            self._held.arrange(room.width() - self.verticalScrollBar().sizeHint().width())
        fits = lacking <= 0 and self._held.minimumSizeHint().width() <= room.width()
        bar = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if fits else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(bar)
        self.lacks.emit(lacking)


@cache
def follow_focus(app: QApplication) -> None:
    """Whatever gets the focus is scrolled into sight."""
    app.focusChanged.connect(_show_soon)


def bring_in_sight(now: QWidget) -> None:
    """Scroll to a widget, of a list to its current row, once everything has its place: a page just turned to has none
    yet."""
    QTimer.singleShot(0, now, lambda: _show(now))


def look_at(field: QWidget, other: QWidget | None) -> None:
    """While `field` has the focus, `other` is what is to be in sight; None: itself again."""
    if _looked_at.pop(field, None) is not None or other is not None:
        if other is not None:
            _looked_at[field] = other
        bring_in_sight(field)


def _show_soon(_before: QWidget | None, now: QWidget | None) -> None:
    if now is not None:
        bring_in_sight(now)


def _show(field: QWidget) -> None:
    other = _looked_at.get(field)
    now = other if other is not None and shiboken6.isValid(other) and other.isVisible() else field
    around = now.parentWidget()
    while around is not None:
        # What it says now may need more room than it has yet; a layout learns of that only when its turn comes.
        inside = around.layout()
        if inside is not None:
            inside.activate()
        if isinstance(around, QScrollArea) and not (isinstance(around, Scrolled) and around.waits is now):
            _show_in(around, now)
        around = around.parentWidget()


def _show_in(area: QScrollArea, now: QWidget) -> None:
    room = area.viewport().height()
    if now.height() > (room // 2 if isinstance(now, QAbstractItemView) else room - 2 * ROOM):
        # Of a list its current line.
        area.ensureWidgetVisible(now, ROOM, ROOM)
    else:
        # Qt would be content with the line of a field that the cursor is in; and what can be seen from the beginning
        # is: the title stands there, and what is to be done.
        middle, half = now.mapTo(area.widget(), now.rect().center()), now.height() // 2 + ROOM
        if middle.y() + half <= room:
            area.verticalScrollBar().setValue(0)
        else:
            area.ensureVisible(middle.x(), middle.y(), 0, half)
