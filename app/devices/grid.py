"""Labelled values in ruled rows, as receipts and reports show them.

A row takes the height its texts need; what is left of the space is shared, so that what follows stands in its place.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from app.devices import paper
from app.devices.paper import Fitted, Sheet
from app.domain.receipt import Line

LEFT, RIGHT = 12.0, 198.0
HALF = (RIGHT - LEFT) / 2
LABEL_WIDTH = 21.0
LABEL_SIZE = 9.0
PADDING, PADDING_ABOVE = 2.5, 0.9


class Type(NamedTuple):
    """How a value is set: largest and smallest size in points, font, and the least height of its row in mm."""

    big: float = 10.5
    small: float = 8.0
    role: str = "main"
    row: float = 7.0


PLAIN = Type()


class Cell(NamedTuple):
    """A label with its fitted value, ready to be placed."""

    label: str
    type: Type
    value: Fitted

    @property
    def height(self) -> float:
        return max(self.type.row, self.value.height_mm + 2 * PADDING_ABOVE)


def arranged(lines: Sequence[Line], rows: Sequence[Sequence[str]]) -> list[list[Line]]:
    """The lines in rows of one or two, by their keys; a row whose first key is absent is left out."""
    found = {line.key: line for line in lines}
    return [[found[key] for key in row] for row in rows if row[0] in found]


def draw(sheet: Sheet, rows: list[list[Line]], types: Mapping[str, Type], *, top: float, bottom: float) -> float:
    """Draw the rows from `top`, at least to `bottom`; answers where they end."""
    cells = [[_cell(line, types.get(line.key, PLAIN), wide=len(row) == 1) for line in row] for row in rows]
    heights = [max(cell.height for cell in row) for row in cells]
    spare = max(0.0, bottom - top - sum(heights)) / len(rows)
    rules, edge = [], top
    for row, height in zip(cells, heights, strict=True):
        _row(sheet, row, edge + (height + spare) / 2)
        rules += _rules(row, edge, edge + height + spare)
        edge += height + spare
    sheet.lines(rules[1:])  # the first is the frame's own
    sheet.box(LEFT, top, RIGHT - LEFT, edge - top)
    return edge


def _cell(line: Line, kind: Type, *, wide: bool) -> Cell:
    width = (RIGHT - LEFT if wide else HALF) - LABEL_WIDTH - 2 * PADDING
    return Cell(line.label, kind, paper.fit(line.value, width, big=kind.big, small=kind.small, role=kind.role))


def _row(sheet: Sheet, cells: list[Cell], middle: float) -> None:
    for index, cell in enumerate(cells):
        left = LEFT + index * HALF
        sheet.block(Fitted((cell.label,), LABEL_SIZE), left + PADDING, middle, grey=paper.LABEL)
        sheet.block(cell.value, left + LABEL_WIDTH + PADDING, middle, role=cell.type.role)


def _rules(cells: list[Cell], top: float, bottom: float) -> list[tuple[float, float, float, float]]:
    """The hairlines of a row: above it, and between its two cells."""
    between = [(LEFT + HALF, top, LEFT + HALF, bottom)] if len(cells) == 2 else []
    return [(LEFT, top, RIGHT, top), *between]


def signatures(sheet: Sheet, labels: tuple[str, str], baseline: float) -> None:
    """Two places to sign, side by side."""
    for index, label in enumerate(labels):
        sheet.text(label, LEFT + index * HALF + PADDING, baseline, size=LABEL_SIZE, grey=paper.LABEL)
    starts = (LEFT, LEFT + HALF)
    sheet.lines([(x + 28, baseline + 1, x + HALF - 8, baseline + 1) for x in starts], grey=paper.LABEL)
