"""The desk: everything a verb of the counter needs, handed to it in one value. open_point.py makes it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from app import packs
from app.desk.clock import Clock, check
from app.devices.envelope import PrivateKeys
from app.domain.journal import Entry
from app.domain.point import Point
from app.domain.policy import Policy
from app.store import journal as journal_store
from app.store import settings
from app.store.database import Database, writing


@dataclass(frozen=True, kw_only=True)
class Desk:
    """One opened point: its store, its journal and keys, its clock, the pack in force, and who is signed in."""

    folder: Path
    db: Database
    point: Point
    journal: str
    renewal: int
    keys: PrivateKeys
    policy: Policy
    operator: str
    clock: Clock
    connect: Callable[[], Database]
    """Opens a further connection to the same store, for work off the window's thread."""
    copy_store: Callable[[Path, Callable[[int, int], None] | None], None]
    """Copies the store, encrypted as it is, into a new file; whoever wants to is told the pages done and all pages."""
    open_for_county: Callable[[str], None]
    """Wraps the database key for the county's age recipient, so that it can open this store if every clerk is gone."""
    keep_keys: Callable[[PrivateKeys], None]
    """Writes the journal's private keys to their file, bound to this machine; the file holds one journal's alone."""

    def pack_by_hash(self, digest: str) -> Policy:
        """The pack in force when something was recorded: kept for ever, worded by itself (design §2, rule 8)."""
        return self.policy if digest == self.policy.hash else _policy(settings.pack(self.db, digest))

    def write(self, kind: str, body: dict[str, Any], *, at: datetime | None = None) -> tuple[Entry, str]:
        """Append one entry as the clerk signed in; the caller holds the transaction."""
        return journal_store.append(self.db, self.journal, kind, body, at=at or self.clock(), by=self.operator)

    def record(self, kind: str, body: dict[str, Any]) -> tuple[Entry, str]:
        """Append one entry in a transaction of its own."""
        with writing(self.db):
            return self.write(kind, body)

    def checked_now(self) -> datetime:
        """The time, after the check that the clock has not gone back (design §2, rule 12)."""
        now = self.clock()
        check(now, journal_store.last_moment(self.db))
        return now


@lru_cache(maxsize=8)
def _policy(content: bytes) -> Policy:
    return packs.load_kept(content)
