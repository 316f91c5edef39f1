"""Appending to the journal, reading slices of it and checking its chain."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import msgspec
from sqlite_utils import Database

from app.domain import journal as entries
from app.domain.journal import Break, Entry
from app.store import projections


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
    return entry, digest


def entry(db: Database, journal: str, seq: int) -> Entry:
    """One entry by its number."""
    row = db.conn.execute("SELECT line FROM journal WHERE journal = ? AND seq = ?", (journal, seq)).fetchone()
    return entries.parse(row[0])


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


def kinds(db: Database, journal: str, *, after: int = 0) -> list[str]:
    """The kinds of the entries after `after`."""
    return [entries.parse(stored).kind for _, stored, _ in lines(db, journal, after=after)]


def last_moment(db: Database) -> datetime | None:
    """The latest `at` of any entry in the store, for the clock check (design §2, rule 12)."""
    rows = db.conn.execute("SELECT line FROM journal WHERE rowid = (SELECT max(rowid) FROM journal)").fetchall()
    return datetime.fromisoformat(entries.parse(rows[0][0]).at) if rows else None
