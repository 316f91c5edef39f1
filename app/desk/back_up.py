"""A second, encrypted copy on a stick, and putting it on another computer when this one is stolen or broken.

A backup holds the store as it is (encrypted) and the wrapped keys of the clerks; never the journal's own key, so that
whoever opens the copy begins a journal of its own, with receipt numbers of a new series (design §2).
"""

import os
import shutil
from itertools import count
from pathlib import Path

import msgspec

from app.desk import folder as folders
from app.desk.desk import Desk
from app.devices import stick
from app.domain.errors import Refused
from app.domain.journal import stamp
from app.domain.progress import Progress, Tick, silent
from app.store import journal as journal_store
from app.store import settings
from app.store.database import writing

LAST = "last_backup"
COPYING, ENDING = "抄写备份", "写完备份"
COPIED = ("slots.json", folders.MARKER, "county.slot")


class BackedUp(msgspec.Struct, frozen=True, kw_only=True):
    """Where the copy lies, when it was made, and up to which entry of the journal it reaches."""

    folder: str
    at: str
    last_seq: int


def back_up(desk: Desk, into: Path, *, tick: Tick = silent) -> BackedUp:
    """Copy the store into a new folder under `into`. It gets its name only once all of it is on the disk.

    Raises Refused: folder_missing, disk_full, stick_gone, cannot_write, and what `tick` raises.
    """
    if not into.is_dir():
        raise Refused("folder_missing", folder=into)
    now = desk.clock()
    place = _free(into / f"cunjiao-backup-{desk.point.code}-{desk.journal[:5]}-{now:%Y%m%d-%H%M%S}")
    making = place.with_name(f".{place.name}.part")
    try:
        shutil.rmtree(making, ignore_errors=True)
        making.mkdir()
        head = journal_store.head(desk.db, desk.journal)
        desk.copy_store(making / "point.db", lambda done, of: tick(Progress(COPYING, done * 4, of * 4, "KB")))
        for name in COPIED:
            if (desk.folder / name).exists():
                stick.write(making / name, (desk.folder / name).read_bytes())
        tick(Progress(ENDING, last=True))
        os.replace(making, place)
    except OSError as error:
        raise Refused(stick.status(error), folder=into, file=place.name, why="只读或没有权限") from error
    finally:
        shutil.rmtree(making, ignore_errors=True)
    done = BackedUp(folder=str(place), at=stamp(now), last_seq=head.seq)
    with writing(desk.db):
        settings.put(desk.db, LAST, msgspec.to_builtins(done))
    return done


def _free(place: Path) -> Path:
    """Two backups of one second, or of a clock that stands still, get a number each."""
    taken = (place.with_name(f"{place.name}-{number}") for number in count(2))
    return place if not place.exists() else next(each for each in taken if not each.exists())


def last_backup(desk: Desk) -> BackedUp | None:
    """The backup made last, None where there is none."""
    kept = settings.get(desk.db, LAST)
    return msgspec.convert(kept, BackedUp) if kept else None


def restore(backup: Path, folder: Path, *, renewal: int = 0) -> None:
    """Put a backup into an empty data folder; opening it there begins a new journal that cites the old one.

    `renewal`: that journal's number where another PC went on from the same backup before, as the county says.
    Raises Refused folder_taken, no_point (no backup there), disk_full, stick_gone, cannot_write.
    """
    marker = folders.require_point(backup)
    if folders.marker(folder) is not None:
        raise Refused("folder_taken", folder=folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("point.db", "slots.json", "county.slot"):
            if (backup / name).exists():
                shutil.copyfile(backup / name, folder / name)
    except OSError as error:
        raise Refused(stick.status(error), folder=folder, file=backup.name, why="只读或没有权限") from error
    # The marker comes last: a folder without it was never finished.
    stick.write(folder / folders.MARKER, msgspec.json.encode(msgspec.structs.replace(marker, renewal=renewal)))
