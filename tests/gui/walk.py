"""A walk with the Tab key, and what somebody meets on it who listens or who has only a keyboard."""

from functools import cache
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QTextEdit,
    QWidget,
)

from app.gui.window import Window
from tests.gui.hands import focus

INTERACTIVE = (QAbstractButton, QLineEdit, QAbstractSpinBox, QComboBox, QAbstractItemView, QTextEdit)
# Parts of a colour run from 0 to 255.
SHADE = 51
SLACK = 10
"""Pixels by which neighbours in one row may differ in height."""
STEPS_MOST = 100


def where(window: Window) -> QWidget:
    """What has the keyboard: the sheet on top, or the window."""
    return window.manual or window.sheet or window


def controls(window: Window) -> list[QWidget]:
    """What can be used right now, each as a whole: the field of a spin box is not one more."""
    root = where(window)
    found = [w for w in root.findChildren(QWidget) if isinstance(w, INTERACTIVE) and not isinstance(w, QHeaderView)]
    return [w for w in found if w.isVisible() and w.isEnabled() and not _inside_another(w, root)]


def _inside_another(widget: QWidget, root: QWidget) -> bool:
    around = widget.parentWidget()
    while around is not None and around is not root:
        if isinstance(around, INTERACTIVE):
            return True
        around = around.parentWidget()
    return False


def name(widget: QWidget) -> str:
    """What a screen reader says it is."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def told(widget: QWidget) -> str:
    """For a failing test: what it is, which one and where."""
    place = rect(widget)
    return f"{type(widget).__name__} “{name(widget)}” at {place.left()},{place.top()}"


def rect(widget: QWidget) -> QRect:
    """Where it is in the window."""
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def ring(window: Window) -> list[QWidget]:
    """Where Tab goes from the present focus until it comes back there, turned so that it begins top left; inside a
    text it goes from link to link first."""
    passed = [focus()]
    for _ in range(STEPS_MOST):
        QTest.keyClick(focus(), Qt.Key.Key_Tab)
        window.settle()
        if focus() is passed[0] and len(passed) > 1:
            break
        if focus() is not passed[-1]:
            passed.append(focus())
    top = min(rect(each).top() for each in passed)
    upper = [each for each in passed if rect(each).top() <= top + SLACK]
    first = passed.index(min(upper, key=lambda each: rect(each).left()))
    return passed[first:] + passed[:first]


def backwards(window: Window, passed: list[QWidget]) -> list[str]:
    """The steps against the reading, neither down nor to the right, each seen as it is taken: what scrolls has come as
    far as the first of the two needs."""
    found = []
    for one, other in pairwise(passed):
        for each in (one, other):
            each.setFocus(Qt.FocusReason.TabFocusReason)
            window.settle()
        if not _onwards(rect(one), rect(other)):
            found.append(f"{told(one)} → {told(other)}")
    return found


def _onwards(one: QRect, other: QRect) -> bool:
    return other.top() >= one.bottom() - SLACK or other.left() >= one.right() - SLACK


def shows_focus(window: Window, widget: QWidget) -> bool:
    """Whether one sees that it has the focus: as much changes colour as half of its outline one pixel wide."""
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    window.settle()
    place = rect(widget).adjusted(-2, -2, 2, 2)
    here = window.grab(place).toImage().convertToFormat(QImage.Format.Format_RGB32)
    widget.clearFocus()
    window.settle()
    gone = window.grab(place).toImage().convertToFormat(QImage.Format.Format_RGB32)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    return _differing(here, gone) >= min(widget.width() + widget.height(), 200)


def _differing(one: QImage, other: QImage) -> int:
    """How many pixels are of another colour."""
    wide = one.bytesPerLine()
    lines = [memoryview(each.constBits()).cast("B") for each in (one, other)]
    pairs = ([line[at : at + wide] for line in lines] for at in range(0, len(lines[0]), wide))
    return sum(
        a != b and _apart(a, b)
        for first, second in pairs
        if first != second
        for a, b in zip(first.cast("I"), second.cast("I"), strict=True)
    )


@cache
def _apart(one: int, other: int) -> bool:
    """Two colours (RGB32) of which at least one part differs by a fifth."""
    return any(abs((one >> shift & 255) - (other >> shift & 255)) >= SHADE for shift in (0, 8, 16))
