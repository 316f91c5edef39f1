"""Entries of a lost machine that its successor carries up inside its own journal, because the key of the old is gone.

The successor was enrolled as going on from that journal, and signs for what it carries; the chain shows that nothing
between was left out or changed. Where it does not follow what the county holds, nothing of it is taken.
"""

from collections.abc import Iterator

from sqlalchemy import Connection

from app.county import chain, records
from app.county.chain import Link
from app.county.records import Journal
from app.domain.errors import Refused


def carried(connection: Connection, sender: Journal, links: list[Link]) -> tuple[Journal, list[Link]] | None:
    """The old journal and those of its entries in `links` that the county lacks; None where there are none."""
    if sender.previous_journal is None:
        return None
    lines = list(_lines(links, sender.previous_journal))
    before = records.journal(connection, sender.point, sender.previous_journal) if lines else None
    if before is None:
        return None
    new = [line for seq, line in lines if seq > before.held]
    try:
        return before, list(chain.follow(new, first_seq=before.held + 1, prev=before.head))
    except Refused:
        return None


def _lines(links: list[Link], of: str) -> Iterator[tuple[int, bytes]]:
    for link in links:
        body = link.entry.body if link.entry is not None and link.entry.kind == "entry_carried" else {}
        seq, line = body.get("of_seq"), body.get("line")
        if body.get("of") == of and isinstance(seq, int) and isinstance(line, str):
            yield seq, line.encode()
