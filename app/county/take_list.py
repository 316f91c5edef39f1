"""Take in a list of another office: the tax bureau's payments received, employees, categories, paid elsewhere, towns.

The list goes in whole but for the rows that a rejects sheet names, in one transaction; the same file a second time
changes nothing.
"""

import hashlib
from datetime import date, datetime
from functools import partial
from pathlib import Path

from msgspec import Struct, structs
from sqlalchemy import Connection, select

from app.county import schema
from app.county.database import put_rows
from app.county.list_rows import Asked, ListReading, read_list
from app.county.office import County
from app.county.pack_texts import Policies, canonical
from app.devices import collector, sheets
from app.domain.errors import Refused
from app.domain.journal import stamp

_AT_ONCE = 5000
TABLES = {
    "tax": schema.tax_rows,
    "employee": schema.employees,
    "category": schema.category_rows,
    "elsewhere": schema.paid_elsewhere,
    "towns": schema.towns,
}


class TakenList(Struct, frozen=True, kw_only=True):
    """What became of a list. `known`: this very file was taken before, with these figures, and nothing has changed."""

    kind: str
    file: str
    sha256: str
    read: int
    taken: int
    rejected: int
    known: bool
    rejects_file: str | None = None


@collector.paused()
def take_list(
    county: County,
    path: Path,
    *,
    kind: str,
    now: datetime,
    year: int | None = None,
    on: date | None = None,
    whole: bool = False,
) -> TakenList:
    """Read `path` and put its rows into the table of `kind`, over what earlier lists said of the same thing.

    `year`: the benefit year of rows that name none. `on`: the list's date, for categories without one of their own.
    `whole`: the list names everybody, so whoever only an earlier one named is taken off.
    Raises Refused as `sheets.read_table`, `read_list` and `sheets.write_rejects` do; list_whole_rejected.
    """
    sha256 = _sha256(path)
    with county.engine.begin() as connection:
        if (before := _known(connection, kind, sha256)) is not None:
            return before
        policies = Policies(connection).enrolled()
    asked = Asked(today=now.date(), year=year, on=on, whole=whole, canonical=partial(canonical, policies))
    reading = read_list(sheets.read_table(path), kind, asked)
    made = TakenList(
        kind=kind,
        file=path.name,
        sha256=sha256,
        read=reading.read,
        taken=len(reading.rows),
        rejected=len(reading.rejections),
        known=False,
        rejects_file=_rejects(path, reading),
    )
    if whole and reading.rejections:
        raise Refused("list_whole_rejected", count=made.rejected, file=made.rejects_file)
    with county.engine.begin() as connection:
        _store(connection, made, reading, whole=whole, at=stamp(now), by=county.operator)
    return made


def _sha256(path: Path) -> str:
    if not path.is_file():
        raise Refused("sheet_missing", file=path.name)
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _known(connection: Connection, kind: str, sha256: str) -> TakenList | None:
    table = schema.lists.c
    query = select(table.name, table.read, table.taken, table.rejected)
    row = connection.execute(query.where(table.kind == kind, table.sha256 == sha256)).first()
    if row is None:
        return None
    numbers = {"read": row.read, "taken": row.taken, "rejected": row.rejected}
    return TakenList(kind=kind, file=row.name, sha256=sha256, known=True, **numbers)


def _rejects(path: Path, reading: ListReading) -> str | None:
    if not reading.rejections:
        return None
    file = sheets.rejects_path(path)
    sheets.write_rejects(file, reading.header, reading.rejections)
    return str(file)


def _store(connection: Connection, made: TakenList, reading: ListReading, *, whole: bool, at: str, by: str) -> None:
    table = TABLES[made.kind]
    if whole:
        _take_off(connection, made.kind, reading)
    last = (made.sha256,) if "sha256" in table.c else ()
    for start in range(0, len(reading.rows), _AT_ONCE):
        put_rows(connection, table, [(*row, *last) for row in reading.rows[start : start + _AT_ONCE]])
    counts = (made.read, made.taken, made.rejected, int(whole))
    put_rows(connection, schema.lists, [(made.kind, made.sha256, made.file, *counts, at, by)])


def _take_off(connection: Connection, kind: str, reading: ListReading) -> None:
    """Forget what earlier lists said: of payments only the years, of categories only those that this list is about."""
    table = TABLES[kind]
    about = {"tax": "year", "elsewhere": "year", "category": "category"}.get(kind)
    statement = table.delete()
    if about is not None:
        # Both stand second in a row, after the person.
        statement = statement.where(table.c[about].in_(sorted({row[1] for row in reading.rows})))
    connection.execute(statement)


def lists_taken(connection: Connection) -> list[dict[str, object]]:
    """The lists taken in so far, the latest last: kind, name, sha256, counts, when and by whom."""
    table = schema.lists
    query = select(table).order_by(table.c.at, table.c.kind, table.c.sha256)
    return [dict(row._mapping) for row in connection.execute(query)]


def shown(done: TakenList) -> dict[str, object]:
    """The answer as JSON."""
    return structs.asdict(done)
