"""The receipt on A5 paper: the words of domain/receipt.py in a two-column grid, with the bar code of its number."""

from collections.abc import Iterable
from pathlib import Path

from app.devices import barcode, fonts, grid, paper
from app.devices.grid import LEFT, PADDING, RIGHT, Type
from app.devices.paper import Fitted, Sheet
from app.domain import receipt
from app.domain.receipt import Line, ReceiptView

BAR_CODE_TOP, TITLE_MIDDLE, NUMBER = 8.0, 15.5, 22.8
GRID_TOP, GRID_BOTTOM = 27.5, 119.0
SIGNATURE = 129.5
NOTE_MIDDLE = 138.0

# Keys of receipt.lines in rows: two side by side, or one across the page.
ROWS = (
    ("payer", "id"),
    ("insurance", "year"),
    ("household", "category"),
    ("price", "subsidy"),
    ("due", "upper"),
    ("method", "paid_at"),
    ("benefit",),
    ("waiting",),
    ("reason",),
    ("point",),
    ("clerk", "entry"),
)

TYPES = {
    "payer": Type(15, 9, "bold", 9.5),
    "id": Type(12, 9),
    "due": Type(22, 14, "bold", 13),
    "upper": Type(14, 9, "bold"),
    "waiting": Type(10.5, 9, "bold"),
    "reason": Type(10, 8.5),
}


def render(view: ReceiptView) -> bytes:
    """One receipt as a PDF of one A5 page. Refused("glyph_missing") where no font draws a character."""
    return render_many([view])


def render_many(views: Iterable[ReceiptView]) -> bytes:
    """Receipts of one payment, a page each, in one PDF."""
    with fonts.DRAWING:
        sheet = Sheet(paper.A5_LANDSCAPE, title="收款凭据")
        for view in views:
            _page(sheet, view)
            sheet.next_page()
        return sheet.pdf()


def write(view: ReceiptView, file: Path) -> None:
    """Write one receipt; nothing is at `file` unless it is whole. Refusals as `render` and `paper.write`."""
    paper.write(render(view), file)


def write_many(views: Iterable[ReceiptView], file: Path) -> None:
    """Write the receipts of a family as the pages of one file, so that they print in one go."""
    paper.write(render_many(views), file)


def _page(sheet: Sheet, view: ReceiptView) -> None:
    lines = receipt.lines(view)
    _watermarks(sheet, view)
    _head(sheet, view, next(line for line in lines if line.key == "number"))
    bottom = grid.draw(sheet, grid.arranged(lines, ROWS), TYPES, top=GRID_TOP, bottom=GRID_BOTTOM)
    # A reason of many lines pushes the signatures down rather than standing on them.
    _foot(sheet, view, bottom - GRID_BOTTOM)


def _watermarks(sheet: Sheet, view: ReceiptView) -> None:
    """Practice, draft and void across the page, behind the text: a void must not hide the figures it voids."""
    words = [mark for mark in receipt.marks(view) if mark in (receipt.PRACTICE_MARK, receipt.DRAFT_MARK)]
    for index, mark in enumerate(words):
        middle = 74.0 + (index - (len(words) - 1) / 2) * 40
        sheet.slanted(mark, 105, middle, size=46, angle=16)
    if view.voided:
        sheet.stamp(receipt.VOID_MARK, 148, 88, size=76, angle=14)


def _head(sheet: Sheet, view: ReceiptView, number: Line) -> None:
    """Title, the mark of a reprint beside it, and the bar code, whose right quiet zone is the margin."""
    code_left = RIGHT - len(barcode.modules(view.number)) * barcode.MODULE_MM
    tag = receipt.reprint_mark(view.print_count) if view.print_count else ""
    tag_width = fonts.width(tag, size=12, role="bold") / paper.MM + 5 if tag else 0.0
    room = code_left - barcode.QUIET_MODULES * barcode.MODULE_MM - LEFT - tag_width - 5
    title = paper.fit(view.title, room, big=19, small=12, role="bold")
    sheet.block(title, LEFT, TITLE_MIDDLE, role="bold")
    if tag:
        beside = max(fonts.width(line, size=title.size, role="bold") for line in title.lines) / paper.MM
        _tag(sheet, tag, LEFT + beside + 5, width=tag_width)
    _bar_code(sheet, view.number, code_left)
    sheet.text(f"{number.label} {number.value}", RIGHT, NUMBER, size=8, align="right")


def _bar_code(sheet: Sheet, number: str, left: float) -> None:
    """The bars; the first begins on a whole dot of the printer."""
    dot = barcode.MODULE_MM / 2
    start = round(left / dot) * dot
    sheet.bars(barcode.bars(number), start, BAR_CODE_TOP, module=barcode.MODULE_MM, height=barcode.HEIGHT_MM)


def _tag(sheet: Sheet, text: str, x: float, *, width: float) -> None:
    """A word in a frame, heavy enough to be seen on a bad copy."""
    sheet.box(x, TITLE_MIDDLE - 3.3, width, 6.6, weight=1.2)
    sheet.block(Fitted((text,), 12), x + 2.5, TITLE_MIDDLE, role="bold")


def _foot(sheet: Sheet, view: ReceiptView, down: float) -> None:
    grid.signatures(sheet, ("收款人（签章）", "缴款人（签字）"), SIGNATURE + down)
    note = paper.fit(view.disclaimer, RIGHT - LEFT - 2 * PADDING, big=8.5, small=7.5)
    sheet.block(note, LEFT + PADDING, NOTE_MIDDLE + down, grey=paper.LABEL)
