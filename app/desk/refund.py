"""Refund requests: cash is never handed back after the close, so money goes back through the county, on paper.

The pack says what the notice makes of each reason; what it refuses is refused here, what it does not settle is
requested as an open case (referred).
"""

from datetime import date, datetime
from typing import Any

import msgspec
from msgspec.structs import replace

from app.desk import ids
from app.desk.desk import Desk
from app.domain import duty_answers
from app.domain.duty_answers import AskedRefund
from app.domain.errors import Refused, WrongUse
from app.store import corrections, counter
from app.store.corrections import Request
from app.store.database import writing


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """What a request says: the reason as the pack names it, what was shown (a death certificate and its number), whom
    to reach, and the day of what happened (`on`)."""

    reason: str
    evidence: str
    contact: str = ""
    on: date | None = None


def request(desk: Desk, payment: str, claim: Claim) -> Request:
    """Ask the county to give a payment back.

    Raises WrongUse reason_missing, evidence_missing; Refused payment_unknown, already_void, nothing_to_refund,
    refund_pending, refund_day_ahead, refund_day_needed, refund_refused.
    """
    claim = _checked(claim)
    with writing(desk.db):
        row = counter.named(desk.db, payment)
        if row is None:
            raise Refused("payment_unknown", payment=payment)
        if row["state"] == "void":
            raise Refused("already_void", receipt=row["receipt"])
        left = _left(desk, row)
        if not left:
            raise Refused("nothing_to_refund", receipt=row["receipt"])
        if pending(desk, row["payment"]):
            raise Refused("refund_pending", receipt=row["receipt"])
        made = write(desk, row, left, claim, now=desk.checked_now())
    return _known(desk, made)


def _left(desk: Desk, row: dict[str, Any]) -> int:
    """What of a payment is still this payer's: not what a reversal carried to somebody else. In fen."""
    carried = counter.payment(desk.db, row["carried_to"]) if row["carried_to"] else None
    return int(row["due_fen"]) - int(carried["due_fen"] if carried else 0)


def _checked(claim: Claim) -> Claim:
    if not claim.reason.strip():
        raise WrongUse("reason_missing")
    if not claim.evidence.strip():
        raise WrongUse("evidence_missing")
    return replace(claim, reason=claim.reason.strip(), evidence=claim.evidence.strip(), contact=claim.contact.strip())


def write(desk: Desk, row: dict[str, Any], amount_fen: int, claim: Claim, *, now: datetime) -> str:
    """Put a request on record, by what the pack of the payment says; the caller holds the transaction."""
    pack = desk.pack_by_hash(row["pack_hash"])
    answer = duty_answers.refund(pack, AskedRefund(reason=claim.reason, on=claim.on))
    if claim.on is not None and claim.on > now.date():
        raise Refused("refund_day_ahead", on=claim.on)
    if answer["needs_day"]:
        raise Refused("refund_day_needed", reason=claim.reason, clause=answer["clause"])
    if answer["decision"] == "refuse":
        raise Refused("refund_refused", reason=claim.reason, clause=answer["clause"])
    made, day = ids.new(now), counter.open_day(desk.db, desk.journal)
    body = {k: row[k] for k in ("payment", "receipt", "person", "name")}
    body |= msgspec.to_builtins(claim) | {"request": made, "amount_fen": amount_fen}
    body |= {"decision": answer["decision"], "clause": answer["clause"], "day": day.day if day else None}
    desk.write("refund_requested", body, at=now)
    return made


def withdraw(desk: Desk, request_id: str, reason: str) -> Request:
    """End a request that is no longer wanted. Raises WrongUse reason_missing; Refused refund_unknown,
    refund_withdrawn."""
    if not reason.strip():
        raise WrongUse("reason_missing")
    with writing(desk.db):
        found = _known(desk, request_id.strip().upper())
        if found.state == "withdrawn":
            raise Refused("refund_withdrawn", receipt=found.receipt)
        row = counter.payment(desk.db, found.payment)
        if row is not None and row["state"] == "reversed":
            # Without the request nobody would know any more whose money it is.
            raise Refused("refund_behind_reversal", receipt=found.receipt)
        desk.write("refund_withdrawn", {"request": found.request, "reason": reason.strip()}, at=desk.checked_now())
    return _known(desk, found.request)


def requests(desk: Desk) -> list[Request]:
    """Every refund request, newest first."""
    return corrections.requests(desk.db)


def pending(desk: Desk, payment: str) -> bool:
    """Whether a request for this payment is open."""
    return any(each.payment == payment and each.state != "withdrawn" for each in corrections.requests(desk.db))


def _known(desk: Desk, request_id: str) -> Request:
    found = next((each for each in corrections.requests(desk.db) if each.request == request_id), None)
    if found is None:
        raise Refused("refund_unknown", request=request_id)
    return found
