"""The 日报 on A4 paper, signed by two people: the words of domain/report.py placed by resources/layouts/day-a4.toml."""

from pathlib import Path

from app.devices import fonts, layouts, page, paper, pdf
from app.devices.content import Content
from app.devices.drawing import Drawing
from app.devices.sheet import A4, Sheet
from app.domain import report
from app.domain.receipt import PRACTICE_MARK
from app.domain.report import DayReport

TITLE = "收款日报"
LAYOUT = "day-a4"

# The keys of report.lines.
KEYS = frozenset(
    (
        *("point", "clerk", "day", "opened", "closed", "people", "receipts", "records", "match"),
        *("cash", "pos", "takings", "float", "expected", "notes", "counted", "difference", "reason", "head"),
        *("late", "carried", "red", "clerks", "cards", "handover", "bad", "second", "perpetual"),
    )
)


def drawing(day: DayReport) -> Drawing:
    """The report as one A4 page. Refused("glyph_missing") where no font draws a character."""
    content = Content(
        title=TITLE,
        lines={line.key: line for line in report.lines(day)},
        note=report.NOTE,
        across=(PRACTICE_MARK,) if day.practice else (),
    )
    with fonts.DRAWING:
        sheet = Sheet(A4)
        page.draw(sheet, layouts.load(LAYOUT, KEYS), content)
        return sheet.drawing()


def render(day: DayReport) -> bytes:
    """The report as a PDF. Refusals as `drawing`."""
    return pdf.file([drawing(day)], title=TITLE)


def write(day: DayReport, file: Path) -> None:
    """Write the report; nothing is at `file` unless it is whole. Refusals as `render` and `paper.write`."""
    paper.write(render(day), file)
