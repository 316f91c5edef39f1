"""Where everything stands on each kind of paper: resources/layouts/*.toml as frozen values.

Lengths and positions in mm from the top left corner of the page or slip, y downwards; type sizes and pen widths in
points; greys from 0.0 (black) to 1.0 (white). `keys` are those of the lines a page is made of (domain/receipt.py,
domain/report.py). A file with a key nobody knows is refused: a misspelt one would quietly leave something out.
"""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

Length = Annotated[float, Meta(ge=0, le=1500)]
Size = Annotated[float, Meta(ge=4, le=200)]
Grey = Annotated[float, Meta(ge=0, le=1)]
Align = Literal["left", "middle", "right"]
Role = Literal["main", "bold"]


class Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table of a layout file."""


class Paper(Part, frozen=True, kw_only=True):
    """The page. Without a `height` it follows the content, as on a roll. `edge` is kept free at the foot."""

    width: Length
    height: Length | None = None
    edge: Length = 5.0


class Ink(Part, frozen=True, kw_only=True):
    """What the device can show. `outline`: marks in outlines, black, for heads that know no grey."""

    label: Grey = 0.36
    rule: Grey = 0.6
    hairline: Length = 0.3
    frame: Length = 0.7
    outline: bool = False


class Slips(Part, frozen=True, kw_only=True):
    """Several slips on a page: their tops, and how high each may be.

    With `copies` one receipt fills the page, once for each named copy; without, each slip is another receipt.
    `cuts` are the heights of the dashed lines to cut along, from `left` to `right`.
    """

    tops: tuple[Length, ...] = (0.0,)
    height: Length | None = None
    copies: tuple[str, ...] = ()
    cuts: tuple[Length, ...] = ()
    left: Length = 0.0
    right: Length = 0.0


class Title(Part, frozen=True, kw_only=True):
    """The title, as large as fits from `left` to `right`; without [tags], marks of `tag` points stand beside it."""

    left: Length
    right: Length
    middle: Length
    big: Size
    small: Size
    tag: Size = 12.0


class Tags(Part, frozen=True, kw_only=True):
    """A row of its own for marks in frames."""

    x: Length
    middle: Length
    size: Size


class Caption(Part, frozen=True, kw_only=True):
    """A line of fixed place: the number under the bars, the name of a copy, a fixed `text`."""

    x: Length
    baseline: Length
    size: Size
    align: Align = "left"
    role: Role = "main"
    text: str = ""


class BarCode(Part, frozen=True, kw_only=True):
    """The bars: a module is `dots` dots of the head, each `dot` mm; the first bar begins on a whole dot.

    `x` is their left end, middle or right end.
    """

    x: Length
    top: Length
    height: Length
    dot: Annotated[float, Meta(gt=0.05, lt=0.2)]
    dots: Annotated[int, Meta(ge=1, le=6)]
    align: Align = "left"


class Type(Part, frozen=True, kw_only=True):
    """How a value is set: largest and smallest size, font, and the least height of its row."""

    big: Size = 10.5
    small: Size = 8.0
    role: Role = "main"
    row: Length = 7.0


class Grid(Part, frozen=True, kw_only=True):
    """Labelled values in ruled rows of keys, from `top` at least to `bottom`.

    A key without a line leaves its room to the others of its row; one that stands twice takes two columns.
    """

    left: Length
    right: Length
    top: Length
    bottom: Length
    rows: tuple[tuple[str, ...], ...]
    label_width: Length = 21.0
    label_size: Size = 9.0
    padding: Length = 2.5
    above: Length = 0.9
    plain: Type = Type()
    types: dict[str, Type] = {}


class Signatures(Part, frozen=True, kw_only=True):
    """Places to sign, side by side; `line` is where in its column the line to sign on begins."""

    left: Length
    right: Length
    baseline: Length
    labels: tuple[str, ...]
    size: Size = 9.0
    line: Length = 28.0


class Note(Part, frozen=True, kw_only=True):
    """The disclaimer."""

    left: Length
    right: Length
    middle: Length
    big: Size
    small: Size


class Marks(Part, frozen=True, kw_only=True):
    """Practice and draft across the page, `pitch` mm apart. A layout without it shows them as tags."""

    x: Length
    middle: Length
    size: Size
    pitch: Length
    angle: float = 16.0


class Stamp(Part, frozen=True, kw_only=True):
    """Where void and reversed are stamped. A layout without it shows them as tags."""

    x: Length
    middle: Length
    size: Size
    angle: float = 14.0


class Field(Part, frozen=True, kw_only=True):
    """One value at a place of its own, in `width` mm; `labelled` where no form says what it is."""

    key: str
    x: Length
    baseline: Length
    width: Length
    big: Size = 11.0
    small: Size = 9.0
    role: Role = "main"
    align: Align = "left"
    labelled: bool = False


class Flow(Part, frozen=True, kw_only=True):
    """Texts one below the other. `order` names keys, or title, tags, barcode, note, say, signatures, rule.

    `say` are fixed sentences. A label stands beside its value in `label_width`, or above it where that is 0.
    """

    left: Length
    right: Length
    top: Length
    bottom: Length
    order: tuple[str, ...]
    gap: Length = 1.2
    label_width: Length = 0.0
    label_size: Size = 9.0
    plain: Type = Type()
    types: dict[str, Type] = {}
    say: tuple[str, ...] = ()


class Label(Part, frozen=True, kw_only=True):
    """A word that is printed on a form already."""

    text: str
    x: Length
    baseline: Length
    size: Size = 9.0


class Form(Part, frozen=True, kw_only=True):
    """The pre-printed form itself, for the preview only: boxes (x, y, width, height), lines (x1, y1, x2, y2), words."""

    boxes: tuple[tuple[Length, Length, Length, Length], ...] = ()
    lines: tuple[tuple[Length, Length, Length, Length], ...] = ()
    labels: tuple[Label, ...] = ()
    grey: Grey = 0.7


class Layout(Part, frozen=True, kw_only=True):
    """One file. `name` is how a clerk chooses it; a part that is absent is not drawn."""

    name: str
    paper: Paper
    ink: Ink = Ink()
    slips: Slips = Slips()
    heading: str = ""
    title: Title | None = None
    tags: Tags | None = None
    number: Caption | None = None
    copy: Caption | None = None
    captions: tuple[Caption, ...] = ()
    barcode: BarCode | None = None
    grid: Grid | None = None
    flow: Flow | None = None
    fields: tuple[Field, ...] = ()
    signatures: Signatures | None = None
    note: Note | None = None
    marks: Marks | None = None
    stamp: Stamp | None = None
    form: Form | None = None

    def marked(self) -> bool:
        """Whether the mark of a reprint, and every other without a place of its own, has somewhere to stand."""
        return bool(self.tags or self.title or (self.flow and "tags" in self.flow.order))

    def keys(self) -> set[str]:
        """The keys of all lines that have a place here."""
        rows = self.grid.rows if self.grid else ()
        order = set(self.flow.order) - WORDS if self.flow else set()
        typed = {*(self.grid.types if self.grid else ()), *(self.flow.types if self.flow else ())} - WORDS
        return {key for row in rows for key in row} | order | typed | {field.key for field in self.fields}


WORDS = {"title", "tags", "barcode", "note", "say", "signatures", "rule"}
