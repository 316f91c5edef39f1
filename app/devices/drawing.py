"""What stands on one page, as values: recorded once, drawn by every device, so that preview and print cannot differ.

Positions and lengths in mm from the top left corner of the page, y downwards; type sizes and pen widths in points;
greys from 0.0 (black) to 1.0 (white). Texts are cut by font already and can be drawn as they are.
"""

from typing import Protocol

import msgspec
from msgspec.structs import replace

from app.domain.errors import WrongUse

Ends = tuple[float, float, float, float]
Colour = tuple[float, float, float]

FURTHEST_TENTHS = 200

# How thick strokes are made (share of the type size), how wide the outline of a mark and the frame of a stamp are,
# and how round its corners (points): the same on every device.
THICKENED = 0.028
OUTLINE, FRAME, ROUND = 0.9, 3.2, 6.0


class Text(msgspec.Struct, frozen=True):
    """One run of a line: its left end and its baseline. `thick`: no bold face, its strokes are thickened."""

    text: str
    x: float
    y: float
    size: float
    role: str
    grey: float
    thick: bool


class Rules(msgspec.Struct, frozen=True):
    """Straight lines (x1, y1, x2, y2). `dash` is the length of dashes and of their gaps in mm, 0 for a whole line."""

    ends: tuple[Ends, ...]
    weight: float
    grey: float
    dash: float


class Box(msgspec.Struct, frozen=True):
    """An empty frame."""

    x: float
    y: float
    width: float
    height: float
    weight: float
    grey: float


class Bars(msgspec.Struct, frozen=True):
    """Black bars of (first module, count of modules); `module` is the width of one in mm."""

    runs: tuple[tuple[int, int], ...]
    x: float
    y: float
    module: float
    height: float


class Mark(msgspec.Struct, frozen=True):
    """A word in bold type across the page, its middle at (x, y), turned left by `angle` degrees.

    `outline`: only the outlines, for devices without greys. `framed`: in a frame with round corners, like a stamp.
    """

    text: str
    x: float
    y: float
    size: float
    angle: float
    colour: Colour
    outline: bool
    framed: bool


Item = Text | Rules | Box | Bars | Mark


class Drawing(msgspec.Struct, frozen=True, kw_only=True):
    """One page and what stands on it, in the order it is drawn; `dx_tenths` and `dy_tenths` (1/10 mm) move it all."""

    width: float
    height: float
    items: tuple[Item, ...]
    dx_tenths: int = 0
    dy_tenths: int = 0


class Device(Protocol):
    """What every device can draw; it decides nothing."""

    def text(self, item: Text) -> None: ...
    def rules(self, item: Rules) -> None: ...
    def box(self, item: Box) -> None: ...
    def bars(self, item: Bars) -> None: ...
    def mark(self, item: Mark) -> None: ...


def draw(page: Drawing, device: Device) -> None:
    """Everything on the page, in its order; the device has moved itself by the page's offsets."""
    for item in page.items:
        match item:
            case Text():
                device.text(item)
            case Rules():
                device.rules(item)
            case Box():
                device.box(item)
            case Bars():
                device.bars(item)
            case Mark():
                device.mark(item)


def moved(page: Drawing, *, dx_tenths: int, dy_tenths: int) -> Drawing:
    """The page moved right and down by tenths of a mm, as a calibration found it; the paper stays where it is.

    More than 20 mm is WrongUse("offset_too_far"): that is another paper, not a printer slightly off.
    """
    if max(abs(dx_tenths), abs(dy_tenths)) > FURTHEST_TENTHS:
        raise WrongUse("offset_too_far", most=FURTHEST_TENTHS // 10)
    return replace(page, dx_tenths=page.dx_tenths + dx_tenths, dy_tenths=page.dy_tenths + dy_tenths)


def frame(half_width: float, size: float) -> tuple[float, float, float, float]:
    """The frame of a stamp (x, y, width, height in points) around a word of that half width, its middle at 0."""
    return (-half_width - 12, -size * 0.66, 2 * half_width + 24, size * 1.32)
