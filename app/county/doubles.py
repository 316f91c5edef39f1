"""Payments of people who have another one for the same benefit year, noted as files come.

Who is among them is asked after every file; without this table it would be asked of every payment the county has
(docs/decisions/0048). A payment stays noted when it or the other is void: whoever asks looks at what stands.
"""

from collections.abc import Iterable

from sqlalchemy import Connection, Select, func, select, tuple_

from app.county.database import in_chunks, put_rows
from app.county.schema import payments, twice

_OF = (payments.c.person, payments.c.year)
_SAID = tuple(payments.c[column.name] for column in twice.columns)


def note(connection: Connection, people: Iterable[str]) -> None:
    """Note these people's payments, where one has several for a year; their newest are in the accounts already."""
    for chunk in in_chunks(sorted(people)):
        _put(connection, _several().where(payments.c.person.in_(chunk)))


def note_all(connection: Connection) -> None:
    """The same for everybody: a county that an older version of the program kept."""
    _put(connection, _several())


def _several() -> Select[tuple[str, int]]:
    # The index answers this alone.
    return select(*_OF).group_by(*_OF).having(func.count() > 1)


def _put(connection: Connection, several: Select[tuple[str, int]]) -> None:
    rows = connection.execute(select(*_SAID).where(tuple_(*_OF).in_(several))).all()
    put_rows(connection, twice, [tuple(row) for row in rows])
