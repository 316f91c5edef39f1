"""A county takes a pack of its own writing into use: payments made under it are then known."""

from datetime import datetime

from msgspec import Struct

from app.county import records
from app.county.office import County
from app.domain.journal import stamp
from app.packs.install import installable


class Added(Struct, frozen=True):
    """The pack, and whether it was new to this county."""

    id: str
    title: str
    hash: str
    new: bool


def add_pack(county: County, pack: str, *, now: datetime) -> Added:
    """Know a pack (id or file) from now on. Raises what `installable` raises."""
    policy, _ = installable(pack)
    with county.engine.begin() as connection:
        new = policy.hash not in records.known_packs(connection)
        records.add_packs(connection, [(policy.hash, policy.id)], at=stamp(now))
    return Added(policy.id, policy.title, policy.hash, new)
