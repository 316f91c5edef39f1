"""Loading a roster file: a preview of what would change, then the change itself. Nobody is taken off the roster."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import msgspec

from app.desk.desk import Desk
from app.devices import collector, sheets
from app.domain import roster as rosters
from app.domain.errors import KnownError, Refused
from app.domain.journal import stamp
from app.domain.progress import Progress, Tick, counted, silent
from app.domain.resident import Resident
from app.domain.roster import RosterReading
from app.store import roster
from app.store.database import Conflict, writing
from app.store.roster import Row

COMPARING, WRITING, ENDING = "与现有名册比对", "写入名册", "写完名册"


class Whose(msgspec.Struct, frozen=True, kw_only=True):
    """Whose roster a file is, as somebody of the village tells at a glance; `first` is the first person in it."""

    groups: tuple[str, ...]
    households: int
    first: str


class Preview(msgspec.Struct, frozen=True, kw_only=True):
    """What a file would change, before anything does. `digest` is the SHA-256 of the file."""

    file: Path
    digest: str
    reading: RosterReading
    added: list[Row]
    changed: list[Row]
    same: int
    whose: Whose | None = None
    """None where no row can be read."""


class Loaded(msgspec.Struct, frozen=True, kw_only=True):
    """What was done: rows read, people added and changed, rows rejected, and the sheet that says why, if any were."""

    read: int
    added: int
    changed: int
    rejected: int
    rejects_file: str | None
    warnings: tuple[str, ...]


@collector.paused()
def preview(desk: Desk, file: Path, *, tick: Tick = silent) -> Preview:
    """Read a roster file and hold it against the roster; nothing is written.

    Raises Refused: what `sheets.read_table` and `roster.parse` name, and what `tick` raises.
    """
    table = sheets.read_table(file, tick=tick)
    reading = rosters.parse(table, canonical=desk.policy.canonical_category, today=desk.clock().date(), tick=tick)
    people = counted(reading.residents, tick, COMPARING, len(reading.residents), "人")
    added, changed, same = roster.sort_out(desk.db, people)
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    whose = _whose(reading.residents)
    return Preview(file=file, digest=digest, reading=reading, added=added, changed=changed, same=same, whose=whose)


def _whose(people: Sequence[Resident]) -> Whose | None:
    if not people:
        return None
    groups = dict.fromkeys(f"{r.town}{r.group}" for r in people if r.group)
    return Whose(groups=tuple(groups), households=len({r.household for r in people}), first=people[0].name)


@collector.paused()
def load_roster(desk: Desk, found: Preview, *, tick: Tick = silent) -> Loaded:
    """Write what a preview found, all or nothing, and the rejects sheet beside the source.

    The sheet is written first: where it cannot be, nothing has changed yet; where the roster is not changed after all,
    the sheet goes too. The same file again changes nothing.
    Raises Refused: what `sheets.write_rejects` names, roster_changed, and what `tick` raises.
    """
    reading = found.reading
    tick(Progress(WRITING, 0, len(found.added) + len(found.changed), "人"))
    rejects = _write_rejects(found)
    try:
        _write(desk, found, tick)
    except KnownError:
        if rejects:
            rejects.unlink(missing_ok=True)
        raise
    return Loaded(
        read=reading.read,
        added=len(found.added),
        changed=len(found.changed),
        rejected=len(reading.rejections),
        rejects_file=str(rejects) if rejects else None,
        warnings=reading.warnings,
    )


def _write(desk: Desk, found: Preview, tick: Tick) -> None:
    added, changed, read = len(found.added), len(found.changed), found.reading.read
    if not added and not changed:
        tick(Progress(ENDING, last=True))
        return
    counts = {"added": added, "changed": changed, "rejected": len(found.reading.rejections)}
    with writing(desk.db):
        now = stamp(desk.clock())
        try:
            roster.save(
                desk.db, found.added, found.changed, source=found.digest,
                tick=lambda done: tick(Progress(WRITING, done, added + changed, "人")),
            )  # fmt: skip
        except Conflict as error:
            raise Refused("roster_changed") from error
        roster.add_source(desk.db, digest=found.digest, kind="roster", at=now, rows=read)
        desk.write("roster_imported", {"source_hash": found.digest, "read": read, **counts})
        tick(Progress(ENDING, last=True))


def _write_rejects(found: Preview) -> Path | None:
    if not found.reading.rejections:
        return None
    path = sheets.rejects_path(found.file)
    sheets.write_rejects(path, found.reading.header, found.reading.rejections)
    return path
