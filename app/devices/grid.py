"""Labelled values in ruled rows, as receipts and reports show them.

A row has the height its layout gives it. What is left of the space is shared, so that what follows stands in its place;
where there is too little, texts take their smallest size and rows give up their air before what is below gives way.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from app.devices.drawing import Ends
from app.devices.layout import Grid, Ink, Signatures, Type
from app.devices.sheet import Sheet
from app.devices.typeset import Fitted, fit
from app.domain.receipt import Line

# The least air above and below a text, in mm, where room is short.
TIGHT = 0.3


class Cell(NamedTuple):
    """A label with its fitted value, ready to be placed from `left` to `right`."""

    label: Fitted
    value: Fitted
    type: Type
    left: float
    right: float

    def height(self, above: float) -> float:
        return max(self.type.row, self.value.height_mm + 2 * above)

    @property
    def least(self) -> float:
        return max(self.value.height_mm, self.label.height_mm) + 2 * TIGHT


def draw(sheet: Sheet, grid: Grid, lines: Mapping[str, Line], ink: Ink) -> float:
    """Draw the rows whose keys are among `lines`; answers where they end, which is at least the grid's bottom."""
    rows = _cells(grid, arranged(grid, lines))
    rules: list[Ends] = []
    edge = grid.top
    for row, height in zip(rows, _heights(grid, rows), strict=True):
        _row(sheet, grid, row, edge + height / 2, ink)
        rules += _rules(grid, row, edge, edge + height)
        edge += height
    sheet.lines(rules[1:], weight=ink.hairline, grey=ink.rule)  # the first is the frame's own
    sheet.box(grid.left, grid.top, grid.right - grid.left, edge - grid.top, weight=ink.frame)
    return edge


def _heights(grid: Grid, rows: Sequence[Sequence[Cell]]) -> list[float]:
    """The rows' heights: with a share of what is left over, or with less air where they are too high together."""
    wanted = [max(cell.height(grid.above) for cell in row) for row in rows]
    least = [min(want, max(cell.least for cell in row)) for want, row in zip(wanted, rows, strict=True)]
    over = sum(wanted) - (grid.bottom - grid.top)
    if over <= 0:
        return [height - over / len(rows) for height in wanted]
    air = sum(wanted) - sum(least)
    share = min(1.0, over / air) if air else 0.0
    return [want - share * (want - low) for want, low in zip(wanted, least, strict=True)]


def arranged(grid: Grid, lines: Mapping[str, Line]) -> list[list[tuple[Line, float, float]]]:
    """The lines in rows, each with its left and right end. Those of a row share its width; absent ones take none."""
    found = [[key for key in row if key in lines] for row in grid.rows]
    return [_columns(grid, row, lines) for row in found if row]


def _columns(grid: Grid, row: Sequence[str], lines: Mapping[str, Line]) -> list[tuple[Line, float, float]]:
    """A key that stands twice in a row takes two columns."""
    width = (grid.right - grid.left) / len(row)
    starts = {key: grid.left + row.index(key) * width for key in row}
    return [(lines[key], left, left + row.count(key) * width) for key, left in starts.items()]


def _cells(grid: Grid, rows: list[list[tuple[Line, float, float]]]) -> list[list[Cell]]:
    """The values fitted; all of them in their smallest size where they are too high together."""
    cells = [[_cell(grid, *placed, small=False) for placed in row] for row in rows]
    if sum(max(cell.least for cell in row) for row in cells) <= grid.bottom - grid.top:
        return cells
    return [[_cell(grid, *placed, small=True) for placed in row] for row in rows]


def _cell(grid: Grid, line: Line, left: float, right: float, *, small: bool) -> Cell:
    kind = grid.types.get(line.key, grid.plain)
    kind = replace(kind, big=kind.small, row=0) if small else kind
    room = right - left - grid.label_width - 2 * grid.padding
    value = fit(line.value, room, big=kind.big, small=kind.small, role=kind.role)
    # A long label ends before its value begins.
    label = fit(line.label, grid.label_width - 0.5, big=grid.label_size, small=min(7.0, grid.label_size))
    return Cell(label, value, kind, left, right)


def _row(sheet: Sheet, grid: Grid, cells: list[Cell], middle: float, ink: Ink) -> None:
    for cell in cells:
        sheet.block(cell.label, cell.left + grid.padding, middle, grey=ink.label)
        sheet.block(cell.value, cell.left + grid.label_width + grid.padding, middle, role=cell.type.role)


def _rules(grid: Grid, cells: list[Cell], top: float, bottom: float) -> list[Ends]:
    """The hairlines of a row: above it, and between its cells."""
    between = [(cell.left, top, cell.left, bottom) for cell in cells[1:]]
    return [(grid.left, top, grid.right, top), *between]


def signatures(sheet: Sheet, part: Signatures, ink: Ink, *, down: float = 0.0) -> None:
    """Places to sign, side by side; `down` mm lower where the text above needs the room."""
    width = (part.right - part.left) / len(part.labels)
    baseline = part.baseline + down
    starts = [part.left + index * width for index in range(len(part.labels))]
    for x, label in zip(starts, part.labels, strict=True):
        sheet.text(label, x + 2.5, baseline, size=part.size, grey=ink.label)
    ends = [(x + part.line, baseline + 1, x + width - 8, baseline + 1) for x in starts]
    sheet.lines(ends, weight=ink.hairline, grey=ink.label)
