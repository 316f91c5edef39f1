"""One person paid twice in a benefit year: a case for the county with a proposal, never last-write-wins (design §4)."""

from itertools import groupby
from operator import attrgetter
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, select, tuple_

from app.county.active import ACTIVE, STANDS
from app.county.schema import payments, twice
from app.domain.resident import masked


class ConflictPayment(msgspec.Struct, frozen=True, kw_only=True):
    """One of the payments. `proposal` is keep for the earliest and refund for the others; the county decides."""

    point: str
    journal: str
    payment: str
    receipt: str
    due_fen: int
    method: str
    paid_on: str
    at: str
    proposal: str


class Conflict(msgspec.Struct, frozen=True, kw_only=True):
    """A person with more than one active payment in a benefit year, the earliest first."""

    person_masked: str
    year: int
    payments: list[ConflictPayment]


def conflicts(connection: Connection) -> list[Conflict]:
    """All open conflicts among the payments that stand."""
    cases = groupby(twice_rows(connection), key=lambda row: (row.person, row.year))
    found = [(person, year, list(rows)) for (person, year), rows in cases]
    return [_conflict(person, year, rows) for person, year, rows in found if len(rows) > 1]


def twice_rows(connection: Connection) -> list[Row[Any]]:
    """The payments that stand of everybody who has two at all in a year, the earliest of each person and year first."""
    p, noted = payments.c, twice.c
    columns = (p.person, p.year, p.at, p.point, p.journal, p.payment, p.receipt, p.due_fen, p.method, p.paid_on, p.name)
    # Each by its key, and sorted here: asked to join or to sort, SQLite goes through all payments in the index's order.
    few = tuple_(p.point, p.journal, p.payment).in_(select(noted.point, noted.journal, noted.payment))
    rows = connection.execute(select(*columns).select_from(ACTIVE).where(few, STANDS)).all()
    return sorted(rows, key=attrgetter("person", "year", "at", "point", "journal", "payment"))


def _conflict(person: str, year: int, rows: list[Row[Any]]) -> Conflict:
    made = [_payment(row, proposal="refund" if place else "keep") for place, row in enumerate(rows)]
    return Conflict(person_masked=masked(person.partition(":")[2]), year=year, payments=made)


def _payment(row: Row[Any], *, proposal: str) -> ConflictPayment:
    names = ("point", "journal", "payment", "receipt", "due_fen", "method", "paid_on", "at")
    return ConflictPayment(proposal=proposal, **{name: getattr(row, name) for name in names})
