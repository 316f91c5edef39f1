"""Each point's totals and how far it has been heard: gaps, silent devices, journals that tell two stories."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import Any

import msgspec
from sqlalchemy import Connection, func, select

from app.county import schema
from app.county.records import Journal
from app.county.takings import TOWN_DIGITS, Takings, Totals


class Gap(msgspec.Struct, frozen=True, kw_only=True):
    """Entries first_missing..last_missing of a journal have not come, though later ones have (`since`).

    `last_seq` is the last entry taken, `last_day` the date of the last day closed in it (both as far as they came).
    """

    point: str
    name: str
    journal: str
    first_missing: int
    last_missing: int
    since: str
    last_seq: int
    last_day: str | None


class Fork(msgspec.Struct, frozen=True, kw_only=True):
    """A journal told two stories from `seq` on (a copied or restored machine); both heads are kept."""

    point: str
    journal: str
    seq: int
    held_head: str
    other_head: str


class Silent(msgspec.Struct, frozen=True, kw_only=True):
    """A device from which nothing has come since it was enrolled (`since`)."""

    point: str
    name: str
    device: int
    since: str


class PointTotal(msgspec.Struct, frozen=True, kw_only=True):
    """What one point has collected; `due_fen` is the sum of its active payments.

    `zero` counts those confirmed without money. `heard` is when a file last came, `quiet_days` how long ago that is;
    `last_day` is the date of the last day closed.
    """

    point: str
    name: str
    people: int
    active_payments: int
    due_fen: int
    last_seq: int
    town: str
    zero: int
    heard: str | None
    quiet_days: int | None
    last_day: str | None


def names(connection: Connection, enrolled: list[Journal]) -> dict[str, str]:
    """The points' names: as `county towns` gave them, else as they were enrolled."""
    listed = {row.code: row.name for row in connection.execute(select(schema.towns.c.code, schema.towns.c.name))}
    return {each.point: listed.get(each.point, each.name) for each in enrolled}


def points(
    connection: Connection, takings: Takings, enrolled: list[Journal], named: dict[str, str], *, today: date
) -> list[PointTotal]:
    """All enrolled points with their totals, by code."""
    totals, heard, closed = takings.by_point(), _heard(connection), last_days(connection)
    found = []
    for point, journals in groupby(enrolled, key=lambda each: each.point):
        mine = list(journals)
        total = totals.get((point,), Totals(0, 0, 0, 0))
        found.append(
            PointTotal(
                point=point,
                name=named[point],
                people=total.people,
                active_payments=total.payments,
                due_fen=total.fen,
                last_seq=max(each.held for each in mine),
                town=point[:TOWN_DIGITS],
                zero=total.zero,
                heard=heard.get(point),
                quiet_days=_days_since(heard.get(point), today),
                last_day=max((day for each in mine if (day := closed.get((point, each.journal)))), default=None),
            )
        )
    return found


def _heard(connection: Connection) -> dict[str, str]:
    table = schema.files.c
    query = select(table.point, func.max(table.at)).where(table.status != "refused").group_by(table.point)
    return {row[0]: row[1] for row in connection.execute(query)}


def _days_since(at: str | None, today: date) -> int | None:
    return None if at is None else (today - date.fromisoformat(at[:10])).days


def last_days(connection: Connection) -> dict[tuple[str, str], str | None]:
    """The date of the last day closed, by point and journal."""
    days, closes = schema.projections["days"], schema.projections["closes"]
    same = (days.c.point == closes.c.point) & (days.c.journal == closes.c.journal) & (days.c.day == closes.c.day)
    query = select(days.c.point, days.c.journal, func.max(days.c.date)).join(closes, same)
    rows = connection.execute(query.group_by(days.c.point, days.c.journal))
    return {(point, journal): day for point, journal, day in rows}


def gaps(connection: Connection, enrolled: Iterable[Journal], named: dict[str, str]) -> list[Gap]:
    """The holes between what is held and what waits, by point."""
    table = schema.files.c
    query = select(table.point, table.journal, table.first_seq, table.last_seq, table.at)
    order = (table.point, table.journal, table.first_seq, table.last_seq)
    waiting: dict[tuple[str, str], list[Any]] = {}
    for row in connection.execute(query.where(table.status == "waiting").order_by(*order)):
        waiting.setdefault((row.point, row.journal), []).append(row)
    closed = last_days(connection) if waiting else {}
    found = []
    for each in enrolled:
        reached = each.held
        for file in waiting.get((each.point, each.journal), []):
            if file.first_seq > reached + 1:
                found.append(
                    Gap(
                        point=each.point,
                        name=named[each.point],
                        journal=each.journal,
                        first_missing=reached + 1,
                        last_missing=file.first_seq - 1,
                        since=file.at,
                        last_seq=each.held,
                        last_day=closed.get((each.point, each.journal)),
                    )
                )
            reached = max(reached, file.last_seq)
    return found


def silent(enrolled: Iterable[Journal], named: dict[str, str]) -> list[Silent]:
    """The devices not heard of."""
    return [
        Silent(point=each.point, name=named[each.point], device=each.device, since=each.enrolled_at)
        for each in enrolled
        if not each.held
    ]


def forks(connection: Connection) -> list[Fork]:
    """Every fork there is, by point."""
    table = schema.forks.c
    query = select(table.point, table.journal, table.seq, table.held_head, table.other_head)
    rows: Any = connection.execute(query.order_by(table.point, table.journal, table.seq))
    return [Fork(**row._mapping) for row in rows]
