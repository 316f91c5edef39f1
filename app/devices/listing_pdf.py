"""Listings as a PDF on A4: headings on each page, totals, notes and signatures at the end, 第几页 共几页.

Drawn through Sheet like every other paper, so a character that no font has is refused (glyph_missing) before anything
is written.
"""

from collections.abc import Iterator, Sequence

from app.devices import fonts, listing_plan, pdf
from app.devices.drawing import Drawing
from app.devices.listing_plan import MARGIN, PADDING, Page, Plan
from app.devices.sheet import LABEL, RULE, Sheet
from app.devices.typeset import Fitted, fit
from app.domain.listing import FIGURES, Listing, Row
from app.domain.progress import Progress, Tick, silent

MARK_SIZE, MARK_PITCH, MARK_ANGLE = 54.0, 52.0, 24.0
HAIR, FRAME = 0.3, 0.7
DRAWING = "画成 PDF"
# A bar leaves this much of its column to the figure beside it.
BAR_FIGURE, BAR_HEIGHT = 13.0, 3.4


def render(listings: Sequence[Listing], *, tick: Tick = silent) -> bytes:
    """All listings as one PDF, each from a page of its own. Refused("glyph_missing"), and what `tick` raises."""
    with fonts.DRAWING:
        return pdf.file(_drawings(listings, tick), title=listings[0].title, tick=tick)


def _drawings(listings: Sequence[Listing], tick: Tick) -> Iterator[Drawing]:
    for listing in listings:
        laid = listing_plan.plan(listing, tick)
        found = list(listing_plan.pages(listing, laid, tick))
        for number, page in enumerate(found, start=1):
            tick(Progress(DRAWING, number - 1, len(found), "页"))
            yield _page(listing, laid, page, f"第 {number} 页，共 {len(found)} 页")


def _page(listing: Listing, laid: Plan, page: Page, number: str) -> Drawing:
    sheet = Sheet(laid.size)
    _marks(sheet, listing)
    _head(sheet, listing, laid, page)
    blocks = enumerate(page.blocks)
    y = max(_table(sheet, listing, laid.block(number), rows, ends=page.ends) for number, rows in blocks)
    if page.ends:
        _ending(sheet, listing, laid, y)
    sheet.text(number, laid.size[0] / 2, laid.size[1] - 7, size=8, grey=LABEL, align="middle")
    return sheet.drawing()


def _marks(sheet: Sheet, listing: Listing) -> None:
    """Behind everything, so that it stays readable."""
    width, height = sheet.size
    for index, mark in enumerate(listing.marks):
        middle = height / 2 + (index - (len(listing.marks) - 1) / 2) * MARK_PITCH
        sheet.mark(mark, width / 2, middle, size=MARK_SIZE, angle=MARK_ANGLE)


def _head(sheet: Sheet, listing: Listing, laid: Plan, page: Page) -> None:
    title = fit(listing.title, laid.width, big=17, small=11, role="bold")
    sheet.block(title, laid.size[0] / 2, listing_plan.TOP + listing_plan.TITLE / 2, role="bold", align="middle")
    y = listing_plan.TOP + listing_plan.TITLE + listing_plan.LINE / 2 + 1
    for line in listing.subtitle:
        sheet.block(fit(line, laid.width, big=9, small=6), MARGIN, y, grey=LABEL)
        y += listing_plan.LINE
    if page.group:
        text = f"{listing.columns[listing.place(listing.page_by or '')].heading}：{page.group}"
        sheet.block(
            fit(text, laid.width, big=12, small=9, role="bold"), MARGIN, y + listing_plan.GROUP / 2 - 2, role="bold"
        )


def _table(sheet: Sheet, listing: Listing, laid: Plan, rows: tuple[int, int], *, ends: bool) -> float:
    """Headings and rows of one block, ruled; answers where they end."""
    lines = [laid.top, laid.top + laid.heading]
    for place, fitted in listing_plan.headings(listing, laid):
        _put(sheet, laid, place, fitted, laid.top + laid.heading / 2, role="bold", right=_is_figure(listing, place))
    for row in listing.rows[slice(*rows)]:
        lines.append(_row(sheet, listing, laid, row, lines[-1]))
    if ends and listing.totals:
        lines.append(_row(sheet, listing, laid, listing.totals, lines[-1], role="bold"))
    _rules(sheet, laid, lines)
    return lines[-1]


def _rules(sheet: Sheet, laid: Plan, lines: Sequence[float]) -> None:
    across = [(laid.edges[0], y, laid.edges[-1], y) for y in lines[1:-1]]
    down = [(x, lines[0], x, lines[-1]) for x in laid.edges[1:-1]]
    sheet.lines([*across, *down], weight=HAIR, grey=RULE)
    sheet.box(laid.edges[0], lines[0], laid.width, lines[-1] - lines[0], weight=FRAME)


def _row(sheet: Sheet, listing: Listing, laid: Plan, row: Row, top: float, *, role: str = "main") -> float:
    """One row; answers where it ends."""
    height = listing_plan.row_height(listing, laid, row, role=role)
    for place, fitted in enumerate(listing_plan.cells(listing, laid, row, role=role)):
        value = row[place]
        if listing.columns[place].kind == "bar" and isinstance(value, int):
            _bar(sheet, laid, place, value, top + height / 2)
        right = _is_figure(listing, place) or listing.columns[place].kind == "bar"
        _put(sheet, laid, place, fitted, top + height / 2, role=role, right=right)
    return top + height


def _is_figure(listing: Listing, place: int) -> bool:
    return listing.columns[place].kind in FIGURES


def _put(sheet: Sheet, laid: Plan, place: int, text: Fitted, middle: float, *, role: str, right: bool) -> None:
    """A text in its column, ending at its right edge or beginning at its left one."""
    if text.lines == ("",):
        return
    if right:
        sheet.block(text, laid.edges[place + 1] - PADDING, middle, role=role, align="right")
    else:
        sheet.block(text, laid.edges[place] + PADDING, middle, role=role)


def _bar(sheet: Sheet, laid: Plan, place: int, permille: int, middle: float) -> None:
    """A share as a bar in a frame; the figure stands beside it, so that length alone tells nothing."""
    left, width = laid.edges[place] + PADDING, laid.room(place) - BAR_FIGURE
    top = middle - BAR_HEIGHT / 2
    if permille:
        sheet.bars([(0, permille)], left, top, module=width / 1000, height=BAR_HEIGHT)
    sheet.box(left, top, width, BAR_HEIGHT, weight=HAIR)


def _ending(sheet: Sheet, listing: Listing, laid: Plan, y: float) -> None:
    y += listing_plan.NOTE_GAP
    for note in listing_plan.notes(listing, laid):
        sheet.block(note, MARGIN, y + note.height_mm / 2, grey=LABEL)
        y += note.height_mm + 1
    if not listing.signatures:
        return
    step = laid.width / max(2, len(listing.signatures))
    for index, name in enumerate(listing.signatures):
        x, baseline = MARGIN + index * step, y + listing_plan.SIGN - 3
        sheet.text(name, x, baseline, size=9.5)
        start = x + 34
        sheet.lines([(start, baseline + 1, x + step - 10, baseline + 1)], weight=HAIR, grey=LABEL)
