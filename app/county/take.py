"""Take the new entries of one file into the county's tables: entries, quarantine and projections in one transaction."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from operator import itemgetter
from typing import Any

import msgspec
from sqlalchemy import Connection

from app.county import check, records, schema
from app.county.chain import Link
from app.county.check import Fault, Known
from app.county.database import drop_rows, put_rows
from app.county.records import Journal
from app.domain import journal
from app.domain.journal import Drop, Effect, Entry, Put

# Enough for the database to work in bulk, few enough that a village's whole season does not stand in memory parsed.
_AT_ONCE = 2000


class Taken(msgspec.Struct, frozen=True):
    """How many entries were taken into the accounts, how many quarantined."""

    accepted: int
    quarantined: int


def take(connection: Connection, sender: Journal, links: Iterable[Link], *, practice: bool, at: str) -> Taken:
    """Store links that follow what the county holds of `sender`, and what follows from them; moves `held` and `head`.

    `practice` is the county's kind, `at` its time. The caller's transaction makes it all or nothing.
    Raises Refused opening_differs, practice_mismatch where the first entry opens another journal than was enrolled.
    """
    packs = records.known_packs(connection)
    accepted = quarantined = 0
    last: Link | None = None
    for part in _parts(links):
        if part[0].seq == 1:
            check.opening(part[0].entry, sender, practice=practice)
        faults = _take_part(connection, sender, part, packs=packs, at=at)
        accepted, quarantined, last = accepted + len(part) - faults, quarantined + faults, part[-1]
    if last is not None:
        records.set_held(connection, sender, held=last.seq, head=last.hash)
    return Taken(accepted, quarantined)


def _parts(links: Iterable[Link]) -> Iterator[list[Link]]:
    source = iter(links)
    while part := list(islice(source, _AT_ONCE)):
        yield part


def _take_part(connection: Connection, sender: Journal, part: list[Link], *, packs: frozenset[str], at: str) -> int:
    """Store a part; returns how many of its entries were quarantined."""
    owner = (sender.point, sender.journal)
    known = _known(connection, sender, part, packs)
    made: list[Effect] = []
    faults: list[tuple[int, Fault]] = []
    for link in part:
        rows, fault = _judge(link, sender, known)
        made += rows
        if fault is not None:
            faults.append((link.seq, fault))
    put_rows(connection, schema.entries, [(*owner, link.seq, link.hash, link.line) for link in part])
    _quarantine(connection, owner, faults, at=at)
    _project(connection, owner, made)
    return len(faults)


def _judge(link: Link, sender: Journal, known: Known) -> tuple[list[Effect], Fault | None]:
    if link.entry is None:
        return [], Fault("entry_invalid", {"problem": link.problem})
    made, fault = check.effects(link.entry, link.hash)
    fault = fault or check.fault(link.entry, sender, known)
    if fault is not None:
        return [], fault
    check.take(link.entry, known)
    return made, None


def _known(connection: Connection, sender: Journal, part: list[Link], packs: frozenset[str]) -> Known:
    """What the county has of the payments, receipts and voids that these entries speak of."""
    paid, void = _cited(part, "payment"), _cited(part, "payment_voided")
    payments = _texts(paid + void, "payment")
    return Known(
        packs=packs,
        payments=records.payments_known(connection, sender.point, payments),
        receipts=records.receipts_known(connection, sender.point, _texts(paid, "receipt")),
        voids=records.voids_known(connection, sender.point, _texts(void, "payment")),
    )


def _cited(part: list[Link], kind: str) -> list[Entry]:
    return [link.entry for link in part if link.entry is not None and link.entry.kind == kind]


def _texts(entries: list[Entry], name: str) -> set[str]:
    values = (entry.body.get(name) for entry in entries)
    return {value for value in values if isinstance(value, str)}


def _quarantine(connection: Connection, owner: tuple[str, str], faults: list[tuple[int, Fault]], *, at: str) -> None:
    rows = [(*owner, seq, fault.code, msgspec.json.encode(fault.facts).decode(), at) for seq, fault in faults]
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


def _picker(names: Sequence[str]) -> Callable[[dict[str, Any]], tuple[Any, ...]]:
    """The values of these names as a tuple, also where there is only one."""
    pick = itemgetter(*names)
    return pick if len(names) > 1 else lambda row: (pick(row),)


_KEYS = {name: _picker(table.key) for name, table in journal.TABLES.items()}
_ROWS = {name: _picker(schema.own_columns(table)) for name, table in journal.TABLES.items()}
