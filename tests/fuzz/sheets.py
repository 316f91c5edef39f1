"""Roster spreadsheets with odd cells, odd XML and odd zips, through the reader and the roster's own checks.

The reader is called here as its child process runs it, but for the limits that a process can set only once: whoever
calls this sets them for the whole run (`build/fuzz.py`), or reads through `sheets.read_table`.
"""

import io
import zipfile
from functools import lru_cache
from pathlib import Path
from random import Random

import xlsxwriter

from app.devices import sheet_reader
from app.devices.sheet_bounds import Ended, Limits
from app.domain import roster as rosters
from app.domain.errors import Refused
from app.domain.roster import Table
from tests.factories_roster import BAD_ROWS, HEADER, TODAY, canonical, row
from tests.fuzz.mutations import bent, odd
from tests.simulation.moulds import scratch

LIMITS = Limits(unpacked_bytes=8 << 20, rows=5_000, memory_bytes=1 << 30, seconds=1_000)


def book(rng: Random) -> bytes:
    """A workbook or a text file, mutated in its cells, its XML, its zip or its bytes."""
    kind = rng.randrange(5)
    if kind == 0:
        text = "\n".join(",".join(cells) for cells in _rows(rng))
        return bent(rng, text.encode(rng.choice(("utf-8", "utf-8-sig", "gb18030", "utf-16")), "replace"))
    made = _workbook(_rows(rng)) if kind < 3 else _plain()
    if kind in (2, 3):
        return _repacked(rng, made)
    return bent(rng, made) if kind == 4 else made


def _rows(rng: Random) -> list[list[str]]:
    found = [list(HEADER), row(), list(rng.choice(BAD_ROWS)[1])]
    for _ in range(rng.randint(0, 3)):
        cells = rng.choice(found)
        if cells:
            text = odd(rng)
            cells[rng.randrange(len(cells))] = text if isinstance(text, str) else repr(text)[:40]
    if rng.random() < 0.2:
        found.append(found[rng.randrange(3)] * rng.choice((1, 2, 9)))
    return found


@lru_cache(maxsize=1)
def _plain() -> bytes:
    return _workbook([list(HEADER), row(), row(姓名="李四")])


def _workbook(rows: list[list[str]]) -> bytes:
    whole = io.BytesIO()
    with xlsxwriter.Workbook(whole, {"in_memory": True}) as made:
        sheet = made.add_worksheet("名册")
        for number, cells in enumerate(rows):
            for column, text in enumerate(cells):
                sheet.write_string(number, column, text[:32_767].encode("utf-8", "replace").decode())
    return whole.getvalue()


def _repacked(rng: Random, data: bytes) -> bytes:
    """The same workbook with one of its parts bent, dropped or blown up."""
    whole = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as target:
        chosen = rng.choice(source.namelist())
        for name in source.namelist():
            part = source.read(name)
            if name == chosen:
                part = _part(rng, part)
            if part is not None:
                target.writestr(name, part)
    return whole.getvalue()


_REFERENCES = (b'r="A1048576"', b'r="XFD1"', b'r="ZZZZ9999999999"', b'r=""', b'r="1"', b'r="A0"', b't="s"')


def _part(rng: Random, part: bytes) -> bytes | None:
    kind = rng.randrange(5)
    if kind == 0:
        return None
    if kind == 1:
        return part.replace(b'r="A1"', rng.choice(_REFERENCES))
    if kind == 2:
        return part + b"<row/>" * rng.choice((1, 10_000))
    if kind == 3:
        return part.replace(b"?>", b'?><!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;&a;">]>', 1)
    return bent(rng, part)


class _Rows(sheet_reader._Frames):
    """Frames kept as rows."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO())
        self.rows: list[list[str]] = []

    def write(self, kind: bytes, content: object) -> None:
        super().write(kind, content)
        if kind == sheet_reader.ROWS and isinstance(content, list):
            self.rows += content


@lru_cache(maxsize=1)
def _folder() -> tuple[object, Path]:
    kept = scratch()
    return kept, Path(kept.name)


def read(rng: Random) -> str:
    """Read one and check its people; the code of the answer."""
    file = _folder()[1] / f"名册{rng.choice(('.xlsx', '.xls', '.csv', '.txt', '.doc'))}"
    file.write_bytes(book(rng))
    frames = _Rows()
    try:
        sheet_reader._read(file, LIMITS, frames)
        rosters.parse(Table(frames.rows), canonical=canonical, today=TODAY)
    except Ended as ended:
        return ended.verdict.code
    except Refused as refusal:
        return refusal.code
    finally:
        file.unlink()
    return ""
