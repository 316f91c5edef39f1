"""What the county never got of the journal before this one, whose key is gone with its machine: carried up in ours."""

from collections.abc import Sequence

from app.desk.desk import Desk
from app.domain.syncfile import Wanted
from app.store import journal as journal_store
from app.store import sync


def carry(desk: Desk, wanted: Sequence[Wanted]) -> int:
    """Write what is wanted and not yet carried into the journal; the caller holds the transaction. How many entries."""
    count = 0
    for each in wanted:
        if sync.journal_key(desk.db, each.journal) is None or each.journal == desk.journal:
            continue
        after = max(each.after, journal_store.carried_to(desk.db, desk.journal, each.journal))
        for seq, line, _ in list(journal_store.lines(desk.db, each.journal, after=after)):
            desk.write("entry_carried", {"of": each.journal, "of_seq": seq, "line": line.decode()})
            count += 1
    return count
