"""Printing a receipt: the first is the original, each later one is journalled as 补打 k; no payment changes by it."""

from datetime import datetime
from pathlib import Path
from typing import Any, get_type_hints

import msgspec

from app.desk.desk import Desk
from app.devices import paper, receipt_pdf
from app.domain import receipt
from app.domain.answer import Assessment
from app.domain.errors import Refused
from app.domain.policy import Policy
from app.domain.receipt import ReceiptView
from app.domain.resident import masked
from app.store import counter
from app.store import journal as journal_store
from app.store.database import writing

# What each field of an assessment is, to read it back from an entry.
_FIELDS = get_type_hints(Assessment)

INSURANCE = "城乡居民基本医疗保险费"
TAIL = 4


class Printed(msgspec.Struct, frozen=True, kw_only=True):
    """A print: the receipt, how many reprints there were before this one (0: the original), and the file."""

    receipt: str
    copy: int
    file: Path


def print_receipt(desk: Desk, number: str, file: Path) -> Printed:
    """Write the receipt as a PDF to `file` and journal the print.

    A page that could not be written is no print. It is drawn and stored before the transaction, so that nobody waits
    for the drawing; where another print came in between, it is drawn again with the next count.
    """
    while True:
        row = _payment(desk, number)
        copy = counter.copies(desk.db, row["receipt"])
        staged = paper.stage(receipt_pdf.render(_view(desk, row, copy)), file)
        with writing(desk.db):
            if counter.copies(desk.db, row["receipt"]) == copy:
                paper.put_in_place(staged, file)
                desk.write("receipt_printed", {"receipt": row["receipt"], "copy": copy})
                return Printed(receipt=row["receipt"], copy=copy, file=file)


def view(desk: Desk, number: str) -> ReceiptView:
    """The receipt as the next print would show it."""
    row = _payment(desk, number)
    return _view(desk, row, counter.copies(desk.db, row["receipt"]))


def _payment(desk: Desk, number: str) -> dict[str, Any]:
    row = counter.by_receipt(desk.db, "".join(number.split()))
    if row is None:
        raise Refused("receipt_unknown", receipt=number)
    return row


def _view(desk: Desk, row: dict[str, Any], copy: int) -> ReceiptView:
    entry = journal_store.entry(desk.db, row["journal"], row["seq"])
    body, pack = entry.body, desk.pack_by_hash(row["pack_hash"])
    stated = assessment_of(body, pack)
    payer, reference = body["resident"], body["reference"]
    return ReceiptView(
        number=row["receipt"],
        title=pack.receipt.title,
        disclaimer=f"{pack.receipt.disclaimer}，{pack.receipt.formal}",
        practice=desk.point.practice,
        draft=pack.status == "draft",
        point_name=desk.point.name,
        point_code=desk.point.code,
        payer_name=payer["name"],
        id_masked=masked(payer["document_number"]),
        household=payer["household"],
        benefit_year=body["year"],
        insurance_name=INSURANCE,
        category=body["category"],
        price_fen=body["price_fen"],
        subsidy_fen=body["subsidy_fen"],
        due_fen=body["due_fen"],
        reason=stated.headline,
        clause="",
        method=body["method"],
        reference_tail=reference[-TAIL:] if reference else None,
        terminal=body["terminal"],
        benefit_start=stated.benefit_start,
        benefit_end=stated.benefit_end,
        waiting=body["waiting"],
        waiting_note=receipt.waiting_note(body["waiting"], stated.benefit_start),
        clerk=entry.by,
        paid_at=datetime.fromisoformat(entry.at),
        entry_hash8=row["hash8"],
        print_count=copy,
        voided=row["state"] == "void",
    )


def assessment_of(body: dict[str, Any], policy: Policy) -> Assessment:
    """The assessment as the payment's entry keeps it, worded by the pack of that hash (design §2, rule 8)."""
    keys = (
        "outcome", "steps", "price_fen", "due_fen", "subsidy_fen", "category", "benefit_start", "benefit_end",
        "waiting", "retroactive_from",
    )  # fmt: skip
    stated = {k: body[k] for k in keys} | {"eligible": True, "enrolment": body["facts"].get("enrolment")}
    return Assessment(policy=policy, **{k: msgspec.convert(v, _FIELDS[k]) for k, v in stated.items()})
