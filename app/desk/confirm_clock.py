"""Confirming that a clock which went back is right now (design §2, rule 12)."""

from app.desk.desk import Desk
from app.domain.errors import WrongUse
from app.domain.journal import stamp
from app.store import journal as journal_store
from app.store import settings
from app.store.database import writing


def confirm_clock(desk: Desk, reason: str) -> None:
    """Record why the clock went back and let payments go on. A reason is needed; nothing happens where the clock is
    fine."""
    if not reason.strip():
        raise WrongUse("reason_missing")
    now, last = desk.clock(), journal_store.last_moment(desk.db)
    if last is None or now >= last:
        return
    with writing(desk.db):
        settings.put(desk.db, "clock_confirmed_for", stamp(last))
        desk.write("clock_confirmed", {"from": stamp(last), "to": stamp(now), "reason": reason.strip()})
