"""Confirming that a clock which went back is right now (design §2, rule 12)."""

from app.desk import folder as folders
from app.desk.desk import Desk
from app.devices import keyslots
from app.domain.errors import Refused, WrongUse
from app.domain.journal import stamp
from app.store import journal as journal_store
from app.store.database import writing


def confirm_clock(desk: Desk, reason: str) -> None:
    """Record why the clock went back and let payments go on; nothing happens where the clock is fine.

    A reason is needed and, where there is more than one clerk, somebody other than the author of the last entry.
    """
    if not reason.strip():
        raise WrongUse("reason_missing")
    now, last = desk.clock(), journal_store.last_moment(desk.db)
    if last is None or now >= last:
        return
    author = journal_store.last_author(desk.db, desk.journal)
    if author == desk.operator and len(keyslots.names(folders.slots(desk.folder))) > 1:
        raise Refused("second_person_needed", last=author)
    with writing(desk.db):
        desk.write("clock_confirmed", {"from": stamp(last), "to": stamp(now), "reason": reason.strip()})
