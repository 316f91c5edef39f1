"""The rosters that go down to the points: loaded here per point, sent as changes since what a device took last."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import msgspec
from sqlalchemy import Connection, func, select

from app.county import records, schema
from app.county.database import put_rows
from app.county.office import County
from app.county.pack_texts import Policies
from app.devices import collector, sheets
from app.domain import roster as rosters
from app.domain.errors import Refused
from app.domain.policy import Policy
from app.domain.resident import Resident
from app.domain.syncfile import ResidentChange

_AT_ONCE = 5000


class RosterSent(msgspec.Struct, frozen=True, kw_only=True):
    """What a roster changes at its point with the next reply: people new, changed, taken off; rows rejected."""

    point: str
    read: int
    added: int
    changed: int
    removed: int
    rejected: int
    rejects_file: str | None


@collector.paused()
def load(county: County, path: Path, *, point: str, whole: bool, now: datetime) -> RosterSent:
    """Load a village's roster for its point. `whole`: it names everybody, so whoever is not on it is taken off.

    Raises Refused point_unknown, point_pack_missing, roster_whole_rejected, and what sheets.read_table and roster.parse
    name.
    """
    with county.engine.begin() as connection:
        policy = policy_of(connection, point)
    reading = rosters.parse(sheets.read_table(path), canonical=policy.canonical_category, today=now.date())
    rejects = None
    if reading.rejections:
        rejects = sheets.rejects_path(path)
        sheets.write_rejects(rejects, reading.header, reading.rejections)
        if whole:
            raise Refused("roster_whole_rejected", count=len(reading.rejections), file=rejects)
    with county.engine.begin() as connection:
        counts = store(connection, point, reading.residents, whole=whole)
    return RosterSent(
        point=point,
        read=reading.read,
        added=counts[0],
        changed=counts[1],
        removed=counts[2],
        rejected=len(reading.rejections),
        rejects_file=str(rejects) if rejects else None,
    )


def policy_of(connection: Connection, point: str) -> Policy:
    """The pack in force at a point. Raises Refused point_unknown, point_pack_missing."""
    enrolled = records.journals(connection, point=point)
    if not enrolled:
        raise Refused("point_unknown", point=point)
    sent = connection.execute(
        select(schema.sendings.c.pack_hash).where(schema.sendings.c.point == point)
    ).scalar_one_or_none()
    found = Policies(connection).of(sent or enrolled[-1].pack_hash)
    if found is None:
        raise Refused("point_pack_missing", pack=enrolled[-1].pack)
    return found


def store(connection: Connection, point: str, people: list[Resident], *, whole: bool) -> tuple[int, int, int]:
    """Make these the people of a point's roster (`whole`: and nobody else); how many were new, changed, taken off."""
    table = schema.residents.c
    rows = connection.execute(select(table.person, table.content).where(table.point == point))
    known: dict[str, str | None] = {row.person: row.content for row in rows}
    number = last_number(connection, point) + 1
    wanted = {resident.key: msgspec.json.encode(resident).decode() for resident in people}
    moved = {person: content for person, content in wanted.items() if known.get(person) != content}
    gone = [person for person, content in known.items() if whole and content is not None and person not in wanted]
    _put(connection, point, number, [*moved.items(), *((person, None) for person in gone)])
    added = sum(known.get(person) is None for person in moved)
    return added, len(moved) - added, len(gone)


def _put(connection: Connection, point: str, number: int, people: Iterable[tuple[str, str | None]]) -> None:
    rows = [(point, person, number, content) for person, content in people]
    for start in range(0, len(rows), _AT_ONCE):
        put_rows(connection, schema.residents, rows[start : start + _AT_ONCE])


def last_number(connection: Connection, point: str) -> int:
    """The number of the latest change of a point's roster, 0 where there is none."""
    table = schema.residents.c
    query = select(func.coalesce(func.max(table.number), 0)).where(table.point == point)
    return int(connection.execute(query).scalar_one())


def changes(connection: Connection, point: str, *, after: int) -> list[ResidentChange]:
    """What has changed in a point's roster since a number, in the order of the people's keys."""
    table = schema.residents.c
    query = select(table.person, table.content).where(table.point == point, table.number > after)
    return [_change(row.person, row.content) for row in connection.execute(query.order_by(table.person))]


def _change(person: str, content: str | None) -> ResidentChange:
    if content is None:
        kind, number = person.split(":", 1)
        gone = {"document_type": kind, "document_number": number}
        return ResidentChange(change="remove", resident=gone)
    return ResidentChange(change="put", resident=msgspec.json.decode(content))
