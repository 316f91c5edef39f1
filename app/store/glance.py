"""What is counted for a glance at the whole village: by the database, never person by person. Answers, no decisions."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import msgspec
from sqlite_utils import Database

from app.store.books import KEPT


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """What one method (cash, pos, zero, carried) brought in on a day, voids left out; the sum in fen."""

    method: str
    people: int
    fen: int


# Knowing no statistics, SQLite would go through the whole journal for one day: its index is named.
def by_method(db: Database, journal: str, day: int) -> list[Taken]:
    """A day's payments by method; a method nobody used is absent."""
    rows = db.query(
        "SELECT p.method, count(*) AS people, coalesce(sum(p.due_fen), 0) AS fen "
        f"FROM payments p INDEXED BY payments_day WHERE p.journal = ? AND p.day = ? AND {KEPT} "
        "GROUP BY p.method ORDER BY p.method",
        (journal, day),
    )
    return [Taken(**row) for row in rows]


def paid_by_group(db: Database, year: int) -> dict[str, int]:
    """How many of each group are insured for a year. The group is the roster's, where it has the person."""
    rows = db.conn.execute(
        "SELECT coalesce(s.group_name, p.group_name), count(*) FROM active a "
        "CROSS JOIN payments p ON p.journal = a.journal AND p.payment = a.payment "
        "LEFT JOIN residents s ON s.person = p.person WHERE a.year = ? GROUP BY 1",
        (year,),
    )
    return dict(rows.fetchall())


class Kind(NamedTuple):
    """People of one household without a payment here who are alike in the facts that were asked for.

    `first` is the handle's number of one of them; `elsewhere` of the `people` are known to have paid elsewhere.
    """

    group: str
    household: str
    first: int
    people: int
    elsewhere: int
    facts: tuple[Any, ...]


def unpaid_kinds(db: Database, year: int, facts: Sequence[str]) -> Iterator[Kind]:
    """Everyone without a standing payment for the year, counted by group, household and these columns.

    Who has no household number is alone. Read one by one: of sixty thousand people all would be 6 MB at once.
    """
    named = "".join(f", s.{name}" for name in facts)
    rows = db.conn.execute(
        f"SELECT s.group_name, s.household, min(s.id), count(*), count(e.person){named} FROM residents s "
        "LEFT JOIN (SELECT DISTINCT person FROM paid_elsewhere WHERE year = :year) e ON e.person = s.person "
        "WHERE NOT EXISTS (SELECT 1 FROM active a WHERE a.person = s.person AND a.year = :year) "
        f"GROUP BY s.group_name, s.household, CASE s.household WHEN '' THEN s.id END{named}",
        {"year": year},
    )
    for group, household, first, people, elsewhere, *known in rows:
        yield Kind(group, household, first, people, elsewhere, tuple(known))


def phones_of_heads(db: Database) -> dict[tuple[str, str], str]:
    """(group, household) -> the telephone of the household's head, where the roster has one."""
    rows = db.conn.execute(
        "SELECT group_name, household, phone FROM residents WHERE name = head AND phone <> '' AND household <> ''"
    )
    return {(group, household): phone for group, household, phone in rows.fetchall()}
