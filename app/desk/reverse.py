"""红冲: a payment of a closed day taken back by a negative entry that cites it. Nothing leaves the drawer.

The closed day stays as it was signed; the reversal lands in the open one and points back. The money was taken and is
remitted all the same: either it is carried to the person it was meant for, in the same step, or a refund is requested
from the county.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import msgspec

from app.desk import collect as till
from app.desk import ids, refund
from app.desk.collect import Order
from app.desk.desk import Desk
from app.desk.residents import resolve
from app.domain.errors import Refused, WrongUse
from app.domain.payment import Collected, Tender, yuan_plain
from app.store import counter
from app.store.database import writing

WRONG_PERSON = "错误缴费"


class Reversed(msgspec.Struct, frozen=True, kw_only=True):
    """What was reversed; the payment it was carried to, if to anybody; the refund requested for what is left (fen)."""

    payment: str
    receipt: str
    amount_fen: int
    carried: Collected | None
    refund: str | None
    refund_fen: int


def reverse(
    desk: Desk, payment: str, reason: str, *, to: str | None = None, declared: Mapping[str, Any] | None = None
) -> Reversed:
    """Reverse a payment named by its id or receipt number; `to`: the resident the money was meant for.

    Raises WrongUse reason_missing; Refused payment_unknown, already_void, already_reversed, reverse_same_day (void it
    instead), reverse_other_journal, refund_pending, carry_same, day_not_open, carry_short, and whatever keeps `to` from
    being paid.
    """
    if not reason.strip():
        raise WrongUse("reason_missing")
    with writing(desk.db):
        row = _reversible(desk, payment)
        if to and resolve(desk, to)[1].key == row["person"]:
            raise Refused("carry_same", name=row["name"])
        day, now = counter.open_day(desk.db, desk.journal), desk.checked_now()
        if day is None:
            raise Refused("day_not_open")
        batch = ids.new(now) if to else None
        keys = ("payment", "receipt", "person", "year", "name")
        desk.write(
            "payment_reversed",
            {k: row[k] for k in keys}
            | {"amount_fen": row["due_fen"], "day": day.day, "reason": reason.strip()}
            | {"carried_to": ids.nth(batch, 0) if batch else None},
            at=now,
        )
        carried = _carry(desk, row, to, dict(declared or {}), batch, now) if to and batch else None
        left = row["due_fen"] - (carried.total_fen if carried else 0)
        claim = refund.Claim(reason=WRONG_PERSON, evidence=f"红冲：{reason.strip()}")
        request = refund.write(desk, row, left, claim, now=now) if left else None
    return Reversed(
        payment=row["payment"],
        receipt=row["receipt"],
        amount_fen=row["due_fen"],
        carried=carried,
        refund=request,
        refund_fen=left,
    )


def _reversible(desk: Desk, payment: str) -> dict[str, Any]:
    row = counter.named(desk.db, payment)
    if row is None:
        raise Refused("payment_unknown", payment=payment)
    if row["state"] == "void":
        raise Refused("already_void", receipt=row["receipt"])
    if row["state"] == "reversed":
        raise Refused("already_reversed", receipt=row["receipt"])
    if row["journal"] != desk.journal:
        raise Refused("reverse_other_journal", receipt=row["receipt"])
    if counter.close(desk.db, row["journal"], row["day"]) is None:
        raise Refused("reverse_same_day", receipt=row["receipt"])
    if refund.pending(desk, row["payment"]):
        raise Refused("refund_pending", receipt=row["receipt"])
    return row


def _carry(desk: Desk, row: dict[str, Any], to: str, declared: dict[str, Any], batch: str, now: datetime) -> Collected:
    """Pay for the right person with the money that is here already."""
    order = Order(residents=(to,), tender=Tender(method="carried"), facts={to: declared}, carried_from=row["payment"])
    done = till.take(desk, order, batch=batch, now=now)
    if done.total_fen > row["due_fen"]:
        raise Refused("carry_short", total=yuan_plain(done.total_fen), here=yuan_plain(row["due_fen"]))
    return done
