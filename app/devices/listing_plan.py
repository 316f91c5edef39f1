"""How a listing lies on A4 paper: upright or across, how wide its columns are, and which rows stand on which page.

Lengths in mm, type in points. Rows are measured here and set again when they are drawn: of sixty thousand people only
one page is ever held.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from app.devices.sheet import A4
from app.devices.typeset import MM, Fitted, fit
from app.domain.listing import Cell, Column, Listing, Row, shown, widths
from app.domain.progress import Tick, counted, silent

MARGIN, TOP, FOOT = 12.0, 12.0, 13.0
TITLE, LINE, GROUP = 9.0, 4.6, 8.0
SIZE, SMALL = 9.0, 7.0
PADDING, ABOVE, LEAST = 1.3, 0.9, 6.2
# Where room is short, a text still has this much.
SHORTEST = 20.0
NOTE_GAP, SIGN = 3.0, 16.0
# A list of names is posted: side by side it takes half the paper.
GAP, MOST_BLOCKS, ALONE = 6.0, 3, 30
# A text of more lines than these is cut, and says so: the xlsx has it whole.
MOST_LINES = 12
CUT = "……（见电子表）"
MEASURING = "排版"


class Page(NamedTuple):
    """Rows (first, last outside) of a page, block by block; `group` stands over them; `ends`: totals and signatures."""

    blocks: tuple[tuple[int, int], ...]
    group: str
    ends: bool


class Plan(NamedTuple):
    """The paper (mm), the columns' edges from left to right, the heading's height, where rows begin and end.

    A narrow list stands in several blocks side by side, each `step` from the last.
    """

    size: tuple[float, float]
    edges: tuple[float, ...]
    heading: float
    top: float
    bottom: float
    blocks: int = 1
    step: float = 0.0

    @property
    def width(self) -> float:
        """The whole table, all blocks."""
        return self.edges[-1] - self.edges[0] + (self.blocks - 1) * self.step

    def room(self, place: int) -> float:
        """What a column leaves for its text."""
        return self.edges[place + 1] - self.edges[place] - 2 * PADDING

    def block(self, number: int) -> "Plan":
        """The plan of one block, which begins further right."""
        return self._replace(edges=tuple(edge + number * self.step for edge in self.edges), blocks=1)


def plan(listing: Listing, tick: Tick = silent) -> Plan:
    """Upright where every column has the room it wants, across otherwise; then texts wrap."""
    wanted = [em * SIZE / MM + 2 * PADDING for em in widths(listing, tick)]
    upright = sum(wanted) <= A4[0] - 2 * MARGIN
    size = A4 if upright else (A4[1], A4[0])
    whole = size[0] - 2 * MARGIN
    blocks = _blocks(listing, sum(wanted), whole)
    step = (whole + GAP) / blocks
    group = GROUP if listing.page_by else 0.0
    top = TOP + TITLE + LINE * len(listing.subtitle) + 2.5 + group
    found = Plan(size, _edges(listing.columns, wanted, step - GAP), 0.0, top, size[1] - FOOT, blocks, step)
    heading = max(LEAST + 1, _height([text for _, text in headings(listing, found)]))
    # With several blocks what comes at the end has its room on each page: it cannot stand below one block only.
    below = ending_height(listing, found) if blocks > 1 else 0.0
    return found._replace(heading=heading, bottom=found.bottom - below)


def _blocks(listing: Listing, wanted: float, whole: float) -> int:
    """How often a narrow list without totals stands side by side; a short one stands alone."""
    if listing.totals or listing.page_by or len(listing.rows) <= ALONE:
        return 1
    return max(1, min(MOST_BLOCKS, int((whole + GAP) // (wanted + GAP))))


def _edges(columns: tuple[Column, ...], wanted: list[float], whole: float) -> tuple[float, ...]:
    """The columns' edges. What is over is given to texts and bars; what is short is taken from wide texts, so that
    words of a few characters and figures stay on one line."""
    spare = whole - sum(wanted)
    gives = [_gives(column, width, short=spare < 0) for column, width in zip(columns, wanted, strict=True)]
    if not sum(gives):
        gives = wanted
    edges = [MARGIN]
    for width, share in zip(wanted, gives, strict=True):
        edges.append(edges[-1] + width + spare * share / sum(gives))
    return tuple(edges)


def _gives(column: Column, width: float, *, short: bool) -> float:
    """How much a column has to do with room that is over or short."""
    if column.kind not in ("text", "bar"):
        return 0.0
    return max(0.0, width - SHORTEST) if short else width


def headings(listing: Listing, plan: Plan) -> list[tuple[int, Fitted]]:
    """Each column's place and its heading, fitted."""
    return [
        (place, fit(column.heading, plan.room(place), big=SIZE, small=SMALL, role="bold"))
        for place, column in enumerate(listing.columns)
    ]


def cells(listing: Listing, plan: Plan, row: Row, *, role: str = "main") -> list[Fitted]:
    """The texts of a row, fitted to their columns."""
    return [_cell(cell, listing.columns[place], plan.room(place), role) for place, cell in enumerate(row)]


def _cell(cell: Cell, column: Column, room: float, role: str) -> Fitted:
    return _fitted(shown(cell, column.kind), round(room, 3), role)


@lru_cache(maxsize=4096)
def _fitted(text: str, room: float, role: str) -> Fitted:
    """The same words in the same column are set once: groups, states and dates repeat on every line."""
    found = fit(text, room, big=SIZE, small=SMALL, role=role)
    if len(found.lines) <= MOST_LINES:
        return found
    return Fitted((*found.lines[: MOST_LINES - 1], CUT), found.size)


def row_height(listing: Listing, plan: Plan, row: Row, *, role: str = "main") -> float:
    """How high a row is."""
    return _height(cells(listing, plan, row, role=role))


def _height(fitted: list[Fitted]) -> float:
    return max(LEAST, max(each.height_mm for each in fitted) + 2 * ABOVE)


def notes(listing: Listing, plan: Plan) -> list[Fitted]:
    """The sentences below the table, fitted to its width."""
    return [fit(note, plan.width, big=SIZE, small=8.0) for note in listing.notes]


def ending_height(listing: Listing, plan: Plan) -> float:
    """What totals, notes and signatures need together: they are not torn apart."""
    totals = row_height(listing, plan, listing.totals, role="bold") if listing.totals else 0.0
    below = sum(note.height_mm + 1 for note in notes(listing, plan))
    return totals + NOTE_GAP + below + (SIGN if listing.signatures else 0.0)


def pages(listing: Listing, plan: Plan, tick: Tick = silent) -> Iterator[Page]:
    """The pages of a listing; one of them at least, and the last has the totals. `tick` is told the rows measured."""
    parts = list(_parts(listing, plan, tick))
    found = [parts[start : start + plan.blocks] for start in range(0, len(parts), plan.blocks)]
    for place, each in enumerate(found, start=1):
        last = place == len(found)
        fits = last and (plan.blocks > 1 or _fits(listing, plan, each[-1]))
        yield Page(tuple((part.first, part.last) for part in each), each[0].group, ends=fits)
        if last and not fits:
            yield Page(((len(listing.rows), len(listing.rows)),), "", ends=True)


class _Part(NamedTuple):
    """Rows that stand under one another, the group they are of, and where they end."""

    first: int
    last: int
    group: str
    y: float


def _parts(listing: Listing, plan: Plan, tick: Tick) -> Iterator[_Part]:
    """The rows cut where the paper ends or the group changes."""
    groups = listing.column(listing.page_by) if listing.page_by else []
    begin = plan.top + plan.heading
    first, y, group = 0, begin, ""
    for place, row in enumerate(counted(listing.rows, tick, MEASURING, len(listing.rows), "行")):
        height = row_height(listing, plan, row)
        turned = bool(groups) and str(groups[place]) != group
        if place > first and (turned or y + height > plan.bottom):
            yield _Part(first, place, group, y)
            first, y = place, begin
        group = str(groups[place]) if groups else ""
        y += height
    yield _Part(first, len(listing.rows), group, y)


def _fits(listing: Listing, plan: Plan, part: _Part) -> bool:
    """Whether totals, notes and signatures have room below these rows; an empty table has nothing else."""
    return part.first == part.last or part.y + ending_height(listing, plan) <= plan.bottom
