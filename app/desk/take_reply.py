"""Taking the county's reply: the only thing that moves entries from 已报 to 县已收 or 县退回.

Everything is checked before anything changes, and applied in one transaction. An older reply has no effect.
"""

from pathlib import Path
from typing import TypeVar

import msgspec

from app.desk import folder as folders
from app.desk.desk import Desk
from app.desk.hand_over import KnownCounty, known_county
from app.desk.returned import returned
from app.devices import envelope
from app.devices.envelope import Opened
from app.domain import fingerprint, syncfile
from app.domain.errors import Refused
from app.domain.journal import stamp
from app.domain.syncfile import Ack, County, Record, Rejected
from app.store import settings, sync
from app.store.database import writing

One = TypeVar("One", County, Ack)


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """What a reply changed: acknowledged up to this entry, records sent back, whether it was news at all.

    `roster` and `packs` count what it brought; no reply of this version brings any.
    """

    acknowledged_to: int
    rejected: list[Rejected]
    roster: int
    packs: int
    effect: bool


def take_reply(desk: Desk, file: Path, *, county_fingerprint: str | None = None) -> Taken:
    """Take one reply file. A real point's first reply needs the county's fingerprint, as read out over the telephone.

    Raises Refused: what `envelope.open` names, reply_not_down, practice_mismatch, other_point, fingerprint_needed,
    fingerprint_differs, signature_invalid, ack_differs, record_invalid, records_unsupported.
    """
    opened = envelope.open(envelope.read(file), keys=desk.keys)
    _check_address(desk, opened)
    records = syncfile.read_records(opened.payload)
    county = _sender(desk, opened, records, county_fingerprint)
    header, ack = opened.header, _only(records, Ack)
    foreign = sorted({type(r).__name__ for r in records if not isinstance(r, County | Ack | Rejected)})
    if foreign:
        raise Refused("records_unsupported", kinds="、".join(foreign))
    rejected = [r for r in records if isinstance(r, Rejected)]
    if _overtaken(desk, county.store, header.number):
        return _standing(desk)
    if ack.acknowledged_to and sync.hash_at(desk.db, desk.journal, ack.acknowledged_to) != ack.head:
        raise Refused("ack_differs", seq=ack.acknowledged_to)
    with writing(desk.db):
        settings.put(desk.db, "county", msgspec.to_builtins(county))
        sync.add_reply(
            desk.db, desk.journal, store=county.store, number=header.number, acknowledged_to=ack.acknowledged_to,
            at=stamp(desk.clock())
        )  # fmt: skip
        sync.set_rejected(desk.db, desk.journal, [msgspec.to_builtins(r) for r in rejected])
    if not folders.county_slot(desk.folder).exists():
        desk.open_for_county(county.seal_key)
    return Taken(acknowledged_to=ack.acknowledged_to, rejected=rejected, roster=0, packs=0, effect=True)


def _overtaken(desk: Desk, store: str, number: int) -> bool:
    """Whether this reply is no news: its number is not above its store's last, or the county moved to another store."""
    last = sync.last_reply(desk.db, desk.journal, store)
    return number <= last or (last > 0 and sync.newest_store(desk.db, desk.journal) != store)


def _standing(desk: Desk) -> Taken:
    """The answer to a reply already taken or overtaken: how things stand, unchanged."""
    done = sync.acknowledged_to(desk.db, desk.journal)
    return Taken(acknowledged_to=done, rejected=returned(desk), roster=0, packs=0, effect=False)


def _check_address(desk: Desk, opened: Opened) -> None:
    header = opened.header
    if header.direction != "down":
        raise Refused("reply_not_down")
    if header.practice != desk.point.practice:
        raise Refused("practice_mismatch", theirs=_kind(header.practice), ours=_kind(desk.point.practice))
    if header.point != desk.point.code or header.journal != desk.journal:
        raise Refused("other_point", point=header.point)


def _kind(practice: bool) -> str:
    return "练习" if practice else "正式"


def _sender(desk: Desk, opened: Opened, records: list[Record], confirmed: str | None) -> KnownCounty:
    """The county that signed: the pinned one, or on the first reply the one whose fingerprint was confirmed."""
    said = _only(records, County)
    theirs = fingerprint.of(bytes.fromhex(said.sign_key))
    store = opened.header.store or ""
    known = known_county(desk)
    if known:
        envelope.verify(opened, known.sign_key)
    else:
        envelope.verify(opened, said.sign_key)
        _confirm(desk, theirs, confirmed)
    return KnownCounty(name=said.name, store=store, sign_key=said.sign_key, seal_key=said.seal_key, fingerprint=theirs)


def _confirm(desk: Desk, theirs: str, confirmed: str | None) -> None:
    # The file's own fingerprint is never shown here: read off the screen it would confirm nothing.
    if confirmed is None:
        if not desk.point.practice:
            raise Refused("fingerprint_needed")
        return
    if fingerprint.read(confirmed) != theirs:
        raise Refused("fingerprint_differs")


def _only(records: list[Record], kind: type[One]) -> One:
    found = [r for r in records if isinstance(r, kind)]
    if len(found) != 1:
        raise Refused("record_invalid", number=len(records), problem=f"{kind.__name__} {len(found)} 条")
    return found[0]
