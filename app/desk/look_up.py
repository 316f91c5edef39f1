"""Looking somebody up: the hits of the search box, and the family of a hit."""

from collections.abc import Sequence
from typing import overload

import msgspec

from app.desk.desk import Desk
from app.desk.due import Due, due_for
from app.desk.residents import handle
from app.domain.resident import Resident
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


class Hits(Sequence[Hit]):
    """People found, in order. Each is assessed when somebody looks: a list on the screen shows a third of them."""

    def __init__(self, desk: Desk, people: Sequence[tuple[int, Resident]]) -> None:
        self._desk, self._people = desk, people
        self._made: dict[int, Hit] = {}

    def __len__(self) -> int:
        """How many."""
        return len(self._people)

    @property
    def keys(self) -> dict[str, str]:
        """Handle -> the person's key, of all of them; nobody is assessed for that."""
        return {handle(number): resident.key for number, resident in self._people}

    @overload
    def __getitem__(self, place: int) -> Hit: ...
    @overload
    def __getitem__(self, place: slice) -> list[Hit]: ...
    def __getitem__(self, place: int | slice) -> Hit | list[Hit]:
        """One of them, or some."""
        if isinstance(place, slice):
            return [self[each] for each in range(len(self))[place]]
        if place not in self._made:
            number, resident = self._people[place]
            self._made[place] = hit(due_for(self._desk, handle(number), resident))
        return self._made[place]


def look_up(desk: Desk, text: str, *, limit: int = 20) -> list[Hit]:
    """People that match what was typed: name, pinyin, initials, either end of a number, phone's end, household."""
    return list(hits(desk, text, limit=limit))


def hits(desk: Desk, text: str, *, limit: int = 20) -> Hits:
    """As `look_up`, for a list that shows some of them while the desk is open."""
    return Hits(desk, roster.by_ids(desk.db, lookup.find(desk.db, text, limit)))


def family(desk: Desk, household: str) -> list[Due]:
    """Everyone of a household, assessed."""
    if not household:
        return []
    people = roster.by_ids(desk.db, roster.household(desk.db, household))
    return [due_for(desk, handle(number), resident) for number, resident in people]


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
