"""Another look for what is on the screen: a theme or a size of text, given to one part of a window after the other.

Each step is a turn of the event loop of its own: nobody waits for those that are not seen. How the program looks says
style.py.
"""

from collections.abc import Iterator
from functools import cache
from typing import ClassVar
from weakref import WeakSet

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QRegion
from PySide6.QtWidgets import QApplication, QWidget

from app.gui import scale, style
from app.gui.in_turns import InTurns
from app.gui.parts.sheet_card import SheetCard

MANY = 60
"""Parts with more widgets than this are too long for one turn."""

LONGEST_MS = 1_000


class _Change:
    turns: InTurns | None = None
    bare: ClassVar[WeakSet[QWidget]] = WeakSet()
    """Parts without their old look that have yet to get the new one."""


def begin(app: QApplication, wanted: str, percent: int) -> None:
    """Give the application what it looks like, and follow the computer."""
    style.load(app)
    use(app, wanted, percent)
    _follow_the_computer(app)


def use(app: QApplication, wanted: str, percent: int) -> None:
    """Show everything in this theme ("system" for the computer's own) and size of text, at once."""
    style.choose(app, wanted, percent)
    for part in _behind():
        finish(part)


def change(app: QApplication, wanted: str, percent: int) -> None:
    """The same while somebody works: first the part with the keyboard, then those that are seen, then the others."""
    covered = _cover_those_seen()
    style.choose(app, wanted, percent)
    if _Change.turns is not None:
        _Change.turns.stop()
        _Change.turns.deleteLater()
    _Change.turns = InTurns(app, _dressing(covered))


def is_changing() -> bool:
    """Whether some parts have yet to follow."""
    return _Change.turns is not None and _Change.turns.isActive()


def turn_to(part: QWidget) -> None:
    """Somebody turns to a part that may have lost its old look and would get the new one in the next turn."""
    if part in _Change.bare:
        finish(part)


def finish(part: QWidget) -> None:
    """Give one part its look at once."""
    _dress(part)
    _uncover(part)


def _behind() -> list[QWidget]:
    """The parts that look as before: the one that has the keyboard, those that are seen, the others."""
    everything = QApplication.allWidgets()
    old = [each for each in everything if each in _Change.bare or each.styleSheet() not in ("", style.sheet())]
    return sorted(old, key=lambda part: (not _has_keyboard(part), not part.isVisible()))


def _dressing(covered: list[QWidget]) -> Iterator[None]:
    behind = _behind()
    for part in covered:
        if shiboken6.isValid(part) and part not in behind:
            _uncover(part)
    for part in behind:
        # Between two turns a sheet may have closed.
        if shiboken6.isValid(part):
            for _ in _steps(part):
                yield
                if not shiboken6.isValid(part):
                    break


def _steps(part: QWidget) -> Iterator[None]:
    """Qt takes as long for taking an old look away as for giving a new one, and a large page as long again to be
    painted. Without its look a part is not seen: it is hidden, or there is a picture over it."""
    if not part.isVisible() or _cover(part) is not None:
        _Change.bare.add(part)
        part.setStyleSheet("")
        yield
    _dress(part)
    yield
    if _cover(part) is not None:
        _uncover(part)
        yield


def _dress(part: QWidget) -> None:
    style.dress(part)
    _Change.bare.discard(part)


def _has_keyboard(part: QWidget) -> bool:
    here = QApplication.focusWidget()
    return here is not None and part.isAncestorOf(here)


class _Cover(QWidget):
    """What a part looked like, over it until it has its new look."""

    def __init__(self, part: QWidget) -> None:
        fine = part.devicePixelRatioF()
        self._ground, self._picture = style.colour("ground"), QPixmap(part.size() * fine)
        self._picture.setDevicePixelRatio(fine)
        self._picture.fill(self._ground)
        part.render(self._picture, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
        super().__init__(part)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(part.rect())
        self.show()
        part.installEventFilter(self)
        # Whatever goes wrong meanwhile, a page is not hidden for good.
        QTimer.singleShot(LONGEST_MS, self, self.hide)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """With another size of text a part may get one more child, which lies over the others, and more room."""
        if event.type() == QEvent.Type.ChildAdded:
            self.raise_()
        elif event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """The part may have become larger than the picture."""
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), self._ground)
            painter.drawPixmap(0, 0, self._picture)


def _cover_those_seen() -> list[QWidget]:
    """The large ones: what a list paints has the new colours as soon as they are chosen. Returns what is covered, by
    now or since an earlier choice."""
    parts = [each for each in QApplication.allWidgets() if each in _Change.bare or each.styleSheet()]
    covered = [part for part in parts if _cover(part) is not None]
    for part in parts:
        if part not in covered and part.isVisible() and _is_large(part):
            _Cover(part)
            covered.append(part)
    return covered


def _is_large(part: QWidget) -> bool:
    """No sheet is: it fits itself to what it holds, and would jump without a look."""
    return len(part.findChildren(QWidget)) > MANY and not isinstance(part, SheetCard)


def _cover(part: QWidget) -> _Cover | None:
    return next((each for each in part.children() if isinstance(each, _Cover) and not each.isHidden()), None)


def _uncover(part: QWidget) -> None:
    cover = _cover(part)
    if cover is not None:
        cover.hide()
        cover.deleteLater()


@cache
def _follow_the_computer(app: QApplication) -> None:
    """Somebody may switch the computer over while the window is open."""
    app.styleHints().colorSchemeChanged.connect(lambda _scheme: _switched(app))


def _switched(app: QApplication) -> None:
    if style.chosen() == style.SYSTEM and style.of_the_computer(app) != style.theme():
        change(app, style.SYSTEM, scale.percent())
