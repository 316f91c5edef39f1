"""The search box and the family list: where the keyboard lives on the counter."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QListView

from app.gui import icons, style
from app.gui.models.family import ROW_HEIGHT, Index
from app.gui.models.hits import ROW_HEIGHT as HIT_HEIGHT
from app.gui.parts.held import ENTER, is_repeat
from app.gui.parts.scrolled import bring_in_sight
from app.gui.parts.whole_rows import WholeRows
from app.gui.scale import px
from app.gui.words import tr

FRAME, EDGE, CROSS = 2, 6, 24
MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -6, Qt.Key.Key_PageDown: 6}


class _EmptyButton(QAbstractButton):
    """A cross in the search box, where there is something to empty. In place of Qt's own, which is faint and small."""

    def __init__(self, box: QLineEdit) -> None:
        super().__init__(box)
        self.setAccessibleName(tr("清空查人框"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.clicked.connect(box.clear)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The cross alone."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect()).adjusted(EDGE, EDGE, -EDGE, -EDGE)
        icons.draw(painter, place, "x", style.colour("strong" if self.underMouse() else "ink"))
        painter.end()


class SearchBox(QLineEdit):
    """One line for a name, initials, a number or a scan. Arrows move among the hits, Enter chooses, Esc empties."""

    moved = Signal(int)
    chosen = Signal()
    emptied = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("search")
        self.setAccessibleName(tr("查人"))
        self.setPlaceholderText(tr("姓名、首字母、证件或电话末位"))
        self._empty = _EmptyButton(self)
        self.textChanged.connect(lambda words: self._empty.setVisible(bool(words)))
        self._empty.hide()
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The cross stays at the right end."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        size = px(CROSS) + 2 * EDGE
        self._empty.setGeometry(self.width() - size - EDGE, (self.height() - size) // 2, size, size)
        # Kept also where the field is empty: other margins would lay out the whole page anew.
        if self.textMargins().right() != px(CROSS):
            self.setTextMargins(0, 0, px(CROSS), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that mean something on the counter; all others are text."""
        key = Qt.Key(event.key())
        if key in MOVES:
            self.moved.emit(MOVES[key])
        elif key in ENTER:
            _once(event, self.chosen)
        elif key == Qt.Key.Key_Escape:
            self.clear()
            self.emptied.emit()
        else:
            super().keyPressEvent(event)


class FewRows(WholeRows, QListView):
    """Asks for the height of its rows, at least LEAST and at most ROWS of them, or as many as it is told."""

    LEAST, ROWS = 0, 1

    def __init__(self) -> None:
        super().__init__()
        self.rows, self._most = self.LEAST, self.ROWS

    def ask_for(self, most: int) -> None:
        """At most so many from now on."""
        self._most = most
        self._count()

    def reset(self) -> None:
        """Other people."""
        super().reset()
        self._count()

    def _count(self) -> None:
        rows = min(max(self.model().rowCount(), self.LEAST), self._most)
        # Told only of what changes the height: all that stands around it is laid out anew by that.
        if rows != self.rows:
            self.rows = rows
            self.updateGeometry()


class HitsView(FewRows):
    """Who was found. It takes what room there is beside the person; above the person no more than it needs."""

    ROWS = 3

    def __init__(self) -> None:
        super().__init__()
        self.setUniformItemSizes(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("查到的人"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def sizeHint(self) -> QSize:
        """So many rows as there are, at most ROWS."""
        return QSize(super().sizeHint().width(), px(HIT_HEIGHT) * self.rows + FRAME * bool(self.rows))

    def minimumSizeHint(self) -> QSize:
        """It gives way before a page scrolls."""
        return QSize(super().minimumSizeHint().width(), (px(HIT_HEIGHT) + FRAME) * min(self.rows, 1))


class FamilyView(FewRows):
    """The family. Space ticks, with Shift this person alone; Enter pays, Esc goes back; anything that is typed goes to
    the search box."""

    current_moved = Signal(int)
    toggled = Signal(int)
    alone = Signal(int)
    pay = Signal()
    back = Signal()
    typed = Signal(str)
    LEAST, ROWS = 1, 2

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("family")
        self.setAccessibleName(tr("家庭成员"))
        self.setUniformItemSizes(True)
        # Letters typed here are initials for the search box, in whatever state the input method is.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    def sizeHint(self) -> QSize:
        """Two rows, if there are two: what room is left is the family's, but the person above comes first."""
        return QSize(px(300), self.rows * px(ROW_HEIGHT) + FRAME)

    def minimumSizeHint(self) -> QSize:
        """One row: neither questions nor a sentence in the strip may make the window taller than a small screen."""
        return QSize(px(300), px(ROW_HEIGHT) + FRAME)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A question above takes room away: whom it is about stays in sight."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which row is the current one."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.current_moved.emit(current.row())
            if self.hasFocus():
                bring_in_sight(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space, Enter, Esc, arrows; the rest is somebody's name."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Space:
            only = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            (self.alone if only else self.toggled).emit(self.currentIndex().row())
        elif key in ENTER:
            _once(event, self.pay)
        elif key == Qt.Key.Key_Escape:
            self.back.emit()
        elif is_text(event):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)


def _once(event: QKeyEvent, then: SignalInstance) -> None:
    """A key held down repeats by itself: a finger that rests on Enter must not walk from the name to the money."""
    if not is_repeat(event):
        then.emit()


def is_text(event: QKeyEvent) -> bool:
    """Whether a key writes something."""
    held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    return not held and bool(event.text()) and event.text().isprintable()
