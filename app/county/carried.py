"""Entries of a lost machine that its successor carries up inside its own journal, because the key of the old is gone.

The successor was enrolled as going on from that journal, and signs for what it carries; the chain shows that nothing
between was left out or changed. Where it does not follow what the county holds, nothing of it is taken; what was
carried stays in the successor's journal, and is taken once the hole before it is filled.
"""

from collections.abc import Iterable, Iterator
from itertools import takewhile

from sqlalchemy import Connection, select

from app.county import chain, lineage, schema
from app.county.chain import Link
from app.county.records import Journal
from app.domain import journal
from app.domain.errors import Refused


def carried(
    connection: Connection, sender: Journal, links: Iterable[Link] | None = None
) -> tuple[Journal, list[Link]] | None:
    """An older journal of the device and what `sender` carries of it that the county lacks; None where there is none.

    `links`: what was just taken of `sender`; where that carries nothing nobody looks further.
    """
    if links is not None and not any(each.entry and each.entry.kind == "entry_carried" for each in links):
        return None
    for _, before in lineage.before(connection, sender):
        found = _following(before, _lines(connection, sender, before))
        if found:
            return before, found
    return None


def _following(before: Journal, lines: Iterable[bytes]) -> list[Link]:
    try:
        return list(chain.follow(lines, first_seq=before.held + 1, prev=before.head))
    except Refused:
        return []


def _lines(connection: Connection, sender: Journal, before: Journal) -> Iterator[bytes]:
    """The carried lines that come right after what the county holds, without a hole."""
    table, held = schema.projections["carried_entries"].c, schema.entries.c
    query = (
        select(table.of_seq, held.line)
        .join(schema.entries, (held.point == table.point) & (held.journal == table.journal) & (held.seq == table.seq))
        .where(table.point == sender.point, table.journal == sender.journal)
        .where(table.of == before.journal, table.of_seq > before.held)
        .order_by(table.of_seq)
    )
    rows = enumerate(connection.execute(query), start=before.held + 1)
    for _, row in takewhile(lambda each: each[0] == each[1].of_seq, rows):
        line = journal.parse(row.line).body.get("line")
        if not isinstance(line, str):
            return
        yield line.encode()
