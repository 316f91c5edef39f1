"""What the counter asks of the projections: payments, receipts, days and sums. Answers, no decisions."""

from typing import Any, NamedTuple

import msgspec
from sqlite_utils import Database

from app.domain.day import Totals
from app.store import cards

Row = dict[str, Any]


def _row(db: Database, sql: str, args: tuple[Any, ...]) -> Row | None:
    return next(db.query(sql, args), None)


def _rows(db: Database, sql: str, args: tuple[Any, ...]) -> list[Row]:
    return list(db.query(sql, args))


def active_payment(db: Database, person: str, year: int) -> Row | None:
    """The payment that covers this person in this benefit year, with its states; None where there is none."""
    row = db.conn.execute("SELECT payment FROM active WHERE person = ? AND year = ?", (person, year)).fetchone()
    return payment(db, row[0]) if row else None


def payment(db: Database, payment_id: str) -> Row | None:
    """One payment with `state`, `sync_state` and `copies`."""
    return _row(db, "SELECT * FROM payment_states WHERE payment = ?", (payment_id,))


def by_receipt(db: Database, number: str) -> Row | None:
    """The payment with this receipt number."""
    row = db.conn.execute("SELECT payment FROM payments WHERE receipt = ?", (number,)).fetchone()
    return payment(db, row[0]) if row else None


def named(db: Database, text: str) -> Row | None:
    """The payment with this id or this receipt number, blanks or not."""
    asked = "".join(text.split()).upper()
    return payment(db, asked) or by_receipt(db, asked)


def batch(db: Database, batch_id: str) -> Row | None:
    """A batch by its id."""
    return _row(db, "SELECT * FROM batches WHERE batch = ?", (batch_id,))


def batch_payments(db: Database, batch_id: str) -> list[Row]:
    """The payments of a batch in the order they were entered."""
    return _rows(db, "SELECT * FROM payment_states WHERE batch = ? ORDER BY seq", (batch_id,))


def reference_holder(db: Database, reference: str) -> str | None:
    """The receipt number of a payment, not void, that already carries this POS reference."""
    row = db.conn.execute(
        "SELECT p.receipt FROM payments p LEFT JOIN voids v ON v.journal = p.journal AND v.payment = p.payment "
        "WHERE p.reference = ? AND v.payment IS NULL LIMIT 1",
        (reference,),
    ).fetchone()
    return row[0] if row else None


def paper_holder(db: Database, paper: str) -> str | None:
    """The receipt number of a payment, not void, under which this paper receipt was already entered."""
    row = db.conn.execute(
        "SELECT p.receipt FROM late_papers l JOIN payments p ON p.journal = l.journal AND p.payment = l.payment "
        "LEFT JOIN voids v ON v.journal = p.journal AND v.payment = p.payment "
        "WHERE l.paper = ? AND v.payment IS NULL LIMIT 1",
        (paper,),
    ).fetchone()
    return row[0] if row else None


def last_serial(db: Database, journal: str, kind: str) -> int | None:
    """The highest serial used in this journal for kind "fee" or "zero"; None where none is."""
    row = db.conn.execute(
        "SELECT serial FROM receipts WHERE journal = ? AND kind = ? ORDER BY serial DESC LIMIT 1", (journal, kind)
    ).fetchone()
    return row[0] if row else None


class OpenDay(msgspec.Struct, frozen=True):
    """The day that is open: its number in the journal, its date, the float."""

    day: int
    date: str
    float_fen: int


def open_day(db: Database, journal: str) -> OpenDay | None:
    """The day without a close, None where the counter is closed."""
    row = db.conn.execute(
        "SELECT day, date, float_fen FROM days d WHERE journal = ? AND NOT EXISTS "
        "(SELECT 1 FROM closes c WHERE c.journal = d.journal AND c.day = d.day) ORDER BY day DESC LIMIT 1",
        (journal,),
    ).fetchone()
    return OpenDay(*row) if row else None


def closed_on(db: Database, journal: str) -> str | None:
    """The date of the day closed last, None where none was."""
    row = db.conn.execute(
        "SELECT d.date FROM closes c JOIN days d USING (journal, day) WHERE journal = ? ORDER BY day DESC LIMIT 1",
        (journal,),
    ).fetchone()
    return str(row[0]) if row else None


def last_day(db: Database, journal: str) -> int:
    """The number of the latest day, 0 where none was opened."""
    return int(db.conn.execute("SELECT coalesce(max(day), 0) FROM days WHERE journal = ?", (journal,)).fetchone()[0])


def last_count(db: Database, journal: str, day: int) -> Row | None:
    """The latest count of a day."""
    return _row(db, "SELECT * FROM counts WHERE journal = ? AND day = ? ORDER BY seq DESC LIMIT 1", (journal, day))


def close(db: Database, journal: str, day: int) -> Row | None:
    """How a day was closed, None while it is open."""
    return _row(db, "SELECT * FROM closes WHERE journal = ? AND day = ?", (journal, day))


def day_row(db: Database, journal: str, day: int) -> Row | None:
    """When, by whom and with which float a day was opened."""
    return _row(db, "SELECT * FROM days WHERE journal = ? AND day = ?", (journal, day))


# Where a day is asked for, its index is named: knowing no statistics, SQLite would go through the whole journal.
_VALID = """
FROM payments p INDEXED BY payments_day LEFT JOIN voids v ON v.journal = p.journal AND v.payment = p.payment
WHERE p.journal = ? AND p.day = ? AND v.payment IS NULL
"""


def totals(db: Database, journal: str, day: int) -> Totals:
    """The sums of one day, each figure from its own table."""
    one = (journal, day)
    date, float_fen, opener = db.conn.execute(
        "SELECT date, float_fen, by FROM days WHERE journal = ? AND day = ?", one
    ).fetchone()
    cash, pos, carried, zero, records = db.conn.execute(
        "SELECT coalesce(sum(due_fen) FILTER (WHERE method = 'cash'), 0), "
        "coalesce(sum(due_fen) FILTER (WHERE method = 'pos'), 0), "
        "coalesce(sum(due_fen) FILTER (WHERE method = 'carried'), 0), "
        f"count(*) FILTER (WHERE method = 'zero'), count(*) {_VALID}",
        one,
    ).fetchone()
    (people,) = db.conn.execute(
        "SELECT count(DISTINCT p.person) FROM payments p INDEXED BY payments_day CROSS JOIN active a "
        "ON a.journal = p.journal AND a.person = p.person AND a.year = p.year AND a.payment = p.payment "
        "WHERE p.journal = ? AND p.day = ?",
        one,
    ).fetchone()
    receipts, _ = receipts_sum(db, journal, day)
    passed = handovers(db, journal, day)
    return Totals(
        day=day, date=date, holder=passed[-1]["taker"] if passed else opener, float_fen=float_fen, cash_fen=cash,
        pos_fen=pos, carried_fen=carried, handed_fen=sum(h["counted_fen"] - h["expected_fen"] for h in passed),
        people=people, receipts=receipts, records=records, zero=zero, voids=_count(db, "voids", one),
        unprinted=unprinted_count(db, journal, day), reversed_count=_count(db, "reversals", one),
        cards_open=sum(card.is_open for card in cards.of_day(db, journal, day)),
    )  # fmt: skip


def _count(db: Database, table: str, one: tuple[str, int]) -> int:
    return int(db.conn.execute(f"SELECT count(*) FROM {table} WHERE journal = ? AND day = ?", one).fetchone()[0])


def handovers(db: Database, journal: str, day: int) -> list[Row]:
    """How the drawer went from clerk to clerk during a day, in order."""
    return _rows(db, "SELECT * FROM handovers WHERE journal = ? AND day = ? ORDER BY seq", (journal, day))


def perpetual_fen(db: Database) -> int:
    """Every yuan ever put on a receipt here, void or not, over all journals of this store: it only ever grows."""
    return int(db.conn.execute("SELECT coalesce(sum(amount_fen), 0) FROM receipts").fetchone()[0])


def receipts_sum(db: Database, journal: str, day: int) -> tuple[int, int]:
    """How many valid receipts a day has, and the sum that stands on them in fen."""
    row = db.conn.execute(
        "SELECT count(*), coalesce(sum(r.amount_fen), 0) FROM receipts r INDEXED BY receipts_day "
        "LEFT JOIN voids v ON v.journal = r.journal AND v.payment = r.payment "
        "WHERE r.journal = ? AND r.day = ? AND v.payment IS NULL",
        (journal, day),
    ).fetchone()
    return int(row[0]), int(row[1])


def differing(db: Database, journal: str, day: int) -> list[Row]:
    """Records of a day whose receipt, sum or active payment does not agree, in order; empty in a sound store."""
    return _rows(
        db,
        "SELECT p.receipt, p.name, p.due_fen, r.amount_fen, a.payment AS active "
        "FROM payments p INDEXED BY payments_day "
        "LEFT JOIN receipts r ON r.journal = p.journal AND r.receipt = p.receipt "
        "LEFT JOIN active a ON a.journal = p.journal AND a.person = p.person AND a.year = p.year "
        "LEFT JOIN voids v ON v.journal = p.journal AND v.payment = p.payment "
        "WHERE p.journal = ? AND p.day = ? AND v.payment IS NULL "
        "AND (r.payment IS NOT p.payment OR r.amount_fen <> p.due_fen OR a.payment IS NOT p.payment) ORDER BY p.seq",
        (journal, day),
    )


class Slip(NamedTuple):
    """One receipt of a day: its payment, whose it is, what stands on it, how often it was printed, and 1 where it is
    void. Not a row by name: of a thousand those take twice as long."""

    payment: str
    receipt: str
    name: str
    due_fen: int
    method: str
    group: str
    at: str
    copies: int
    void: int


def day_payments(db: Database, journal: str, day: int) -> list[Slip]:
    """Every payment of a day, void ones included, in order."""
    rows = db.conn.execute(
        "SELECT p.payment, p.receipt, p.name, p.due_fen, p.method, p.group_name, p.at, "
        "(SELECT count(*) FROM prints q WHERE q.receipt = p.receipt), v.payment IS NOT NULL "
        "FROM payments p INDEXED BY payments_day "
        "LEFT JOIN voids v ON v.journal = p.journal AND v.payment = p.payment "
        "WHERE p.journal = ? AND p.day = ? ORDER BY p.seq",
        (journal, day),
    )
    return [Slip._make(row) for row in rows]


def any_payment(db: Database) -> bool:
    """Whether anybody was ever paid for here."""
    return bool(db.conn.execute("SELECT EXISTS (SELECT 1 FROM payments)").fetchone()[0])


def last_payment(db: Database, journal: str) -> Row | None:
    """Name, sum, day and time of the payment taken last, None where there is none."""
    columns = "name, due_fen, day, at"
    return _row(db, f"SELECT {columns} FROM payments WHERE journal = ? ORDER BY seq DESC LIMIT 1", (journal,))


# Issued and standing, and no print of it came out: a print whose pre-numbered form was spoilt or lost did not, and who
# got a paper receipt on a round has one already, whatever became of its form.
_UNPRINTED = """
FROM receipts r JOIN payments p ON p.journal = r.journal AND p.payment = r.payment
LEFT JOIN voids v ON v.journal = r.journal AND v.payment = r.payment
LEFT JOIN reversals x ON x.journal = r.journal AND x.payment = r.payment
LEFT JOIN late_papers l ON l.journal = r.journal AND l.payment = r.payment
WHERE (:day IS NULL OR (r.journal = :journal AND r.day = :day)) AND v.payment IS NULL AND x.payment IS NULL
AND l.payment IS NULL AND NOT EXISTS (SELECT 1 FROM prints q LEFT JOIN print_failures f
ON f.receipt = q.receipt AND f.copy = q.copy LEFT JOIN sheet_uses u ON u.receipt = q.receipt
AND u.copy = q.copy LEFT JOIN sheet_ends e ON e.code = u.code AND e.number = u.number
WHERE q.receipt = r.receipt AND f.receipt IS NULL AND e.number IS NULL)
"""


class Waiting(NamedTuple):
    """A receipt that was issued and of which no print came out."""

    receipt: str
    name: str
    due_fen: int


def unprinted(db: Database, journal: str, day: int | None = None) -> list[Waiting]:
    """Receipts of which no print came out (未打印), of one day, or of all: also those that an earlier journal left."""
    wanted = f"SELECT r.receipt, p.name, p.due_fen {_UNPRINTED} ORDER BY r.receipt"
    return [Waiting._make(row) for row in db.conn.execute(wanted, {"journal": journal, "day": day})]


def unprinted_numbers(db: Database) -> set[str]:
    """Their numbers alone, of all days."""
    return {number for (number,) in db.conn.execute(f"SELECT r.receipt {_UNPRINTED}", {"journal": None, "day": None})}


def unprinted_count(db: Database, journal: str, day: int | None = None) -> int:
    """How many they are: asked after each payment, when there may be hundreds."""
    of = {"journal": journal, "day": day}
    return int(db.conn.execute(f"SELECT count(*) {_UNPRINTED}", of).fetchone()[0])


def copies(db: Database, receipt: str) -> int:
    """How often a receipt was printed, under whichever journal: a renewed one prints its predecessor's receipts."""
    return int(db.conn.execute("SELECT count(*) FROM prints WHERE receipt = ?", (receipt,)).fetchone()[0])


def print_failed(db: Database, receipt: str, copy: int) -> bool:
    """Whether this print is known not to have come out."""
    row = db.conn.execute("SELECT 1 FROM print_failures WHERE receipt = ? AND copy = ?", (receipt, copy)).fetchone()
    return row is not None


def reversal(db: Database, journal: str, payment_id: str) -> Row | None:
    """How a payment was reversed, None where it was not."""
    return _row(db, "SELECT * FROM reversals WHERE journal = ? AND payment = ?", (journal, payment_id))


_SYNC = """
WITH marks AS (
  SELECT journal,
    coalesce(
      (SELECT acknowledged_to FROM replies r WHERE r.journal = j.journal ORDER BY place DESC LIMIT 1), 0
    ) AS held,
    coalesce((SELECT max(last_seq) FROM sent_files s WHERE s.journal = j.journal), 0) AS sent
  FROM journals j
), figures AS (
  SELECT (SELECT count(*) FROM payments p WHERE p.journal = m.journal AND p.seq > max(held, sent)) AS unsent,
    (SELECT count(*) FROM payments p WHERE p.journal = m.journal AND p.seq > held AND p.seq <= sent) AS sent,
    (SELECT count(*) FROM payments p WHERE p.journal = m.journal AND p.seq <= held) AS held,
    (SELECT count(DISTINCT r.seq) FROM rejected r JOIN payments p ON p.journal = r.journal AND p.seq = r.seq
     WHERE r.journal = m.journal AND r.seq <= held) AS rejected
  FROM marks m
)
SELECT coalesce(sum(unsent), 0) AS unsent, coalesce(sum(sent), 0) AS sent,
  coalesce(sum(held - rejected), 0) AS acknowledged, coalesce(sum(rejected), 0) AS rejected
FROM figures
"""


def sync_figures(db: Database) -> dict[str, int]:
    """Payments by sync state: unsent (未报), sent (已报), acknowledged (县已收), rejected (县退回)."""
    return next(iter(db.query(_SYNC)))


def last_move(db: Database, journal: str, day: int) -> int:
    """The seq of the latest payment, void or handover of a day, 0 where none."""
    latest = [
        db.conn.execute(
            f"SELECT coalesce(max(seq), 0) FROM {table} WHERE journal = ? AND day = ?", (journal, day)
        ).fetchone()[0]
        for table in ("payments", "voids", "handovers")
    ]
    return int(max(latest))
