"""The file that another device of this point wrote for the county, read along: whoever paid there is not charged here.

Nothing of it becomes ours: it only says who has paid. The county vouched for the other device's keys in its reply.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta

from app.desk.desk import Desk
from app.devices import envelope
from app.domain import journal as entries
from app.domain import syncfile
from app.domain.errors import Refused
from app.domain.journal import Entry, stamp
from app.store import elsewhere, settings
from app.store.database import writing
from app.store.elsewhere import Device

ENDS = ("payment_voided", "payment_reversed")
# Under this name and a journal: which entry was the latest that told of a person.
HEARD = "heard"

Who = tuple[str, int]


class SiblingTaken(msgspec.Struct, frozen=True, kw_only=True):
    """What another device's file told: how many people are known to have paid there now, and how many are news."""

    device: int
    people: int
    new: int


def is_of_sibling(desk: Desk, file: Path) -> bool:
    """Whether a file goes up and was sealed to us as well. Refusals as `envelope.open`."""
    opened = envelope.open(envelope.read(file), keys=desk.keys, reads_along=True)
    return opened.header.direction == "up"


def take_sibling(desk: Desk, file: Path) -> SiblingTaken:
    """Take what another device's file says of who has paid.

    Raises Refused: what `envelope.open` names, practice_mismatch, other_point, sibling_unknown, signature_invalid,
    payload_mismatch, entry_invalid.
    """
    opened = envelope.open(envelope.read(file), keys=desk.keys, reads_along=True)
    header = opened.header
    if header.practice != desk.point.practice:
        raise Refused("practice_mismatch", theirs=_kind(header.practice), ours=_kind(desk.point.practice))
    if header.point != desk.point.code:
        raise Refused("other_point", point=header.point)
    sibling = _sibling(desk, header.journal)
    envelope.verify(opened, sibling.sign_key)
    news = _told(entries.parse(line) for line in syncfile.lines(opened.payload))
    with writing(desk.db):
        new = _news(desk, sibling.journal, news)
        before = elsewhere.told(desk.db, sibling.journal)
        after = {key: on for key, on in (before | new).items() if on is not None}
        rows = [(person, year, "other_point", on) for (person, year), on in after.items()]
        elsewhere.replace_all(desk.db, sibling.journal, rows, at=stamp(desk.clock()))
    return SiblingTaken(device=sibling.device, people=len(after), new=len(after.keys() - before.keys()))


def _news(desk: Desk, journal: str, told: dict[Who, tuple[int, str | None]]) -> dict[Who, str | None]:
    """What was not overtaken by a later entry: sticks turn up in any order, and an old file must neither bring a voided
    payment back nor take one away that was made since."""
    kept = settings.get(desk.db, f"{HEARD}:{journal}") or {}
    new = {who: said for who, said in told.items() if said[0] > kept.get(f"{who[0]} {who[1]}", 0)}
    heard = {f"{person} {year}": seq for (person, year), (seq, _) in new.items()}
    settings.put(desk.db, f"{HEARD}:{journal}", kept | heard)
    return {who: on for who, (_, on) in new.items()}


def _sibling(desk: Desk, journal: str) -> Device:
    found = next((each for each in elsewhere.siblings(desk.db) if each.journal == journal), None)
    if found is None:
        raise Refused("sibling_unknown")
    return found


class _Said(msgspec.Struct, frozen=True):
    """What an entry says of a person; who voids or reverses gives no day."""

    person: str
    year: Annotated[int, Meta(ge=2000, le=2999)]
    paid_on: str | None = None


def _told(found: Iterable[Entry]) -> dict[Who, tuple[int, str | None]]:
    """Who has paid, with the entry and the day; None for those whose payment ended. The latest entry counts.

    Raises Refused entry_invalid: what an enrolled device signs need not make sense.
    """
    told: dict[Who, tuple[int, str | None]] = {}
    for seq, each in _flat(found):
        if each.kind not in ("payment", *ENDS):
            continue
        try:
            said = msgspec.convert(each.body, _Said)
        except msgspec.ValidationError as error:
            raise Refused("entry_invalid", problem=str(error)) from error
        told[said.person, said.year] = (seq, said.paid_on if each.kind == "payment" else None)
    return told


def _flat(found: Iterable[Entry]) -> Iterator[tuple[int, Entry]]:
    """The entries, and in place of one that carries another's line that other one."""
    for each in found:
        line = each.body.get("line") if each.kind == "entry_carried" else None
        yield each.seq, entries.parse(line.encode()) if isinstance(line, str) else each


def _kind(practice: bool) -> str:
    return "练习" if practice else "正式"
