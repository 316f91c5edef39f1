"""A report as one value: screen, PDF, xlsx and command line draw the same rows, so that they cannot differ.

Amounts are fen, shares per mille; what a person reads of them is made in `shown`, nowhere else. A document number is
in a row as the report's purpose needs it; lists on a screen show it masked all the same (design §2, rule 10).
"""

from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from app.domain import money
from app.domain.progress import Tick, counted, silent
from app.domain.receipt import DRAFT_MARK, PRACTICE_MARK
from app.domain.resident import masked

Kind = Literal["text", "count", "yuan", "date", "id", "bar"]
Cell = str | int | None
Row = tuple[Cell, ...]
# The kinds of file it is written as.
Suffix = Literal["pdf", "xlsx"]

# Set at the right, as figures are; sums of them stand in the totals.
FIGURES = frozenset({"count", "yuan"})
MEASURING = "量各列的宽度"
MOST_EMS = 24
LATIN = 0.62
# Line ends and other control characters of a typed reason are blanks in a table.
ONE_LINE = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)), " ")


class Column(msgspec.Struct, frozen=True):
    """One column: count and yuan hold int (fen), bar a share from 0 to 1000 per mille, the others text.

    `least`: how wide it is at least, in ems, where somebody has to write in it.
    """

    key: str
    heading: str
    kind: Kind = "text"
    least: int = 0


class Listing(msgspec.Struct, frozen=True, kw_only=True):
    """One report, or one sheet of it.

    `marks` lie across it (练习, 征求意见稿). `page_by`: the key of the column at whose change a new page begins.
    `totals` is a row of the same columns. `signatures` name who signs at the end, `notes` are sentences below.
    """

    name: str
    title: str
    subtitle: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    totals: Row | None = None
    signatures: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    page_by: str | None = None

    def column(self, key: str) -> list[Cell]:
        """The cells of one column, totals left out."""
        place = self.place(key)
        return [row[place] for row in self.rows]

    def place(self, key: str) -> int:
        """Where a column stands."""
        return [column.key for column in self.columns].index(key)

    def total(self, key: str) -> Cell:
        """The cell of the totals in a column, None where there are none."""
        return self.totals[self.place(key)] if self.totals else None

    @property
    def lines(self) -> Iterable[Row]:
        """The rows, the totals last."""
        return (*self.rows, self.totals) if self.totals else self.rows


def columns(*given: tuple[str, str] | tuple[str, str, Kind] | tuple[str, str, Kind, int]) -> tuple[Column, ...]:
    """Columns from (key, heading), (key, heading, kind) or (key, heading, kind, least)."""
    return tuple(Column(*each) for each in given)


def totals(columns: Sequence[Column], rows: Iterable[Row], *, skip: frozenset[str] = frozenset()) -> Row:
    """合计 in the first column, and below count and yuan their sums; a column of `skip` is left empty."""
    sums = [0] * len(columns)
    for row in rows:
        for place, cell in enumerate(row):
            sums[place] += cell if isinstance(cell, int) else 0
    summed = (
        total if column.kind in FIGURES and column.key not in skip else None
        for column, total in zip(columns, sums, strict=True)
    )
    return ("合计", *list(summed)[1:])


def shown(cell: Cell, kind: Kind, *, on_screen: bool = False) -> str:
    """What a person reads of a cell; `on_screen` masks a document number that the paper shows in full."""
    if cell is None:
        return ""
    if kind == "yuan" and isinstance(cell, int):
        return money.yuan(cell)
    if kind == "bar" and isinstance(cell, int):
        return f"{cell // 10}.{cell % 10}%"
    if kind == "id" and on_screen:
        return masked(str(cell))
    return str(cell).translate(ONE_LINE)


def share(part: int, whole: int) -> int:
    """`part` of `whole` in per mille, rounded down and never above 1000: nothing is done before it is done."""
    return min(1000, part * 1000 // whole) if whole > 0 else 0


def marks(*, practice: bool, draft: bool) -> tuple[str, ...]:
    """What lies across every report of a practice point or of a draft pack."""
    return (*((DRAFT_MARK,) if draft else ()), *((PRACTICE_MARK,) if practice else ()))


def ems(text: str) -> float:
    """The width of a text in ems: Chinese takes one, letters and digits a little more than half."""
    latin = len(text.encode("ascii", "ignore"))
    return LATIN * latin + len(text) - latin


def widths(listing: Listing, tick: Tick = silent) -> tuple[float, ...]:
    """How wide each column wants to be, in ems: its widest cell or heading. Texts want at most `MOST_EMS`. `tick` is
    told the rows of each column."""
    return tuple(_width(listing, place, tick) for place in range(len(listing.columns)))


def _width(listing: Listing, place: int, tick: Tick) -> float:
    column = listing.columns[place]
    lines = counted(listing.lines, tick, MEASURING, len(listing.rows), "行")
    # A long report repeats its words: each is measured once.
    cells = {shown(row[place], column.kind) for row in lines}
    widest = max(map(ems, cells), default=0.0)
    if column.kind == "text":
        widest = min(widest, MOST_EMS)
    return max(ems(column.heading), widest, column.least, 8.0 if column.kind == "bar" else 2.0)
