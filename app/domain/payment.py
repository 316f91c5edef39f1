"""Taking money, as values: what is handed over, what comes back, and the record of it. All amounts in fen."""

import hashlib
import re
from typing import Any, Literal

import msgspec

from app.domain.errors import Refused, WrongUse


class Tender(msgspec.Struct, frozen=True, kw_only=True):
    """What the payer hands over: cash with the amount tendered, or a POS card with terminal and reference number."""

    method: Literal["cash", "pos"]
    cash_fen: int | None = None
    terminal: str | None = None
    reference: str | None = None


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """One person's payment as it was stored. `resident` is the local handle."""

    payment: str
    resident: str
    name: str
    receipt: str
    due_fen: int


class Collected(msgspec.Struct, frozen=True, kw_only=True):
    """A family's payment: one record and one receipt for each person, one sum, one change."""

    batch: str
    payments: tuple[Taken, ...]
    total_fen: int
    tendered_fen: int | None
    change_fen: int


REFERENCE = re.compile(r"[0-9A-Za-z]{4,20}")
CARD = re.compile(r"[0-9]{13,19}")


def check_tender(tender: Tender) -> Tender:
    """The tender with its texts trimmed; refused where it is incomplete or holds what looks like a card number
    (domain.md C14)."""
    if tender.method == "cash":
        if tender.cash_fen is None or tender.cash_fen < 0:
            raise WrongUse("cash_missing")
        return tender
    terminal, reference = (tender.terminal or "").strip(), (tender.reference or "").strip()
    if not terminal or not reference:
        raise WrongUse("pos_incomplete")
    for text in (terminal, reference):
        if CARD.fullmatch(text) and _luhn(text):
            raise Refused("card_number")
    if not REFERENCE.fullmatch(reference):
        raise WrongUse("reference_invalid", reference=reference)
    return Tender(method="pos", terminal=terminal, reference=reference.upper())


def _luhn(digits: str) -> bool:
    doubled = [int(d) * 2 if i % 2 else int(d) for i, d in enumerate(reversed(digits))]
    return sum(d - 9 if d > 9 else d for d in doubled) % 10 == 0


def change_fen(tender: Tender, total_fen: int) -> int:
    """What goes back over the counter; refused where the cash does not reach."""
    if tender.method != "cash" or tender.cash_fen is None:
        return 0
    if tender.cash_fen < total_fen:
        raise Refused("cash_short", missing=yuan_plain(total_fen - tender.cash_fen), total=yuan_plain(total_fen))
    return tender.cash_fen - total_fen


def yuan_plain(fen: int) -> str:
    """Yuan without needless zeros, for a sentence: 3800 -> "38", 3850 -> "38.50"."""
    return f"{fen // 100}" if fen % 100 == 0 else f"{fen // 100}.{fen % 100:02d}"


def order_digest(people: list[str], tender: Tender, declared: dict[str, Any]) -> str:
    """What a payment order is, as a digest: the same id with another order is an error (design §2, rule 2)."""
    order = [people, msgspec.to_builtins(tender), declared]
    return hashlib.sha256(msgspec.json.encode(order, order="sorted")).hexdigest()
