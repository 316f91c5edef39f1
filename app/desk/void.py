"""Voiding a payment before the day's close: an entry with a reason. Money goes back, the receipt keeps its number.

What was carried over from a reversed payment cannot be voided: no money of it lies in today's drawer. It is reversed
like its original, once the day is closed. The same holds for a card that the terminal has settled: its money is on the
way to the bank. A pre-numbered form is spoilt together with the receipt on it (C12).
"""

from typing import Any

import msgspec

from app.desk import refund, stock
from app.desk.desk import Desk
from app.domain.errors import Refused, WrongUse
from app.store import counter, money
from app.store.database import writing


class Voided(msgspec.Struct, frozen=True, kw_only=True):
    """What was voided, whose and how it was paid, and the cash in fen that goes back (0 for POS and zero-due).

    What a card paid goes back on the terminal (撤销): `charged_fen` for `charged_people` was its one charge.
    """

    payment: str
    receipt: str
    name: str
    due_fen: int
    method: str
    give_back_fen: int
    charged_fen: int
    charged_people: int


def void(desk: Desk, payment: str, reason: str, *, copies_kept: int | None = None) -> Voided:
    """Void a payment named by its id or its receipt number; `copies_kept`: of the form its receipt stands on, if any.

    Raises WrongUse reason_missing, sheet_copies; Refused payment_unknown, already_void, void_after_close, void_carried,
    void_settled, refund_pending, stock_settled.
    """
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
        _check_settled(desk, row)
        if refund.pending(desk, row["payment"]):
            raise Refused("refund_pending", receipt=row["receipt"])
        spoilt = stock.spoilt(desk, row["receipt"], copies_kept)
        keys = ("payment", "receipt", "person", "year", "day", "due_fen", "method")
        body = {k: row[k] for k in keys} | {"reason": reason.strip()} | ({"sheet": spoilt} if spoilt else {})
        desk.write("payment_voided", body, at=desk.checked_now())
    charge = counter.batch(desk.db, row["batch"]) or {"total_fen": row["due_fen"], "people": 1}
    return Voided(
        payment=row["payment"],
        receipt=row["receipt"],
        name=row["name"],
        due_fen=row["due_fen"],
        method=row["method"],
        charged_fen=charge["total_fen"],
        charged_people=charge["people"],
        give_back_fen=row["due_fen"] if row["method"] == "cash" else 0,
    )


def _check_settled(desk: Desk, row: dict[str, Any]) -> None:
    """Refuse where the terminal's slips of the day would then say more than the journal."""
    if row["method"] != "pos":
        return
    slips = {slip.terminal: slip for slip in money.settled_terminals(desk.db, row["journal"], row["day"])}
    slip = slips.get(row["terminal"])
    _, posted_fen = money.posted_by_terminal(desk.db, row["journal"], row["day"])[row["terminal"]]
    if slip is not None and posted_fen - row["due_fen"] < slip.amount_fen:
        raise Refused("void_settled", receipt=row["receipt"], terminal=row["terminal"])
