"""A sheet: a card over the page that asks one thing. It keeps the keyboard until Esc or its main button closes it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QLineEdit, QSpinBox, QWidget

from app.gui import style
from app.gui.parts.flow import ends
from app.gui.parts.held import ENTER, is_repeat
from app.gui.parts.keys import KeyButton, bind
from app.gui.parts.layout import column, label, restyle, row
from app.gui.parts.scrolled import Scrolled
from app.gui.parts.shade import Shade
from app.gui.parts.sheet_card import BORDER, SheetCard
from app.gui.scale import px
from app.gui.words import tr

EDGE = 24
MARGIN, HEAD_GAP, FOOT_GAP = 26, 16, 16


class Sheet(SheetCard):
    """Base of all sheets. A child of the window rather than a window of its own: the same look and keys everywhere."""

    closed = Signal()

    def __init__(self, title: str, *, width: int = 640) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self._back: QWidget | None = None
        self._replaced = False
        """Whether typing replaces what stands in the field that had the focus; leaving it, Qt forgets that."""
        self._shade: Shade | None = None
        self.is_open = False
        """Whether it still lies there: an answer from the worker may come after Esc."""
        self._width = width
        self.body = column(gap=14)
        self.complaint: QLabel = label("", "complaint", wrap=True)
        self.complaint.setAccessibleName(tr("提示"))
        self.complaint.hide()
        self.feet = row(gap=12)
        # What does not fit scrolls; what is asked stays above it, and why not and what to press below it.
        self._head, self._lines = column(label(title, "title")), column(self.body)
        self._foot = column(self.complaint, self.feet, gap=16)
        head, inside, foot = QFrame(), QWidget(), QFrame()
        margins = {head: (MARGIN, HEAD_GAP), inside: (0, 0), foot: (FOOT_GAP, MARGIN)}
        for part, lines in ((head, self._head), (inside, self._lines), (foot, self._foot)):
            above, below = margins[part]
            lines.setContentsMargins(MARGIN, above, MARGIN, below)
            part.setLayout(lines)
        scrolled = Scrolled(inside)
        # Of its own Qt gives a frame that scrolls more than a short sentence needs, and takes that from the buttons.
        scrolled.setMinimumHeight(1)
        for end, name in ((head, "sheet_head"), (foot, "sheet_foot")):
            end.setObjectName(name)
            scrolled.lacks.connect(lambda pixels, end=end: restyle(end, scrolls=pixels > 0))
        self.setLayout(column(head, scrolled, foot, gap=0, margin=BORDER))
        bind(self, "Esc", self.close_sheet)

    def keep_in_sight(self, part: QWidget) -> None:
        """What follows from what was chosen or typed, just above the buttons: it does not scroll away."""
        self._foot.insertWidget(self._foot.indexOf(self.complaint), part)

    def add_feet(
        self, accept: str, press: Callable[[], None], *, leave: str = tr("返回"), others: Sequence[KeyButton] = ()
    ) -> KeyButton:
        """The row of buttons: leave on the left, then the others, the expected next thing on the right."""
        main = KeyButton(accept, "Enter", press, kind="main")
        self.feet.addLayout(ends((KeyButton(leave, "Esc", self.close_sheet), *others), [main], gap=12))
        for key in ("Return", "Enter"):
            bind(self, key, lambda: self._enter(main))
        return main

    def _enter(self, main: KeyButton) -> None:
        """Enter presses the button that has the focus, else the main one: what is framed is what happens."""
        here = self.window().focusWidget()
        if isinstance(here, KeyButton) and self.isAncestorOf(here):
            here.click()
        else:
            self.accept_by_key(main)

    def accept_by_key(self, main: KeyButton) -> None:
        """Enter, wherever the focus is but on a button."""
        if main.isEnabled():
            main.click()

    def goes_on(self, *fields: QWidget) -> bool:
        """Enter on one of these goes to the next that is shown; False on the last of them and anywhere else."""
        shown = [field for field in fields if field.isVisible() and field.isEnabled()]
        here = next((place for place, field in enumerate(shown) if field.hasFocus()), len(shown))
        if here + 1 >= len(shown):
            return False
        go_to(shown[here + 1])
        return True

    def complain(self, sentence: str) -> None:
        """Show why it could not be done; "" takes it away."""
        self.complaint.setText(sentence)
        self.complaint.setVisible(bool(sentence))
        if self.is_open:
            self._place()

    def open_over(self, shade: Shade, first: QWidget) -> None:
        """Lie over what `shade` dims with the focus on `first`; on closing the focus goes back to where it was."""
        self._shade, host = shade, shade.host
        self._back = host.window().focusWidget()
        self._replaced = _is_selected(self._back)
        self.setParent(host)
        style.dress(self)
        host.installEventFilter(self)
        self.is_open = True
        self._place()
        self.show()
        shade.lie_under(self)
        # From now on only: each of its parts tells of each thing that is put into it.
        for lines in (self._head, self._lines, self._foot):
            lines.parentWidget().installEventFilter(self)
        for line in self.findChildren(QLineEdit):
            line.textEdited.connect(self._mended)
            line.installEventFilter(self)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _mended(self, _words: str) -> None:
        """Something else is typed: why it could not be done is no longer true. Its place stays, or the sheet would
        jump under the fingers."""
        self.complaint.setText("")

    def close_sheet(self) -> None:
        """Take the sheet away; what was typed is gone, what was done stays done."""
        if not self.is_open:
            return
        self.is_open = False
        self.hide()
        if self._shade is not None:
            self._shade.leave(self)
        if self._back is not None and self._replaced:
            go_to(self._back)
        elif self._back is not None:
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the host's size, and what the sheet says; the window's keys type nothing in a field."""
        if isinstance(watched, QLineEdit):
            return _is_with_alt(event)
        if watched is not self.parent():
            if event.type() == QEvent.Type.LayoutRequest and self.is_open:
                self._place()
        elif event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _place(self) -> None:
        host = self.parentWidget()
        if host is None:
            return  # still being made
        room = host.size()
        wide = min(px(self._width), room.width() - EDGE)
        self.setFixedWidth(wide)
        wanted = sum(_height(part, wide - 2 * BORDER) for part in (self._head, self._lines, self._foot))
        # The card's own, and one below the head and above the foot (window.qss).
        self.setFixedHeight(max(min(wanted + 4 * BORDER, room.height() - EDGE), 120))
        self.move((room.width() - self.width()) // 2, max((room.height() - self.height()) // 2, 12))

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round inside the sheet."""
        inside = [w for w in self.findChildren(QWidget) if _takes_tab(w)]
        if not inside:
            return False
        now = self.window().focusWidget()
        place = inside.index(now) if now in inside else -1
        inside[(place + (1 if forward else -1)) % len(inside)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def event(self, event: QEvent) -> bool:
        """A held Enter must not walk from the name through to the money: its repeats are no shortcut's."""
        if event.type() == QEvent.Type.ShortcutOverride and _is_held(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys the sheet does not know end here: they are not for the page underneath."""
        event.accept()


def _height(lines: QLayout, wide: int) -> int:
    lines.activate()
    return lines.heightForWidth(wide) if lines.hasHeightForWidth() else lines.sizeHint().height()


def go_to(field: QWidget) -> None:
    """The focus on a field; what is typed there replaces what stands there."""
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    if isinstance(field, (QLineEdit, QSpinBox)):
        field.selectAll()


def _is_selected(field: QWidget) -> bool:
    line = field.lineEdit() if isinstance(field, QSpinBox) else field
    return isinstance(line, QLineEdit) and line.hasSelectedText()


def _is_with_alt(event: QEvent) -> bool:
    """Whether Alt and a letter were pressed. AltGr is another key and types."""
    return (
        isinstance(event, QKeyEvent)
        and event.type() == QEvent.Type.KeyPress
        and event.modifiers() == Qt.KeyboardModifier.AltModifier
        and bool(event.text().strip())
    )


def _is_held(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() in ENTER and is_repeat(event)


def _takes_tab(widget: QWidget) -> bool:
    policy = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(policy) and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None
