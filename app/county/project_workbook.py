"""A projection as an .xlsx: one sheet for each table. Text is written as text: nothing in it can run as a formula."""

import io
from pathlib import Path
from typing import Any

from app.county import project_text
from app.county.project import Budget
from app.county.project_text import Table
from app.devices import stick

MONEY = "（元）"


def write(found: Budget, path: Path) -> None:
    """Write the workbook durably. Raises Refused as stick.write does."""
    stick.write(path, _workbook([_notes(found), *project_text.tables(found)]))


def _notes(found: Budget) -> Table:
    lines = [*project_text.head(found.projected), *project_text.sums(found.projected)]
    if found.comparison:
        lines += project_text.changes(found.comparison)
    return "说明", ("说明",), [(line,) for line in lines]


def _workbook(tables: list[Table]) -> bytes:
    import xlsxwriter

    whole = io.BytesIO()
    with xlsxwriter.Workbook(whole, {"in_memory": True}) as book:
        bold = book.add_format({"bold": True, "bottom": 1})
        money = book.add_format({"num_format": "#,##0.00"})
        for title, headings, rows in tables:
            sheet = book.add_worksheet(title)
            sheet.freeze_panes(1, 0)
            sheet.set_column(0, len(headings), 22)
            for number, row in enumerate([headings, *rows]):
                _write_row(sheet, number, row, headings, money if number else bold)
    return whole.getvalue()


def _write_row(sheet: Any, number: int, row: tuple[Any, ...], headings: tuple[str, ...], form: Any) -> None:
    for column, value in enumerate(row):
        if isinstance(value, str):
            sheet.write_string(number, column, value, None if number else form)
        elif value is not None and headings[column].endswith(MONEY):
            # Only here, at the edge: a spreadsheet has no fen. Below 90 trillion fen the quotient shows exactly.
            sheet.write_number(number, column, value / 100, form)
        elif value is not None:
            sheet.write_number(number, column, value)
