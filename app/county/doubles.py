"""Payments of people who have another one for the same benefit year, noted once a call for what has come since.

Who is among them is asked after every call; without this table it would be asked of every payment the county has
(docs/decisions/0048). A payment stays noted when it or the other is void: whoever asks looks at what stands.
"""

from collections.abc import Iterator
from itertools import islice

from sqlalchemy import Connection, func, select, tuple_

from app.county.database import put_rows
from app.county.records import Journal
from app.county.schema import journals, payments, twice

_OF = (payments.c.person, payments.c.year)
_SAID = tuple(payments.c[column.name] for column in twice.columns)
# `noted`: up to which entry a journal's payments have been looked at; null in a county of an older version.
_NOTED = func.coalesce(journals.c.noted, 0)
_BEHIND = journals.c.held > _NOTED
_AT_ONCE = 500


def note(connection: Connection) -> None:
    """Note the payments of everybody who has several for a year; what was noted before is not looked at again.

    A call that was cut short is made good by the next one.
    """
    people = _people(connection)
    while chunk := list(islice(people, _AT_ONCE)):
        # The index answers alone who has several.
        several = select(*_OF).where(payments.c.person.in_(chunk)).group_by(*_OF).having(func.count() > 1)
        rows = connection.execute(select(*_SAID).where(tuple_(*_OF).in_(several))).all()
        put_rows(connection, twice, [tuple(row) for row in rows])
    connection.execute(journals.update().where(_BEHIND).values(noted=journals.c.held))


def look_again(connection: Connection, of: Journal, *, first: int) -> None:
    """Payments of this journal have come into the accounts late, from entry `first` on."""
    row = journals.c
    ours = journals.update().where(row.point == of.point, row.journal == of.journal, row.noted >= first)
    connection.execute(ours.values(noted=first - 1))


def _people(connection: Connection) -> Iterator[str]:
    """Whoever is paid for in what has come, a journal at a time."""
    row, paid = journals.c, payments.c
    behind = select(row.point, row.journal, _NOTED, row.held).where(_BEHIND)
    for point, journal, noted, held in connection.execute(behind).all():
        new = select(paid.person).where(paid.point == point, paid.journal == journal)
        yield from connection.execute(new.where(paid.seq > noted, paid.seq <= held)).scalars().all()
