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


def in_file_name(desk: Desk, day: int) -> str:
    """The date of a closed day as it stands in the name of a file; with the day's number where there is a second one of
    that date: a signed report is not to be written over by another's."""
    days = closed_days(desk)
    date = next(each.date for each in days if each.day == day)
    return f"{date}-第{day}账日" if [each.date for each in days].count(date) > 1 else date
