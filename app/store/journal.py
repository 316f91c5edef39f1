"""Appending to the journal, reading slices of it and checking its chain."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import msgspec
from sqlite_utils import Database

from app.domain import journal as entries
from app.domain.journal import Break, Entry
from app.store import projections, settings


class Head(msgspec.Struct, frozen=True):
    """The last entry of a journal: seq 0 and the hash of the public key where there is none yet."""

    seq: int
    hash: str


def head(db: Database, journal: str) -> Head:
    """The head of `journal`."""
    row = db.conn.execute(
        "SELECT seq, hash FROM journal WHERE journal = ? ORDER BY seq DESC LIMIT 1", (journal,)
    ).fetchone()
    if row:
        return Head(*row)
    (public_key,) = db.conn.execute("SELECT public_key FROM journals WHERE journal = ?", (journal,)).fetchone()
    return Head(0, entries.first_prev(bytes.fromhex(public_key)))


def append(db: Database, journal: str, kind: str, body: dict[str, Any], *, at: datetime, by: str) -> tuple[Entry, str]:
    """Add one entry and its effects; the caller holds the transaction. Returns the entry and its hash."""
    last = head(db, journal)
    entry = Entry(seq=last.seq + 1, at=entries.stamp(at), by=by, kind=kind, body=body, prev=last.hash)
    stored = entries.line(entry)
    digest = entries.digest(stored)
    db.conn.execute(
        "INSERT INTO journal (journal, seq, line, hash) VALUES (?, ?, ?, ?)", (journal, entry.seq, stored, digest)
    )
    projections.apply(db, journal, entries.effects(entry, digest[:8]))
    _remember_moment(db, entry)
    return entry, digest


def carried(db: Database, journal: str, of: str) -> set[int]:
    """Which entries of `of` this journal has carried up."""
    rows = db.conn.execute("SELECT of_seq FROM carried_entries WHERE journal = ? AND of = ?", (journal, of))
    return {row[0] for row in rows}


def take_back(db: Database, journal: str, stored: bytes) -> None:
    """Put back an entry of an older journal that a backup lacked, with its effects; the caller holds the transaction.

    Whoever has been charged again in between keeps the later payment as the active one.
    """
    entry, digest = entries.parse(stored), entries.digest(stored)
    db.conn.execute(
        "INSERT INTO journal (journal, seq, line, hash) VALUES (?, ?, ?, ?)", (journal, entry.seq, stored, digest)
    )
    projections.apply(db, journal, entries.effects(entry, digest[:8]), came_back=True)


LATEST = "latest_moment"


def _remember_moment(db: Database, entry: Entry) -> None:
    # The latest time shown, not that of the last entry: a reprint made with a clock gone back must not let payments
    # pass. Only a confirmation sets it back. Stamps are all +08:00, so their texts compare as times do.
    confirmed = entry.kind == "clock_confirmed"
    db.conn.execute(
        "INSERT INTO settings (key, value) VALUES (?, ?) "
        "ON CONFLICT (key) DO UPDATE SET value = excluded.value WHERE ? OR excluded.value > value",
        (LATEST, msgspec.json.encode(entry.at).decode(), confirmed),
    )


def entry(db: Database, journal: str, seq: int) -> Entry:
    """One entry by its number."""
    row = db.conn.execute("SELECT line FROM journal WHERE journal = ? AND seq = ?", (journal, seq)).fetchone()
    return entries.parse(row[0])


def hash_of(db: Database, journal: str, seq: int) -> str:
    """SHA-256 of an entry's stored line, in hex."""
    row = db.conn.execute("SELECT hash FROM journal WHERE journal = ? AND seq = ?", (journal, seq)).fetchone()
    return str(row[0])


def lines(db: Database, journal: str, *, after: int = 0) -> Iterator[tuple[int, bytes, str]]:
    """(seq, stored line, hash) of each entry after `after`, in order."""
    yield from db.conn.execute(
        "SELECT seq, line, hash FROM journal WHERE journal = ? AND seq > ? ORDER BY seq", (journal, after)
    )


class Verified(msgspec.Struct, frozen=True):
    """What `verify` found: entries checked over all journals of the store, the head of the newest, the first break."""

    entries: int
    head: str
    broken: Break | None


def verify(db: Database) -> Verified:
    """Follow every journal from its public key to its head."""
    count, last = 0, ""
    for journal, public_key in db.conn.execute(
        "SELECT journal, public_key FROM journals ORDER BY opened_at, renewal"
    ).fetchall():
        good, last, broken = entries.check_chain(lines(db, journal), entries.first_prev(bytes.fromhex(public_key)))
        count += good
        if broken:
            return Verified(count, last, broken)
    return Verified(count, last, None)


def last_moment(db: Database) -> datetime | None:
    """The latest `at` of any entry since the clock was last confirmed, for the clock check (design §2, rule 12)."""
    latest = settings.get(db, LATEST)
    return datetime.fromisoformat(latest) if latest else None


def last_author(db: Database, journal: str) -> str:
    """Who wrote the newest entry of `journal`."""
    return entry(db, journal, head(db, journal).seq).by
