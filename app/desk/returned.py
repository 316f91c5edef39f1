"""Records the county sent back (县退回), with what cures each."""

from app.desk.desk import Desk
from app.domain.syncfile import Rejected
from app.store import sync


def returned(desk: Desk) -> list[Rejected]:
    """The records that the county's newest reply sent back, by their number in the journal."""
    return [Rejected(**row) for row in sync.rejected(desk.db, desk.journal)]
