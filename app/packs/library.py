"""The packs that came with the program: `resources/policy/<id>/pack.toml`."""

from functools import cache
from pathlib import Path

from msgspec import Struct

from app import RESOURCES
from app.domain.errors import WrongUse
from app.domain.policy import Policy
from app.packs.reading import load_kept


class PackInfo(Struct, frozen=True):
    """What a list of packs shows."""

    id: str
    title: str
    status: str
    benefit_year: int
    hash: str


def folder() -> Path:
    """Where packs lie, beside the `app` package; in a frozen bundle the same place under its own root."""
    return RESOURCES / "policy"


def ids() -> list[str]:
    return sorted(entry.name for entry in folder().iterdir() if entry.joinpath("pack.toml").is_file())


def pack_bytes(pack_id: str) -> bytes:
    """The exact bytes whose SHA-256 is the pack's hash. Raises WrongUse("pack_unknown")."""
    if pack_id not in ids():
        raise WrongUse("pack_unknown", pack=pack_id, known="、".join(ids()))
    return folder().joinpath(pack_id, "pack.toml").read_bytes()


@cache
def load(pack_id: str) -> Policy:
    """The policy of a pack by its id. Raises WrongUse("pack_unknown").

    The program's own packs were checked when it was built (tests/policy), so that opening a counter need not.
    """
    return load_kept(pack_bytes(pack_id))


def available() -> list[PackInfo]:
    return [PackInfo(pack.id, pack.title, pack.status, pack.benefit_year, pack.hash) for pack in map(load, ids())]
