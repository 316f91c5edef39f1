"""The size of the text, and with it of everything that holds text: measures are given for 100 % and grow with it.

What Windows calls the display's scaling is Qt's affair and comes on top of it.
"""

from PySide6.QtWidgets import QTableView, QWidget

SIZES = (100, 125, 150, 175, 200)
MEASURES = "measures"
NARROW = 1000


class _Text:
    percent = 100


def use(percent: int) -> None:
    """Everything measured from now on is as large as this; `regrow` tells what is there already."""
    _Text.percent = percent


def percent() -> int:
    """The size of the text in use."""
    return _Text.percent


def px(pixels: int) -> int:
    """A measure of the size in use, from what it is at 100 %."""
    return round(pixels * _Text.percent / 100)


def is_narrow(width: int) -> bool:
    """Whether something as wide as the window had better say less: large text, or a small screen."""
    return width < px(NARROW)


def fix(widget: QWidget, **measures: int) -> None:
    """Give a widget its measures at 100 %: width and height are fixed, least_width and least_height a minimum,
    most_width a maximum, rows the height of a table's rows. They follow the size of the text."""
    widget.setProperty(MEASURES, {**(widget.property(MEASURES) or {}), **measures})
    _give(widget)


def regrow(part: QWidget) -> None:
    """Every widget of a part, and the part, that was given measures takes them anew."""
    for widget in (part, *part.findChildren(QWidget)):
        if widget.property(MEASURES):
            _give(widget)


def _give(widget: QWidget) -> None:
    for name, pixels in widget.property(MEASURES).items():
        size = px(pixels)
        if name == "width":
            widget.setFixedWidth(size)
        elif name == "height":
            widget.setFixedHeight(size)
        elif name == "least_width":
            widget.setMinimumWidth(size)
        elif name == "most_width":
            widget.setMaximumWidth(size)
        elif name == "least_height":
            widget.setMinimumHeight(size)
        elif name == "rows" and isinstance(widget, QTableView):
            widget.verticalHeader().setDefaultSectionSize(size)
        else:
            raise ValueError(f"no such measure: {name}")
