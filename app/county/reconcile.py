"""What the county has in hand: people, payments and money by point, conflicts, gaps and points not heard of."""

from typing import Any

import msgspec
from sqlalchemy import Connection, func, select

from app.county import records, schema
from app.county.active import ACTIVE, STANDS
from app.county.conflicts import Conflict, conflicts
from app.county.office import County
from app.county.schema import payments
from app.county.take import take_again


class Gap(msgspec.Struct, frozen=True, kw_only=True):
    """Entries first_missing..last_missing of a journal have not come, though later ones have."""

    point: str
    name: str
    journal: str
    first_missing: int
    last_missing: int


class Fork(msgspec.Struct, frozen=True, kw_only=True):
    """A journal told two stories from `seq` on (a copied or restored machine); both heads are kept."""

    point: str
    journal: str
    seq: int
    held_head: str
    other_head: str


class Silent(msgspec.Struct, frozen=True, kw_only=True):
    """An enrolled device from which nothing has come."""

    point: str
    name: str
    device: int


class PointTotal(msgspec.Struct, frozen=True, kw_only=True):
    """What one point has collected; `due_fen` is the sum of its active payments."""

    point: str
    name: str
    people: int
    active_payments: int
    due_fen: int
    last_seq: int


class Reconciled(msgspec.Struct, frozen=True, kw_only=True):
    """Design §5; `points`, `forks` and `quarantined` come on top of it."""

    people: int
    active_payments: int
    total_fen: int
    conflicts: list[Conflict]
    gaps: list[Gap]
    silent_points: list[Silent]
    points: list[PointTotal]
    forks: list[Fork]
    quarantined: int


def reconcile(county: County) -> Reconciled:
    """The county's accounts as they stand; `workbook.write` puts them on sheets."""
    with county.engine.begin() as connection:
        take_again(connection)
        return _reconcile(connection)


def _reconcile(connection: Connection) -> Reconciled:
    enrolled = records.journals(connection)
    totals = _totals(connection)
    points = _points(enrolled, totals)
    quarantined = connection.execute(select(func.count()).select_from(schema.quarantine)).scalar_one()
    return Reconciled(
        people=_people(connection),
        active_payments=sum(each.active_payments for each in points),
        total_fen=sum(each.due_fen for each in points),
        conflicts=conflicts(connection),
        gaps=[gap for each in enrolled for gap in _gaps(connection, each)],
        silent_points=[Silent(point=e.point, name=e.name, device=e.device) for e in enrolled if not e.held],
        points=points,
        forks=_forks(connection),
        quarantined=quarantined,
    )


def _people(connection: Connection) -> int:
    people = func.count(payments.c.person.distinct())
    return int(connection.execute(select(people).select_from(ACTIVE).where(STANDS)).scalar_one())


def _totals(connection: Connection) -> dict[str, tuple[int, int, int]]:
    """People, active payments and fen by point."""
    query = (
        select(
            payments.c.point,
            func.count(payments.c.person.distinct()).label("people"),
            func.count().label("active"),
            func.sum(payments.c.due_fen).label("fen"),
        )
        .select_from(ACTIVE)
        .where(STANDS)
        .group_by(payments.c.point)
    )
    return {row.point: (row.people, row.active, int(row.fen)) for row in connection.execute(query)}


def _points(enrolled: list[records.Journal], totals: dict[str, tuple[int, int, int]]) -> list[PointTotal]:
    names = {each.point: each.name for each in enrolled}
    held = {point: max(each.held for each in enrolled if each.point == point) for point in names}
    return [_point(point, name, held[point], totals.get(point, (0, 0, 0))) for point, name in names.items()]


def _point(point: str, name: str, last_seq: int, total: tuple[int, int, int]) -> PointTotal:
    people, active, fen = total
    return PointTotal(point=point, name=name, people=people, active_payments=active, due_fen=fen, last_seq=last_seq)


def _gaps(connection: Connection, enrolled: records.Journal) -> list[Gap]:
    """The holes between what is held and what waits."""
    found, reached = [], enrolled.held
    for file in records.waiting(connection, enrolled):
        if file.first_seq > reached + 1:
            found.append(_gap(enrolled, reached + 1, file.first_seq - 1))
        reached = max(reached, file.last_seq)
    return found


def _gap(enrolled: records.Journal, first: int, last: int) -> Gap:
    return Gap(
        point=enrolled.point, name=enrolled.name, journal=enrolled.journal, first_missing=first, last_missing=last
    )


def _forks(connection: Connection) -> list[Fork]:
    table = schema.forks.c
    query = select(table.point, table.journal, table.seq, table.held_head, table.other_head)
    rows: Any = connection.execute(query.order_by(table.point, table.journal, table.seq))
    return [Fork(**row._mapping) for row in rows]
