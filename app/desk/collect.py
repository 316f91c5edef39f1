"""Taking money: several people of a family in one payment, one record and one receipt each.

All of it is one transaction, finished before anything prints (design §2, rule 3). Every check runs inside it, so that
nothing can change between the check and the record.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec

from app.desk import ids, stock
from app.desk.desk import Desk
from app.desk.due import Due, due
from app.desk.limits import limit
from app.desk.order import may_tick, total_fen
from app.desk.second import Second
from app.domain import payment, receipt
from app.domain.errors import Refused, WrongUse
from app.domain.payment import Collected, LatePaper, Payer, Taken, Tender, yuan_plain
from app.store import cards, counter, elsewhere
from app.store.counter import OpenDay
from app.store.database import Conflict, writing

CHANNEL = "village"
Declared = Mapping[str, Mapping[str, Any]]
"""Facts the payer declared, by the resident they are about (as named in the order)."""


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked for: for whom, how it is paid, and what only some orders have.

    `payer` brought the money and is not the insured; `late`: a paper receipt written on a round (补录); `second`
    answers for a late paper, or for cash beyond the pack's limit. `carried_from`: the payment reversed in its favour.
    """

    residents: tuple[str, ...]
    tender: Tender
    facts: dict[str, dict[str, Any]]
    payer: Payer | None = None
    late: LatePaper | None = None
    second: Second | None = None
    carried_from: str | None = None

    @property
    def digest(self) -> str:
        more = (self.payer, self.late, self.carried_from)
        return payment.order_digest(list(self.residents), self.tender, self.facts, *more)


def collect(
    desk: Desk,
    residents: Sequence[str],
    tender: Tender,
    *,
    declared: Declared | None = None,
    batch: str | None = None,
    payer: Payer | None = None,
    late: LatePaper | None = None,
    second: Second | None = None,
) -> Collected:
    """Take one payment for these residents (handles or document numbers); `batch` is the order's id, made here if not
    given.

    The same id with the same order gives the stored answer again; with another order it is refused (`id_reused`).
    """
    order = Order(
        residents=tuple(residents),
        tender=payment.check_tender(tender),
        facts={r: dict((declared or {}).get(r, {})) for r in residents},
        payer=payment.check_payer(payer) if payer else None,
        late=payment.check_late(late, desk.clock().date()) if late else None,
        second=second,
    )
    with writing(desk.db):
        if batch is not None and (stored := counter.batch(desk.db, batch)):
            return _again(desk, stored, order.digest)
        if batch is not None and cards.card(desk.db, batch):
            # A card's id is spent on what becomes of the card, and on nothing else.
            raise Refused("id_reused", id=batch)
        now = desk.checked_now()
        return take(desk, order, batch=batch or ids.new(now), now=now)


def take(desk: Desk, order: Order, *, batch: str, now: datetime) -> Collected:
    """All checks and all records of one order; the caller holds the transaction."""
    day = counter.open_day(desk.db, desk.journal)
    if day is None:
        raise Refused("day_not_open")
    dues = _people(desk, order, batch, now)
    check_method(desk, order.tender, dues, own=batch)
    form = check_late(desk, order)
    over = check_limit(desk, order.tender, total_fen(dues), second=order.second)
    return _write(desk, dues, order, batch=batch, now=now, day=day, more=_more(order, over, form))


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


def _people(desk: Desk, order: Order, batch: str, now: datetime) -> list[Due]:
    if not order.residents:
        raise WrongUse("nobody_to_pay")
    on = order.late.paper_on if order.late else now.date()
    dues = [due(desk, r, on=on, declared=order.facts[r]) for r in order.residents]
    check_people(desk, dues, own=batch)
    return dues


def check_people(desk: Desk, dues: Sequence[Due], *, own: str | None = None) -> None:
    """Refuse where somebody is named twice, cannot be paid for now, or has a card without a certain result."""
    if len({d.handle for d in dues}) < len(dues):
        raise WrongUse("person_twice")
    for found in dues:
        check_payable(desk, found)
        check_no_card(desk, found, own=own)


def check_no_card(desk: Desk, found: Due, *, own: str | None = None) -> None:
    """Refuse while a card of this person has no certain result: whoever is charged might be charged twice."""
    open_ = cards.open_for(desk.db, found.resident.key)
    if open_ is not None and open_.card != own:
        raise Refused("card_pending", name=found.resident.name, total=yuan_plain(open_.total_fen))


def check_payable(desk: Desk, found: Due) -> None:
    """Refuse where the pack does not let this person pay now, with the sentence and its clause."""
    a = found.assessment
    if desk.policy.status == "draft" and not desk.point.practice:
        raise Refused("pack_is_draft", pack=desk.policy.title)
    if may_tick(found):
        return
    if found.paid:
        raise Refused("already_paid", name=found.resident.name, on=found.paid["paid_on"], receipt=found.paid["receipt"])
    if found.elsewhere:
        place, on = elsewhere.PLACES[found.elsewhere.place], found.elsewhere.paid_on or "日期不详"
        raise Refused("paid_there", name=found.resident.name, place=place, on=on)
    raise Refused(f"outcome_{a.outcome}", name=found.resident.name, headline=a.headline)


def check_method(desk: Desk, tender: Tender, dues: Sequence[Due], *, own: str | None = None) -> None:
    """Refuse a method the notice does not list for a village, and a POS reference already on another receipt."""
    if tender.method == "carried" or all(d.assessment.due_fen == 0 for d in dues):
        return
    answer = desk.policy.method_listed(channel=CHANNEL, method=tender.method)
    if not answer.listed:
        raise Refused("method_not_listed", method=receipt.METHODS[tender.method], clause=answer.clause)
    if tender.reference:
        check_reference(desk, tender.reference, own=own)


def check_reference(desk: Desk, reference: str, *, own: str | None = None) -> None:
    """Refuse a POS reference that another receipt or another card than `own` carries: one slip pays once.

    What was taken back on the terminal (撤销) pays for nothing any more.
    """
    holder = counter.reference_holder(desk.db, reference)
    if holder:
        raise Refused("reference_used", reference=reference, receipt=holder)
    for each in cards.with_reference(desk.db, reference):
        if each.card != own and not each.posted:
            code = "reference_cancelled" if each.result == "cancelled" else "reference_pending"
            raise Refused(code, reference=reference)


def check_late(desk: Desk, order: Order) -> dict[str, Any] | None:
    """A paper receipt is entered once, with a second person who has seen it. The pre-numbered form it spends, if any.

    Raises Refused paper_used, late_needs_second, sheet_spent.
    """
    if order.late is None:
        return None
    holder = counter.paper_holder(desk.db, order.late.paper)
    if holder:
        raise Refused("paper_used", paper=order.late.paper, receipt=holder)
    if order.second is None:
        raise Refused("late_needs_second")
    return stock.written_by_hand(desk, order.late.paper) if desk.policy.receipt.paper == "prenumbered" else None


def check_limit(desk: Desk, tender: Tender, total: int, *, second: Second | None = None) -> str | None:
    """Refuse cash beyond the pack's limits (C13). The family in hand may finish on a second person's word.

    Returns the sentence of the limit passed on that word, None where nothing was passed.
    """
    if tender.method != "cash" or not total:
        return None
    found = limit(desk, adding_fen=total)
    if found.state != "over":
        return None
    if second is None:
        raise Refused("cash_limit", limit=found.sentence)
    return found.sentence


def _write(
    desk: Desk, dues: list[Due], order: Order, *, batch: str, now: datetime, day: OpenDay, more: dict[str, Any]
) -> Collected:
    total, tender = total_fen(dues), order.tender
    change = payment.change_fen(tender, total)
    shared = {
        "id": batch, "people": len(dues), "total_fen": total, "tendered_fen": tender.cash_fen, "change_fen": change,
        "digest": order.digest,
    }  # fmt: skip
    taken = []
    for index, found in enumerate(dues):
        body = _body(desk, found, tender, shared | {"index": index}, day=day, now=now) | more
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


def _more(order: Order, over: str | None, form: dict[str, Any] | None) -> dict[str, Any]:
    """What only some payments say of themselves."""
    late = msgspec.to_builtins(order.late) | ({"sheet": form} if form else {}) if order.late else None
    found = {
        "payer": order.payer,
        "late": late,
        "second": order.second.name if order.second and (over or order.late) else None,
        "over": over,
        "carried_from": order.carried_from,
    }
    return {name: msgspec.to_builtins(value) for name, value in found.items() if value is not None}


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
        "paid_on": str(found.facts.paid_on),
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
