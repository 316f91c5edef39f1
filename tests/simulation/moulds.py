"""What every run begins from, made once per process: an empty point's folder, a county, and another county.

Only here are passphrases derived at their full cost. A run copies the folders; its clerks' slots are light ones.
"""

import shutil
import tempfile
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path

import msgspec

from app.county import office
from app.desk import folder as folders
from app.desk.desk import Desk
from app.desk.folder import Marker
from app.desk.open_point import open_point, point_of
from app.devices import keyslots
from app.domain.point import Point
from app.store import settings
from app.store.database import close, open_store, writing
from tests.factories import CLERK, MORNING, PACK, PASSPHRASE, Place

# Memory, where there is such a disk: what is measured here is no disk, and every commit is synced.
FAST = Path("/dev/shm")


@dataclass(frozen=True)
class Moulds:
    """Folders to copy, and the key of the empty store."""

    point: Path
    county: Path
    other: Path
    key: bytes


def scratch() -> tempfile.TemporaryDirectory[str]:
    """A folder for one run, gone afterwards."""
    return tempfile.TemporaryDirectory(dir=FAST if FAST.is_dir() else None, prefix="cunjiao-simulation-")


_KEPT: list[tempfile.TemporaryDirectory[str]] = []


@lru_cache(maxsize=1)
def moulds() -> Moulds:
    """The folders of this process."""
    _KEPT.append(scratch())
    folder = Path(_KEPT[-1].name)
    empty = folder / "point"
    empty.mkdir()
    key, _ = keyslots.create(folders.slots(empty))
    keyslots.add(folders.slots(empty), key, CLERK, PASSPHRASE)
    Place(empty).lighten()
    close(open_store(folders.database(empty), key))
    (empty / folders.MARKER).write_bytes(msgspec.json.encode(Marker(kind="point", practice=True)))
    return Moulds(empty, _county(folder / "county", "郎溪县"), _county(folder / "other", "黟县"), key)


def _county(folder: Path, name: str) -> Path:
    made, _ = office.create(folder, name=name, practice=True, passphrase=PASSPHRASE, operator="李科长", now=MORNING)
    made.close()
    Place(folder).lighten()
    return folder


@lru_cache(maxsize=1)
def _shape() -> tuple[Point, bytes]:
    """Reading a pack takes longer than all the rest of a new point."""
    return point_of(code="0" * 12, name="村", device=1, practice=True, on=None, pack_id=PACK)


def new_desk(folder: Path, *, code: str, device: int, name: str, now: datetime) -> Desk:
    """A point in `folder`, as `point create` would leave it, opened."""
    shutil.copytree(moulds().point, folder)
    shaped, pack = _shape()
    point = msgspec.structs.replace(shaped, code=code, name=name, device=device)
    db = open_store(folders.database(folder), moulds().key)
    with writing(db):
        settings.put(db, "point", msgspec.to_builtins(point))
        settings.add_pack(db, digest=point.pack_hash, pack=point.pack, content=pack, at=now.isoformat())
    close(db)
    return open_point(folder, operator=None, passphrase=PASSPHRASE, moment=now)
