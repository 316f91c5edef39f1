"""A word in a frame beside a title: a reprint's count, or a mark on paper that shows no watermark."""

from collections.abc import Iterable

from app.devices import fonts
from app.devices.sheet import Sheet
from app.devices.typeset import MM, Fitted

GAP = 3.0


def width(text: str, size: float) -> float:
    """How wide the word is with its frame, in mm; `size` in points."""
    return fonts.width(text, size=size, role="bold") / MM + size * 0.42


def height(size: float) -> float:
    return size * 0.55


def draw(sheet: Sheet, text: str, x: float, middle: float, *, size: float) -> None:
    """The word with the left of its frame at x; heavy enough to be seen on a bad copy."""
    sheet.box(x, middle - height(size) / 2, width(text, size), height(size), weight=1.2)
    sheet.block(Fitted((text,), size), x + size * 0.21, middle, role="bold")


def row(sheet: Sheet, texts: Iterable[str], x: float, middle: float, *, size: float) -> None:
    """Words one after the other."""
    for text in texts:
        draw(sheet, text, x, middle, size=size)
        x += width(text, size) + GAP
