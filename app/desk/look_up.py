"""Looking somebody up: the hits of the search box, and the family of a hit."""

import msgspec

from app.desk.desk import Desk
from app.desk.due import Due, due_for
from app.desk.residents import handle
from app.store import lookup, roster

STATUS = {
    "collect": "unpaid",
    "collect_zero": "zero",
    "warn_no_benefit": "refer",
    "refer": "refer",
    "register_first": "refer",
    "refuse_duplicate": "refused",
}


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the list: who it is, and unpaid | paid | zero | refer | refused."""

    resident: str
    name: str
    id_masked: str
    household: str
    group: str
    head: str
    sex: str | None
    birth_date: str | None
    status: str
    due_fen: int | None
    headline: str


def look_up(desk: Desk, text: str, *, limit: int = 20) -> list[Hit]:
    """People that match what was typed: name, pinyin, initials, either end of a number, phone's end, household."""
    return [hit(d) for d in _dues(desk, lookup.find(desk.db, text, limit))]


def family(desk: Desk, household: str) -> list[Due]:
    """Everyone of a household, assessed."""
    return _dues(desk, roster.household(desk.db, household)) if household else []


def _dues(desk: Desk, ids: list[int]) -> list[Due]:
    found = ((i, roster.by_id(desk.db, i)) for i in ids)
    return [due_for(desk, handle(i), r) for i, r in found if r]


def hit(found: Due) -> Hit:
    """The list line of an assessed person."""
    r = found.resident
    return Hit(
        resident=found.handle,
        name=r.name,
        id_masked=r.masked_number,
        household=r.household,
        group=r.group,
        head=r.head,
        sex=r.sex,
        birth_date=r.birth_date.isoformat() if r.birth_date else None,
        status=status(found),
        due_fen=found.assessment.due_fen,
        headline=found.assessment.headline,
    )


def status(found: Due) -> str:
    """unpaid | paid | zero (nothing due, not yet confirmed) | refer | refused."""
    return "paid" if found.paid else STATUS.get(found.assessment.outcome, "refused")
