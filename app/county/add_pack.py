"""A county takes a pack of its own writing into use: payments made under it are then known."""

from datetime import datetime

from msgspec import Struct

from app.county import pack_texts, records
from app.county.office import County
from app.county.take import take_again
from app.domain.journal import stamp
from app.packs.install import installable


class Added(Struct, frozen=True):
    """The pack, and whether it was new to this county.

    `known_before` are the hashes of other contents known under the same id, the latest last: payments keep the pack of
    theirs. `taken_again` counts entries that waited in quarantine for a pack and are now in the accounts.
    """

    id: str
    title: str
    hash: str
    new: bool
    known_before: list[str]
    taken_again: int


def add_pack(county: County, pack: str, *, now: datetime) -> Added:
    """Know a pack (id or file) from now on. Raises what `installable` raises."""
    policy, text = installable(pack)
    with county.engine.begin() as connection:
        new = policy.hash not in records.known_packs(connection)
        before = [each for each in records.packs_known_as(connection, policy.id) if each != policy.hash]
        records.add_packs(connection, [(policy.hash, policy.id)], at=stamp(now))
        pack_texts.keep(connection, policy.hash, text)
        taken_again = take_again(connection)
    return Added(policy.id, policy.title, policy.hash, new, before, taken_again)
