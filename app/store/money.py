"""Where money lies: taken, remitted (上解), received (入库). Answers, no decisions; all amounts in fen."""

from datetime import date
from typing import Any

import msgspec
from sqlite_utils import Database

from app.domain.holding import Holding


class Takings(msgspec.Struct, frozen=True, kw_only=True):
    """One day's takings by one method (cash or pos), over all journals of this store.

    `of` is the journal of the day; what an earlier journal left open nobody can close any more, and it counts as
    closed. What was reversed later (红冲) is still money in hand; what was void was given back.
    """

    of: str
    day: int
    on: str
    is_closed: bool
    taken_fen: int
    remitted_fen: int

    @property
    def open_fen(self) -> int:
        """What has not been remitted yet."""
        return self.taken_fen - self.remitted_fen


# The index is named because SQLite, knowing no statistics, would go through a whole journal for each of its days.
_TAKINGS = """
SELECT d.journal AS of, d.day, d.date AS "on",
  EXISTS (SELECT 1 FROM closes c WHERE c.journal = d.journal AND c.day = d.day)
    OR EXISTS (SELECT 1 FROM openings o WHERE o.previous = d.journal) AS is_closed,
  (SELECT coalesce(sum(p.due_fen), 0) FROM payments p INDEXED BY payments_day
   LEFT JOIN voids v ON v.journal = p.journal AND v.payment = p.payment
   WHERE p.journal = d.journal AND p.day = d.day AND p.method = :method AND v.payment IS NULL) AS taken_fen,
  (SELECT coalesce(sum(r.amount_fen), 0) FROM remitted_days r JOIN remittances m USING (journal, slip)
   WHERE r.of = d.journal AND r.day = d.day AND m.method = :method) AS remitted_fen
FROM days d
"""


def takings(db: Database, method: str) -> list[Takings]:
    """Each day on which this method was used, oldest first."""
    rows = db.query(f"{_TAKINGS} ORDER BY d.date, d.day", {"method": method})
    return [Takings(**row | {"is_closed": bool(row["is_closed"])}) for row in rows if row["taken_fen"]]


def holding(db: Database) -> Holding:
    """The cash held: taken, not given back, not remitted."""
    held = [each for each in takings(db, "cash") if each.open_fen]
    return Holding(
        held_fen=sum(each.open_fen for each in held), oldest=date.fromisoformat(held[0].on) if held else None
    )


class Remitted(msgspec.Struct, frozen=True, kw_only=True):
    """A deposit slip or a terminal's settlement, with the day it was received (None: not yet)."""

    slip: str
    method: str
    amount_fen: int
    remitted_on: str
    received_on: str | None
    bank: str
    at: str
    by: str
    days: str


_REMITTED = """
SELECT r.slip, r.method, r.amount_fen, r.remitted_on, a.received_on, r.bank, r.at, r.by,
  (SELECT group_concat(x.date, '、') FROM (
     SELECT d.date FROM remitted_days m JOIN days d ON d.journal = m.of AND d.day = m.day
     WHERE m.slip = r.slip AND m.journal = r.journal ORDER BY d.date, d.day) x) AS days
FROM remittances r LEFT JOIN arrivals a ON a.slip = r.slip
"""


def remitted(db: Database) -> list[Remitted]:
    """Every remittance, oldest first."""
    return [Remitted(**row) for row in db.query(f"{_REMITTED} ORDER BY r.remitted_on, r.at")]


def remittance(db: Database, slip: str) -> Remitted | None:
    """The remittance with this slip number."""
    row = next(db.query(f"{_REMITTED} WHERE r.slip = ?", (slip,)), None)
    return Remitted(**row) if row else None


def dates_of(db: Database, of: str, day: int, method: str) -> tuple[str | None, str | None]:
    """When a day's takings were wholly remitted and wholly received: the latest date of the slips that cover it.

    (None, None) while something of it is still held; a payment shares the dates of its day and method.
    """
    slips = db.conn.execute(
        "SELECT m.amount_fen, r.remitted_on, a.received_on "
        "FROM remitted_days m JOIN remittances r USING (journal, slip) LEFT JOIN arrivals a ON a.slip = m.slip "
        "WHERE m.of = ? AND m.day = ? AND r.method = ?",
        (of, day, method),
    ).fetchall()
    whole = next(
        db.query(f"{_TAKINGS} WHERE d.journal = :of AND d.day = :day", {"method": method, "of": of, "day": day})
    )
    if not slips or whole["remitted_fen"] < whole["taken_fen"]:
        return None, None
    received = [on for _, _, on in slips]
    return max(on for _, on, _ in slips), None if None in received else max(received)


def settlement(db: Database, slip: str) -> dict[str, Any] | None:
    """A terminal's settlement slip by its number."""
    return next(db.query("SELECT * FROM settlements WHERE slip = ?", (slip,)), None)


class Settled(msgspec.Struct, frozen=True, kw_only=True):
    """What a terminal's settlement slips say of one day, and its latest slip number."""

    terminal: str
    slip: str
    count: int
    amount_fen: int


def settled_terminals(db: Database, journal: str, day: int) -> list[Settled]:
    """The settlement slips entered for a day, added up by terminal."""
    rows = db.query(
        "SELECT terminal, max(slip) AS slip, sum(count) AS count, sum(amount_fen) AS amount_fen "
        "FROM settlements WHERE journal = ? AND day = ? GROUP BY terminal ORDER BY terminal",
        (journal, day),
    )
    return [Settled(**row) for row in rows]


class Unsettled(msgspec.Struct, frozen=True):
    """A terminal that took cards on a day and whose settlement slip nobody has entered."""

    day: int
    date: str
    terminal: str


def unsettled(db: Database, journal: str) -> list[Unsettled]:
    """All of them, the oldest first; a slip may be entered days after its day was closed."""
    rows = db.query(
        "SELECT p.day, d.date, p.terminal FROM days d CROSS JOIN payments p INDEXED BY payments_day "
        "ON p.journal = d.journal AND p.day = d.day AND p.method = 'pos' "
        "LEFT JOIN voids v ON v.journal = p.journal AND v.payment = p.payment "
        "WHERE d.journal = ? AND v.payment IS NULL AND NOT EXISTS (SELECT 1 FROM settlements s "
        "WHERE s.journal = p.journal AND s.day = p.day AND s.terminal = p.terminal) "
        "GROUP BY p.day, d.date, p.terminal ORDER BY p.day, p.terminal",
        (journal,),
    )
    return [Unsettled(**row) for row in rows]


def posted_by_terminal(db: Database, journal: str, day: int) -> dict[str, tuple[int, int]]:
    """What the journal says of a day's cards: how many card payments and how much, by terminal.

    A card pays once for a family, so payments with one reference count once.
    """
    rows = db.conn.execute(
        "SELECT p.terminal, count(DISTINCT p.reference), sum(p.due_fen) FROM payments p INDEXED BY payments_day "
        "LEFT JOIN voids v ON v.journal = p.journal AND v.payment = p.payment "
        "WHERE p.journal = ? AND p.day = ? AND p.method = 'pos' AND v.payment IS NULL GROUP BY p.terminal",
        (journal, day),
    )
    return {terminal: (count, fen) for terminal, count, fen in rows.fetchall()}
