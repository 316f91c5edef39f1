"""Receipts as lists for the counter: those of the open day, and those that still wait to be printed."""

from app.desk.desk import Desk
from app.store import counter
from app.store.counter import Slip, Waiting

__all__ = ["Slip", "Waiting", "of_day", "waiting", "waiting_numbers"]


def of_day(desk: Desk) -> list[Slip]:
    """The receipts of the open day, newest first; none where no day is open."""
    day = counter.open_day(desk.db, desk.journal)
    return counter.day_payments(desk.db, desk.journal, day.day)[::-1] if day else []


def waiting(desk: Desk) -> list[Waiting]:
    """Receipts that wait to be printed, of all days."""
    return counter.unprinted(desk.db, desk.journal)


def waiting_numbers(desk: Desk) -> set[str]:
    """The numbers of those that wait."""
    return counter.unprinted_numbers(desk.db)
