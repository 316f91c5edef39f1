"""Printing a receipt: the first print is the original, each later one is journalled as 补打 k. No payment changes.

To a file a print counts once the page is whole; to a printer it counts before the page is sent, so that two originals
can never exist. What did not come out (a jam, no paper, a power cut) is reported by the clerk and waits to be printed
again. Where the pack asks for pre-numbered forms a print spends the form that lies in the printer.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import msgspec

from app.desk import receipt_view, stock
from app.desk.desk import Desk
from app.devices import paper, receipt_pdf
from app.domain.errors import KnownError, Refused, WrongUse
from app.domain.receipt import ReceiptView
from app.store import counter
from app.store import stock as stock_store
from app.store.database import writing

LAYOUT = "receipt-a5"


class Printed(msgspec.Struct, frozen=True, kw_only=True):
    """A print: the receipt, how many prints there were before this one (0: the original), the file if it went to one,
    and the pre-numbered form if it was printed on one."""

    receipt: str
    copy: int
    file: Path | None
    sheet: str | None


def print_receipt(desk: Desk, number: str, file: Path, *, layout: str = LAYOUT, sheet: str | None = None) -> Printed:
    """Write the receipt as a PDF to `file` and journal the print; `sheet`: the form that lies in the printer.

    A page that could not be written is no print. It is drawn and stored before the transaction, so that nobody waits
    for the drawing; where another print came in between, it is drawn again with the next count.
    """
    while True:
        row = _payment(desk, number)
        copy = counter.copies(desk.db, row["receipt"])
        form = _form(desk, row, sheet)
        view = receipt_view.of(desk, row, copy=copy, sheet=form.text if form else None)
        staged = paper.stage(receipt_pdf.render(view, layout), file)
        with writing(desk.db):
            if counter.copies(desk.db, row["receipt"]) == copy:
                _check_form(desk, row, sheet, form)
                paper.put_in_place(staged, file)
                _write(desk, row, copy, form)
                return _printed(row, copy, file, form)


def print_on(desk: Desk, number: str, send: Callable[[ReceiptView], None], *, sheet: str | None = None) -> Printed:
    """Journal a print, then `send` the page to a printer. Where that fails the print is journalled as failed."""
    with writing(desk.db):
        row = _payment(desk, number)
        copy = counter.copies(desk.db, row["receipt"])
        form = _form(desk, row, sheet)
        view = receipt_view.of(desk, row, copy=copy, sheet=form.text if form else None)
        _write(desk, row, copy, form)
    try:
        send(view)
    except KnownError as error:
        # The form is free again, and looked at before the next print: should the page have been half printed after
        # all, the clerk names the next one and this one stays missing until it is explained.
        with writing(desk.db):
            _write_failed(desk, row["receipt"], copy, str(error), None, blank=form)
        raise
    return _printed(row, copy, None, form)


def print_together_on(desk: Desk, numbers: Sequence[str], send: Callable[[list[ReceiptView]], None]) -> list[Printed]:
    """As `print_on`, for the receipts of a family on shared sheets: one job, which comes out or fails as a whole.

    Raises Refused sheet_apart: on pre-numbered forms each receipt has a form of its own.
    """
    with writing(desk.db):
        rows = [_payment(desk, number) for number in numbers]
        counted = [(row, counter.copies(desk.db, row["receipt"])) for row in rows]
        views = [_unnumbered(desk, row, copy) for row, copy in counted]
        for row, copy in counted:
            _write(desk, row, copy, None)
    try:
        send(views)
    except KnownError as error:
        with writing(desk.db):
            for row, copy in counted:
                _write_failed(desk, row["receipt"], copy, str(error), None)
        raise
    return [_printed(row, copy, None, None) for row, copy in counted]


def print_together(desk: Desk, numbers: Sequence[str], file: Path, *, layout: str) -> list[Printed]:
    """As `print_receipt`, for the receipts of a family in one PDF. Raises Refused sheet_apart."""
    while True:
        rows = [_payment(desk, number) for number in numbers]
        counted = [(row, counter.copies(desk.db, row["receipt"])) for row in rows]
        staged = paper.stage(receipt_pdf.render_many([_unnumbered(desk, *each) for each in counted], layout), file)
        with writing(desk.db):
            if all(counter.copies(desk.db, row["receipt"]) == copy for row, copy in counted):
                paper.put_in_place(staged, file)
                for row, copy in counted:
                    _write(desk, row, copy, None)
                return [_printed(row, copy, file, None) for row, copy in counted]


def _unnumbered(desk: Desk, row: dict[str, Any], copy: int) -> ReceiptView:
    """A receipt on our own paper."""
    if desk.pack_by_hash(row["pack_hash"]).receipt.paper != "own":
        raise Refused("sheet_apart")
    return receipt_view.of(desk, row, copy=copy, sheet=None)


def form_under(desk: Desk, number: str) -> stock.NextSheet | None:
    """The pre-numbered form a receipt stands on; None on our own paper, or where it waits to be printed."""
    found = stock_store.standing_sheet(desk.db, _payment(desk, number)["receipt"])
    if found is None:
        return None
    books = stock_store.books(desk.db)
    book = next(each for each in books if each.holds(found.code, found.number))
    text = book.text(found.number)
    return stock.NextSheet(code=found.code, form=book.form, number=found.number, text=text, sure=True)


def print_failed(desk: Desk, number: str, reason: str, *, copies_kept: int | None = None) -> str:
    """The last print of a receipt did not come out: it waits to be printed again, as 补打. Returns the number.

    On a pre-numbered form that form is spoilt (作废) and all its `copies_kept` stay with the stock.
    Raises WrongUse reason_missing, sheet_copies; Refused receipt_unknown, never_printed, print_failed_already,
    stock_settled.
    """
    if not reason.strip():
        raise WrongUse("reason_missing")
    with writing(desk.db):
        row = _payment(desk, number)
        copy = counter.copies(desk.db, row["receipt"]) - 1
        if copy < 0:
            raise Refused("never_printed", receipt=row["receipt"])
        if counter.print_failed(desk.db, row["receipt"], copy):
            raise Refused("print_failed_already", receipt=row["receipt"])
        spoilt = stock.spoilt(desk, row["receipt"], copies_kept)
        _write_failed(desk, row["receipt"], copy, reason.strip(), spoilt)
    return str(row["receipt"])


def print_red_slip(desk: Desk, number: str, file: Path) -> Path:
    """Write the red slip of a reversed payment as a PDF. It is a witness, not a receipt: prints of it are not counted.

    Raises Refused: receipt_unknown, not_reversed.
    """
    row = counter.named(desk.db, number)
    if row is None:
        raise Refused("receipt_unknown", receipt=number)
    paper.write(receipt_pdf.render(receipt_view.red(desk, row)), file)
    return file


def view(desk: Desk, number: str) -> ReceiptView:
    """The receipt as the next print would show it."""
    row = _payment(desk, number)
    return receipt_view.of(desk, row, copy=counter.copies(desk.db, row["receipt"]), sheet=None)


def _payment(desk: Desk, number: str) -> dict[str, Any]:
    row = counter.by_receipt(desk.db, "".join(number.split()))
    if row is None:
        raise Refused("receipt_unknown", receipt=number)
    return row


def _form(desk: Desk, row: dict[str, Any], sheet: str | None) -> stock.NextSheet | None:
    """The form to print on; None where receipts are our own paper.

    Refused sheet_not_for_void: what no longer stands spends no form; sheet_first_void: the receipt stands on a form
    already; sheet_unsure, sheet_differs: which form lies in the printer has to be looked at and said.
    """
    if desk.pack_by_hash(row["pack_hash"]).receipt.paper == "own":
        return None
    if row["state"] != "active":
        raise Refused("sheet_not_for_void", receipt=row["receipt"])
    standing = form_under(desk, row["receipt"])
    if standing is not None:
        raise Refused("sheet_first_void", number=standing.text, receipt=row["receipt"])
    form = stock.next_sheet(desk)
    if sheet is None and not form.sure:
        raise Refused("sheet_unsure", number=form.text)
    if sheet is not None and sheet.strip() != form.text:
        raise Refused("sheet_differs", number=sheet.strip(), expected=form.text)
    return form


def _check_form(desk: Desk, row: dict[str, Any], sheet: str | None, form: stock.NextSheet | None) -> None:
    """The form has not been spent while the page was drawn."""
    now = _form(desk, row, sheet)
    if (now and (now.code, now.number)) != (form and (form.code, form.number)):
        raise Refused("sheet_unsure", number=now.text if now else "")


def _write(desk: Desk, row: dict[str, Any], copy: int, form: stock.NextSheet | None) -> None:
    spent = {"code": form.code, "number": form.number} if form else None
    desk.write("receipt_printed", {"receipt": row["receipt"], "copy": copy} | ({"sheet": spent} if spent else {}))


def _write_failed(
    desk: Desk,
    receipt: str,
    copy: int,
    reason: str,
    spoilt: dict[str, Any] | None,
    *,
    blank: stock.NextSheet | None = None,
) -> None:
    free = {"code": blank.code, "number": blank.number} if blank else None
    body = {"receipt": receipt, "copy": copy, "reason": reason, "sheet": spoilt, "blank": free}
    desk.write("print_failed", body)


def _printed(row: dict[str, Any], copy: int, file: Path | None, form: stock.NextSheet | None) -> Printed:
    return Printed(receipt=row["receipt"], copy=copy, file=file, sheet=form.text if form else None)
