"""The tables that screens and reports read: written only through `effects`, rebuilt from the journal to the same."""

import hashlib
from collections.abc import Iterable
from functools import lru_cache

import msgspec
from sqlite_utils import Database

from app.domain import journal as entries
from app.domain.tables import TABLES, Effect, Put

# What can be true once in a village, whichever of its journals says so: entered again after a restoration, it stands.
_ONCE = {"active", "remittances", "arrivals", "stocks", "sheet_uses", "sheet_ends", "stock_settlements"}

# Whoever was charged again after a restoration has another payment that stands: it counts once the later one has ended.
_STANDS_IN = """
INSERT OR IGNORE INTO active (journal, person, year, payment)
SELECT p.journal, p.person, p.year, p.payment FROM payments p
WHERE p.person = :person AND p.year = :year
AND NOT EXISTS (SELECT 1 FROM voids v WHERE v.journal = p.journal AND v.payment = p.payment)
AND NOT EXISTS (SELECT 1 FROM reversals x WHERE x.journal = p.journal AND x.payment = p.payment)
ORDER BY p.payment LIMIT 1
"""


def apply(db: Database, journal: str, effects: Iterable[Effect], *, came_back: bool = False) -> None:
    """Carry out the effects of one entry of `journal`; the caller holds the transaction.

    A second active payment for a person and year, or a receipt number used twice, raises sqlcipher's IntegrityError.
    Of an entry that came back after its journal was renewed (`came_back`) what can be true only once gives way to what
    was recorded meanwhile: a person's active payment, a deposit slip, a form and its use.
    """
    for effect in effects:
        if isinstance(effect, Put):
            statement = _put(effect.table, gives_way=came_back and effect.table in _ONCE)
            db.conn.execute(statement, (journal, *(effect.row[c] for c in TABLES[effect.table].columns)))
        else:
            db.conn.execute(_drop(effect.table), (journal, *(effect.key[k] for k in TABLES[effect.table].key)))
            if effect.table == "active":
                db.conn.execute(_STANDS_IN, effect.key)


@lru_cache
def _put(name: str, *, gives_way: bool = False) -> str:
    # A plain INSERT: a row that is there already means that two records claim one key, and must fail the transaction.
    columns = ("journal", *TABLES[name].columns)
    insert = "INSERT OR IGNORE" if gives_way else "INSERT"
    return f"{insert} INTO {name} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"


@lru_cache
def _drop(name: str) -> str:
    return f"DELETE FROM {name} WHERE journal = ? AND " + " AND ".join(f"{k} = ?" for k in TABLES[name].key)


def rebuild(db: Database) -> None:
    """Empty every projection and fill it again from the journal; the caller holds the transaction."""
    for name in TABLES:
        db.conn.execute(f"DELETE FROM {name}")
    rows = db.conn.execute(
        "SELECT e.journal, e.line, e.hash, s.renewal FROM journal e JOIN journals s ON s.journal = e.journal "
        "ORDER BY e.rowid"
    )
    newest = 0
    for journal, stored, digest, renewal in rows.fetchall():
        newest = max(newest, renewal)
        came_back = renewal < newest
        apply(db, journal, entries.effects(entries.parse(stored), digest[:8]), came_back=came_back)


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
