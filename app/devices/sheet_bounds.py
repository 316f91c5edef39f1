"""What a spreadsheet file may hold, and the look at an .xlsx that comes before any parsing.

Readers make room for the whole rectangle that a cell reference spans, and unpack what a zip promises; so rows,
references and sizes are counted first, in the raw bytes. It costs a fifth of the reading.
"""

import re
import zipfile
import zlib
from pathlib import Path
from typing import IO

import msgspec

REFERENCE = re.compile(rb"""\br=["']([A-Z]{0,4})(\d{0,10})""")
# Few honest sheets pass column Z or row 99,999: only there is each reference looked at.
FAR_REFERENCE = re.compile(rb"""r=["'](?:[A-Z]{2}|[A-Z]?\d{6})""")
LONGEST_REFERENCE = 24


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """How much a file may hold. A whole county's roster (643,118 people) passes; a sheet of full height does not."""

    file_bytes: int = 256 << 20
    unpacked_bytes: int = 1 << 30
    ratio: int = 100
    ratio_from_bytes: int = 10 << 20
    members: int = 1000
    rows: int = 800_000
    columns: int = 100
    cell_characters: int = 32_767
    memory_bytes: int = 3 << 30
    seconds: float = 120


class Verdict(msgspec.Struct, frozen=True):
    """How reading ended: "ok", or the code of a refusal with what was too large."""

    code: str
    what: str = ""
    sheet: str = ""
    other_sheets: tuple[str, ...] = ()


class Ended(Exception):
    """Reading ends here, with this verdict."""

    def __init__(self, code: str, what: str = "") -> None:
        self.verdict = Verdict(code, what)
        super().__init__(code)


def bound_zip(path: Path, limits: Limits) -> None:
    """Sizes and counts of an .xlsx, first as its directory states them, then as they are while unpacking."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            if not any(member.filename.lower() == "xl/workbook.xml" for member in members):
                raise Ended("sheet_kind_unknown")
            _bound_directory(members, path.stat().st_size, limits)
            for member in members:
                if member.filename.lower().startswith("xl/worksheets/") and member.filename.lower().endswith(".xml"):
                    _bound_worksheet(archive.open(member), limits)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, RuntimeError, ValueError):
        # What zipfile raises for damage, unknown compression, a short read, and a member with a password.
        raise Ended("sheet_unreadable") from None


def _bound_directory(members: list[zipfile.ZipInfo], packed: int, limits: Limits) -> None:
    unpacked = sum(member.file_size for member in members)
    if len(members) > limits.members or unpacked > limits.unpacked_bytes:
        raise Ended("sheet_too_large", f"解压后超过 {limits.unpacked_bytes >> 20} MB")
    if unpacked > limits.ratio_from_bytes and unpacked > packed * limits.ratio:
        raise Ended("sheet_too_large", f"压缩比超过 {limits.ratio} 倍")


def _bound_worksheet(worksheet: IO[bytes], limits: Limits) -> None:
    """Count rows and look for cell references beyond the limits, without parsing.

    Cell references count as much as cells: readers make room for the whole rectangle a reference spans.
    """
    rows = 0
    tail = b""
    with worksheet:
        while chunk := worksheet.read(1 << 20):
            rows += chunk.count(b"<row") + chunk.count(b":row")
            if rows > limits.rows:
                raise Ended("sheet_too_large", f"超过 {limits.rows} 行")
            text = tail + chunk
            if FAR_REFERENCE.search(text):
                _bound_references(text, limits)
            tail = chunk[-LONGEST_REFERENCE:]


def _bound_references(text: bytes, limits: Limits) -> None:
    for letters, digits in REFERENCE.findall(text):
        if len(digits) > 7 or int(digits or 0) > limits.rows:
            raise Ended("sheet_too_large", f"单元格写到第 {int(digits[:9])} 行")
        if _column_number(letters) > limits.columns:
            raise Ended("sheet_too_large", f"单元格写到第 {letters.decode()} 列")


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number
