"""Anyone who has read a point's request can seal something to it; `import` names what is wrong, whatever it is."""

import json
from pathlib import Path

import pytest

from app.devices import envelope
from app.domain import nesting, syncfile
from tests.factories import Place

DEEP = b"[" * 20_000 + b"]" * 20_000
BAD_KEY = "age1" + "q" * 58


@pytest.fixture
def asked(counter: Place, tmp_path: Path) -> syncfile.Request:
    """The point's request, as it lies open on a stick."""
    file = tmp_path / "request.json"
    counter.says("point", "request", file)
    return envelope.read_request(file).request


def reply(asked: syncfile.Request, payload: bytes, folder: Path) -> Path:
    """A reply to this point by somebody with keys of his own."""
    thief = envelope.new_keys()
    header = syncfile.Header(
        direction="down", practice=True, from_=thief.public.fingerprint, to=asked.journal, point=asked.point,
        journal=asked.journal, store="0" * 32, number=1, created="2023-11-16T08:00:00+08:00", first_seq=1, last_seq=0,
        prev_head="0" * 64, head="0" * 64, payload_sha256=syncfile.sha256(payload),
    )  # fmt: skip
    file = folder / "reply.cunjiao"
    file.write_bytes(envelope.pack(header, payload, keys=thief, to=asked.seal_key))
    return file


def test_brackets_without_end(counter: Place, pinned: Place, stick: Path, asked: syncfile.Request):
    payload = b'{"change":"put","record":"resident","resident":{"a":%s}}\n' % DEEP
    counter.refuses("record_invalid", "import", reply(asked, payload, stick))
    assert nesting.PROBLEM in counter("import", reply(asked, payload, stick)).err


@pytest.mark.parametrize("record", ["county", "sibling"])
def test_a_key_that_nothing_can_be_sealed_to(
    counter: Place, pinned: Place, stick: Path, asked: syncfile.Request, record: str
):
    keys = {"sign_key": "a" * 64, "seal_key": BAD_KEY}
    said = {"county": {"name": "县"}, "sibling": {"device": 2, "journal": "1" * 30}}[record] | keys
    payload = json.dumps(said | {"record": record}).encode() + b"\n"
    counter.refuses("record_invalid", "import", reply(asked, payload, stick))
