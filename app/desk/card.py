"""A card that can fail: what is meant to be charged is on record before the terminal is touched.

intended -> approved with its reference -> posted as payments; or declined, or unknown (the line broke, the paper ran
out), which blocks the close until somebody has looked at the terminal. Nothing is counted before it is posted, and
nobody with an open card can be charged again. What was approved and cannot be posted is taken back on the terminal
(撤销). Approving and posting are two transactions: that the card was charged is on record whatever happens next.
"""

from collections.abc import Sequence
from typing import Any, Literal

import msgspec

from app.desk import collect as till
from app.desk import ids
from app.desk.collect import Declared, Order
from app.desk.desk import Desk
from app.desk.due import due
from app.desk.order import total_fen
from app.domain import payment
from app.domain.errors import KnownError, Refused, WrongUse
from app.domain.payment import Collected, Payer, Tender
from app.store import cards, counter
from app.store import journal as journal_store
from app.store.cards import Card
from app.store.database import writing

Answer = Literal["declined", "unknown", "cancelled"]

# What may follow what. Posted, declined and cancelled are the end.
FOLLOWS = {
    "approved": ("intended", "unknown"),
    "declined": ("intended", "unknown"),
    "unknown": ("intended",),
    "cancelled": ("approved", "unknown"),
}


def begin(
    desk: Desk,
    residents: Sequence[str],
    *,
    terminal: str | None = None,
    declared: Declared | None = None,
    payer: Payer | None = None,
) -> Card:
    """Put on record what the card is to be charged with; refused wherever the payment itself would be."""
    facts = {r: dict((declared or {}).get(r, {})) for r in residents}
    if not residents:
        raise WrongUse("nobody_to_pay")
    with writing(desk.db):
        now, day = desk.checked_now(), counter.open_day(desk.db, desk.journal)
        if day is None:
            raise Refused("day_not_open")
        dues = [due(desk, r, on=now.date(), declared=facts[r]) for r in residents]
        till.check_people(desk, dues)
        till.check_method(desk, Tender(method="pos"), dues)
        if not total_fen(dues):
            raise Refused("card_nothing_due")
        card = ids.new(now)
        numbers = [found.resident.document_number for found in dues]
        body: dict[str, Any] = {
            "card": card,
            "day": day.day,
            "total_fen": total_fen(dues),
            "terminal": payment.slip_word("终端号", terminal) if terminal else None,
            "people": [found.resident.key for found in dues],
            "residents": numbers,
            "facts": dict(zip(numbers, facts.values(), strict=True)),
            "payer": msgspec.to_builtins(payment.check_payer(payer)) if payer else None,
        }
        desk.write("card_intended", body, at=now)
    return _card(desk, card)


def approved(desk: Desk, card: str, *, terminal: str, reference: str) -> Collected:
    """The terminal printed a slip: keep its reference, then enter the payments.

    The same again gives the stored payments. Refused card_not_posted where the people can no longer be paid for: the
    approval is on record all the same, and has to be taken back on the terminal.
    """
    tender = payment.check_tender(Tender(method="pos", terminal=terminal, reference=reference))
    with writing(desk.db):
        found = _card(desk, card)
        if found.result != "approved" or found.reference != tender.reference:
            _approve(desk, found, tender)
    return post(desk, card)


def _approve(desk: Desk, found: Card, tender: Tender) -> None:
    _check_follows(found, "approved")
    till.check_reference(desk, tender.reference or "", own=found.card)
    _write(desk, found.card, "approved", tender.terminal, tender.reference, None)


def post(desk: Desk, card: str) -> Collected:
    """Enter the payments of an approved card; of one already posted, the stored ones."""
    with writing(desk.db):
        found = _card(desk, card)
        if found.posted:
            return till.collected(desk, found.card)
        if found.result != "approved":
            raise Refused("card_is_settled", state=STATES[found.result])
        try:
            return _enter(desk, found)
        except KnownError as error:
            raise Refused("card_not_posted", why=str(error)) from error


def _enter(desk: Desk, found: Card) -> Collected:
    asked = journal_store.entry(desk.db, found.journal, found.seq).body
    order = Order(
        residents=tuple(asked["residents"]),
        tender=Tender(method="pos", terminal=found.terminal, reference=found.reference),
        facts=asked["facts"],
        payer=msgspec.convert(asked["payer"], Payer) if asked["payer"] else None,
    )
    done = till.take(desk, order, batch=found.card, now=desk.checked_now())
    if done.total_fen != found.total_fen:
        raise Refused("card_sum_moved", now=payment.yuan_plain(done.total_fen))
    return done


def answer(desk: Desk, card: str, result: Answer, *, reason: str | None = None) -> Card:
    """Record what became of a card that was not approved. `unknown` and whatever follows it want a reason."""
    with writing(desk.db):
        found = _card(desk, card)
        if found.result == result:
            return found
        _check_follows(found, result)
        said = (reason or "").strip() or None
        if said is None and "unknown" in (result, found.result):
            raise WrongUse("reason_missing")
        _write(desk, found.card, result, found.terminal, found.reference, said)
    return _card(desk, found.card)


def open_cards(desk: Desk) -> list[Card]:
    """Every card that still waits for somebody, oldest first."""
    return cards.open_cards(desk.db)


def _card(desk: Desk, card: str) -> Card:
    found = cards.card(desk.db, card.strip().upper())
    if found is None:
        raise Refused("card_unknown", card=card)
    return found


def _check_follows(found: Card, result: str) -> None:
    if found.posted or found.result not in FOLLOWS[result]:
        raise Refused("card_is_settled", state=STATES["posted" if found.posted else found.result])


def _write(desk: Desk, card: str, result: str, terminal: str | None, reference: str | None, reason: str | None) -> None:
    body = {"card": card, "result": result, "terminal": terminal, "reference": reference, "reason": reason}
    desk.write("card_answered", body, at=desk.checked_now())


STATES = {
    "intended": "还没有结果",
    "unknown": "结果不明",
    "approved": "已扣款，还没有记成缴费",
    "declined": "没有扣款",
    "cancelled": "已在终端上撤销",
    "posted": "已记成缴费",
}
