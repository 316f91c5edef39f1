"""Taking the county's reply: the only thing that moves entries from 已报 to 县已收 or 县退回.

Everything is checked before anything changes, and applied in one transaction. An older reply has no effect.
"""

from pathlib import Path
from typing import TypeVar

import msgspec

from app.desk import folder as folders
from app.desk import take_changes
from app.desk.desk import Desk
from app.desk.hand_over import KnownCounty, known_county
from app.desk.returned import returned
from app.desk.take_changes import Coming
from app.devices import envelope
from app.devices.envelope import Opened
from app.domain import fingerprint, syncfile
from app.domain.errors import Refused
from app.domain.journal import stamp
from app.domain.progress import Progress, Tick, counted, silent
from app.domain.syncfile import Ack, County, Header, Record, Rejected, Succession
from app.store import settings, sync
from app.store.database import writing

One = TypeVar("One", County, Ack)

OPENING, CHECKING, ENDING = "打开回执", "核对回执", "写完回执"
# The store ids that the county had before its database was restored.
LEFT = "stores_left"
# Whose seal key the county's slot was wrapped for.
SLOT = "county_slot_for"


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """What a reply changed: acknowledged up to this entry, records sent back, whether it was news at all.

    `roster` counts people of the roster who changed, `packs` packs taken into use; `told` says in sentences what the
    reply changed.
    """

    acknowledged_to: int
    rejected: list[Rejected]
    roster: int
    packs: int
    effect: bool
    told: tuple[str, ...] = ()


class Reply(msgspec.Struct, frozen=True, kw_only=True):
    """A reply read and checked; nothing of it is applied yet."""

    header: Header
    county: KnownCounty
    left: tuple[str, ...]
    ack: Ack
    rejected: list[Rejected]
    coming: Coming


def look_into(desk: Desk, file: Path, *, county_fingerprint: str | None = None, tick: Tick = silent) -> tuple[str, ...]:
    """What a reply would change here, in sentences, before anything does. Refusals as `take_reply`."""
    return _told(desk, _read(desk, file, county_fingerprint, tick))


def take_reply(desk: Desk, file: Path, *, county_fingerprint: str | None = None, tick: Tick = silent) -> Taken:
    """Take one reply file. A real point's first reply needs the county's fingerprint, as read out over the telephone.

    Raises Refused: what `envelope.open` names, reply_not_down, practice_mismatch, other_point, fingerprint_needed,
    fingerprint_differs, county_slot_unwritten, county_key_left, signature_invalid, ack_differs, record_invalid, and
    what `take_changes.coming` names; what `tick` raises.
    """
    found = _read(desk, file, county_fingerprint, tick)
    if _overtaken(desk, found.county.store, found.header.number):
        _let_in(desk)
        return _standing(desk)
    ack = found.ack
    if ack.acknowledged_to and sync.hash_at(desk.db, desk.journal, ack.acknowledged_to) != ack.head:
        raise Refused("ack_differs", seq=ack.acknowledged_to)
    told = _told(desk, found)
    with writing(desk.db):
        settings.put(desk.db, "county", msgspec.to_builtins(found.county))
        settings.put(desk.db, LEFT, found.left)
        sync.add_reply(
            desk.db, desk.journal, store=found.county.store, number=found.header.number,
            acknowledged_to=ack.acknowledged_to, at=stamp(desk.clock())
        )  # fmt: skip
        sync.set_rejected(desk.db, desk.journal, [msgspec.to_builtins(r) for r in found.rejected])
        people = take_changes.apply(desk, found.coming, tick=tick)
        tick(Progress(ENDING, last=True))
    _let_in(desk)
    return Taken(
        acknowledged_to=ack.acknowledged_to,
        rejected=found.rejected,
        roster=people,
        packs=int(found.coming.pack is not None),
        effect=True,
        told=told,
    )


def _let_in(desk: Desk) -> None:
    """The pinned county can open this store if every clerk is gone; a slot that could not be written is tried again
    with the next reply. Raises Refused county_slot_unwritten."""
    known = known_county(desk)
    if known is None or (settings.get(desk.db, SLOT) == known.seal_key and folders.county_slot(desk.folder).exists()):
        return
    try:
        desk.open_for_county(known.seal_key)
    except Refused as refusal:
        raise Refused("county_slot_unwritten", problem=str(refusal)) from refusal
    with writing(desk.db):
        settings.put(desk.db, SLOT, known.seal_key)


def _told(desk: Desk, found: Reply) -> tuple[str, ...]:
    if not _renewed(desk, found.county):
        return found.coming.told
    shown = fingerprint.grouped(found.county.fingerprint)
    return (f"县里换了新的密钥，新指纹 {shown}。", *found.coming.told)


def _renewed(desk: Desk, county: KnownCounty) -> bool:
    known = known_county(desk)
    return known is not None and known.fingerprint != county.fingerprint


def _read(desk: Desk, file: Path, county_fingerprint: str | None, tick: Tick) -> Reply:
    """Everything that can be wrong with a reply is found here, before anything changes."""
    tick(Progress(OPENING))
    opened = envelope.open(envelope.read(file), keys=desk.keys)
    _check_address(desk, opened)
    records = list(counted(syncfile.each_record(opened.payload), tick, CHECKING, opened.payload.count(b"\n"), "条"))
    county = _sender(desk, opened, records, county_fingerprint)
    return Reply(
        header=opened.header,
        county=county,
        left=_only(records, County).stores_before,
        ack=_only(records, Ack),
        rejected=[r for r in records if isinstance(r, Rejected)],
        coming=take_changes.coming(desk, records, store=county.store),
    )


def _overtaken(desk: Desk, store: str, number: int) -> bool:
    """Whether this reply is no news: its number is not above its store's last, or the county moved to another store.

    A journal that began after the move has never seen the old store; the county's word names it all the same.
    """
    last = sync.last_reply(desk.db, desk.journal, store)
    moved = last > 0 and sync.newest_store(desk.db, desk.journal) != store
    return number <= last or moved or store in (settings.get(desk.db, LEFT) or ())


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
    """The county that signed: the pinned one, one whose new keys the pinned one signed, or one whose fingerprint was
    confirmed (on the first reply, or where the county has lost its old keys)."""
    said = _only(records, County)
    theirs = fingerprint.of(bytes.fromhex(said.sign_key))
    known = known_county(desk)
    before = known.before if known else ()
    if opened.header.from_ in before and confirmed is None:
        raise Refused("county_key_left")
    if known is None or confirmed is not None:
        envelope.verify(opened, said.sign_key)
        _confirm(desk, theirs, confirmed)
    else:
        today = _successor(known.sign_key, said.successions)
        envelope.verify(opened, today)
        if said.sign_key != today:
            raise Refused("signature_invalid")
    if known and known.fingerprint != theirs:
        before = (*(each for each in before if each != theirs), known.fingerprint)
    return KnownCounty(
        name=said.name, store=opened.header.store or "", sign_key=said.sign_key, seal_key=said.seal_key,
        fingerprint=theirs, before=before
    )  # fmt: skip


def _successor(pinned: str, successions: tuple[Succession, ...]) -> str:
    """The signing key that stands today for the pinned one, as far as each old key vouches for the next."""
    for step in successions:
        if step.before == pinned:
            envelope.check_succession(step)
            pinned = step.sign_key
    return pinned


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
