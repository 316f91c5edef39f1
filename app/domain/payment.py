"""Taking money, as values: what is handed over, what comes back, and the record of it. All amounts in fen."""

import hashlib
import re
from datetime import date
from typing import Any, Literal

import msgspec

from app.domain.errors import Refused, WrongUse


class Tender(msgspec.Struct, frozen=True, kw_only=True):
    """What the payer hands over: cash with the amount tendered, a POS card with terminal and reference number, or
    nothing (`carried`): the money of a payment reversed in the same step stays for somebody else.
    """

    method: Literal["cash", "pos", "carried"]
    cash_fen: int | None = None
    terminal: str | None = None
    reference: str | None = None


class Payer(msgspec.Struct, frozen=True, kw_only=True):
    """Who brought the money, where it is not the insured: a relative, or somebody who advances it (垫付)."""

    name: str
    relation: str = ""
    phone: str = ""


class LatePaper(msgspec.Struct, frozen=True, kw_only=True):
    """A receipt written by hand on a round, entered afterwards (补录): its own number and the day it was written."""

    paper: str
    paper_on: date


PAPER_NUMBER = re.compile(r"[0-9A-Za-z][0-9A-Za-z-]{0,29}")


def check_late(late: LatePaper, today: date) -> LatePaper:
    """The paper with its number trimmed. Raises WrongUse: paper_number, paper_ahead."""
    number = late.paper.strip().upper()
    if not PAPER_NUMBER.fullmatch(number):
        raise WrongUse("paper_number", paper=late.paper)
    if late.paper_on > today:
        raise WrongUse("paper_ahead", on=late.paper_on)
    return LatePaper(paper=number, paper_on=late.paper_on)


def check_payer(payer: Payer) -> Payer:
    """The payer with texts trimmed. Raises WrongUse: payer_name."""
    if not payer.name.strip():
        raise WrongUse("payer_name")
    return Payer(name=payer.name.strip(), relation=payer.relation.strip(), phone=payer.phone.strip())


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

# No payer hands over more at once; a slip of the finger with three zeros too many does (100,000 yuan).
AMOUNT_MAX_FEN = 10_000_000


# What a drawer or a deposit slip may come to: a season's takings of a large village (10 million yuan).
SUM_MAX_FEN = 1_000_000_000


def check_amount(fen: int, most_fen: int = AMOUNT_MAX_FEN) -> int:
    """An amount somebody typed. Raises WrongUse: amount_negative, amount_too_large."""
    if fen < 0:
        raise WrongUse("amount_negative")
    if fen > most_fen:
        raise WrongUse("amount_too_large", most=yuan_plain(most_fen))
    return fen


def check_tender(tender: Tender) -> Tender:
    """The tender with its texts trimmed; refused where it is incomplete or holds what may be a card number (C14)."""
    if tender.method == "carried":
        return tender
    if tender.method == "cash":
        if tender.cash_fen is None:
            raise WrongUse("cash_missing")
        check_amount(tender.cash_fen)
        return tender
    terminal, reference = (tender.terminal or "").strip(), (tender.reference or "").strip()
    if not terminal or not reference:
        raise WrongUse("pos_incomplete")
    return Tender(method="pos", terminal=slip_word("终端号", terminal), reference=slip_word("参考号", reference))


def slip_word(name: str, text: str) -> str:
    """A number copied from a slip, called `name`, in capitals: one slip, however typed, is one number. Refused where
    it may be a card number (C14)."""
    text = text.strip()
    if CARD.fullmatch(re.sub(r"[\s_-]", "", text)):
        raise Refused("card_number")
    if not REFERENCE.fullmatch(text):
        raise WrongUse("reference_invalid", name=name, text=text)
    return text.upper()


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


def order_digest(people: list[str], tender: Tender, declared: dict[str, Any], *more: Any) -> str:
    """What a payment order is, as a digest: the same id with another order is an error (design §2, rule 2).

    `more` is what only some orders have (a payer, a late paper); the digest of the others stays as it was.
    """
    order = [people, msgspec.to_builtins(tender), declared, *(msgspec.to_builtins(each) for each in more if each)]
    return hashlib.sha256(msgspec.json.encode(order, order="sorted")).hexdigest()
