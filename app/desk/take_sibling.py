"""The file that another device of this point wrote for the county, read along: whoever paid there is not charged here.

Nothing of it becomes ours: it only says who has paid. The county vouched for the other device's keys in its reply.
"""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from app.desk.desk import Desk
from app.devices import envelope
from app.domain import journal as entries
from app.domain import syncfile
from app.domain.errors import Refused
from app.domain.journal import Entry, stamp
from app.store import elsewhere
from app.store.database import writing
from app.store.elsewhere import Device

ENDS = ("payment_voided", "payment_reversed")


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
    payload_mismatch.
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
        before = elsewhere.told(desk.db, sibling.journal)
        after = {key: on for key, on in (before | news).items() if on is not None}
        rows = [(person, year, "other_point", on) for (person, year), on in after.items()]
        elsewhere.replace_all(desk.db, sibling.journal, rows, at=stamp(desk.clock()))
    return SiblingTaken(device=sibling.device, people=len(after), new=len(after.keys() - before.keys()))


def _sibling(desk: Desk, journal: str) -> Device:
    found = next((each for each in elsewhere.siblings(desk.db) if each.journal == journal), None)
    if found is None:
        raise Refused("sibling_unknown")
    return found


def _told(found: Iterable[Entry]) -> dict[tuple[str, int], str | None]:
    """Who has paid, with the day; None for those whose payment ended. The latest entry about a person counts."""
    kinds = ("payment", *ENDS)
    return {
        (each.body["person"], each.body["year"]): None if each.kind in ENDS else each.body["paid_on"]
        for each in found
        if each.kind in kinds
    }


def _kind(practice: bool) -> str:
    return "练习" if practice else "正式"
