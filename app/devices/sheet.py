"""A page being recorded: what a layout says becomes a drawing.

Text goes through fonts.runs, so a rare character is drawn with the fallback font or refused, on any device.
"""

from collections.abc import Sequence

from app.devices import fonts
from app.devices.drawing import Bars, Box, Colour, Drawing, Ends, Item, Mark, Rules, Text
from app.devices.layout import Align
from app.devices.typeset import LEADING, MIDDLE, MM, Fitted
from app.domain.errors import Refused

A4 = (210.0, 297.0)
INK, LABEL, RULE, WATERMARK = 0.0, 0.36, 0.6, 0.85
STAMP = (0.93, 0.55, 0.53)

SHARES = {"left": 0.0, "middle": 0.5, "right": 1.0}


class Sheet:
    """One page being recorded; units as in `drawing`. `top` is where y = 0 lies on the page, for slips below others."""

    def __init__(self, size_mm: tuple[float, float]) -> None:
        self.size = size_mm
        self.top = 0.0
        self.items: list[Item] = []

    def text(
        self,
        text: str,
        x: float,
        y: float,
        *,
        size: float,
        role: str = "main",
        grey: float = INK,
        align: Align = "left",
    ) -> None:
        """One line with its baseline at y; x is its left end, middle or right end."""
        if align != "left":
            x -= fonts.width(text, size=size, role=role) / MM * SHARES[align]
        for name, chunk in fonts.runs(text, role):
            thick = role == "bold" and name == fonts.FALLBACK
            self.items.append(Text(chunk, x, y + self.top, size, name, grey, thick))
            if chunk != text:
                x += fonts.width(chunk, size=size, role=name) / MM

    def block(
        self,
        fitted: Fitted,
        x: float,
        middle: float,
        *,
        role: str = "main",
        grey: float = INK,
        align: Align = "left",
    ) -> None:
        """Lines of text, set so that their common middle is at `middle`."""
        pitch = fitted.size * LEADING / MM
        first = middle - (len(fitted.lines) - 1) * pitch / 2 + fitted.size * MIDDLE / MM
        for index, line in enumerate(fitted.lines):
            self.text(line, x, first + index * pitch, size=fitted.size, role=role, grey=grey, align=align)

    def lines(self, ends: Sequence[Ends], *, weight: float = 0.3, grey: float = RULE, dash: float = 0.0) -> None:
        """Straight lines (x1, y1, x2, y2)."""
        placed = tuple((x1, y1 + self.top, x2, y2 + self.top) for x1, y1, x2, y2 in ends)
        self.items.append(Rules(placed, weight, grey, dash))

    def box(self, x: float, y: float, width: float, height: float, *, weight: float = 0.7, grey: float = INK) -> None:
        self.items.append(Box(x, y + self.top, width, height, weight, grey))

    def bars(self, runs: Sequence[tuple[int, int]], x: float, y: float, *, module: float, height: float) -> None:
        """Bars of (first module, count), in units of a module so that they stay on its grid."""
        self.items.append(Bars(tuple(runs), x, y + self.top, module, height))

    def mark(
        self,
        text: str,
        x: float,
        y: float,
        *,
        size: float,
        angle: float,
        colour: Colour = (WATERMARK, WATERMARK, WATERMARK),
        outline: bool = False,
        framed: bool = False,
    ) -> None:
        """A word across the page, its middle at (x, y). Recorded first, it lies under all else."""
        for character in text:
            if not fonts.has("bold", character):
                raise Refused("glyph_missing", character=f"{character} U+{ord(character):04X}", name=text)
        self.items.append(Mark(text, x, y + self.top, size, angle, colour, outline, framed))

    def drawing(self) -> Drawing:
        """The page as recorded so far."""
        return Drawing(width=self.size[0], height=self.size[1], items=tuple(self.items))
