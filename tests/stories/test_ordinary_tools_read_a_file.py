"""A county's own IT opens, checks and adds up what a point has written, with age, unzip, openssl and a checksum."""

import json
import subprocess
from pathlib import Path
from random import Random

import pytest

from app.devices import envelope
from app.devices.envelope import PrivateKeys
from app.domain import fingerprint, syncfile
from tests.factories import CODE, Place
from tests.factories_journal import Village
from tests.fuzz.up_files import container

DOCS = Path(__file__).resolve().parents[2] / "docs"
VECTORS = DOCS / "vectors"


def read(identity: Path, sign_key: str, file: Path) -> str:
    """What the reader prints; what it complains of begins with 不符."""
    command = ["sh", str(DOCS / "reader.sh"), str(identity), sign_key, str(file)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode == 0) == (done.stderr == ""), done.stderr
    return done.stdout or done.stderr


@pytest.fixture
def kept(pinned: Place, tmp_path: Path) -> tuple[Path, PrivateKeys]:
    """The county's identity as a file, and its keys."""
    from app.county import office
    from app.desk import clock

    with office.open(pinned.folder, passphrase=pinned.passphrase, now=clock.system()) as county:
        identity = tmp_path / "county.key"
        identity.write_text(county.keys.seal + "\n")
        return identity, county.keys


def test_it_is_short_enough_to_be_read():
    assert len((DOCS / "reader.sh").read_text().splitlines()) <= 60


def test_the_vector_reads_as_its_page_says():
    page = (VECTORS / "README.md").read_text()
    key = (VECTORS / "sender.hex").read_text().strip()
    said = read(VECTORS / "receiver.key", key, VECTORS / "up.cunjiao")
    assert f"```\n{said}```" in page
    assert fingerprint.grouped(fingerprint.of(bytes.fromhex(key))) in page


def test_both_ways_and_the_sum_is_the_countys(
    counter: Place, pinned: Place, kept: tuple[Path, PrivateKeys], stick: Path, tmp_path: Path
):
    counter.says("pay", "r1", "r2", "--cash-fen", 41_800)
    wrong = counter.json("pay", "r3", "--cash-fen", 38_000)["payments"][0]["payment"]
    counter.says("void", wrong, "--reason", "选错人")
    up = Path(counter.json("export", stick)["file"])
    with counter.desk() as desk:
        sender, own = desk.keys.public.sign, desk.keys.seal
    said = dict(line.split() for line in read(kept[0], sender, up).splitlines())
    assert pinned.json("county", "receive", up)["rejected"] == []
    held = pinned.json("county", "reconcile")
    assert (said["direction"], said["point"], said["payments"]) == ("up", CODE, "3")
    assert int(said["due_fen"]) == held["total_fen"] == 41_800

    (down,) = pinned.json("county", "reply", "--point", CODE, tmp_path)["files"]
    identity = tmp_path / "point.key"
    identity.write_text(own + "\n")
    answer = read(identity, kept[1].public.sign, Path(down))
    assert "direction down" in answer and f"last_seq {said['last_seq']}\n" in answer


def test_what_stands_is_each_payments_own_amount(tmp_path: Path):
    """Steps and other objects may hold a due_fen of their own, texts whatever they like; reversals take away."""
    village, county = Village(), envelope.new_keys()
    village.open_day()
    odd = {"clause": '三"}],"due_fen":7,"x\\', "code": "y", "numbers": {"day": 1, "due_fen": 1}}
    before = {"id": "{", "day": 1, "due_fen": 2, "body": {"due_fen": 3}}
    village.pay(1, steps=[odd, odd], batch=before, terminal='"kind":"payment_voided"')
    wrong = village.pay(2)
    village.add(
        "payment_reversed", payment=wrong["payment"], amount_fen=38_000, reason='{"amount_fen":9', carried_to=None
    )
    village.void(village.pay(3, due=3_800))
    village.pay(4, due=3_800)
    village.add("entry_carried", of="1" * 30, of_seq=1, line=village.lines[-1].decode())
    identity = tmp_path / "county.key"
    identity.write_text(county.seal + "\n")
    said = read(identity, village.keys.public.sign, village.file(tmp_path, county.public))
    assert said.splitlines()[-2:] == ["payments 4", "due_fen 41800"]


def test_it_does_not_believe_everything(
    counter: Place, pinned: Place, kept: tuple[Path, PrivateKeys], stick: Path, tmp_path: Path
):
    counter.says("pay", "r1", "--cash-fen", 38_000)
    counter.says("pay", "r3", "--cash-fen", 38_000)
    file = Path(counter.json("export", stick)["file"])
    identity, county = kept
    with counter.desk() as desk:
        keys = desk.keys
    sender = keys.public.sign
    assert "打不开" in read(VECTORS / "receiver.key", sender, file)
    assert "签名不对" in read(identity, county.public.sign, file)

    opened = envelope.open(file.read_bytes(), keys=county)
    header = json.loads(opened.header_bytes)
    other = opened.payload.replace(b"38000", b"39000")
    for payload, named, complaint in (
        (other, syncfile.sha256(opened.payload), "记录和封面不符"),
        (other, syncfile.sha256(other), "账链断开"),
    ):
        forged = tmp_path / "forged.cunjiao"
        changed = header | {"payload_sha256": named}
        forged.write_bytes(container(Random(0), changed, payload, keys, county.public.seal, layer=9))
        assert complaint in read(identity, sender, forged)
