"""Spreadsheets in and out: a roster read through a child process with limits, and the sheet of rejected rows written.

Named statuses of reading (Refused): sheet_missing, sheet_unreadable, sheet_kind_unknown, sheet_encrypted,
sheet_too_large, sheet_timeout, sheet_empty. Of writing: disk_full, cannot_write.
"""

import csv
import errno
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from app.devices import collector, sheet_child
from app.devices.sheet_bounds import Limits, Verdict
from app.domain.errors import Refused
from app.domain.progress import Tick, silent
from app.domain.roster import Rejection, Table

REJECTS_SUFFIX = "_未导入"
ROW_HEADING = "行号"
REASON_HEADING = "未导入原因"
OUT_OF_MEMORY = (b"memory allocation", b"MemoryError", b"capacity overflow")
XLSX_ROWS = 1_048_576


def read_table(path: Path, limits: Limits | None = None, *, tick: Tick = silent) -> Table:
    """The first visible sheet with content as text, row 1 first. Raises Refused as listed above.

    `tick` is told the rows as they come, and several times a second while there are none yet.
    """
    limits = limits or Limits()
    with collector.paused():
        rows, verdict, last_words = sheet_child.read(path, limits, tick)
    if verdict is None:
        verdict = _why(last_words)
    if verdict.code != "ok":
        raise Refused(verdict.code, file=path.name, what=verdict.what)
    if not any(any(row) for row in rows):
        raise Refused("sheet_empty", file=path.name)
    return Table(rows, verdict.sheet, verdict.other_sheets)


def _why(last_words: bytes) -> Verdict:
    """Why a child died without a verdict: it met its memory limit, or the file broke the reader."""
    if any(words in last_words for words in OUT_OF_MEMORY):
        return Verdict("sheet_too_large", "占用内存过多")
    return Verdict("sheet_unreadable")


def rejects_path(source: Path) -> Path:
    """Where the rejected rows of `source` go: beside it, under a name nobody has used yet."""
    path = source.with_name(f"{source.stem}{REJECTS_SUFFIX}.xlsx")
    number = 2
    while path.exists():
        path = source.with_name(f"{source.stem}{REJECTS_SUFFIX}{number}.xlsx")
        number += 1
    return path


def write_rejects(path: Path, header: Sequence[str], rejections: Sequence[Rejection]) -> None:
    """Write an .xlsx of row number, reasons and the original cells, all as text: nothing in it can run as a formula.

    It can be mended and imported as it is. Written under a temporary name first. Raises Refused: disk_full,
    cannot_write.
    """
    with _finished_whole(path) as draft:
        _write_sheet(draft, header, rejections)


def write_rows(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]], count: int) -> None:
    """Write `count` rows of text to an .xlsx or .csv, by its suffix, row by row.

    For invented people only: the .xlsx writer keeps its rows in the system's temporary folder until the end. Raises
    Refused: sheet_kind_unknown, sheet_too_tall, disk_full, cannot_write.
    """
    kind = path.suffix.lower()
    if kind not in (".xlsx", ".csv"):
        raise Refused("sheet_kind_unknown", file=path.name)
    if kind == ".xlsx" and count >= XLSX_ROWS:
        raise Refused("sheet_too_tall", count=count, limit=XLSX_ROWS - 1)
    with _finished_whole(path) as draft:
        (_write_xlsx if kind == ".xlsx" else _write_csv)(draft, header, rows)


@contextmanager
def _finished_whole(path: Path) -> Iterator[Path]:
    """A draft beside `path` that takes its name once it is complete; on an error nothing is left behind."""
    draft = path.with_name(f".{path.name}.part")
    try:
        yield draft
        os.replace(draft, path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise Refused("disk_full", file=path.name) from None
        raise Refused("cannot_write", file=path.name, why=error.strerror or "") from None


def _write_csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    # With a BOM, or spreadsheet programs take it for the system's own encoding.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(rows)


def _write_xlsx(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    book = _workbook(path, constant_memory=True)
    sheet = book.add_worksheet("名册")
    sheet.set_column(0, len(header) - 1, 14, book.add_format({"num_format": "@"}))
    sheet.freeze_panes(1, 0)
    sheet.write_row(0, 0, header)
    for row, cells in enumerate(rows, start=1):
        sheet.write_row(row, 0, cells)
    _close(book)


def _write_sheet(path: Path, header: Sequence[str], rejections: Sequence[Rejection]) -> None:
    # In memory: the library's own temporary files would leave names and numbers behind on the disk.
    book = _workbook(path, in_memory=True)
    sheet = book.add_worksheet("未导入")
    as_text = book.add_format({"num_format": "@"})
    sheet.set_column(0, 0, 8)
    sheet.set_column(1, 1, 60)
    sheet.set_column(2, 2 + len(header), 20, as_text)
    sheet.freeze_panes(1, 0)
    sheet.write_row(0, 0, [ROW_HEADING, REASON_HEADING, *header])
    for row, rejection in enumerate(rejections, start=1):
        sheet.write_number(row, 0, rejection.row_number)
        for column, text in enumerate(("\n".join(rejection.reasons), *rejection.cells), start=1):
            sheet.write_string(row, column, text, as_text)
    _close(book)


def _workbook(path: Path, **options: bool) -> Any:
    import xlsxwriter

    text_only = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    return xlsxwriter.Workbook(str(path), {**text_only, **options})


def _close(book: Any) -> None:
    """Write the file out; the library wraps what the disk says, which is unwrapped here."""
    from xlsxwriter.exceptions import FileCreateError

    try:
        book.close()
    except FileCreateError as error:
        raise error.args[0] from None
