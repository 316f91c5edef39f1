"""Which journal goes on from which, as far back as the county has enrolled them."""

from collections.abc import Iterator

from sqlalchemy import Connection

from app.county import records
from app.county.records import Journal


def before(connection: Connection, of: Journal) -> Iterator[tuple[Journal, Journal]]:
    """(heir, the journal it goes on from), from `of` back to the first of its device."""
    heir = of
    while heir.previous_journal is not None:
        found = records.journal(connection, heir.point, heir.previous_journal)
        if found is None:
            return
        yield heir, found
        heir = found
