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


def ended_at(connection: Connection, of: Journal) -> int | None:
    """The last entry of a journal whose own key has signed the one that follows; None where it may still grow."""
    heirs = [each for each in records.journals(connection, point=of.point) if each.previous_journal == of.journal]
    return next((heir.previous_seq for heir in heirs if heir.proof == "old_key"), None)


def gone(connection: Connection, old: Journal) -> bool:
    """Whether another journal goes on from this one; not if it was heard of since: then both machines are alive.

    One whose own key has signed the next is gone for good.
    """
    heirs = [each for each in records.journals(connection, point=old.point) if each.previous_journal == old.journal]
    ended = any(heir.proof == "old_key" for heir in heirs)
    return ended or any(not records.heard_since(connection, old, heir.arrivals) for heir in heirs)
