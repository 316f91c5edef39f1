"""The day at the counter: its sums, and the four-way match 人票款信息四相符 (随县 七(四)). All amounts in fen."""

import re
from typing import Literal

import msgspec

from app.domain.errors import WrongUse
from app.domain.payment import yuan_plain


class Totals(msgspec.Struct, frozen=True, kw_only=True):
    """What the projections say of one day. `people`, `receipts` and `records` are counted each from its own table.

    `carried_fen` came from payments reversed in favour of somebody else: on receipts of this day, in no drawer of it.
    `handed_fen` is what counts at handovers differed by: above zero 长款. `reversed_count` are 红冲 entered this day,
    which move no money. `holder` answers for the drawer. `cards_open` have no certain result yet.
    """

    day: int
    date: str
    holder: str
    float_fen: int
    cash_fen: int
    pos_fen: int
    carried_fen: int = 0
    handed_fen: int = 0
    people: int
    receipts: int
    records: int
    zero: int
    voids: int
    unprinted: int
    reversed_count: int = 0
    cards_open: int = 0

    @property
    def expected_fen(self) -> int:
        """The cash that should lie in the drawer: the float and the day's cash, as found at the last handover."""
        return self.float_fen + self.cash_fen + self.handed_fen


class Match(msgspec.Struct, frozen=True, kw_only=True):
    """The four figures side by side; `differences` names each pair that does not agree, in Chinese."""

    people: int
    receipts: int
    records: int
    due_fen: int
    money_fen: int
    differences: tuple[str, ...]


def match(totals: Totals, counted_fen: int, due_fen: int, rows: tuple[str, ...] = ()) -> Match:
    """Hold people, receipts, money and records against one another.

    `due_fen` is the sum on the day's valid receipts, `counted_fen` the cash in the drawer with the float; `rows`
    names single records that differ.
    """
    money = counted_fen - totals.float_fen + totals.pos_fen + totals.carried_fen
    found = []
    if totals.people != totals.records:
        found.append(f"缴费 {totals.people} 人，记录 {totals.records} 条")
    if totals.receipts != totals.records:
        found.append(f"有效凭据 {totals.receipts} 张，记录 {totals.records} 条")
    if money != due_fen:
        sign = "多" if money > due_fen else "少"
        found.append(f"款项比凭据{sign} {yuan_plain(abs(money - due_fen))} 元{_handed(totals.handed_fen)}")
    return Match(
        people=totals.people,
        receipts=totals.receipts,
        records=totals.records,
        due_fen=due_fen,
        money_fen=money,
        differences=(*found, *rows),
    )


def _handed(fen: int) -> str:
    """What a handover was short or over stands beside the day's own difference, so that the two sums agree."""
    return f"（交接时的{'长款' if fen > 0 else '短款'} {yuan_plain(abs(fen))} 元算在内）" if fen else ""


# Notes and coins of the fifth series in use, in fen, largest first.
DENOMINATIONS = (10_000, 5_000, 2_000, 1_000, 500, 100, 50, 10)

_PIECE = re.compile(r"\s*(\d+(?:\.\d)?)\s*[xX×*]\s*(\d+)\s*")


def parse_notes(text: str) -> dict[int, int]:
    """Denominations from "100x3,50x1": {fen: pieces}. An unknown note or a malformed piece raises WrongUse."""
    notes: dict[int, int] = {}
    for piece in text.replace("，", ",").split(","):
        found = _PIECE.fullmatch(piece)
        fen = _fen(found[1]) if found else 0
        if not found or fen not in DENOMINATIONS:
            raise WrongUse("notes_invalid", piece=piece.strip())
        notes[fen] = notes.get(fen, 0) + int(found[2])
    return notes


def _fen(yuan: str) -> int:
    whole, _, tenth = yuan.partition(".")
    return int(whole) * 100 + int(tenth or 0) * 10


class BadNote(msgspec.Struct, frozen=True, kw_only=True):
    """Notes that are not good money: counterfeit (假币) or torn (残币), with face value in fen and pieces."""

    kind: Literal["counterfeit", "torn"]
    fen: int
    pieces: int


BAD_KINDS = {"counterfeit": "假币", "torn": "残币"}


def parse_bad(kind: Literal["counterfeit", "torn"], text: str) -> tuple[BadNote, ...]:
    """Bad notes from "50x1,10x2". Raises WrongUse as `parse_notes`."""
    return tuple(BadNote(kind=kind, fen=fen, pieces=pieces) for fen, pieces in parse_notes(text).items())


def bad_text(bad: tuple[BadNote, ...]) -> str:
    """假币 50 元 × 1, for a sentence."""
    return "，".join(f"{BAD_KINDS[each.kind]} {yuan_plain(each.fen)} 元 × {each.pieces}" for each in bad)


def notes_sum(notes: dict[int, int]) -> int:
    """The value of counted notes and coins, in fen."""
    return sum(fen * pieces for fen, pieces in notes.items())
