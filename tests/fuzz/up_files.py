"""Files that a dishonest but enrolled point could bring, and requests: what it signs is signed with its real key."""

import json
from random import Random

import pyrage
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.devices.envelope import PrivateKeys, PublicKeys
from app.domain import journal, syncfile
from tests.factories_journal import Village
from tests.fuzz import mutations

LAYERS = 6


def village() -> Village:
    """An enrolled village's journal with what files of a season hold."""
    made = Village()
    made.open_day()
    first = made.pay(1)
    made.pay(2, due=0)
    made.void(first)
    made.add("entry_carried", of=made.id, of_seq=1, line=made.lines[0].decode())
    made.add("entries_restored", of=made.id, upto=3)
    made.add("changes_taken", store="0" * 32, upto=1, people=1)
    made.pay(3)
    return made


def sign(keys: PrivateKeys, header: bytes) -> bytes:
    """A container's signature."""
    return Ed25519PrivateKey.from_private_bytes(keys.sign).sign(b"cunjiao-1\0" + header)


def seal(inner: bytes, to: str) -> bytes:
    """Anything at all in an age envelope."""
    sealed: bytes = pyrage.encrypt(inner, [pyrage.x25519.Recipient.from_str(to)])
    return sealed


def container(rng: Random, header: dict[str, object], payload: bytes, keys: PrivateKeys, to: str, layer: int) -> bytes:
    """The sealed file, mutated in one layer: 0 the sealed bytes, 1 the zip, 2 the header, 3 the signature."""
    if layer == 2:
        header = mutations.changed(rng, header)
    signed = mutations.canonical(header)
    if layer == 2 and rng.random() < 0.2:
        signed = json.dumps(header, indent=1).encode()
    signature = sign(keys, signed)
    if layer == 3:
        signature = mutations.bent(rng, signature)
    members = {"header.json": signed, "payload.jsonl": payload, "signature": signature}
    inner = mutations.zipped(rng, members) if layer == 1 else mutations.honestly_zipped(members)
    made = seal(inner, to)
    return mutations.bent(rng, made) if layer == 0 else made


def up_file(rng: Random, of: Village, to: PublicKeys) -> bytes:
    """One file of this village, mutated: container, header, lines (with the chain mended after it or not)."""
    layer = rng.randrange(LAYERS)
    lines = list(of.lines)
    if layer == 4:
        lines = mutations.shuffled(rng, lines)
    elif layer == 5:
        lines = chained(of, [_entry(rng, each) for each in _one_of(rng, lines)])
    payload = syncfile.payload_of(lines)
    header = json.loads(syncfile.canonical(of.header(to)))
    header |= {"last_seq": max(1, payload.count(b"\n")), "payload_sha256": syncfile.sha256(payload)}
    header["head"] = journal.digest(lines[-1]) if lines else header["head"]
    return container(rng, header, payload, of.keys, to.seal, layer)


def _one_of(rng: Random, lines: list[bytes]) -> list[tuple[bytes, bool]]:
    chosen = rng.randrange(len(lines))
    return [(line, place == chosen) for place, line in enumerate(lines)]


def _entry(rng: Random, line: tuple[bytes, bool]) -> object:
    entry = json.loads(line[0])
    return mutations.changed(rng, entry) if line[1] else entry


def chained(of: Village, found: list[object]) -> list[bytes]:
    """Entries as lines that follow one another by their hashes, however odd they are."""
    lines: list[bytes] = []
    for entry in found:
        if isinstance(entry, dict) and "prev" in entry:
            entry["prev"] = journal.digest(lines[-1]) if lines else of.head_at(0)
        lines.append(mutations.canonical(entry).replace(b"\n", b""))
    return lines


def request(rng: Random, of: Village) -> bytes:
    """A request to be enrolled, mutated and signed anew, or not."""
    own = of.keys.public
    asked = {
        "format": 1, "kind": "request", "practice": True, "point": of.point, "name": "建平镇", "device": of.device,
        "renewal": 0, "journal": of.id, "public_key": own.sign, "seal_key": own.seal, "pack": "langxi-2024",
        "pack_hash": "0" * 64, "created": "2023-11-15T12:00:00+08:00", "previous": None,
    }  # fmt: skip
    if rng.random() < 0.3:
        asked["previous"] = {"journal": of.id, "seq": 3, "head": "0" * 64}
    if rng.random() < 0.1:
        asked["seal_key"] = "age1" + "q" * 58
    if rng.random() < 0.8:
        asked = mutations.changed(rng, asked)
    keys = Ed25519PrivateKey.from_private_bytes(of.keys.sign)
    signature = keys.sign(b"cunjiao-request-1\0" + mutations.canonical(asked)).hex()
    whole = {"request": asked, "signature": signature, "previous_signature": None}
    if rng.random() < 0.3:
        whole = mutations.changed(rng, whole)
    data = mutations.canonical(whole)
    return mutations.bent(rng, data) if rng.random() < 0.2 else data
