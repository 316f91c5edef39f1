"""What the county never got of the journals before this one, whose keys are gone with their machines: carried up."""

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
        # A restored county may want earlier ones than those carried; these come again with what it lacks of ours.
        carried = journal_store.carried(desk.db, desk.journal, each.journal)
        for seq, line, _ in list(journal_store.lines(desk.db, each.journal, after=each.after)):
            if seq not in carried:
                desk.write("entry_carried", {"of": each.journal, "of_seq": seq, "line": line.decode()})
                count += 1
    return count
