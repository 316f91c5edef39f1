"""The roster: who lives here. A source outside the chain; imports only add people or change what is known of them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from operator import itemgetter
from typing import Any

import msgspec
from sqlite_utils import Database

from app.domain.resident import CategoryRecord, Resident
from app.store.search_keys import search_columns

Row = dict[str, Any]

FIELDS = (
    "person", "document_type", "document_number", "name", "birth_date", "sex", "household", "head", "relation",
    "group_name", "phone",
    "hukou", "residence_permit", "long_term_resident", "categories", "last_year", "registered", "other_cover",
    "enrolment", "note", "town", "last_year_paid_fen", "last_year_category",
)  # fmt: skip
SEARCH = ("name2", "name3", "initials", "initials2", "pinyin", "number_reversed", "phone_reversed")
ALL = (*FIELDS, *SEARCH, "source")


def to_row(resident: Resident) -> Row:
    """The columns of one resident, search columns included."""
    values: Row = msgspec.to_builtins(resident)
    values["group_name"] = values.pop("group")
    values["person"] = resident.key
    values["categories"] = msgspec.json.encode(resident.categories).decode()
    for flag in ("residence_permit", "long_term_resident", "registered"):
        values[flag] = None if values[flag] is None else int(values[flag])
    return values


def from_row(row: Sequence[Any]) -> Resident:
    """A resident from the columns of FIELDS."""
    values = dict(zip(FIELDS, row, strict=True))
    del values["person"]
    values["group"] = values.pop("group_name")
    values["categories"] = msgspec.json.decode(values["categories"], type=tuple[CategoryRecord, ...])
    for flag in ("residence_permit", "long_term_resident", "registered"):
        values[flag] = None if values[flag] is None else bool(values[flag])
    return msgspec.convert(values, Resident)


def sort_out(db: Database, residents: Iterable[Resident]) -> tuple[list[Row], list[Row], int]:
    """Which of these people are new, which have changed, and how many stand in the roster exactly so already."""
    known = {row[0]: row for row in db.conn.execute(f"SELECT {', '.join(FIELDS)} FROM residents")}
    added: list[Row] = []
    changed: list[Row] = []
    same = 0
    for resident in residents:
        row = to_row(resident)
        before = known.get(row["person"])
        if before is None:
            added.append(row)
        elif before != tuple(row[f] for f in FIELDS):
            changed.append(row)
        else:
            same += 1
    return added, changed, same


def save(
    db: Database,
    added: list[Row],
    changed: list[Row],
    *,
    source: str | None = None,
    tick: Callable[[int], None] | None = None,
) -> None:
    """Write new and changed people as the list of this hash has them; the caller holds the transaction.

    `tick` is told how many rows are done, of both lists together.
    """
    for row in (*added, *changed):
        row["source"] = source
    with _indexed_afterwards(db) if len(added) > count(db) else nullcontext():
        readings = _each(db, _INSERT, added, 0, tick)
    readings += _each(db, _UPDATE, changed, len(added), tick)
    db.conn.executemany(_FORGET_READINGS, [(row["person"],) for row in changed])
    db.conn.executemany(_KEEP_READING, readings)


_INSERT = f"INSERT INTO residents ({', '.join(ALL)}) VALUES ({', '.join('?' * len(ALL))})"
_UPDATE = (
    f"UPDATE residents SET {', '.join(f'{c} = ?{n}' for n, c in enumerate(ALL, start=1) if c != 'person')} "
    f"WHERE person = ?{ALL.index('person') + 1}"
)
# A name that was put right must not go on being found by the letters of the wrong one.
_FORGET_READINGS = "DELETE FROM other_readings WHERE resident = (SELECT id FROM residents WHERE person = ?)"
_KEEP_READING = "INSERT OR IGNORE INTO other_readings SELECT ?, id FROM residents WHERE person = ?"

CHUNK = 200
BULK_CACHE = -128 * 1024  # KiB, while a whole roster is written


@contextmanager
def _indexed_afterwards(db: Database) -> Iterator[None]:
    """The roster's indexes put aside, to be made at once from sorted keys, inside the caller's transaction.

    Where most people are new, that is less work than finding each one's place ten times.
    """
    indexes = db.conn.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'residents' AND sql IS NOT NULL"
    ).fetchall()
    for name, _ in indexes:
        db.conn.execute(f"DROP INDEX {name}")
    # Pages that fall out of the cache are encrypted on their way out and decrypted for each index.
    (usual,) = db.conn.execute("PRAGMA cache_size").fetchone()
    db.conn.execute(f"PRAGMA cache_size = {BULK_CACHE}")
    yield
    for _, sql in indexes:
        db.conn.execute(sql)
    db.conn.execute(f"PRAGMA cache_size = {usual}")


def _each(
    db: Database, sql: str, rows: list[Row], before: int, tick: Callable[[int], None] | None
) -> list[tuple[str, str]]:
    """Write them; answers with their other readings, each with its person.

    Rows are left as they are, without anything but text and numbers in them: the collector has nothing to walk.
    """
    readings: list[tuple[str, str]] = []
    for start in range(0, len(rows), CHUNK):
        chunk: list[Row] = []
        for row in rows[start : start + CHUNK]:
            columns, others = search_columns(row)
            chunk.append(row | columns)
            readings += [(letters, row["person"]) for letters in others]
        # Values by place: by name, sqlite looks up each of 30 names anew for each row, which takes half as long again.
        db.conn.executemany(sql, map(itemgetter(*ALL), chunk))
        if tick:
            tick(before + start + len(chunk))
    return readings


def by_id(db: Database, resident: int) -> Resident | None:
    """The resident with this handle number."""
    return _one(db, "id = ?", resident)


def by_ids(db: Database, residents: Sequence[int]) -> list[tuple[int, Resident]]:
    """Handle number and resident of those of these handle numbers whom the roster has, in the order they are asked."""
    marks, columns = ", ".join("?" * len(residents)), ", ".join(FIELDS)
    rows = db.conn.execute(f"SELECT id, {columns} FROM residents WHERE id IN ({marks})", residents).fetchall()
    found = {row[0]: from_row(row[1:]) for row in rows}
    return [(number, found[number]) for number in residents if number in found]


def by_number(db: Database, number: str) -> tuple[int, Resident] | None:
    """Handle number and resident with this full document number."""
    row = db.conn.execute("SELECT id FROM residents WHERE document_number = ?", (number,)).fetchone()
    found = _one(db, "id = ?", row[0]) if row else None
    return (row[0], found) if found else None


def by_keys(db: Database, persons: Sequence[str]) -> list[Resident]:
    """Those of these people (kind of document and number) who are on the roster."""
    found: list[Resident] = []
    for start in range(0, len(persons), KEYS_AT_ONCE):
        part = persons[start : start + KEYS_AT_ONCE]
        marks = ", ".join("?" * len(part))
        rows = db.conn.execute(f"SELECT {', '.join(FIELDS)} FROM residents WHERE person IN ({marks})", part)
        found += [from_row(row) for row in rows.fetchall()]
    return found


KEYS_AT_ONCE = 500


def remove(db: Database, persons: Iterable[str]) -> None:
    """Take people off the roster; what they paid stays in the journal. The caller holds the transaction."""
    db.conn.executemany("DELETE FROM residents WHERE person = ?", [(person,) for person in persons])


def household(db: Database, number: str) -> list[int]:
    """Handle numbers of a household's people, in the order they stand in the roster."""
    return [r[0] for r in db.conn.execute("SELECT id FROM residents WHERE household = ? ORDER BY id", (number,))]


def namesakes(db: Database, name: str, limit: int) -> int:
    """How many people have exactly this name, counted as far as `limit`."""
    some = "SELECT 1 FROM residents WHERE name = ? LIMIT ?"
    return int(db.conn.execute(f"SELECT count(*) FROM ({some})", (name, limit)).fetchone()[0])


def _one(db: Database, where: str, value: Any) -> Resident | None:
    row = db.conn.execute(f"SELECT {', '.join(FIELDS)} FROM residents WHERE {where}", (value,)).fetchone()
    return from_row(row) if row else None


def count(db: Database) -> int:
    """How many people the roster holds."""
    return int(db.conn.execute("SELECT count(*) FROM residents").fetchone()[0])


def source(db: Database, digest: str) -> str | None:
    """When the source with this hash was imported, None where it never was."""
    row = db.conn.execute("SELECT at FROM sources WHERE hash = ?", (digest,)).fetchone()
    return row[0] if row else None


def add_source(db: Database, *, digest: str, kind: str, at: str, rows: int) -> None:
    """Remember an imported source by its hash."""
    db.conn.execute(
        "INSERT OR IGNORE INTO sources (hash, kind, at, rows) VALUES (?, ?, ?, ?)", (digest, kind, at, rows)
    )


def listed_at(db: Database, resident: int) -> str | None:
    """When the list was imported that last said anything new of this person (ISO); None where that is not known."""
    row = db.conn.execute(
        "SELECT s.at FROM residents r JOIN sources s ON s.hash = r.source WHERE r.id = ?", (resident,)
    ).fetchone()
    return row[0] if row else None


def latest_source(db: Database) -> str | None:
    """When a roster was last imported (ISO), None where never."""
    row = db.conn.execute("SELECT max(at) FROM sources WHERE kind = 'roster'").fetchone()
    return row[0] if row else None
