"""What the projections say of pre-numbered forms. Answers, no decisions."""

from typing import Any

import msgspec
from sqlite_utils import Database

from app.domain.stock import Account, Book, account


def books(db: Database) -> list[Book]:
    """Every 领用, oldest first."""
    rows = db.query(
        "SELECT s.stock, s.form, s.code, s.first, s.last, s.width, s.issued_on, s.issuer, EXISTS (SELECT 1 FROM "
        "stock_settlements t WHERE t.code = s.code AND t.first <= s.first AND t.last >= s.last) AS settled "
        "FROM stocks s ORDER BY s.at, s.seq"
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
        "SELECT number FROM sheet_marks WHERE code = ? AND number BETWEEN ? AND ? ORDER BY at DESC, seq DESC LIMIT 1",
        inside,
    ).fetchone()
    return account(book, used, ends, mark[0] if mark else None)


def marked_code(db: Database) -> str | None:
    """The code of the form last confirmed to lie in the printer."""
    row = db.conn.execute("SELECT code FROM sheet_marks ORDER BY at DESC, seq DESC LIMIT 1").fetchone()
    return row[0] if row else None


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
    """What last happened to any form: {kind: use | end | mark | received, seq, by}, None where nothing has."""
    return next(
        db.query(
            "SELECT kind, seq, by FROM ("
            " SELECT 'use' AS kind, q.seq, q.by, q.at FROM sheet_uses u "
            "  JOIN prints q ON q.journal = u.journal AND q.receipt = u.receipt AND q.copy = u.copy"
            " UNION ALL SELECT 'end', seq, by, at FROM sheet_ends"
            " UNION ALL SELECT 'mark', seq, by, at FROM sheet_marks"
            " UNION ALL SELECT 'received', seq, by, at FROM stocks"
            ") ORDER BY at DESC, seq DESC LIMIT 1"
        ),
        None,
    )
