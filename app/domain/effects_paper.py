"""What prints and pre-numbered stock put into the tables.

A print on a pre-numbered form spends the form; a form spoilt or lost keeps its number for ever (C12).
"""

from collections.abc import Iterator

from app.domain.effects import Body, Kinds, Stamp, put
from app.domain.tables import Drop, Effect


def _printed(body: Body, stamp: Stamp) -> Iterator[Effect]:
    yield put("prints", body, stamp)
    sheet = body.get("sheet")
    if sheet is not None:
        yield put("sheet_uses", body, stamp, code=sheet["code"], number=sheet["number"])


def _print_failed(body: Body, stamp: Stamp) -> Iterator[Effect]:
    yield put("print_failures", body, stamp)
    sheet = body.get("sheet")
    if sheet is not None:
        yield put("sheet_ends", sheet, stamp, state="void", reason=body["reason"])
    # The page never reached the paper: the form is still blank, and free again.
    blank = body.get("blank")
    if blank is not None:
        yield Drop("sheet_uses", {"code": blank["code"], "number": blank["number"]})


def _stock_received(body: Body, stamp: Stamp) -> Iterator[Effect]:
    yield put("stocks", body, stamp)


def _sheet_ended(body: Body, stamp: Stamp) -> Iterator[Effect]:
    yield put("sheet_ends", body, stamp)


def _sheet_marked(body: Body, stamp: Stamp) -> Iterator[Effect]:
    yield put("sheet_marks", body, stamp)


def _stock_settled(body: Body, stamp: Stamp) -> Iterator[Effect]:
    yield put("stock_settlements", body, stamp)


KINDS: Kinds = {
    "receipt_printed": _printed,
    "print_failed": _print_failed,
    "stock_received": _stock_received,
    "sheet_ended": _sheet_ended,
    "sheet_marked": _sheet_marked,
    "stock_settled": _stock_settled,
}
