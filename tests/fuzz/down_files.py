"""Replies that a dishonest county could write, and files of the other PC of a village: signed with their real keys."""

import json
from random import Random
from typing import Any

import msgspec

from app.desk.desk import Desk
from app.devices.envelope import PrivateKeys
from app.domain import syncfile
from app.packs.library import pack_bytes
from tests.factories import CODE, PACK, villager
from tests.factories_journal import Village
from tests.fuzz import mutations
from tests.fuzz.up_files import LAYERS, container, up_file


def records(head: str, county: PrivateKeys, sibling: Village) -> list[dict[str, Any]]:
    """One record of each kind, as an honest county would write them; `head` is the hash of the desk's second entry."""
    own, other = county.public, sibling.keys.public
    someone = json.loads(msgspec.json.encode(villager("翟小梅", male=False, order=41)))
    return [
        {"record": "county", "name": "县", "sign_key": own.sign, "seal_key": own.seal, "stores_before": ["1" * 32]},
        {"record": "ack", "acknowledged_to": 2, "head": head},
        {"record": "rejected", "seq": 2, "code": "due_differs", "remedy": "请作废重收"},
        {"record": "entry", "journal": sibling.id, "line": sibling.lines[0].decode()},
        {"record": "wanted", "journal": sibling.id, "after": 0},
        {"record": "release", "upto": 2, "head": "0" * 64},
        {"record": "paid_elsewhere", "document_type": "id_card", "document_number": "341821199001010011",
         "year": 2024, "where": "online", "paid_on": "2023-11-11"},
        {"record": "changes", "upto": 4},
        {"record": "resident", "change": "put", "resident": someone},
        {"record": "resident", "change": "remove", "resident": {"document_type": "id_card", "document_number": "1"}},
        {"record": "pack", "id": PACK, "hash": "0" * 64, "toml": pack_bytes(PACK).decode()},
        {"record": "target", "year": 2024, "people": 120},
        {"record": "sibling", "device": 2, "journal": sibling.id, "sign_key": other.sign, "seal_key": other.seal},
    ]  # fmt: skip


# The entry, the wanted and the pack are refused as they stand here; they come in now and then, mutated.
SHY = {"entry", "pack"}


def reply(rng: Random, desk: Desk, head: str, county: PrivateKeys, sibling: Village) -> bytes:
    """A reply, mutated in one layer."""
    layer = rng.randrange(LAYERS)
    made = [each for each in records(head, county, sibling) if each["record"] not in SHY or rng.random() < 0.1]
    if layer == 5:
        place = rng.randrange(len(made))
        made[place] = mutations.changed(rng, made[place])
    lines = [mutations.canonical(each) for each in made]
    if layer == 4:
        lines = mutations.shuffled(rng, lines)
    payload = syncfile.payload_of(lines)
    own = desk.keys.public
    header = {
        "format": 1, "direction": "down", "practice": True, "from": county.public.fingerprint, "to": own.fingerprint,
        "point": CODE, "journal": own.fingerprint, "store": "0" * 32, "number": 2,
        "created": "2023-11-16T08:00:00+08:00", "first_seq": 1, "last_seq": 2, "prev_head": "0" * 64, "head": "0" * 64,
        "payload_sha256": syncfile.sha256(payload), "previous_sha256": None, "packs": [],
        "algorithms": {"hash": "sha-256", "seal": "age-x25519", "signature": "ed25519"},
    }  # fmt: skip
    return container(rng, header, payload, county, own.seal, layer)


def sibling_file(rng: Random, desk: Desk, sibling: Village) -> bytes:
    """A file of the other PC, mutated, sealed to this one as well."""
    return up_file(rng, sibling, desk.keys.public)
