"""What a reply brings besides acknowledging: read and checked whole, told in sentences, applied in one transaction.

Roster and categories are the county's word and replace what stands here; who paid elsewhere and the point's other
devices replace what the county said before; a pack is in force from the next payment on and reprices nothing that is
paid (design §2, rule 8).
"""

from collections.abc import Sequence
from typing import TypeVar

import msgspec

from app import packs
from app.desk.carry_entries import carry
from app.desk.desk import Desk
from app.desk.restore_entries import Lost, lost, restore
from app.domain.coming import RosterChange, sentences
from app.domain.errors import Refused, WrongUse
from app.domain.journal import stamp
from app.domain.policy import Policy
from app.domain.progress import Progress, Tick, silent
from app.domain.resident import Resident
from app.domain.syncfile import (
    Changes,
    HeldEntry,
    Pack,
    PaidElsewhere,
    Record,
    Rejected,
    Release,
    ResidentChange,
    Sibling,
    Target,
    Wanted,
)
from app.store import counter, elsewhere, roster, settings
from app.store.elsewhere import Device

TARGET = "target"
RELEASE = "release"
COUNTY = "county"

T = TypeVar("T", Changes, HeldEntry, Pack, PaidElsewhere, Release, ResidentChange, Sibling, Target, Wanted)


class Coming(msgspec.Struct, frozen=True, kw_only=True):
    """A reply's changes, checked against this point. `told`: sentences for the clerk, empty where nothing changes."""

    store: str
    upto: int | None
    put: tuple[Resident, ...]
    remove: tuple[str, ...]
    paid: tuple[tuple[str, int, str, str | None], ...]
    pack: Policy | None
    pack_text: bytes
    target: int | None
    siblings: tuple[Device, ...]
    lost: tuple[Lost, ...]
    wanted: tuple[Wanted, ...]
    release: Release | None
    told: tuple[str, ...]


def coming(desk: Desk, records: Sequence[Record], *, store: str) -> Coming:
    """Read and check everything a reply would change; nothing is written.

    Raises Refused: record_invalid, pack_of_other_region, pack_of_other_year, pack_is_draft, pack_not_usable,
    changes_category_unknown, held_foreign, held_broken.
    """
    _check_once(records)
    pack, text = _pack(desk, _of(records, Pack))
    put, remove = _roster(records, pack or desk.policy)
    upto, target = _of(records, Changes), _of(records, Target)
    back = lost(desk, _of(records, HeldEntry))
    back_again = {payment for each in back for payment in each.payments}
    paid = tuple(
        (f"{each.document_type}:{each.document_number}", each.year, each.where, each.paid_on)
        for each in _of(records, PaidElsewhere)
        if not (each.payment in back_again or _is_here(desk, each))
    )
    found = Coming(
        store=store,
        upto=upto[-1].upto if upto else None,
        put=put,
        remove=remove,
        paid=paid,
        pack=pack,
        pack_text=text,
        target=target[-1].people if target else None,
        siblings=tuple(_device(each) for each in _of(records, Sibling)),
        wanted=tuple(_of(records, Wanted)),
        release=next(iter(_of(records, Release)), None),
        lost=back,
        told=(),
    )
    return msgspec.structs.replace(found, told=tuple(_told(desk, found)))


def _is_here(desk: Desk, told: PaidElsewhere) -> bool:
    """Whether what the county tells of is in this store: taken by the machine before this one."""
    return told.payment is not None and counter.payment(desk.db, told.payment) is not None


def _check_once(records: Sequence[Record]) -> None:
    """A device stands in a reply once, so does a person and a record sent back: of two lines nobody could say which
    one counts."""
    seen: set[tuple[object, ...]] = set()
    for number, each in enumerate(records, start=1):
        if isinstance(each, Sibling):
            key: tuple[object, ...] = (each.journal,)
        elif isinstance(each, Rejected):
            key = (each.seq,)
        elif isinstance(each, ResidentChange):
            key = tuple(str(each.resident.get(name)) for name in ("document_type", "document_number"))
        else:
            continue
        if key in seen:
            raise Refused("record_invalid", number=number, problem="同一项出现两次")
        seen.add(key)


def _of(records: Sequence[Record], kind: type[T]) -> list[T]:
    return [each for each in records if isinstance(each, kind)]


def _device(sibling: Sibling) -> Device:
    return Device(journal=sibling.journal, device=sibling.device, sign_key=sibling.sign_key, seal_key=sibling.seal_key)


def _roster(records: Sequence[Record], policy: Policy) -> tuple[tuple[Resident, ...], tuple[str, ...]]:
    put, remove = [], []
    for number, each in enumerate(_of(records, ResidentChange), start=1):
        try:
            if each.change == "remove":
                remove.append(f"{each.resident['document_type']}:{each.resident['document_number']}")
            else:
                put.append(msgspec.convert(each.resident, Resident))
        except (KeyError, msgspec.ValidationError) as error:
            raise Refused("record_invalid", number=number, problem=str(error)) from error
    for name in sorted({record.name for resident in put for record in resident.categories}):
        if policy.canonical_category(name) is None:
            raise Refused("changes_category_unknown", name=name, pack=policy.title)
    return tuple(put), tuple(remove)


def _pack(desk: Desk, found: list[Pack]) -> tuple[Policy | None, bytes]:
    if not found or found[-1].hash == desk.policy.hash:
        return None, b""
    text = found[-1].toml.encode()
    try:
        policy = packs.load_bytes(text, found[-1].id)
    except WrongUse as error:
        raise Refused("pack_not_usable", why=str(error)) from error
    if policy.hash != found[-1].hash:
        raise Refused("record_invalid", number=len(found), problem="政策包与指纹不符")
    if policy.region_code != desk.policy.region_code:
        raise Refused("pack_of_other_region", pack=policy.title)
    if policy.benefit_year != desk.point.year:
        raise Refused("pack_of_other_year", pack=policy.title, year=desk.point.year)
    if policy.status == "draft" and not desk.point.practice:
        raise Refused("pack_is_draft", pack=policy.title)
    return policy, text


def _told(desk: Desk, found: Coming) -> list[str]:
    lines = sentences(_changes(desk, found))
    back = sum(len(each.lines) for each in found.lost)
    if back:
        lines.insert(0, f"找回 {back} 条县里已有、本机缺少的记录，不会重复收费。")
    new = {(person, year) for person, year, _, _ in found.paid} - elsewhere.persons(desk.db, COUNTY)
    if new:
        lines.append(f"{len(new)} 人已知在别处或线上缴过费，不再收款。")
    if found.pack is not None:
        lines.append(f"改用政策包“{found.pack.title}”（{found.pack.hash[:8]}）；已收的款不变。")
    if found.release is not None:
        lines.append("县里已收齐本年度的记录，可以归档并清除本机数据了。")
    if found.target is not None and found.target != settings.get(desk.db, TARGET):
        lines.append(f"参保任务 {found.target} 人。")
    return lines


def _changes(desk: Desk, found: Coming) -> list[RosterChange]:
    """Who really changes: the same line again, or somebody gone who never was here, is no news."""
    known = {r.key: r for r in roster.by_keys(desk.db, [*(r.key for r in found.put), *found.remove])}
    put = [RosterChange(before=known.get(r.key), after=r) for r in found.put if known.get(r.key) != r]
    return [*put, *(RosterChange(before=known[key], after=None) for key in found.remove if key in known)]


def apply(desk: Desk, found: Coming, *, tick: Tick = silent) -> int:
    """Write it all; the caller holds the transaction. How many people of the roster changed; `tick` is told them.

    The journal says up to which change this device is now, and which pack is in force.
    """
    at = stamp(desk.clock())
    for each in found.lost:
        restore(desk, each, store=found.store, at=at)
    carry(desk, found.wanted)
    changes = _changes(desk, found)
    added, changed, _ = roster.sort_out(desk.db, [change.after for change in changes if change.after is not None])
    people = len(added) + len(changed)
    roster.save(desk.db, added, changed, tick=lambda done: tick(Progress("写入名册变动", done, people, "人")))
    roster.remove(desk.db, [change.before.key for change in changes if change.before and change.after is None])
    elsewhere.replace_all(desk.db, COUNTY, found.paid, at=at)
    elsewhere.set_siblings(desk.db, found.siblings)
    if found.target is not None:
        settings.put(desk.db, TARGET, found.target)
    settings.put(desk.db, RELEASE, msgspec.to_builtins(found.release) if found.release else None)
    if found.upto is not None:
        desk.write("changes_taken", {"store": found.store, "upto": found.upto, "people": len(changes)})
    if found.pack is not None:
        _adopt(desk, found.pack, found.pack_text, at)
    return len(changes)


def _adopt(desk: Desk, pack: Policy, text: bytes, at: str) -> None:
    settings.add_pack(desk.db, digest=pack.hash, pack=pack.id, content=text, at=at)
    point = msgspec.structs.replace(desk.point, pack=pack.id, pack_hash=pack.hash)
    settings.put(desk.db, "point", msgspec.to_builtins(point))
    desk.write("pack_taken", {"pack": pack.id, "pack_hash": pack.hash, "before": desk.policy.hash})
