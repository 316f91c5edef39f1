"""What the point was told by others: who paid elsewhere, and the point's other devices. Sources outside the chain."""

from collections.abc import Iterable
from typing import Any

import msgspec
from sqlite_utils import Database


class PaidThere(msgspec.Struct, frozen=True, kw_only=True):
    """A person known to have paid elsewhere. `place`: online, other_point, other_cover."""

    person: str
    year: int
    place: str
    paid_on: str | None
    at: str


PLACES = {"online": "线上", "other_point": "别的收款点或设备上", "other_cover": "别处参保"}


def replace_all(db: Database, told_by: str, rows: Iterable[tuple[str, int, str, str | None]], *, at: str) -> None:
    """Everything `told_by` knows, in place of what it said before: (person, year, place, paid_on)."""
    db.conn.execute("DELETE FROM paid_elsewhere WHERE told_by = ?", (told_by,))
    db.conn.executemany(
        "INSERT OR REPLACE INTO paid_elsewhere (person, year, place, paid_on, told_by, at) VALUES (?, ?, ?, ?, ?, ?)",
        [(*row, told_by, at) for row in rows],
    )


def paid_there(db: Database, person: str, year: int) -> PaidThere | None:
    """Where somebody is known to have paid, None where nobody has said so."""
    row = db.conn.execute(
        "SELECT person, year, place, paid_on, at FROM paid_elsewhere WHERE person = ? AND year = ? LIMIT 1",
        (person, year),
    ).fetchone()
    return PaidThere(**dict(zip(PaidThere.__struct_fields__, row, strict=True))) if row else None


def told(db: Database, told_by: str) -> dict[tuple[str, int], str | None]:
    """Everybody one source knows of, with the day they paid."""
    rows = db.conn.execute("SELECT person, year, paid_on FROM paid_elsewhere WHERE told_by = ?", (told_by,)).fetchall()
    return {(person, year): paid_on for person, year, paid_on in rows}


def persons(db: Database, told_by: str) -> set[tuple[str, int]]:
    """Who is known from one source, with the year."""
    return set(db.conn.execute("SELECT person, year FROM paid_elsewhere WHERE told_by = ?", (told_by,)).fetchall())


class Device(msgspec.Struct, frozen=True, kw_only=True):
    """Another device of this point, as the county vouches for it."""

    journal: str
    device: int
    sign_key: str
    seal_key: str


def set_siblings(db: Database, found: Iterable[Device]) -> None:
    """The point's other devices, in place of those known before."""
    db.conn.execute("DELETE FROM siblings")
    rows: list[tuple[Any, ...]] = [(each.journal, each.device, each.sign_key, each.seal_key) for each in found]
    db.conn.executemany("INSERT INTO siblings (journal, device, sign_key, seal_key) VALUES (?, ?, ?, ?)", rows)


def siblings(db: Database) -> list[Device]:
    """The point's other devices."""
    rows = db.query("SELECT journal, device, sign_key, seal_key FROM siblings ORDER BY device")
    return [Device(**row) for row in rows]
