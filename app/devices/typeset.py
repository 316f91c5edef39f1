"""Breaking text into lines that fit: sizes in points, widths in mm."""

from collections.abc import Iterator
from typing import NamedTuple

from app.devices import fonts

MM = 72 / 25.4

# Where a line of Chinese has its middle above the baseline, as a share of the type size.
MIDDLE = 0.36
LEADING = 1.32

# A line may not begin with these (GB/T 15834), nor end with those.
NOT_FIRST = set("，。、；：！？）》」』】〕”’·%,.;:!?)]}元分")
NOT_LAST = set("（《「『【〔“‘¥([{")


class Fitted(NamedTuple):
    """Text broken into lines that fit a width at a type size (points)."""

    lines: tuple[str, ...]
    size: float

    @property
    def height_mm(self) -> float:
        return len(self.lines) * self.size * LEADING / MM


def fit(text: str, width: float, *, big: float, small: float, role: str = "main") -> Fitted:
    """The largest size from `big` down to `small` points that sets `text` on one line of `width` mm.

    Where `small` is still too large, lines of that size.
    """
    at_one_point = fonts.width(text, size=1.0, role=role)
    size = min(big, width * MM / at_one_point) if at_one_point else big
    if size >= small:
        # Whole half points: type of many almost equal sizes looks careless.
        return Fitted((text,), max(small, int(size * 2) / 2))
    return Fitted(tuple(_wrapped(text, width * MM / small, role)), small)


def _wrapped(text: str, ems: float, role: str) -> Iterator[str]:
    """Lines of at most `ems` times the type size, broken between units, and inside one that is longer than a line."""
    line = ""
    for unit in _units(text):
        for piece in _pieces(unit, ems, role):
            if line and fonts.width(line + piece, size=1.0, role=role) > ems:
                yield line
                line = ""
            line += piece.lstrip() if not line else piece
    yield line


def _pieces(unit: str, ems: float, role: str) -> Iterator[str]:
    """The unit whole, or in characters where no line could hold it."""
    if fonts.width(unit, size=1.0, role=role) <= ems:
        yield unit
    else:
        yield from unit


def _units(text: str) -> Iterator[str]:
    """What should not be broken: a figure or Latin word, and a character with the punctuation that hangs on it."""
    unit = ""
    for character in text:
        if unit and not _clings(unit[-1], character):
            yield unit
            unit = ""
        unit += character
    if unit:
        yield unit


def _clings(before: str, character: str) -> bool:
    together = before.isascii() and character.isascii() and not before.isspace()
    return together or character in NOT_FIRST or before in NOT_LAST
