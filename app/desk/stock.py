"""Pre-numbered forms at the counter: 领用, the next sheet, spoilt and lost ones, and 结报缴销 (C12).

A form's number is never recycled. They are used in order; where paper and program could differ (after a jam, a lost
sheet, another clerk at the printer) the clerk is asked which sheet lies in the printer before anything prints on it.
"""

from datetime import date
from typing import Any

import msgspec

from app.desk import ids
from app.desk.desk import Desk
from app.domain import stock as stocks
from app.domain.errors import Refused, WrongUse
from app.domain.stock import Account, Book, End
from app.store import stock as store
from app.store.database import writing


class NextSheet(msgspec.Struct, frozen=True, kw_only=True):
    """The form to be used next. `sure`: it follows the form this clerk printed on last, or the clerk has looked."""

    code: str
    form: str
    number: int
    text: str
    sure: bool


def receive(desk: Desk, *, form: str, code: str, first: str, last: str, on: date, issuer: str) -> Account:
    """领用: forms first..last of a code, handed out by `issuer` on a day.

    Raises WrongUse stock_numbers, stock_too_many, stock_incomplete; Refused stock_overlaps, stock_unsettled (a used-up
    book of this form has not been settled: no further issue before that), stock_ahead.
    """
    low, high, width = stocks.parse_range(first, last)
    form, code, issuer = form.strip(), code.strip().upper(), issuer.strip()
    if not (form and code and issuer):
        raise WrongUse("stock_incomplete")
    with writing(desk.db):
        now = desk.checked_now()
        if on > now.date():
            raise Refused("stock_ahead", on=on)
        _check_issue(desk, form, code, low, high)
        body = {
            "stock": ids.new(now), "form": form, "code": code, "first": low, "last": high, "width": width,
            "issued_on": str(on), "issuer": issuer,
        }  # fmt: skip
        desk.write("stock_received", body, at=now)
    return accounts(desk)[-1]


def _check_issue(desk: Desk, form: str, code: str, low: int, high: int) -> None:
    for found in store.accounts(desk.db):
        book = found.book
        if book.code == code and book.first <= high and low <= book.last:
            raise Refused("stock_overlaps", first=book.text(book.first), last=book.text(book.last))
        if (book.form == form or book.code == code) and not book.settled and not found.unused:
            raise Refused("stock_unsettled", first=book.text(book.first), last=book.text(book.last))


def accounts(desk: Desk) -> list[Account]:
    """How each book stands, oldest first."""
    return store.accounts(desk.db)


def next_sheet(desk: Desk) -> NextSheet:
    """The form to be used next. Refused stock_empty where none is left."""
    open_ = [each for each in store.accounts(desk.db) if each.next is not None]
    marked = store.last_mark(desk.db)
    # Oldest book first, unless the clerk has said that another one lies in the printer.
    found = next((each for each in open_ if marked and each.book.holds(*marked)), None) or next(iter(open_), None)
    if found is None or found.next is None:
        raise Refused("stock_empty")
    book, sure = found.book, _is_sure(desk, found.book, found.next)
    return NextSheet(code=book.code, form=book.form, number=found.next, text=book.text(found.next), sure=sure)


def _is_sure(desk: Desk, book: Book, number: int) -> bool:
    last = store.last_event(desk.db)
    if last is None or last["by"] != desk.operator or last["kind"] not in ("use", "mark"):
        return False
    before = number - 1 if last["kind"] == "use" else number
    return bool(last["number"] == before) and book.holds(last["code"], last["number"])


def confirm_next(desk: Desk, code: str, number: str) -> NextSheet:
    """The clerk has looked: this form lies in the printer. Passed-over ones become missing until they are explained.

    Raises WrongUse sheet_number; Refused sheet_unknown, sheet_spent.
    """
    with writing(desk.db):
        _, sheet = _untouched(desk, code, number)
        desk.write("sheet_marked", {"code": code.strip().upper(), "number": sheet}, at=desk.checked_now())
    return next_sheet(desk)


def end_sheet(desk: Desk, code: str, number: str, state: End, *, reason: str, copies: int | None = None) -> str:
    """作废 or 遗失 of one form, used or not; returns its number as printed.

    A spoilt form keeps all its `copies`; what replaces it is the next form its receipt is printed on.
    Raises WrongUse reason_missing, sheet_number, sheet_copies; Refused sheet_unknown, sheet_ended, stock_settled.
    """
    if not reason.strip():
        raise WrongUse("reason_missing")
    if state == "void":
        _check_copies(copies)
    with writing(desk.db):
        book, sheet = _sheet(desk, code, number)
        _check_unsettled(book)
        ended = store.sheet(desk.db, book.code, sheet)
        if ended is not None and ended.state != "used":
            raise Refused("sheet_ended", number=book.text(sheet), state=stocks.ENDS[ended.state])
        body = {"code": book.code, "number": sheet, "state": state, "reason": reason.strip(), "copies": copies}
        desk.write("sheet_ended", body, at=desk.checked_now())
    return book.text(sheet)


def _check_copies(copies: int | None) -> None:
    if copies is None or not 1 <= copies <= 9:
        raise WrongUse("sheet_copies")


def _check_unsettled(book: Book) -> None:
    """What has been reported stays as it was reported."""
    if book.settled:
        raise Refused("stock_settled", first=book.text(book.first), last=book.text(book.last))


def spoilt(desk: Desk, receipt: str, copies: int | None) -> dict[str, Any] | None:
    """The form a receipt stands on as an entry spoils it (作废), with the `copies` kept; None where it is on none.

    The caller holds the transaction. Raises WrongUse sheet_copies; Refused stock_settled.
    """
    form = store.standing_sheet(desk.db, receipt)
    if form is None:
        return None
    _check_copies(copies)
    _check_unsettled(_sheet(desk, form.code, str(form.number))[0])
    return {"code": form.code, "number": form.number, "copies": copies}


def written_by_hand(desk: Desk, paper: str) -> dict[str, Any] | None:
    """The form of ours that a receipt was written on by hand, as an entry spends it; None where it is none of ours.

    Raises Refused sheet_spent.
    """
    found = [book for book in store.books(desk.db) if paper.isdigit() and len(paper) == book.width]
    book = next((each for each in found if each.holds(each.code, int(paper))), None)
    if book is None:
        return None
    code, number = _untouched(desk, book.code, paper)
    return {"code": code.code, "number": number}


def settle(desk: Desk, code: str, first: str, *, on: date, receiver: str) -> Account:
    """结报缴销 of the book that begins with `first`: used, void and lost are reported, unused ones go back.

    Raises WrongUse stock_incomplete; Refused sheet_unknown, stock_settled, stock_missing (sheets nobody has explained),
    stock_ahead.
    """
    if not receiver.strip():
        raise WrongUse("stock_incomplete")
    with writing(desk.db):
        now = desk.checked_now()
        if on > now.date():
            raise Refused("stock_ahead", on=on)
        book, _ = _sheet(desk, code, first)
        found = next(each for each in store.accounts(desk.db) if each.book.stock == book.stock)
        _check_unsettled(book)
        if found.missing:
            raise Refused("stock_missing", numbers=missing_text(found))
        desk.write(
            "stock_settled",
            {
                "code": book.code, "first": book.first, "last": book.last, "used": found.used, "void": found.void,
                "lost": found.lost, "returned": found.unused, "settled_on": str(on), "receiver": receiver.strip(),
            },
            at=now,
        )  # fmt: skip
    return next(each for each in accounts(desk) if each.book.stock == book.stock)


def missing_text(found: Account) -> str:
    """Missing sheets as people read them: 0001003–0001005、0001009."""
    book = found.book
    runs = stocks.ranges(found.missing)
    return "、".join(book.text(a) if a == b else f"{book.text(a)}–{book.text(b)}" for a, b in runs)


def _sheet(desk: Desk, code: str, number: str) -> tuple[Book, int]:
    sheet = stocks.parse_sheet(number)
    book = next((each for each in store.books(desk.db) if each.holds(code.strip().upper(), sheet)), None)
    if book is None:
        raise Refused("sheet_unknown", form_code=code, number=number)
    return book, sheet


def _untouched(desk: Desk, code: str, number: str) -> tuple[Book, int]:
    book, sheet = _sheet(desk, code, number)
    if book.settled or store.sheet(desk.db, book.code, sheet) is not None:
        raise Refused("sheet_spent", number=book.text(sheet))
    return book, sheet
