"""Why a receipt says what it says: facts, pack, steps and where its record stands, as an auditor follows a yuan."""

from typing import Any

import msgspec

from app.desk.desk import Desk
from app.desk.receipt_view import assessment_of
from app.domain.assessment import to_json
from app.domain.errors import Refused
from app.store import counter
from app.store import journal as journal_store


class Explained(msgspec.Struct, frozen=True, kw_only=True):
    """A payment as its entry keeps it. `assessment`: as `assess` prints it, worded by the pack of `pack_hash`;
    `state` active | void | reversed; `sync_state` unsent | sent | acknowledged | rejected; `hash`: SHA-256 of the
    entry's line.
    """

    receipt: str
    payment: str
    name: str
    paid_on: str
    at: str
    by: str
    journal: str
    seq: int
    hash: str
    state: str
    sync_state: str
    pack: str
    pack_hash: str
    facts: dict[str, Any]
    assessment: dict[str, Any]


def explain(desk: Desk, number: str) -> Explained:
    """The explanation behind a receipt number. Raises Refused: receipt_unknown."""
    row = counter.by_receipt(desk.db, "".join(number.split()))
    if row is None:
        raise Refused("receipt_unknown", receipt=number)
    entry = journal_store.entry(desk.db, row["journal"], row["seq"])
    digest = journal_store.hash_of(desk.db, row["journal"], row["seq"])
    body = entry.body
    return Explained(
        receipt=row["receipt"],
        payment=row["payment"],
        name=body["resident"]["name"],
        paid_on=body["paid_on"],
        at=entry.at,
        by=entry.by,
        journal=row["journal"],
        seq=entry.seq,
        hash=digest,
        state=row["state"],
        sync_state=row["sync_state"],
        pack=body["pack"],
        pack_hash=body["pack_hash"],
        facts=body["facts"],
        assessment=to_json(assessment_of(body, desk.pack_by_hash(body["pack_hash"]))),
    )
