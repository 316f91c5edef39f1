"""Who is insured for a year and who is not, over all journals of this store. Answers, no decisions; amounts in fen."""

from collections.abc import Iterator

from sqlite_utils import Database

from app.domain.resident import Resident
from app.store.books import KEPT, Row
from app.store.roster import FIELDS, from_row

_PAID = """
SELECT p.person, p.name, coalesce(o.journal, p.journal) AS money_of, coalesce(o.day, p.day) AS money_day,
  coalesce(o.method, p.method) AS money_by, coalesce(s.group_name, p.group_name) AS group_name,
  coalesce(s.household, p.household) AS household, coalesce(s.pinyin, p.name) AS pinyin, p.category, p.price_fen,
  p.subsidy_fen, p.due_fen, p.method, p.paid_on, p.receipt, p.pack_hash
FROM active a CROSS JOIN payments p ON p.journal = a.journal AND p.payment = a.payment
LEFT JOIN residents s ON s.person = p.person
LEFT JOIN reversals x ON x.carried_to = p.payment
LEFT JOIN payments o ON o.journal = x.journal AND o.payment = x.payment
WHERE a.year = ?
ORDER BY p.receipt
"""

# CROSS JOIN keeps sqlite to this order: from the payments it would look through all of `active` for each.


def paid(db: Database, year: int) -> list[Row]:
    """Everyone whose payment for the benefit year stands. Group and household are the roster's, where it has them.

    `money_*` say where the money itself came in: with the reversed payment, where it was carried over from one.
    """
    return list(db.query(_PAID, (year,)))


def received_on(db: Database, method: str) -> dict[tuple[str, int], str]:
    """(journal, day) -> when the takings of that day and method had wholly arrived; days on the way are absent."""
    rows = db.conn.execute(
        "SELECT m.of, m.day, max(a.received_on) FROM remitted_days m JOIN remittances r USING (journal, slip) "
        "LEFT JOIN arrivals a ON a.slip = m.slip WHERE r.method = :method GROUP BY m.of, m.day "
        "HAVING count(*) = count(a.received_on) AND sum(m.amount_fen) >= (SELECT coalesce(sum(p.due_fen), 0) "
        f"FROM payments p WHERE p.journal = m.of AND p.day = m.day AND p.method = :method AND {KEPT})",
        {"method": method},
    )
    return {(of, day): on for of, day, on in rows.fetchall()}


def waiting_refunds_fen(db: Database, year: int) -> tuple[int, int]:
    """How many reversed payments of a year were carried to nobody or in part, and what is left of them: money that the
    county has to give back."""
    row = db.conn.execute(
        "SELECT count(*), coalesce(sum(left_fen), 0) FROM (SELECT x.amount_fen - coalesce(c.due_fen, 0) AS left_fen "
        "FROM reversals x JOIN payments p ON p.journal = x.journal AND p.payment = x.payment "
        "LEFT JOIN payments c ON c.payment = x.carried_to WHERE p.year = ?) WHERE left_fen > 0",
        (year,),
    ).fetchone()
    return int(row[0]), int(row[1])


def unpaid(db: Database, year: int) -> Iterator[tuple[int, Resident]]:
    """Everyone on the roster without a standing payment for the benefit year, with the handle's number."""
    rows = db.conn.execute(
        f"SELECT s.id, {', '.join(f's.{name}' for name in FIELDS)} FROM residents s "
        "WHERE NOT EXISTS (SELECT 1 FROM active a WHERE a.person = s.person AND a.year = ?) ORDER BY s.household, s.id",
        (year,),
    )
    for number, *values in rows:
        yield number, from_row(values)
