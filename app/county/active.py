"""Which payments stand: those that no void and no reversal of their point cites; and sums over them.

A county has far fewer ended payments than payments, so sums are taken over all of them, in one reading of the table,
and what has ended is taken off: looking each of 643,118 payments up among the voids costs four times as much.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Select,
    Subquery,
    Table,
    and_,
    func,
    select,
    union,
)

from app.county.schema import payments, reversals, voids

Key = tuple[Any, ...]


def with_ends(source: FromClause) -> FromClause:
    """`source`, which has the payments, with what may have ended each of them beside it."""
    joined = source
    for table in (voids, reversals):
        of_payment = and_(table.c.point == payments.c.point, table.c.payment == payments.c.payment)
        joined = joined.join(table, of_payment, isouter=True)
    return joined


ACTIVE = with_ends(payments)
STANDS: ColumnElement[bool] = and_(voids.c.payment.is_(None), reversals.c.payment.is_(None))


class Sums(NamedTuple):
    """People (each once), their payments, and the sums that were asked for, of payments that stand."""

    people: int
    payments: int
    sums: tuple[int, ...]


def standing(
    connection: Connection,
    by: Sequence[ColumnElement[Any]],
    sums: Sequence[ColumnElement[Any]] = (),
    *,
    ends: Sequence[Table] = (voids, reversals),
    only: ColumnElement[bool] | None = None,
) -> dict[Key, Sums]:
    """What stands, grouped `by` columns of the payments; groups of which nothing stands are left out.

    `ends`: which tables end a payment here (money taken and later reversed is still money taken). `only` restricts
    the payments.
    """
    all_paid = _rows(connection, _grouped(payments, by, sums, only))
    over = _ended(ends)
    ended = _rows(connection, _grouped(payments.join(over, _of_payment(over)), by, sums, only))
    more = again(connection, by, ends=ends, only=only)
    found = {}
    for key, (count, *fen) in all_paid.items():
        less = ended.get(key, (0,) * (1 + len(sums)))
        left = count - less[0]
        if left:
            taken_off = tuple(whole - part for whole, part in zip(fen, less[1:], strict=True))
            found[key] = Sums(left - more.get(key, 0), left, taken_off)
    return found


def _rows(connection: Connection, query: tuple[int, Select[Any]]) -> dict[Key, tuple[int, ...]]:
    width, statement = query
    rows = connection.execute(statement)
    return {tuple(row[:width]): tuple(int(value or 0) for value in row[width:]) for row in rows}


def _grouped(
    source: FromClause,
    by: Sequence[ColumnElement[Any]],
    sums: Sequence[ColumnElement[Any]],
    only: ColumnElement[bool] | None,
) -> tuple[int, Select[Any]]:
    query = select(*by, func.count(), *(func.sum(each) for each in sums)).select_from(source).group_by(*by)
    return len(by), query if only is None else query.where(only)


def _ended(ends: Sequence[Table]) -> Subquery:
    """Point and payment of what has ended, each once."""
    return union(*(select(table.c.point, table.c.payment) for table in ends)).subquery("ended")


def _of_payment(ended: Subquery) -> ColumnElement[bool]:
    return and_(ended.c.point == payments.c.point, ended.c.payment == payments.c.payment)


def again(
    connection: Connection,
    by: Sequence[ColumnElement[Any]],
    *,
    ends: Sequence[Table] = (voids, reversals),
    only: ColumnElement[bool] | None = None,
) -> dict[Key, int]:
    """How many payments that stand are not the person's first in their group; the index answers who has two at all."""
    twice = select(payments.c.person).group_by(payments.c.person).having(func.count() > 1).subquery("twice")
    ended = _ended(ends)
    source = payments.join(twice, twice.c.person == payments.c.person).join(ended, _of_payment(ended), isouter=True)
    more = func.count() - func.count(payments.c.person.distinct())
    query = select(*by, more).select_from(source).where(ended.c.payment.is_(None)).group_by(*by)
    query = query if only is None else query.where(only)
    return {tuple(row[:-1]): int(row[-1]) for row in connection.execute(query) if row[-1]}
