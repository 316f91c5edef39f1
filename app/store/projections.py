"""The tables that screens and reports read: written only through `effects`, rebuilt from the journal to the same."""

import hashlib
from collections.abc import Iterable
from functools import lru_cache

import msgspec
from sqlite_utils import Database

from app.domain import journal as entries
from app.domain.tables import TABLES, Effect, Put


def apply(db: Database, journal: str, effects: Iterable[Effect]) -> None:
    """Carry out the effects of one entry of `journal`; the caller holds the transaction.

    A second active payment for a person and year, or a receipt number used twice, raises sqlcipher's IntegrityError.
    """
    for effect in effects:
        if isinstance(effect, Put):
            db.conn.execute(_put(effect.table), (journal, *(effect.row[c] for c in TABLES[effect.table].columns)))
        else:
            db.conn.execute(_drop(effect.table), (journal, *(effect.key[k] for k in TABLES[effect.table].key)))


@lru_cache
def _put(name: str) -> str:
    # A plain INSERT: a row that is there already means that two records claim one key, and must fail the transaction.
    columns = ("journal", *TABLES[name].columns)
    return f"INSERT INTO {name} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"


@lru_cache
def _drop(name: str) -> str:
    return f"DELETE FROM {name} WHERE journal = ? AND " + " AND ".join(f"{k} = ?" for k in TABLES[name].key)


def rebuild(db: Database) -> None:
    """Empty every projection and fill it again from the journal; the caller holds the transaction."""
    for name in TABLES:
        db.conn.execute(f"DELETE FROM {name}")
    rows = db.conn.execute("SELECT journal, line, hash FROM journal ORDER BY rowid")
    for journal, stored, digest in rows.fetchall():
        apply(db, journal, entries.effects(entries.parse(stored), digest[:8]))


def content_hash(db: Database) -> str:
    """SHA-256 over every row of every projection, in key order: equal content gives an equal hash."""
    total = hashlib.sha256()
    for name, table in TABLES.items():
        columns = ", ".join(("journal", *table.columns))
        order = ", ".join(("journal", *table.key))
        total.update(name.encode())
        for row in db.conn.execute(f"SELECT {columns} FROM {name} ORDER BY {order}"):
            total.update(msgspec.json.encode(row))
    return total.hexdigest()
