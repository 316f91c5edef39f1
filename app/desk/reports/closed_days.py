"""The closed days of this journal, the last first: which 日报 there are."""

import msgspec

from app.desk.desk import Desk
from app.store import books


class ClosedDay(msgspec.Struct, frozen=True):
    """A day by its number and date."""

    day: int
    date: str


def closed_days(desk: Desk) -> list[ClosedDay]:
    """Every day that has a signed report to be."""
    found = [row for row in books.days(desk.db) if row["closed_at"] and row["journal"] == desk.journal]
    return [ClosedDay(row["day"], row["date"]) for row in reversed(found)]
