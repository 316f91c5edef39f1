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
from app.domain.progress import Progress, Tick, counted, silent
from app.store import elsewhere
from app.store.database import writing
from app.store.elsewhere import Device, ToldPayment

OPENING, CHECKING, ENDING = "打开文件", "核对记录", "记下已缴的人"
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


def take_sibling(desk: Desk, file: Path, *, tick: Tick = silent) -> SiblingTaken:
    """Take what another device's file says of who has paid.

    Raises Refused: what `envelope.open` names, practice_mismatch, other_point, sibling_unknown, signature_invalid,
    payload_mismatch, entry_invalid, and what `tick` raises.
    """
    tick(Progress(OPENING))
    opened = envelope.open(envelope.read(file), keys=desk.keys, reads_along=True)
    header = opened.header
    if header.practice != desk.point.practice:
        raise Refused("practice_mismatch", theirs=_kind(header.practice), ours=_kind(desk.point.practice))
    if header.point != desk.point.code:
        raise Refused("other_point", point=header.point)
    sibling = _sibling(desk, header.journal)
    envelope.verify(opened, sibling.sign_key)
    lines = counted(syncfile.lines(opened.payload), tick, CHECKING, header.count, "条")
    paid, ended = _told(entries.parse(line) for line in lines)
    with writing(desk.db):
        before = elsewhere.persons(desk.db, sibling.journal)
        elsewhere.tell(desk.db, sibling.journal, paid, ended, at=stamp(desk.clock()))
        after = elsewhere.persons(desk.db, sibling.journal)
        tick(Progress(ENDING, last=True))
    return SiblingTaken(device=sibling.device, people=len(after), new=len(after - before))


def _sibling(desk: Desk, journal: str) -> Device:
    found = next((each for each in elsewhere.siblings(desk.db) if each.journal == journal), None)
    if found is None:
        raise Refused("sibling_unknown")
    return found


class _Paid(msgspec.Struct, frozen=True):
    """What a payment says."""

    payment: str
    person: str
    year: Annotated[int, Meta(ge=2000, le=2999)]
    paid_on: str | None = None


class _Ended(msgspec.Struct, frozen=True):
    """What a void or a reversal says."""

    payment: str


def _told(found: Iterable[Entry]) -> tuple[list[ToldPayment], list[str]]:
    """The payments taken there, and those that ended.

    Raises Refused entry_invalid: what an enrolled device signs need not make sense.
    """
    paid, ended = [], []
    for each in _flat(found):
        try:
            if each.kind == "payment":
                said = msgspec.convert(each.body, _Paid)
                paid.append(ToldPayment(**msgspec.structs.asdict(said)))
            elif each.kind in ENDS:
                ended.append(msgspec.convert(each.body, _Ended).payment)
        except msgspec.ValidationError as error:
            raise Refused("entry_invalid", problem=str(error)) from error
    return paid, ended


def _flat(found: Iterable[Entry]) -> Iterator[Entry]:
    """The entries, and in place of one that carries another's line that other one."""
    for each in found:
        line = each.body.get("line") if each.kind == "entry_carried" else None
        yield entries.parse(line.encode()) if isinstance(line, str) else each


def _kind(practice: bool) -> str:
    return "练习" if practice else "正式"
