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


class ToldPayment(msgspec.Struct, frozen=True, kw_only=True):
    """A payment that another device of this point has taken."""

    payment: str
    person: str
    year: int
    paid_on: str | None


def tell(db: Database, told_by: str, paid: Iterable[ToldPayment], ended: Iterable[str], *, at: str) -> None:
    """Payments that another device took, and those that it ended: its own, or one that its lost journal had taken.

    Kept payment by payment: files come in any order, and a payment that has ended stays so whenever it is told.
    """
    rows = [(each.payment, told_by, each.person, each.year, each.paid_on) for each in paid]
    db.conn.executemany(
        "INSERT INTO told_payments (payment, told_by, person, year, paid_on) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (payment) DO NOTHING",
        rows,
    )
    over = [(payment,) for payment in ended]
    db.conn.executemany("INSERT INTO told_ends (payment) VALUES (?) ON CONFLICT (payment) DO NOTHING", over)
    sources = {told_by}
    for (payment,) in over:
        found = db.conn.execute("SELECT told_by FROM told_payments WHERE payment = ?", (payment,)).fetchone()
        sources |= set(found or ())
    for source in sorted(sources):
        replace_all(db, source, _standing(db, source), at=at)


def _standing(db: Database, told_by: str) -> list[tuple[str, int, str, str | None]]:
    """Who has paid there by a payment that has not ended, as `replace_all` takes it."""
    query = (
        "SELECT person, year, 'other_point', min(paid_on) FROM told_payments "
        "WHERE told_by = ? AND payment NOT IN (SELECT payment FROM told_ends) GROUP BY person, year"
    )
    return [tuple(row) for row in db.conn.execute(query, (told_by,))]


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
