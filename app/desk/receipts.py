"""Receipts as lists for the counter: those of the open day, and those that still wait to be printed."""

import msgspec

from app.desk.desk import Desk
from app.store import counter


class Slip(msgspec.Struct, frozen=True):
    """One receipt of the open day: whether it is void, its payment, whose it is, what stands on it, how often it was
    printed."""

    void: bool
    payment: str
    receipt: str
    name: str
    due_fen: int
    method: str
    group: str
    at: str
    copies: int


class Waiting(msgspec.Struct, frozen=True):
    """A receipt that was issued and never printed."""

    receipt: str
    name: str
    due_fen: int


def of_day(desk: Desk) -> list[Slip]:
    """The receipts of the open day, newest first; none where no day is open."""
    day = counter.open_day(desk.db, desk.journal)
    rows = counter.day_payments(desk.db, desk.journal, day.day) if day else []
    return [Slip(bool(row.is_void), *row[:-1]) for row in reversed(rows)]


def waiting(desk: Desk) -> list[Waiting]:
    """Receipts that wait to be printed, of all days."""
    return [Waiting(*row) for row in counter.unprinted(desk.db, desk.journal)]


def waiting_numbers(desk: Desk) -> set[str]:
    """The numbers of those that wait."""
    return counter.unprinted_numbers(desk.db)
