"""The 日报 on A4 paper, signed by two people: the words of domain/report.py in a two-column grid."""

from pathlib import Path

from app.devices import fonts, grid, paper
from app.devices.grid import LEFT, PADDING, RIGHT, Type
from app.devices.paper import Sheet
from app.domain import report
from app.domain.receipt import PRACTICE_MARK
from app.domain.report import DayReport

TITLE = "收款日报"
GRID_TOP, GRID_BOTTOM = 48.0, 165.0
SIGNATURE = 190.0

# Keys of report.lines in rows: two side by side, or one across the page.
ROWS = (
    ("point",),
    ("clerk", "day"),
    ("opened", "closed"),
    ("people", "receipts"),
    ("records", "match"),
    ("cash", "pos"),
    ("takings",),
    ("float", "expected"),
    ("notes",),
    ("counted", "difference"),
    ("reason",),
    ("head",),
)

TYPES = {
    "takings": Type(14, 10, "bold", 10),
    "counted": Type(14, 10, "bold", 10),
    "difference": Type(14, 10, "bold", 10),
    "match": Type(10.5, 9, "bold"),
}


def render(day: DayReport) -> bytes:
    """The report as a PDF of one A4 page. Refused("glyph_missing") where no font draws a character."""
    with fonts.DRAWING:
        sheet = Sheet(paper.A4, title=TITLE)
        if day.practice:
            sheet.slanted(PRACTICE_MARK, 105, 106, size=56, angle=24)
        sheet.block(paper.fit(TITLE, 120, big=26, small=26, role="bold"), LEFT, 30, role="bold")
        sheet.text("城乡居民基本医疗保险费", RIGHT, 32, size=12, align="right", grey=paper.LABEL)
        rows = grid.arranged(report.lines(day), ROWS)
        down = grid.draw(sheet, rows, TYPES, top=GRID_TOP, bottom=GRID_BOTTOM) - GRID_BOTTOM
        _foot(sheet, down)
        sheet.next_page()
        return sheet.pdf()


def write(day: DayReport, file: Path) -> None:
    """Write the report; nothing is at `file` unless it is whole. Refusals as `render` and `paper.write`."""
    paper.write(render(day), file)


def _foot(sheet: Sheet, down: float) -> None:
    grid.signatures(sheet, ("收款人（签章）", "复核人（签章）"), SIGNATURE + down)
    note = paper.fit(report.NOTE, RIGHT - LEFT - 2 * PADDING, big=9, small=9)
    sheet.block(note, LEFT + PADDING, SIGNATURE + 16 + down, grey=paper.LABEL)
