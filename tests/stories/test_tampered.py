"""Somebody changes something on the way or in the store: each kind has a named answer, and what was taken before
stays."""

from pathlib import Path

import msgspec
import pytest

from app.county import office as offices
from app.desk.clock import parse
from app.devices import envelope
from app.domain import journal, syncfile
from app.domain.syncfile import Ack, County
from app.store import database
from tests.factories import CODE, Place


@pytest.fixture
def sent(counter: Place, pinned: Place, stick: Path) -> Path:
    """A file on the stick with one payment in it."""
    counter.says("pay", "r1", "--cash-fen", 38_000)
    return Path(counter.json("export", stick)["file"])


def rejected(office: Place, file: Path) -> str:
    """The code with which the county turns a file away; nothing of it is taken."""
    answer = office("county", "receive", file, "--json")
    assert (answer.code, answer.json["accepted"]) == (1, 0)
    (one,) = answer.json["rejected"]
    assert one["file"] == file.name and one["message"]
    return one["code"]


def test_a_byte_changed_anywhere(pinned: Place, sent: Path):
    data = sent.read_bytes()
    for place in (0, 30, len(data) // 3, len(data) // 2, len(data) - 1):
        changed = bytearray(data)
        changed[place] ^= 1
        file = sent.with_name(f"changed-{place}.cunjiao")
        file.write_bytes(bytes(changed))
        assert rejected(pinned, file) in ("damaged", "not_a_sync_file", "not_ours"), place
    assert pinned.json("county", "receive", sent)["accepted"] == 4


def test_an_amount_changed_by_someone_who_can_seal(counter: Place, pinned: Place, sent: Path):
    """The county's seal key is public; without the journal's key the signature is missing."""
    with counter.desk() as desk:
        own, to = desk.keys, desk.db.query("SELECT value FROM settings WHERE key = 'county'")
        county = msgspec.json.decode(next(iter(to))["value"])
    with offices.open(pinned.folder, passphrase=pinned.passphrase, now=parse("2023-11-16")) as office:
        opened = envelope.open(sent.read_bytes(), keys=office.keys)
    payload = opened.payload.replace(b'"due_fen":38000', b'"due_fen":38001')
    assert payload != opened.payload
    header = msgspec.structs.replace(opened.header, payload_sha256=syncfile.sha256(payload))
    thief = envelope.new_keys()
    forged = msgspec.structs.replace(header, from_=thief.public.fingerprint, journal=thief.public.fingerprint)
    file = sent.with_name("forged.cunjiao")
    file.write_bytes(envelope.pack(forged, payload, keys=thief, to=county["seal_key"]))
    assert rejected(pinned, file) == "not_enrolled"
    # Even with the journal's own key the chain tells: the head no longer follows.
    file.write_bytes(envelope.pack(header, payload, keys=own, to=county["seal_key"]))
    assert rejected(pinned, file) == "chain_broken"
    assert pinned.json("county", "reconcile")["total_fen"] == 0


def test_sealed_anew_to_another_county(counter: Place, pinned: Place, sent: Path, tmp_path: Path):
    other = Place(tmp_path / "other county", passphrase="另一个", now="2023-11-16T08:00:00")
    other.says("county", "create", "--name", "另一个县", "--practice")
    assert rejected(other, sent) == "not_ours"
    with offices.open(pinned.folder, passphrase=pinned.passphrase, now=parse("2023-11-16")) as office:
        opened = envelope.open(sent.read_bytes(), keys=office.keys)
    with (
        offices.open(other.folder, passphrase=other.passphrase, now=parse("2023-11-16")) as office,
        counter.desk() as desk,
    ):
        # Somebody who could open it seals it to the other county; the header still names the first.
        resealed = envelope.pack(opened.header, opened.payload, keys=desk.keys, to=office.keys.public.seal)
    file = sent.with_name("resealed.cunjiao")
    file.write_bytes(resealed)
    assert rejected(other, file) == "envelope_swapped"


def test_a_reply_that_another_county_signed(counter: Place, pinned: Place, sent: Path):
    pinned.json("county", "receive", sent)
    with counter.desk() as desk:
        journal_id, seal = desk.journal, desk.keys.public.seal
        head = next(iter(desk.db.query("SELECT hash FROM journal ORDER BY seq DESC LIMIT 1")))["hash"]
        first = journal.first_prev(bytes.fromhex(desk.keys.public.sign))
    thief = envelope.new_keys()
    said = County(name="郎溪县医保局", sign_key=thief.public.sign, seal_key=thief.public.seal)
    payload = syncfile.write_records([said, Ack(acknowledged_to=4, head=head)])
    header = syncfile.Header(
        direction="down", practice=True, from_=thief.public.fingerprint, to=journal_id, point=CODE, journal=journal_id,
        store="0" * 32, number=9, created="2023-11-16T08:00:00+08:00", first_seq=1, last_seq=4, prev_head=first,
        head=head,
        payload_sha256=syncfile.sha256(payload),
    )  # fmt: skip
    file = sent.with_name("reply.cunjiao")
    file.write_bytes(envelope.pack(header, payload, keys=thief, to=seal))
    counter.refuses("signature_invalid", "import", file)
    with counter.desk() as desk:
        assert [row["sync_state"] for row in desk.db.query("SELECT sync_state FROM payment_states")] == ["sent"]


def test_what_is_no_reply(counter: Place, sent: Path, pinned: Place):
    note = sent.with_name("便条.cunjiao")
    note.write_text("请查收")
    counter.refuses("not_a_sync_file", "import", note)
    counter.refuses("file_unreadable", "import", sent.with_name("没有.cunjiao"))
    # The point's own file is sealed to the county; the point itself cannot open it.
    counter.refuses("not_ours", "import", sent)
    (reply,) = pinned.json("county", "reply", "--point", CODE, sent.parent)["files"]
    answer = pinned("county", "receive", reply, "--json")
    assert [r["code"] for r in answer.json["rejected"]] == ["not_ours"]


def test_a_line_changed_in_the_store(counter: Place, pinned: Place, sent: Path):
    """Who holds the key can write to the store; the chain shows where."""
    with counter.desk() as desk:
        desk.db.conn.execute("DROP TRIGGER journal_no_update")
        desk.db.conn.execute(
            "UPDATE journal SET line = CAST(replace(CAST(line AS TEXT), '曾广福', '曾广禄') AS BLOB) WHERE seq = 4"
        )
    answer = counter("verify", "--json")
    assert answer.code == 1
    found = answer.json
    assert (found["ok"], found["entries"], found["first_bad_seq"]) == (False, 3, 4)
    text = counter("verify")
    assert text.code == 1 and "账簿在第 4 条断开" in text.out


def test_a_line_taken_out_of_the_store(counter: Place):
    counter.says("pay", "r1", "--cash-fen", 38_000)
    counter.says("pay", "r3", "--cash-fen", 38_000)
    with counter.desk() as desk:
        desk.db.conn.execute("DROP TRIGGER journal_no_delete")
        with database.writing(desk.db):
            desk.db.conn.execute("DELETE FROM journal WHERE seq = 4")
    answer = counter("verify", "--json")
    assert (answer.code, answer.json["first_bad_seq"], answer.json["problem"]) == (1, 4, "缺号")
