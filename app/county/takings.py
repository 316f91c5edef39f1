"""What every account day took, read once from the payments; what points and towns have is added up from it."""

from collections.abc import Callable
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, select

from app.county.active import again
from app.county.schema import payments, reversals, voids

TOWN_DIGITS = 9
DayKey = tuple[str, str, int]


class Taking(NamedTuple):
    """Payments of one day by one method and benefit year that are not void, in fen."""

    point: str
    journal: str
    day: int
    method: str
    year: int
    payments: int
    fen: int


class Totals(NamedTuple):
    """People (each once), payments that stand, how many of them without money, and fen."""

    people: int
    payments: int
    zero: int
    fen: int


class Takings:
    """All days' takings. Money reversed later is still money taken; totals of what stands leave it out."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.days = _days(connection)
        self._reversed = _reversed(connection)

    def people_again(self) -> dict[DayKey, int]:
        """How many payments of each day were for somebody who had paid that day already."""
        p = payments.c
        found = again(self._connection, (p.point, p.journal, p.day), ends=(voids,))
        return {(point, journal, day): number for (point, journal, day), number in found.items()}

    def by_point(self) -> dict[tuple[Any, ...], Totals]:
        return self._added(lambda taking: (taking.point,), again(self._connection, (payments.c.point,)))

    def by_town(self) -> dict[tuple[Any, ...], Totals]:
        """By benefit year and town."""
        town = func.substr(payments.c.point, 1, TOWN_DIGITS)
        twice = again(self._connection, (payments.c.year, town))
        return self._added(lambda taking: (taking.year, taking.point[:TOWN_DIGITS]), twice)

    def people(self) -> int:
        """Everybody with a payment that stands, once, in however many years."""
        return sum(each.people for each in self._added(lambda taking: (), again(self._connection, ())).values())

    def _added(
        self, key: Callable[[Taking], tuple[Any, ...]], twice: dict[tuple[Any, ...], int]
    ) -> dict[tuple[Any, ...], Totals]:
        sums: dict[tuple[Any, ...], list[int]] = {}
        for sign, takings in ((1, self.days), (-1, self._reversed)):
            for taking in takings:
                row = sums.setdefault(key(taking), [0, 0, 0])
                row[0] += sign * taking.payments
                row[1] += sign * taking.payments * (taking.method == "zero")
                row[2] += sign * taking.fen
        return {
            group: Totals(number - twice.get(group, 0), number, zero, fen)
            for group, (number, zero, fen) in sums.items()
            if number
        }


_BY = tuple(payments.c[name] for name in ("point", "journal", "day", "method", "year"))


def _days(connection: Connection) -> list[Taking]:
    """All payments by day, less the void ones: far fewer are void, so those are taken off rather than looked up."""
    query = select(*_BY, func.count(), func.sum(payments.c.due_fen)).group_by(*_BY)
    of_payment = (voids.c.point == payments.c.point) & (voids.c.payment == payments.c.payment)
    void = {
        tuple(row[:5]): (row[5], int(row[6]))
        for row in connection.execute(query.join_from(voids, payments, of_payment))
    }
    made = []
    for row in connection.execute(query):
        number, fen = void.get(tuple(row[:5]), (0, 0))
        if row[5] > number:
            made.append(_taking(row, row[5] - number, int(row[6]) - fen))
    return made


def _reversed(connection: Connection) -> list[Taking]:
    """What was reversed, on the day it was taken. What is void cannot be reversed (check.py)."""
    of_payment = (reversals.c.point == payments.c.point) & (reversals.c.payment == payments.c.payment)
    query = select(*_BY, func.count(), func.sum(payments.c.due_fen)).join_from(reversals, payments, of_payment)
    return [_taking(row, row[5], int(row[6])) for row in connection.execute(query.group_by(*_BY))]


def _taking(row: Any, number: int, fen: int) -> Taking:
    return Taking(row.point, row.journal, row.day, row.method, row.year, number, fen)
