"""Small builders that keep spacing and type the same on every page."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from app.gui.parts.wrapped import Wrapped

GAP = 12
SIDES, LAST_ABOVE, FOOT = "sides", "last_above", "foot"


def label(text: str = "", style: str = "base", *, wrap: bool = False) -> QLabel:
    """A text in one of the types that window.qss knows: small, large, title, figure, huge, quiet …; base is plain."""
    made = Wrapped(text) if wrap else QLabel(text)
    made.setProperty("type", style)
    # What a roster file or a notice says is never taken for markup.
    made.setTextFormat(Qt.TextFormat.PlainText)
    return made


def column(*items: QWidget | QLayout | None, gap: int = GAP, margin: int = 0) -> QVBoxLayout:
    """Items under one another; None is the place that stretches."""
    made = QVBoxLayout()
    _fill(made, items, gap, margin)
    return made


def row(*items: QWidget | QLayout | None, gap: int = GAP, margin: int = 0) -> QHBoxLayout:
    """Items side by side; None is the place that stretches."""
    made = QHBoxLayout()
    _fill(made, items, gap, margin)
    return made


def sides(*items: QWidget | QLayout | None, gap: int = GAP, margin: int = 0, last_above: bool = False) -> QHBoxLayout:
    """Parts of a page side by side; where there is no room for that, under one another (parts/scrolled.py), the last
    above the others where it is what the page is for."""
    made = row(*items, gap=gap, margin=margin)
    made.setObjectName(SIDES)
    made.setProperty(LAST_ABOVE, last_above)
    return made


def _fill(made: QVBoxLayout | QHBoxLayout, items: tuple[QWidget | QLayout | None, ...], gap: int, margin: int) -> None:
    made.setSpacing(gap)
    made.setContentsMargins(margin, margin, margin, margin)
    for item in items:
        if item is None:
            made.addStretch(1)
        elif isinstance(item, QWidget):
            made.addWidget(item)
        else:
            made.addLayout(item)


class FirstWhole(QVBoxLayout):
    """Two under one another: the first as high as its lines need, the rest for the second, which has a list that gives
    way. Where both wrap, Qt would take from the higher one, and what it says would lie over one another."""

    def __init__(self, first: QWidget, second: QWidget, *, gap: int) -> None:
        super().__init__()
        _fill(self, (first, second), gap, 0)
        self._parts = first, second

    def setGeometry(self, rect: QRect) -> None:
        """Place both once."""
        QLayout.setGeometry(self, rect)
        first, second = self._parts
        high = first.heightForWidth(rect.width())
        first.setGeometry(rect.left(), rect.top(), rect.width(), high)
        below = rect.top() + high + self.spacing()
        second.setGeometry(rect.left(), below, rect.width(), rect.bottom() + 1 - below)


def card(*items: QWidget | QLayout | None, gap: int = GAP, margin: int = 18) -> QFrame:
    """A white card around items."""
    made = QFrame()
    made.setProperty("card", True)
    made.setLayout(column(*items, gap=gap, margin=margin))
    return made


def foot(*items: QWidget | QLayout | None, gap: int = GAP) -> QFrame:
    """The last item of a card: what must stay in sight where the page scrolls (parts/feet.py)."""
    made = QFrame()
    made.setObjectName(FOOT)
    made.setLayout(column(*items, gap=gap))
    return made


def restyle(widget: QWidget, **properties: object) -> None:
    """Set properties that the style sheet looks at, and have it look again where one has changed (it takes long)."""
    if all(widget.property(name) == value for name, value in properties.items()):
        return
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
