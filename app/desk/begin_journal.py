"""A new journal with keys of its own: for a new point, a copied or restored store, or keys that are to be replaced."""

from dataclasses import replace
from typing import Any

from app.desk import folder as folders
from app.desk.desk import Desk
from app.devices import envelope
from app.domain.errors import Refused
from app.domain.journal import stamp
from app.store import journal as journal_store
from app.store import sync
from app.store.database import writing

RENEWALS = 9
"""How often a device may go on in a new journal: the receipt number has one digit for it (design §2, rule 5)."""


def begin_journal(desk: Desk) -> Desk:
    """The desk in a journal that has just begun; its first entry cites the one before, where there was one.

    Raises Refused journal_renewed_too_often, and as stick.write does.
    """
    before = sync.newest_journal(desk.db)
    renewal = 0 if before is None else max(before["renewal"] + 1, folders.require_point(desk.folder).renewal)
    if renewal > RENEWALS:
        raise Refused("journal_renewed_too_often")
    keys = envelope.new_keys()
    # The key file comes first: a journal whose key is lost could never go on.
    desk.keep_keys(keys)
    own, now = keys.public, desk.clock()
    desk = replace(desk, keys=keys, journal=own.fingerprint, renewal=renewal)
    with writing(desk.db):
        sync.add_journal(
            desk.db, journal=desk.journal, public_key=own.sign, seal_key=own.seal, device=desk.point.device,
            renewal=renewal, at=stamp(now),
        )  # fmt: skip
        desk.write("journal_opened", _opening(desk, before), at=now)
    return desk


def _opening(desk: Desk, before: dict[str, Any] | None) -> dict[str, Any]:
    p, own, previous = desk.point, desk.keys.public, None
    if before is not None:
        last = journal_store.head(desk.db, before["journal"])
        previous = {"journal": before["journal"], "seq": last.seq, "head": last.hash}
    return {
        "point": p.code, "name": p.name, "device": p.device, "renewal": desk.renewal, "practice": p.practice,
        "on": p.on, "pack": p.pack, "pack_hash": p.pack_hash, "year": p.year, "public_key": own.sign,
        "seal_key": own.seal, "previous": previous,
    }  # fmt: skip
