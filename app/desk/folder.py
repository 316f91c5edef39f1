"""The data folder: what lies where, and whether it is a point's or a county's.

The marker is plain text, so that this can be told without a key.
"""

import shutil
from pathlib import Path
from typing import Literal

import msgspec

from app.domain.errors import Refused, WrongUse

MARKER = "cunjiao.json"


class Marker(msgspec.Struct, frozen=True, kw_only=True):
    """What kind of folder this is. Written by whoever creates it; a county's may hold more."""

    kind: Literal["point", "county"]
    practice: bool
    v: int = 1
    renewal: int = 0
    """A restored point's next journal begins at this renewal or later: an earlier one was enrolled from another PC."""


def database(folder: Path) -> Path:
    """The encrypted store."""
    return folder / "point.db"


def slots(folder: Path) -> Path:
    """The wrapped database key, one slot per clerk."""
    return folder / "slots.json"


def county_slot(folder: Path) -> Path:
    """The database key wrapped for the pinned county."""
    return folder / "county.slot"


def journal_key(folder: Path) -> Path:
    """The journal's private keys, bound to this machine; never part of a backup."""
    return folder / "journal.key"


def empty(folder: Path) -> None:
    """Take away what lies in a folder, folders too."""
    if folder.is_dir():
        for each in folder.iterdir():
            shutil.rmtree(each) if each.is_dir() else each.unlink()


def prints(folder: Path) -> Path:
    """Where print copies lie until they are printed; emptied at start (design §2, rule 10)."""
    return folder / "print"


def marker(folder: Path) -> Marker | None:
    """The folder's marker, None where it holds nothing of ours. WrongUse("folder_damaged") where it cannot be read."""
    file = folder / MARKER
    if not file.exists():
        return None
    try:
        return msgspec.json.decode(file.read_bytes(), type=Marker)
    except (msgspec.DecodeError, OSError) as error:
        raise WrongUse("folder_damaged", folder=folder) from error


def require_point(folder: Path) -> Marker:
    """The marker of a point's folder; WrongUse where it is a county's, Refused where no point was created here."""
    found = marker(folder)
    if found is None:
        raise Refused("no_point", folder=folder)
    if found.kind != "point":
        raise WrongUse("folder_of_county", folder=folder)
    return found
