"""The recovery sheet of a point: writing it, and whether it is still missing.

Missing is what has to be remembered: a code that nobody wrote down is gone with the window that showed it. So it is
said before a code is made, in the same transaction as the point, and taken back once it is on paper. A point made by
the command line, which leaves the code on the screen, misses none. A local setting, never in the journal.
"""

from pathlib import Path

from app.desk.desk import Desk
from app.store import settings
from app.store.database import Database, writing

KEY = "recovery_sheet_missing"


def missing(desk: Desk) -> bool:
    """Whether the recovery code in force was shown, but neither written as a sheet nor said to be copied."""
    return bool(settings.get(desk.db, KEY))


def miss(db: Database) -> None:
    """A new code is about to be shown; the caller holds the transaction."""
    settings.put(db, KEY, True)


def confirm(desk: Desk) -> None:
    """The code in force is on paper. Raises Refused as `writing` does."""
    if missing(desk):
        with writing(desk.db):
            settings.put(desk.db, KEY, False)


def write_sheet(desk: Desk, folder: Path, code: str) -> Path:
    """The sheet with the recovery code as PDF, where the clerk chose; it is missing no more.

    Raises Refused as `recovery_sheet.write` and `confirm` do.
    """
    from app.devices import recovery_sheet

    p = desk.point
    # Two computers' sheets may well be kept in one folder, and neither may take the other's place.
    file = folder / f"恢复单-{p.code}-{p.device}.pdf"
    recovery_sheet.write(
        file, point_name=p.name, point_code=p.code, code=code, made_on=desk.clock().date(), practice=p.practice
    )
    confirm(desk)
    return file
