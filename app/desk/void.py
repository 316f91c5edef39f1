"""Voiding a payment before the day's close: an entry with a reason. Money goes back, the receipt keeps its number.

What was carried over from a reversed payment cannot be voided: no money of it lies in today's drawer. It is reversed
like its original, once the day is closed.
"""

import msgspec

from app.desk.desk import Desk
from app.domain.errors import Refused, WrongUse
from app.store import counter
from app.store.database import writing


class Voided(msgspec.Struct, frozen=True, kw_only=True):
    """What was voided, and the cash in fen that goes back over the counter (0 for POS and zero-due)."""

    payment: str
    receipt: str
    due_fen: int
    give_back_fen: int


def void(desk: Desk, payment: str, reason: str) -> Voided:
    """Void a payment named by its id or its receipt number; refused after the day's close (`void_after_close`)."""
    if not reason.strip():
        raise WrongUse("reason_missing")
    with writing(desk.db):
        row = counter.named(desk.db, payment)
        if row is None:
            raise Refused("payment_unknown", payment=payment)
        if row["state"] == "void":
            raise Refused("already_void", receipt=row["receipt"])
        day = counter.open_day(desk.db, desk.journal)
        if day is None or day.day != row["day"] or row["journal"] != desk.journal:
            raise Refused("void_after_close", receipt=row["receipt"])
        if row["method"] == "carried":
            raise Refused("void_carried", receipt=row["receipt"])
        keys = ("payment", "receipt", "person", "year", "day", "due_fen", "method")
        desk.write("payment_voided", {k: row[k] for k in keys} | {"reason": reason.strip()}, at=desk.checked_now())
    return Voided(
        payment=row["payment"],
        receipt=row["receipt"],
        due_fen=row["due_fen"],
        give_back_fen=row["due_fen"] if row["method"] == "cash" else 0,
    )
