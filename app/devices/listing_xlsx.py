"""Listings as an .xlsx, a sheet for each: text cells, yuan with two decimals, ready to print on A4.

What a roster says is text and stays text: no formula, link or number is made of it, whatever it begins with. A fen
becomes a decimal only here, because a spreadsheet has no fen.
"""

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from app.devices import paper
from app.domain.errors import Refused
from app.domain.listing import Cell, Column, Kind, Listing, shown, widths
from app.domain.progress import Tick, counted, silent

A4_PAPER = 9
FILLING = "写成电子表格"
ROWS = 1_048_576
# A cell holds no more; what is cut says so.
CELL_CHARACTERS = 32_767
CUT = "……（内容过长，其余见系统记录）"
# A column of Excel is as wide as so many digits, about half an em each.
DIGITS_PER_EM, NARROW, WIDE = 2.0, 7, 60
LANDSCAPE_FROM = 95


def render(listings: Sequence[Listing], *, scratch: Path, tick: Tick = silent) -> bytes:
    """The workbook. Rows go out as they come, so that memory does not grow with them; `scratch` holds its parts.

    Refused: sheet_too_tall, disk_full, cannot_write, and what `tick` raises.
    """
    whole = io.BytesIO()
    with _book(whole, scratch) as book:
        formats = _formats(book)
        for listing in listings:
            _sheet(book.add_worksheet(sheet_name(listing)), listing, formats, tick)
    return whole.getvalue()


@contextmanager
def _book(whole: io.BytesIO, scratch: Path) -> Iterator[Any]:
    import xlsxwriter
    from xlsxwriter.exceptions import FileCreateError

    try:
        scratch.mkdir(parents=True, exist_ok=True)
        options = {
            "constant_memory": True, "tmpdir": str(scratch),
            "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
        }  # fmt: skip
        with xlsxwriter.Workbook(whole, options) as book:
            yield book
    except OSError as error:
        raise paper.refusal(error, scratch) from error
    except FileCreateError as error:
        reason = error.__cause__ or error.__context__
        raise paper.refusal(reason if isinstance(reason, OSError) else OSError(), scratch) from error


def sheet_name(listing: Listing) -> str:
    """At most 31 characters, none that a sheet's name may not have."""
    return "".join(c for c in listing.title if c not in "[]:*?/\\'")[:31]


def _formats(book: Any) -> dict[str, Any]:
    base = {"font_name": "宋体", "font_size": 10, "valign": "vcenter", "border": 1, "border_color": "#9AA5A1"}
    text = base | {"num_format": "@", "text_wrap": True}
    yuan, count = base | {"num_format": "#,##0.00"}, base | {"num_format": "0"}
    bar = base | {"num_format": "0.0%"}
    kinds = {"text": text, "id": text, "date": text | {"align": "center"}, "yuan": yuan, "count": count, "bar": bar}
    bold = {"bold": True}
    return (
        {kind: book.add_format(given) for kind, given in kinds.items()}
        | {f"{kind} total": book.add_format(given | bold) for kind, given in kinds.items()}
        | {"title": book.add_format({"bold": True, "font_size": 16, "num_format": "@"})}
        | {"words": book.add_format({"font_size": 10, "num_format": "@"})}
        | {"mark": book.add_format({"bold": True, "font_size": 14, "font_color": "#B00020", "num_format": "@"})}
        | {"heading": book.add_format(text | bold | {"align": "center", "bg_color": "#E3ECE8"})}
    )


def _sheet(sheet: Any, listing: Listing, formats: dict[str, Any], tick: Tick) -> None:
    head = [(listing.title, "title"), *((mark, "mark") for mark in listing.marks)]
    head += [(line, "words") for line in listing.subtitle]
    at = len(head)
    if at + len(listing.rows) + 2 + len(listing.notes) + len(listing.signatures) > ROWS:
        raise Refused("sheet_too_tall", count=len(listing.rows), limit=ROWS)
    _page(sheet, listing, at, tick)
    for row, (text, kind) in enumerate(head):
        sheet.write_string(row, 0, text, formats[kind])
    for place, column in enumerate(listing.columns):
        sheet.write_string(at, place, column.heading, formats["heading"])
    end = _rows(sheet, listing, at + 1, formats, tick)
    _bars(sheet, listing, at + 1, end)
    for row, text in enumerate((*listing.notes, *(f"{name}：" for name in listing.signatures)), start=end + 1):
        sheet.write_string(row, 0, text, formats["words"])


def _page(sheet: Any, listing: Listing, heading: int, tick: Tick) -> None:
    """Widths, what stays in sight, and how it prints."""
    wide = [min(WIDE, max(NARROW, em * DIGITS_PER_EM + 2)) for em in widths(listing, tick)]
    for place, width in enumerate(wide):
        sheet.set_column(place, place, width)
    sheet.freeze_panes(heading + 1, 0)
    sheet.set_paper(A4_PAPER)
    if sum(wide) > LANDSCAPE_FROM:
        sheet.set_landscape()
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(heading)
    sheet.set_footer("&C第 &P 页，共 &N 页")
    if listing.page_by is not None:
        sheet.set_h_pagebreaks(_breaks(listing, heading + 1)[:1023])


def _breaks(listing: Listing, first: int) -> list[int]:
    """The rows above which a new page begins."""
    groups = listing.column(listing.page_by or "")
    return [first + row for row in range(1, len(groups)) if groups[row] != groups[row - 1]]


def _rows(sheet: Any, listing: Listing, first: int, formats: dict[str, Any], tick: Tick) -> int:
    """Write rows and totals; answers the row below them."""
    for offset, cells in enumerate(counted(listing.rows, tick, FILLING, len(listing.rows), "行")):
        _row(sheet, first + offset, cells, listing.columns, formats, "")
    end = first + len(listing.rows)
    if listing.totals is None:
        return end
    _row(sheet, end, listing.totals, listing.columns, formats, " total")
    return end + 1


def _bars(sheet: Any, listing: Listing, first: int, end: int) -> None:
    """Shares as bars too: a column of per cents is not looked at."""
    # The bars of Excel 2007: later ones stand in an extension that other programs leave out.
    whole = {"type": "data_bar", "min_type": "num", "min_value": 0, "max_type": "num", "max_value": 1}
    for place, column in enumerate(listing.columns):
        if column.kind == "bar" and end > first:
            sheet.conditional_format(first, place, end - 1, place, whole | {"bar_color": "#8FB9AC"})


def _row(
    sheet: Any, row: int, cells: Sequence[Cell], columns: Sequence[Column], formats: dict[str, Any], suffix: str
) -> None:
    for place, (cell, column) in enumerate(zip(cells, columns, strict=True)):
        form = formats[column.kind + suffix]
        if isinstance(cell, int):
            sheet.write_number(row, place, _number(cell, column.kind), form)
        elif cell:
            sheet.write_string(row, place, _bounded(shown(cell, column.kind)), form)
        else:
            sheet.write_blank(row, place, None, form)


def _number(value: int, kind: Kind) -> float:
    # Below 90 trillion fen the quotient shows exactly with its two decimals.
    return {"yuan": value / 100, "bar": value / 1000}.get(kind, value)


def _bounded(text: str) -> str:
    return text if len(text) <= CELL_CHARACTERS else text[: CELL_CHARACTERS - len(CUT)] + CUT
