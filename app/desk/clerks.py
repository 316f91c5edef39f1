"""Clerks: each has an account and a slot of their own; `by` in the journal is the one signed in."""

from pathlib import Path

from app.desk import folder as folders
from app.desk import recovery
from app.desk.desk import Desk
from app.desk.open_point import open_point
from app.devices import keyslots
from app.store import database
from app.store.database import writing


def recover(folder: Path, *, code: str, name: str, passphrase: str) -> None:
    """Give `name` a passphrase (a clerk known or new) with the code from the recovery sheet; the journal says so.

    Raises Refused: recovery_code_mistyped, recovery_code_wrong, and what open_point names.
    """
    folders.require_point(folder)
    slots = folders.slots(folder)
    db_key = keyslots.unlock_recovery(slots, code)
    known = name in keyslots.names(slots)
    (keyslots.change if known else keyslots.add)(slots, db_key, name, passphrase)
    desk = open_point(folder, operator=name, passphrase=passphrase)
    desk.record("clerk_added", {"name": name, "by_recovery": True})
    database.close(desk.db)


def add_clerk(desk: Desk, *, own_passphrase: str, name: str, passphrase: str) -> None:
    """Give a further clerk a slot; the one signed in proves with the own passphrase who opens the door."""
    slots = folders.slots(desk.folder)
    _, db_key = keyslots.unlock(slots, desk.operator, own_passphrase)
    keyslots.add(slots, db_key, name.strip(), passphrase)
    desk.record("clerk_added", {"name": name.strip()})


def renew_recovery(desk: Desk, *, own_passphrase: str) -> str:
    """A new recovery code, for a sheet that was lost or seen; the clerk signed in proves it with the own passphrase.

    The old sheet opens nothing from now on, and the new one is missing until `recovery` writes or confirms it.
    Raises Refused passphrase_wrong, slots_damaged, and as `writing` does.
    """
    slots = folders.slots(desk.folder)
    _, db_key = keyslots.unlock(slots, desk.operator, own_passphrase)
    # First, so that a code that is in force is never one that nobody is reminded of.
    with writing(desk.db):
        recovery.miss(desk.db)
    return keyslots.renew_recovery(slots, db_key)
