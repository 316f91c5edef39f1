"""Clerks: each has an account and a slot of their own; `by` in the journal is the one signed in."""

from app.desk import folder as folders
from app.desk.desk import Desk
from app.devices import keyslots


def add_clerk(desk: Desk, *, own_passphrase: str, name: str, passphrase: str) -> None:
    """Give a further clerk a slot; the one signed in proves with the own passphrase who opens the door."""
    slots = folders.slots(desk.folder)
    _, db_key = keyslots.unlock(slots, desk.operator, own_passphrase)
    keyslots.add(slots, db_key, name.strip(), passphrase)
    desk.record("clerk_added", {"name": name.strip()})
