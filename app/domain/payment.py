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


REFERENCE = re.compile(r"[0-9A-Za-z][0-9A-Za-z_-]{0,31}")
# A card number has 13 to 19 digits (ISO/IEC 7812); a terminal number 8, a reference number 12 (domain.md C14).
CARD = re.compile(r"[0-9]{13,19}")

# No counter sees more in one day; a slip of the finger with three zeros too many does (100,000 yuan).
AMOUNT_MAX_FEN = 10_000_000


def check_amount(fen: int) -> int:
    """An amount somebody typed. Raises WrongUse: amount_negative, amount_too_large."""
    if fen < 0:
        raise WrongUse("amount_negative")
    if fen > AMOUNT_MAX_FEN:
        raise WrongUse("amount_too_large", most=yuan_plain(AMOUNT_MAX_FEN))
    return fen


def check_tender(tender: Tender) -> Tender:
    """The tender with its texts trimmed; refused where it is incomplete or holds what may be a card number (C14)."""
    if tender.method == "cash":
        if tender.cash_fen is None:
            raise WrongUse("cash_missing")
        check_amount(tender.cash_fen)
        return tender
    terminal, reference = (tender.terminal or "").strip(), (tender.reference or "").strip()
    if not terminal or not reference:
        raise WrongUse("pos_incomplete")
    if any(CARD.fullmatch(re.sub(r"[\s-]", "", text)) for text in (terminal, reference)):
        raise Refused("card_number")
    for name, text in (("终端号", terminal), ("参考号", reference)):
        if not REFERENCE.fullmatch(text):
            raise WrongUse("reference_invalid", name=name, text=text)
    return Tender(method="pos", terminal=terminal, reference=reference.upper())


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
