"""Taking money: several people of a family in one payment, one record and one receipt each.

All of it is one transaction, finished before anything prints (design §2, rule 3). Every check runs inside it, so that
nothing can change between the check and the record.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec

from app.desk import ids
from app.desk.desk import Desk
from app.desk.due import Due, due
from app.desk.order import may_tick
from app.domain import payment, receipt
from app.domain.errors import Refused, WrongUse
from app.domain.payment import Collected, Taken, Tender
from app.store import counter
from app.store.counter import OpenDay
from app.store.database import Conflict, writing

CHANNEL = "village"
Declared = Mapping[str, Mapping[str, Any]]
"""Facts the payer declared, by the resident they are about (as named in the order)."""


def collect(
    desk: Desk, residents: Sequence[str], tender: Tender, *, declared: Declared | None = None, batch: str | None = None
) -> Collected:
    """Take one payment for these residents (handles or document numbers); `batch` is the order's id, made here if not
    given.

    The same id with the same order gives the stored answer again; with another order it is refused (`id_reused`).
    """
    tender = payment.check_tender(tender)
    facts = {r: dict((declared or {}).get(r, {})) for r in residents}
    order = payment.order_digest(list(residents), tender, facts)
    with writing(desk.db):
        if batch is not None and (stored := counter.batch(desk.db, batch)):
            return _again(desk, stored, order)
        now = desk.checked_now()
        day = counter.open_day(desk.db, desk.journal)
        if day is None:
            raise Refused("day_not_open")
        dues = _people(desk, residents, facts, now)
        check_method(desk, tender, dues)
        return _write(desk, dues, tender, batch=batch or ids.new(now), order=order, now=now, day=day)


def _again(desk: Desk, stored: dict[str, Any], order: str) -> Collected:
    if stored["digest"] != order:
        raise Refused("id_reused", id=stored["batch"])
    return collected(desk, stored["batch"])


def collected(desk: Desk, batch: str) -> Collected:
    """A payment as it was stored, by its id."""
    stored = counter.batch(desk.db, batch)
    if stored is None:
        raise Refused("payment_unknown", payment=batch)
    rows = counter.batch_payments(desk.db, batch)
    return Collected(
        batch=batch,
        payments=tuple(_taken(desk, row) for row in rows),
        total_fen=stored["total_fen"],
        tendered_fen=stored["tendered_fen"],
        change_fen=stored["change_fen"],
    )


def _taken(desk: Desk, row: dict[str, Any]) -> Taken:
    return Taken(
        payment=row["payment"],
        resident=due(desk, row["person"].partition(":")[2]).handle,
        name=row["name"],
        receipt=row["receipt"],
        due_fen=row["due_fen"],
    )


def _people(desk: Desk, residents: Sequence[str], facts: Declared, now: datetime) -> list[Due]:
    if not residents:
        raise WrongUse("nobody_to_pay")
    dues = [due(desk, r, on=now.date(), declared=facts[r]) for r in residents]
    if len({d.handle for d in dues}) < len(dues):
        raise WrongUse("person_twice")
    for found in dues:
        check_payable(desk, found)
    return dues


def check_payable(desk: Desk, found: Due) -> None:
    """Refuse where the pack does not let this person pay now, with the sentence and its clause."""
    a = found.assessment
    if desk.policy.status == "draft" and not desk.point.practice:
        raise Refused("pack_is_draft", pack=desk.policy.title)
    if may_tick(found):
        return
    if found.paid:
        raise Refused("already_paid", name=found.resident.name, on=found.paid["paid_on"], receipt=found.paid["receipt"])
    raise Refused(f"outcome_{a.outcome}", name=found.resident.name, headline=a.headline)


def check_method(desk: Desk, tender: Tender, dues: Sequence[Due]) -> None:
    """Refuse a method the notice does not list for a village, and a POS reference already on another receipt."""
    if all(d.assessment.due_fen == 0 for d in dues):
        return
    answer = desk.policy.method_listed(channel=CHANNEL, method=tender.method)
    if not answer.listed:
        raise Refused("method_not_listed", method=receipt.METHODS[tender.method], clause=answer.clause)
    holder = counter.reference_holder(desk.db, tender.reference) if tender.reference else None
    if holder:
        raise Refused("reference_used", reference=tender.reference, receipt=holder)


def _write(
    desk: Desk, dues: list[Due], tender: Tender, *, batch: str, order: str, now: datetime, day: OpenDay
) -> Collected:
    total = sum(d.assessment.due_fen or 0 for d in dues)
    change = payment.change_fen(tender, total)
    shared = {
        "id": batch, "people": len(dues), "total_fen": total, "tendered_fen": tender.cash_fen, "change_fen": change,
        "digest": order,
    }  # fmt: skip
    taken = []
    for index, found in enumerate(dues):
        body = _body(desk, found, tender, shared | {"index": index}, day=day, now=now)
        body["payment"] = ids.nth(batch, index)
        try:
            desk.write("payment", body, at=now)
        except Conflict as error:
            raise Refused("already_paid_elsewhere", name=found.resident.name) from error
        taken.append(
            Taken(
                payment=body["payment"], resident=found.handle, name=found.resident.name, receipt=body["receipt"],
                due_fen=body["due_fen"]
            )
        )  # fmt: skip
    return Collected(
        batch=batch, payments=tuple(taken), total_fen=total, tendered_fen=tender.cash_fen, change_fen=change
    )


def _body(
    desk: Desk, found: Due, tender: Tender, batch: dict[str, Any], *, day: OpenDay, now: datetime
) -> dict[str, Any]:
    a, r = found.assessment, found.resident
    zero = a.due_fen == 0
    return {
        "batch": batch,
        "person": r.key,
        "resident": {
            "name": r.name, "document_type": r.document_type, "document_number": r.document_number,
            "birth_date": r.birth_date, "sex": r.sex, "household": r.household, "head": r.head,
            "relation": r.relation, "group": r.group, "phone": r.phone,
        },
        "year": desk.policy.benefit_year,
        "day": day.day,
        "paid_on": now.date().isoformat(),
        "method": "zero" if zero else tender.method,
        "terminal": None if zero else tender.terminal,
        "reference": None if zero else tender.reference,
        "receipt": _number(desk, zero=zero),
        "price_fen": a.price_fen,
        "subsidy_fen": a.subsidy_fen,
        "due_fen": a.due_fen,
        "category": a.category,
        "outcome": a.outcome,
        "benefit_start": a.benefit_start,
        "benefit_end": a.benefit_end,
        "waiting": a.waiting,
        "retroactive_from": a.retroactive_from,
        "facts": msgspec.to_builtins(found.facts),
        "pack": desk.policy.id,
        "pack_hash": desk.policy.hash,
        "steps": [msgspec.to_builtins(s) for s in a.steps],
    }  # fmt: skip


def _number(desk: Desk, *, zero: bool) -> str:
    first = (receipt.ZERO_SERIALS if zero else receipt.FEE_SERIALS).start
    last = counter.last_serial(desk.db, desk.journal, "zero" if zero else "fee")
    return receipt.number(
        point=desk.point.code,
        year=desk.point.year,
        device=desk.point.device,
        renewal=desk.renewal,
        serial=first if last is None else last + 1,
    )
