"""Loading a roster file: a preview of what would change, then the change itself. Nobody is taken off the roster."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import msgspec

from app.desk.desk import Desk
from app.devices import collector, sheets
from app.domain import roster as rosters
from app.domain.errors import Refused
from app.domain.journal import stamp
from app.domain.roster import RosterReading
from app.store import roster
from app.store.database import Conflict, writing
from app.store.roster import Row


class Preview(msgspec.Struct, frozen=True, kw_only=True):
    """What a file would change, before anything does. `digest` is the SHA-256 of the file."""

    file: Path
    digest: str
    reading: RosterReading
    added: list[Row]
    changed: list[Row]
    same: int


class Loaded(msgspec.Struct, frozen=True, kw_only=True):
    """What was done: rows read, people added and changed, rows rejected, and the sheet that says why, if any were."""

    read: int
    added: int
    changed: int
    rejected: int
    rejects_file: str | None
    warnings: tuple[str, ...]


@collector.paused()
def preview(desk: Desk, file: Path) -> Preview:
    """Read a roster file and hold it against the roster; nothing is written.

    Raises Refused: what `sheets.read_table` and `roster.parse` name.
    """
    table = sheets.read_table(file)
    reading = rosters.parse(table, canonical=desk.policy.canonical_category, today=desk.clock().date())
    added, changed, same = roster.sort_out(desk.db, (r for _, r in reading.residents))
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    return Preview(file=file, digest=digest, reading=reading, added=added, changed=changed, same=same)


@collector.paused()
def load_roster(desk: Desk, found: Preview, *, tick: Callable[[int], None] | None = None) -> Loaded:
    """Write what a preview found, all or nothing, and the rejects sheet beside the source.

    The sheet is written first: where it cannot be, nothing has changed yet. The same file again changes nothing.
    """
    reading = found.reading
    rejects = _write_rejects(found)
    if found.added or found.changed:
        counts = {"added": len(found.added), "changed": len(found.changed), "rejected": len(reading.rejections)}
        with writing(desk.db):
            now = stamp(desk.clock())
            try:
                roster.save(desk.db, found.added, found.changed, source=found.digest, tick=tick)
            except Conflict as error:
                raise Refused("roster_changed") from error
            roster.add_source(desk.db, digest=found.digest, kind="roster", at=now, rows=reading.read)
            desk.write("roster_imported", {"source_hash": found.digest, "read": reading.read, **counts})
    return Loaded(
        read=reading.read,
        added=len(found.added),
        changed=len(found.changed),
        rejected=len(reading.rejections),
        rejects_file=str(rejects) if rejects else None,
        warnings=reading.warnings,
    )


def _write_rejects(found: Preview) -> Path | None:
    if not found.reading.rejections:
        return None
    path = sheets.rejects_path(found.file)
    sheets.write_rejects(path, found.reading.header, found.reading.rejections)
    return path
