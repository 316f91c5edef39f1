"""What the county asks of an entry before it takes it into its accounts. Pure: what it must know is handed to it.

An entry that fails is stored and acknowledged all the same, and goes back to the point with the code below and its
remedy.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import msgspec

from app.county.records import Journal, Paid, Reversal
from app.domain import journal, receipt
from app.domain.effects import picker
from app.domain.errors import KnownError, Refused
from app.domain.journal import Entry
from app.domain.tables import TABLES, Effect, Put

_INT_MAX = 2**63


class Fault(msgspec.Struct, frozen=True):
    """Why an entry is not taken; the sentence of `code` filled with `facts` is the remedy that the point reads."""

    code: str
    facts: dict[str, Any]


class Known(msgspec.Struct, kw_only=True):
    """What the county already has of a point, as far as the entries at hand touch it; grows as entries are taken.

    `line` are the journals that may end or carry on a payment: the one at hand and those that it goes on from.
    """

    packs: dict[str, int | None]
    """The benefit year of each cited pack that the county knows; None where no text tells it."""
    line: frozenset[str]
    payments: dict[str, Paid]
    receipts: set[str]
    ended: set[str]
    reversals: dict[str, Reversal]
    """By the payment reversed."""


def effects(entry: Entry, digest: str) -> tuple[list[Effect], Fault | None]:
    """The rows an entry puts and drops; a fault instead where they would not fit their tables."""
    try:
        made = journal.effects(entry, digest[:8])
    except KnownError as error:
        return [], Fault("entry_invalid", {"problem": str(error.facts.get("problem", ""))})
    except ValueError:
        return [], Fault("entry_invalid", {"problem": f"{entry.kind} 里的数字不对"})
    for effect in made:
        if misfit := _misfit(effect):
            return [], Fault("entry_invalid", {"problem": f"{misfit} 的写法不对"})
    return made, None


_NULL = type(None)
Kinds = tuple[type, ...]
Pick = Callable[[tuple[Any, ...]], tuple[Any, ...]]
_TYPES = {"INTEGER": int, "TEXT": str}
# Which Python types a column takes; only what is not part of the key may be null.
_ALLOWED = {
    table.name: {
        name: {_TYPES[kind]} if name in table.key else {_TYPES[kind], _NULL} for name, kind in table.columns.items()
    }
    for table in TABLES.values()
}


def _misfit(effect: Effect) -> str:
    """The first column whose value its table would not take, "" where all fit."""
    row = effect.row if isinstance(effect, Put) else effect.key
    values = tuple(row.values())
    places = _places(effect.table, tuple(row), tuple(map(type, values)))
    if places is None:
        return _wrong_type(effect.table, row)
    numbers, texts = places
    # All texts at once, which is much faster than one by one.
    if "\0" not in "".join(texts(values)) and all(abs(value) < _INT_MAX for value in numbers(values)):
        return ""
    return next(name for name, value in row.items() if not _storable(value))


# Rows of a table come in a handful of shapes; whether a shape fits is asked once, not for each of millions of rows.
@lru_cache(maxsize=1024)
def _places(table: str, names: tuple[str, ...], kinds: Kinds) -> tuple[Pick, Pick] | None:
    """How to pick the numbers and the texts out of values of these types, None where the table does not take them."""
    if any(kind not in _ALLOWED[table][name] for name, kind in zip(names, kinds, strict=True)):
        return None
    numbers = [place for place, kind in enumerate(kinds) if kind is int]
    texts = [place for place, kind in enumerate(kinds) if kind is str]
    return picker(numbers), picker(texts)


def _wrong_type(table: str, row: dict[str, Any]) -> str:
    allowed = _ALLOWED[table]
    return next(name for name, value in row.items() if type(value) not in allowed[name])


def _storable(value: Any) -> bool:
    """Neither database keeps a NUL in a text, or a number of more than 64 bits."""
    return "\0" not in value if isinstance(value, str) else not isinstance(value, int) or abs(value) < _INT_MAX


def fault(entry: Entry, sender: Journal, known: Known) -> Fault | None:
    """What is wrong with an entry of this journal; its fields have the right types already (`effects` saw to that)."""
    if entry.kind == "payment":
        return _payment_fault(entry.body, sender, known)
    if entry.kind in ENDS:
        return _end_fault(entry, known)
    if entry.kind == "journal_opened" and entry.seq != 1:
        return Fault("entry_invalid", {"problem": "账簿只能开立一次"})
    return None


def _payment_fault(body: dict[str, Any], sender: Journal, known: Known) -> Fault | None:
    number = body["receipt"]
    if body["pack_hash"] not in known.packs:
        pack = {"pack": str(body.get("pack", "")), "pack_hash": str(body["pack_hash"])}
        return Fault("payment_pack_unknown", {"receipt": number} | pack)
    if known.packs[body["pack_hash"]] not in (body["year"], None):
        return Fault("year_differs", {"receipt": number})
    if body["method"] not in receipt.METHODS:
        return Fault("method_unknown", {"receipt": number})
    if not _money_adds_up(body):
        return Fault("due_differs", {"receipt": number})
    if not _own_receipt(number, body, sender):
        return Fault("receipt_foreign", {"receipt": number})
    if number in known.receipts or body["payment"] in known.payments:
        return Fault("receipt_repeated", {"receipt": number})
    if body["method"] == "carried" and not _carried_over(body, known):
        return Fault("carried_unknown", {"receipt": number})
    return None


def _money_adds_up(body: dict[str, Any]) -> bool:
    due, price, subsidy = body["due_fen"], body["price_fen"], body["subsidy_fen"]
    if not all(type(amount) is int and amount >= 0 for amount in (due, price, subsidy)):
        return False
    is_zero = body["method"] == "zero"
    return due == price - subsidy and is_zero is (due == 0)


def _own_receipt(number: str, body: dict[str, Any], sender: Journal) -> bool:
    """The number is of this point, device, renewal, year and series (design §2 rule 5)."""
    # Read as typed, with blanks, one number would have many writings, and each would be another receipt.
    if receipt.LAYOUT.fullmatch(number) is None:
        return False
    try:
        parts = receipt.parse(number)
    except KnownError:
        return False
    expected = (sender.point, sender.device, sender.renewal, body["method"] == "zero")
    found = (parts.point, parts.device, parts.renewal, parts.zero_due)
    return found == expected and type(body["year"]) is int and parts.year2 == body["year"] % 100


def _carried_over(body: dict[str, Any], known: Known) -> bool:
    """The money is that of a reversal which names this payment: the desk writes it first, in the same step.

    It may be less than was reversed: what is left is asked back from the county.
    """
    source = body.get("carried_from")
    reversal = known.reversals.get(source) if isinstance(source, str) else None
    if reversal is None or reversal.journal not in known.line:
        return False
    due_fen: int = body["due_fen"]
    return reversal.carried_to == body["payment"] and due_fen <= reversal.amount_fen


# What ends a payment: the code where it cites none that stands, and the field of its amount.
ENDS = {"payment_voided": ("void_unknown", "due_fen"), "payment_reversed": ("reversal_unknown", "amount_fen")}


def _end_fault(entry: Entry, known: Known) -> Fault | None:
    """It must give back what was paid, to the person who paid, once, and where it was paid or its journal goes on."""
    body, (code, amount) = entry.body, ENDS[entry.kind]
    paid = known.payments.get(body["payment"])
    said = (body["person"], body["year"], body.get(amount))
    is_own = paid is not None and paid.journal in known.line and paid[1:] == said
    if not is_own or body["payment"] in known.ended:
        return Fault(code, {"receipt": str(body.get("receipt", ""))})
    return None


def take(entry: Entry, sender: Journal, known: Known) -> None:
    """Let the entries that follow in the same file know of this one."""
    body = entry.body
    if entry.kind == "payment":
        known.payments[body["payment"]] = Paid(sender.journal, body["person"], body["year"], body["due_fen"])
        known.receipts.add(body["receipt"])
    elif entry.kind in ENDS:
        known.ended.add(body["payment"])
    if entry.kind == "payment_reversed":
        known.reversals[body["payment"]] = Reversal(sender.journal, body["carried_to"], body["amount_fen"])


def opening(entry: Entry | None, sender: Journal, *, practice: bool) -> None:
    """The first entry opens the journal that was enrolled. Raises Refused opening_differs, practice_mismatch."""
    if entry is None or entry.kind != "journal_opened":
        raise Refused("opening_differs")
    theirs = entry.body.get("practice")
    if theirs is not practice:
        raise Refused("practice_mismatch", theirs=kind_name(theirs is True), ours=kind_name(practice))
    enrolled = {
        "point": sender.point,
        "device": sender.device,
        "renewal": sender.renewal,
        "public_key": sender.public_key,
    }
    if any(entry.body.get(name) != value for name, value in enrolled.items()):
        raise Refused("opening_differs")


def kind_name(practice: bool) -> str:
    """What sentences call the two worlds that never mix."""
    return "练习" if practice else "正式"
