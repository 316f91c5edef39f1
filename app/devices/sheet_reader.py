"""The child process that opens a spreadsheet, so that a hostile or broken one can harm nobody else.

A sheet of 1.4 kB can claim a cell in row 1,048,576 and make any reader ask for hundreds of gigabytes; one of 750 kB
can hold four million rows. Whatever can be bounded is bounded before parsing; what is missed meets the limits of memory
and time of this process, and the parent (`sheets.py`) turns its death into a sentence.

It writes frames (`frames.py`) of msgpack to standard output: R is a list of rows of strings, V the Verdict, which comes
last. Cells never touch the disk. Standard error carries no cell either.
"""

import csv
import gc
import io
import sys
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import BinaryIO

import msgspec

from app.devices import frames
from app.devices.memory_limit import limit_this_process
from app.devices.sheet_bounds import Ended, Limits, Verdict, bound_zip

ROWS, VERDICT = b"R", b"V"
ROWS_A_FRAME = 1000
ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
TEXT_KINDS = (".csv", ".txt", ".tsv")
# Beyond fifteen digits a spreadsheet's number is no longer the number that was typed.
EXACT = 10**15

Cell = str | int | float | bool | date | datetime | time | timedelta


def main(arguments: list[str], output: BinaryIO | None = None) -> int:
    """Read the file arguments[0] under the limits arguments[1] (JSON) and write frames."""
    limits = msgspec.json.decode(arguments[1], type=Limits) if len(arguments) > 1 else Limits()
    limit_this_process(limits.memory_bytes, limits.seconds)
    # Millions of cells and not one cycle: the collector would only cost time.
    gc.disable()
    way_back = _Frames(output or sys.stdout.buffer)
    try:
        verdict = _read(Path(arguments[0]), limits, way_back)
    except Ended as ended:
        verdict = ended.verdict
    except MemoryError:
        verdict = Verdict("sheet_too_large", "占用内存过多")
    way_back.write(VERDICT, verdict)
    return 0


class _Frames:
    """The way back to the parent."""

    def __init__(self, output: BinaryIO) -> None:
        self.output = output
        self.encoder = msgspec.msgpack.Encoder()

    def write(self, kind: bytes, content: object) -> None:
        frames.write(self.output, kind, self.encoder.encode(content))

    def write_rows(self, rows: Iterable[list[str]], limits: Limits) -> None:
        batch: list[list[str]] = []
        for number, row in enumerate(rows, start=1):
            _bound(number, row, limits)
            batch.append(row)
            if len(batch) == ROWS_A_FRAME:
                self.write(ROWS, batch)
                batch = []
        if batch:
            self.write(ROWS, batch)


def _bound(number: int, row: list[str], limits: Limits) -> None:
    if number > limits.rows:
        raise Ended("sheet_too_large", f"超过 {limits.rows} 行")
    if len(row) > limits.columns:
        raise Ended("sheet_too_large", f"超过 {limits.columns} 列")
    if row and len(max(row, key=len)) > limits.cell_characters:
        raise Ended("sheet_too_large", f"第 {number} 行有超过 {limits.cell_characters} 个字的单元格")


def _read(path: Path, limits: Limits, way_back: _Frames) -> Verdict:
    try:
        size, start = path.stat().st_size, b""
        if path.is_file():
            with path.open("rb") as file:
                start = file.read(8)
    except FileNotFoundError:
        raise Ended("sheet_missing") from None
    except OSError:
        raise Ended("sheet_unreadable") from None
    if not size:
        raise Ended("sheet_empty")
    if size > limits.file_bytes:
        raise Ended("sheet_too_large", f"文件超过 {limits.file_bytes >> 20} MB")
    if start.startswith(ZIP):
        bound_zip(path, limits)
        return _read_workbook(path, limits, way_back)
    if start.startswith(OLE):
        _refuse_encrypted_package(path)
        return _read_workbook(path, limits, way_back)
    if path.suffix.lower() in TEXT_KINDS:
        way_back.write_rows(_csv_rows(path.read_bytes(), limits), limits)
        return Verdict("ok", sheet=path.stem)
    raise Ended("sheet_kind_unknown")


# -- workbooks


def _read_workbook(path: Path, limits: Limits, way_back: _Frames) -> Verdict:
    import python_calamine as calamine

    try:
        with path.open("rb") as file, calamine.CalamineWorkbook.from_filelike(file) as book:
            visible = [
                sheet.name
                for sheet in book.sheets_metadata
                if sheet.visible == calamine.SheetVisibleEnum.Visible and sheet.typ == calamine.SheetTypeEnum.WorkSheet
            ]
            filled = [(name, sheet) for name in visible if (sheet := book.get_sheet_by_name(name)).height]
    except calamine.PasswordError:
        raise Ended("sheet_encrypted") from None
    except calamine.CalamineError:
        raise Ended("sheet_unreadable") from None
    if not filled:
        raise Ended("sheet_empty")
    name, sheet = filled[0]
    way_back.write_rows(_workbook_rows(sheet.iter_rows()), limits)
    return Verdict("ok", sheet=name, other_sheets=tuple(other for other, _ in filled[1:]))


def _workbook_rows(rows: Iterable[list[Cell]]) -> Iterator[list[str]]:
    for row in rows:
        yield [cell if type(cell) is str else cell_text(cell) for cell in row]


def cell_text(cell: Cell) -> str:
    """A cell as text. Whole numbers lose their ".0"; past fifteen digits it takes the form that shows its loss."""
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, int | float):
        return _number_text(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ")
    return cell.isoformat() if isinstance(cell, date | time) else str(cell)


def _number_text(number: int | float) -> str:
    if abs(number) >= EXACT:
        return f"{number:.14E}"
    return str(int(number)) if number == int(number) else repr(number)


def _refuse_encrypted_package(path: Path) -> None:
    """An .xlsx with an opening password is an OLE file with a stream of this name."""
    with path.open("rb") as file:
        if "EncryptedPackage".encode("utf-16-le") in file.read(1 << 20):
            raise Ended("sheet_encrypted")


# -- text


def _csv_rows(data: bytes, limits: Limits) -> Iterator[list[str]]:
    if data.count(b"\n") > limits.rows:
        raise Ended("sheet_too_large", f"超过 {limits.rows} 行")
    text = _decoded(data)
    csv.field_size_limit(limits.cell_characters + 1)
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text)):
            yield [_unguarded(cell) for cell in row]
    except csv.Error as error:
        if "field larger" in str(error):
            raise Ended("sheet_too_large", f"有超过 {limits.cell_characters} 个字的单元格") from None
        raise Ended("sheet_unreadable") from None


def _decoded(data: bytes) -> str:
    """UTF-8 with or without BOM, UTF-16 with BOM, otherwise GB 18030, which the county's software writes."""
    for bom, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(bom):
            return _strict(data, encoding)
    if data.count(b"\0") * 10 > len(data):
        # Not text. A stray NUL in one cell is that row's fault (a control character), not the file's.
        raise Ended("sheet_unreadable")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _strict(data, "gb18030")


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise Ended("sheet_unreadable") from None


def _delimiter(text: str) -> str:
    start = text[:4096]
    return max(",\t;", key=start.count)


def _unguarded(cell: str) -> str:
    """Exports write ="341821…" so that a spreadsheet keeps the digits; what is meant is the text inside."""
    return cell[2:-1] if cell.startswith('="') and cell.endswith('"') and len(cell) > 2 else cell


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
