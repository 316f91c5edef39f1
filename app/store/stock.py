"""What the projections say of pre-numbered forms. Answers, no decisions."""

from typing import Any

import msgspec
from sqlite_utils import Database

from app.domain.stock import Account, Book, account

# What came last goes by journal and number: a clock that was set back must not bring an older mark to the front.
_LATEST = "JOIN openings o ON o.journal = m.journal WHERE {where} ORDER BY o.renewal DESC, m.seq DESC LIMIT 1"


def books(db: Database) -> list[Book]:
    """Every 领用, oldest first."""
    rows = db.query(
        "SELECT s.stock, s.form, s.code, s.first, s.last, s.width, s.issued_on, s.issuer, EXISTS (SELECT 1 FROM "
        "stock_settlements t WHERE t.code = s.code AND t.first <= s.first AND t.last >= s.last) AS settled "
        "FROM stocks s JOIN openings o ON o.journal = s.journal ORDER BY o.renewal, s.seq"
    )
    return [Book(**row | {"settled": bool(row["settled"])}) for row in rows]


def accounts(db: Database) -> list[Account]:
    """How each book stands, oldest first."""
    return [_account(db, book) for book in books(db)]


def _account(db: Database, book: Book) -> Account:
    inside = (book.code, book.first, book.last)
    used = dict(
        db.conn.execute(
            "SELECT number, receipt FROM sheet_uses WHERE code = ? AND number BETWEEN ? AND ?", inside
        ).fetchall()
    )
    ends = dict(
        db.conn.execute(
            "SELECT number, state FROM sheet_ends WHERE code = ? AND number BETWEEN ? AND ?", inside
        ).fetchall()
    )
    mark = db.conn.execute(
        f"SELECT number FROM sheet_marks m {_LATEST.format(where='code = ? AND number BETWEEN ? AND ?')}",
        inside,
    ).fetchone()
    return account(book, used, ends, mark[0] if mark else None)


def last_mark(db: Database) -> tuple[str, int] | None:
    """Code and number of the form last confirmed to lie in the printer."""
    row = db.conn.execute(f"SELECT code, number FROM sheet_marks m {_LATEST.format(where='true')}").fetchone()
    return (row[0], row[1]) if row else None


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """One form that was used, spoilt or lost. `replacement`: the sheet the same receipt was printed on afterwards."""

    code: str
    number: int
    receipt: str | None
    state: str
    reason: str | None
    copies: int | None
    replacement: int | None
    at: str | None
    by: str | None


_SHEETS = """
SELECT k.code, k.number, u.receipt, coalesce(e.state, 'used') AS state, e.reason, e.copies, e.at, e.by,
  (SELECT min(n.number) FROM sheet_uses n WHERE n.code = k.code AND n.receipt = u.receipt AND n.copy > u.copy)
    AS replacement
FROM (SELECT code, number FROM sheet_uses UNION SELECT code, number FROM sheet_ends) k
LEFT JOIN sheet_uses u ON u.code = k.code AND u.number = k.number
LEFT JOIN sheet_ends e ON e.code = k.code AND e.number = k.number
"""


def sheets(db: Database, code: str, first: int, last: int) -> list[Sheet]:
    """The touched forms of a range, in order."""
    where = f"{_SHEETS} WHERE k.code = ? AND k.number BETWEEN ? AND ? ORDER BY k.number"
    return [Sheet(**row) for row in db.query(where, (code, first, last))]


def sheet(db: Database, code: str, number: int) -> Sheet | None:
    """One form, None while nothing has happened to it."""
    return next(iter(sheets(db, code, number, number)), None)


def standing_sheet(db: Database, receipt: str) -> Sheet | None:
    """The form a receipt stands on: used and neither void nor lost."""
    rows = db.query(f"{_SHEETS} WHERE u.receipt = ? AND e.number IS NULL", (receipt,))
    return next((Sheet(**row) for row in rows), None)


def last_event(db: Database) -> dict[str, Any] | None:
    """What last happened to any form: {kind: use | failed | end | mark | received, by, code, number}, None where
    nothing has. `failed`: a print that did not come out, on whatever paper."""
    return next(
        db.query(
            "SELECT kind, by, code, number FROM ("
            " SELECT 'use' AS kind, u.journal, q.seq, q.by, u.code, u.number FROM sheet_uses u "
            "  JOIN prints q ON q.journal = u.journal AND q.receipt = u.receipt AND q.copy = u.copy"
            " UNION ALL SELECT 'failed', journal, seq, by, NULL, NULL FROM print_failures"
            " UNION ALL SELECT 'end', journal, seq, by, code, number FROM sheet_ends"
            " UNION ALL SELECT 'mark', journal, seq, by, code, number FROM sheet_marks"
            " UNION ALL SELECT 'received', journal, seq, by, code, NULL FROM stocks"
            f") m {_LATEST.format(where='true')}"
        ),
        None,
    )
