"""Take the new entries of one file into the county's tables: entries, quarantine and projections in one transaction."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection

from app.county import check, doubles, lineage, records, schema
from app.county.carried import carried
from app.county.chain import Link
from app.county.check import Fault, Known
from app.county.database import drop_rows, put_rows
from app.county.pack_texts import Policies
from app.county.records import Journal, Quarantined
from app.domain import journal
from app.domain.effects import picker
from app.domain.journal import Entry
from app.domain.tables import TABLES, Drop, Effect, Put

# Enough for the database to work in bulk, few enough that a village's whole season does not stand in memory parsed.
_AT_ONCE = 2000


class Taken(msgspec.Struct, frozen=True):
    """How many entries were taken into the accounts, how many quarantined."""

    accepted: int
    quarantined: int


class _Packs:
    """The packs that the county knows; for which benefit year each is, looked up once."""

    def __init__(self, connection: Connection) -> None:
        self.known = records.known_packs(connection)
        self._policies = Policies(connection)

    def years(self, cited: set[str], sender: Journal) -> dict[str, int | None]:
        """The benefit year of each cited pack that is known, None where nobody can tell.

        A pack of which only the hash is known is for the year of the one that the journal was enrolled with: a point
        takes no pack of another.
        """
        return {digest: self._year(digest) or self._year(sender.pack_hash) for digest in cited & self.known}

    def _year(self, digest: str) -> int | None:
        policy = self._policies.of(digest)
        return policy.benefit_year if policy else None


def take(connection: Connection, sender: Journal, links: Iterable[Link], *, practice: bool, at: str) -> Taken:
    """Store links that follow what the county holds of `sender`, and what follows from them; moves `held` and `head`.

    `practice` is the county's kind, `at` its time. The caller's transaction makes it all or nothing.
    Raises Refused opening_differs, practice_mismatch where the first entry opens another journal than was enrolled.
    """
    packs = _Packs(connection)
    accepted = quarantined = 0
    last: Link | None = None
    for part in _parts(links):
        if part[0].seq == 1:
            check.opening(part[0].entry, sender, practice=practice)
        faults = _take_part(connection, sender, part, packs=packs, at=at)
        accepted, quarantined, last = accepted + len(part) - faults, quarantined + faults, part[-1]
        _take_carried(connection, sender, part, practice=practice, at=at)
    if last is not None:
        records.set_held(connection, sender, held=last.seq, head=last.hash)
    return Taken(accepted, quarantined)


def _take_carried(connection: Connection, sender: Journal, part: list[Link], *, practice: bool, at: str) -> None:
    found = carried(connection, sender, part)
    if found is not None:
        before, links = found
        take(connection, before, links, practice=practice, at=at)


def _parts(links: Iterable[Link]) -> Iterator[list[Link]]:
    """Parts to take in one go; one ends where carried entries do: what follows may void a payment that they bring."""
    part: list[Link] = []
    for link in links:
        if len(part) == _AT_ONCE or (part and _is_carrying(part[-1]) and not _is_carrying(link)):
            yield part
            part = []
        part.append(link)
    if part:
        yield part


def _is_carrying(link: Link) -> bool:
    return link.entry is not None and link.entry.kind == "entry_carried"


def _take_part(connection: Connection, sender: Journal, part: list[Link], *, packs: _Packs, at: str) -> int:
    """Store a part; returns how many of its entries were quarantined."""
    owner = (sender.point, sender.journal)
    known = _known(connection, sender, part, packs)
    made: list[Effect] = []
    faults: list[tuple[int, Fault, str]] = []
    for link in part:
        rows, fault = _judge(link, sender, known)
        made += rows
        if fault is not None:
            faults.append((link.seq, fault, at))
    put_rows(connection, schema.entries, [(*owner, link.seq, link.hash, link.line) for link in part])
    _quarantine(connection, owner, faults)
    _project(connection, owner, made)
    return len(faults)


# What a payment settles that was not there: a void or a reversal of it, and what the reversal carried to somebody else.
_BY_A_PAYMENT = frozenset({"void_unknown", "reversal_unknown", "carried_unknown"})
# What a pack settles: a payment that only the pack kept out, and what that payment settles.
_BY_A_PACK = _BY_A_PAYMENT | {"payment_pack_unknown"}


def take_again(connection: Connection) -> int:
    """Judge again what was quarantined for want of a pack that is known by now, or because a program before this one
    did not know its kind; how many entries came in.

    The same checks in the same order (decision 0024). What stands in the accounts stays there.
    """
    packs = _Packs(connection)
    points = {*records.points_short_of(connection, packs.known), *records.points_with_kinds(connection, journal.KINDS)}
    senders = [sender for point in sorted(points) for sender in records.journals(connection, point=point)]
    came_in = sum(_take_journal_again(connection, sender, packs, _BY_A_PACK) for sender in senders)
    if came_in:
        doubles.note(connection)
    return came_in


def take_later(connection: Connection, senders: Iterable[Journal]) -> int:
    """Judge again what these journals ended of a payment that the county did not have; how many entries came in.

    An older journal of their device has grown: by a file that came late, or by entries carried after a hole.
    """
    packs = _Packs(connection)
    return sum(_take_journal_again(connection, sender, packs, _BY_A_PAYMENT) for sender in senders)


def _take_journal_again(connection: Connection, sender: Journal, packs: _Packs, codes: frozenset[str]) -> int:
    """Replay a journal from its first doubt, so that effects on one row come in the order of the entries."""
    quarantined = records.quarantined(connection, sender)
    doubts = {each.seq: each for each in quarantined if each.code in codes or _kind_known_now(each)}
    out = {each.seq for each in quarantined} - doubts.keys()
    came_in = 0
    first = min(doubts, default=sender.held + 1)
    for start in range(first, sender.held + 1, _AT_ONCE):
        rows = records.stored(connection, sender, first=start, last=start + _AT_ONCE - 1)
        part = [_held_link(*row) for row in rows if row[0] not in out]
        came_in += _take_part_again(connection, sender, part, doubts, packs)
    if came_in:
        doubles.look_again(connection, sender, first=first)
    return came_in


def _kind_known_now(each: Quarantined) -> bool:
    said, found, kind = str(each.facts.get("problem", "")).partition(journal.UNKNOWN_KIND)
    return each.code == "entry_invalid" and not said and bool(found) and kind in journal.KINDS


def _held_link(seq: int, digest: str, line: bytes) -> Link:
    return Link(seq=seq, hash=digest, line=line, entry=journal.parse(line))


def _take_part_again(
    connection: Connection, sender: Journal, part: list[Link], doubts: dict[int, Quarantined], packs: _Packs
) -> int:
    """Returns how many of the doubts in this part came into the accounts."""
    owner = (sender.point, sender.journal)
    doubted = [link for link in part if link.seq in doubts]
    known = _known(connection, sender, doubted, packs)
    made: list[Effect] = []
    faults: list[tuple[int, Fault, str]] = []
    for link in part:
        rows, fault = _judge(link, sender, known) if link.seq in doubts else (_effects(link), None)
        made += rows
        if fault is not None:
            faults.append((link.seq, fault, doubts[link.seq].at))
    drop_rows(connection, schema.quarantine, [(*owner, link.seq) for link in doubted])
    _quarantine(connection, owner, faults)
    _project(connection, owner, made)
    return len(doubted) - len(faults)


def _effects(link: Link) -> list[Effect]:
    """The rows of an entry that is in the accounts already."""
    return check.effects(link.entry, link.hash)[0] if link.entry is not None else []


def _judge(link: Link, sender: Journal, known: Known) -> tuple[list[Effect], Fault | None]:
    if link.entry is None:
        return [], Fault("entry_invalid", {"problem": link.problem})
    made, fault = check.effects(link.entry, link.hash)
    fault = fault or check.fault(link.entry, sender, known)
    if fault is not None:
        return [], fault
    check.take(link.entry, sender, known)
    return made, None


def _known(connection: Connection, sender: Journal, part: list[Link], packs: _Packs) -> Known:
    """What the county has of the packs, payments, receipts and ends that these entries speak of."""
    paid, ended = _cited(part, "payment"), _cited(part, *check.ENDS)
    payments = _texts(paid + ended, "payment")
    return Known(
        packs=packs.years(_texts(paid, "pack_hash"), sender),
        line=frozenset({sender.journal, *(before.journal for _, before in lineage.before(connection, sender))}),
        payments=records.payments_known(connection, sender.point, payments),
        receipts=records.receipts_known(connection, sender.point, _texts(paid, "receipt")),
        ended=records.ended_known(connection, sender.point, _texts(ended, "payment")),
        reversals=records.reversals_known(connection, sender.point, _texts(paid, "carried_from")),
    )


def _cited(part: list[Link], *kinds: str) -> list[Entry]:
    return [link.entry for link in part if link.entry is not None and link.entry.kind in kinds]


def _texts(entries: list[Entry], name: str) -> set[str]:
    values = (entry.body.get(name) for entry in entries)
    return {value for value in values if isinstance(value, str)}


def _quarantine(connection: Connection, owner: tuple[str, str], faults: list[tuple[int, Fault, str]]) -> None:
    """Put entries (seq, fault, since when) into quarantine."""
    rows = [(*owner, seq, fault.code, msgspec.json.encode(fault.facts).decode(), at) for seq, fault, at in faults]
    put_rows(connection, schema.quarantine, rows)


def _project(connection: Connection, owner: tuple[str, str], made: list[Effect]) -> None:
    """Bring the effects into the tables in bulk: of several on one key only the last shows."""
    last: dict[str, dict[Any, Effect]] = {}
    for effect in made:
        values = effect.row if isinstance(effect, Put) else effect.key
        last.setdefault(effect.table, {})[_KEYS[effect.table](values)] = effect
    for name, effects in last.items():
        drops = [effect.key for effect in effects.values() if isinstance(effect, Drop)]
        puts = [effect.row for effect in effects.values() if isinstance(effect, Put)]
        drop_rows(connection, schema.projections[name], [owner + _KEYS[name](key) for key in drops])
        put_rows(connection, schema.projections[name], [owner + _ROWS[name](row) for row in puts])


# In the order of the table's own key, which `drop_rows` relies on: it need not be that of the entry's.
_KEYS = {
    name: picker([column.name for column in table.primary_key if column.name not in schema.OWNER])
    for name, table in schema.projections.items()
}
_ROWS = {name: picker(schema.own_columns(table)) for name, table in TABLES.items()}
