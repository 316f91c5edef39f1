"""The worst files there are, for a county that may take 400 MB more than it has: `python -m tests.fuzz.bounded`."""

import json
import resource
from pathlib import Path
from random import Random

from app.devices.envelope import PublicKeys
from app.domain import syncfile
from tests.factories_journal import Village
from tests.fuzz.ground import ground, received
from tests.fuzz.mutations import honestly_zipped
from tests.fuzz.up_files import container, seal, sign

MORE = 400 << 20


def bombs(of: Village, to: PublicKeys) -> list[tuple[str, bytes]]:
    """Zeros that blow up, a header of brackets, a line without end, many lines of nothing, an age head without end,
    a last line of one; each with the answer it must get."""
    deep = b"[" * 30_000 + b"]" * 30_000
    return [
        ("too_large", _file(of, b"\0" * (200 << 20), to)),
        ("header_invalid", _headed(deep, of, to)),
        ("header_invalid", _headed(b'{"a":' + deep + b"}", of, to)),
        ("payload_mismatch", _file(of, Random(1).randbytes(1 << 20).hex().encode() + b"\n", to)),
        ("fork", _file(of, b"{}\n" * 300_000, to)),
        ("damaged", b"age-encryption.org/v1\n-> X25519 " + b"A" * (30 << 20)),
        ("damaged", b"age-encryption.org/v1\n-> X25519 A\nA\n---" + b"A" * (30 << 20)),
    ]


def _file(of: Village, payload: bytes, to: PublicKeys) -> bytes:
    header = json.loads(syncfile.canonical(of.header(to)))
    header |= {"payload_sha256": syncfile.sha256(payload), "last_seq": max(1, payload.count(b"\n"))}
    return container(Random(0), header, payload, of.keys, to.seal, layer=9)


def _headed(header: bytes, of: Village, to: PublicKeys) -> bytes:
    members = {"header.json": header, "payload.jsonl": b"", "signature": sign(of.keys, header)}
    return seal(honestly_zipped(members), to.seal)


def main() -> None:
    """The answers as JSON: expected and given."""
    made = ground()
    files = bombs(made.village, made.county_keys.public)
    # Once before, so that whatever is loaded on first use does not count.
    made.at_county(b"", received)
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    limit = pages * resource.getpagesize() + MORE
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    print(json.dumps([(wanted, made.at_county(data, received)) for wanted, data in files]))


if __name__ == "__main__":
    main()
