"""The county's accounts as an .xlsx: one sheet for each question (workbook_sheets.py). People stand in it masked."""

import io
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from app.county.reconcile import Books
from app.county.workbook_sheets import Sheet, sheets
from app.devices import stick

MONEY = "（元）"
# A cell holds no more.
_CELL = 32_767


def write(found: Books, *, county: str, practice: bool, path: Path, now: datetime) -> None:
    """Write the workbook durably. Raises Refused as stick.write does."""
    stick.write(path, _workbook(sheets(found, county=county, practice=practice, now=now)))


def _workbook(made: list[Sheet]) -> bytes:
    import xlsxwriter

    whole = io.BytesIO()
    with xlsxwriter.Workbook(whole, {"in_memory": True}) as book:
        bold = book.add_format({"bold": True, "bottom": 1})
        money = book.add_format({"num_format": "#,##0.00"})
        for title, header, rows in made:
            sheet = book.add_worksheet(title)
            sheet.freeze_panes(1, 0)
            for column, heading in enumerate(header):
                sheet.set_column(column, column, _width(heading))
                sheet.write_string(0, column, heading, bold)
            for number, row in enumerate(rows, start=1):
                _write_row(sheet, number, row, header, money)
    return whole.getvalue()


def _width(heading: str) -> int:
    return 60 if heading in ("情况", "办法", "结论") else 24 if heading in ("凭据号", "账簿", "名称", "项目") else 16


def _write_row(sheet: Any, number: int, row: Sequence[Any], header: Sequence[str], money: Any) -> None:
    for column, value in enumerate(row):
        if value is None:
            continue
        if isinstance(value, str):
            # What a point sent is text and stays text: no formulas, links or numbers are made of it.
            sheet.write_string(number, column, value[:_CELL])
        elif header[column].endswith(MONEY):
            # Only here, at the edge: a spreadsheet has no fen. Below 90 trillion fen the quotient shows exactly.
            sheet.write_number(number, column, value / 100, money)
        else:
            sheet.write_number(number, column, value)
