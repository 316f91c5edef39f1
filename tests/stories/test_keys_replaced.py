"""Keys leak or grow old: the old key vouches for the new one, and where there is no old key, the telephone does."""

import shutil
from pathlib import Path

import msgspec
import pyrage
import pytest

from app.county import office
from app.county.office import County
from app.desk import clock
from app.devices import envelope
from app.domain.errors import Refused
from tests.factories import CODE, Place


def opened(place: Place) -> County:
    return office.open(place.folder, passphrase=place.passphrase, now=clock.system())


def reply(place: Place, folder: Path) -> Path:
    (file,) = place.json("county", "reply", "--point", CODE, folder)["files"]
    return Path(file)


def test_the_county_replaces_its_keys(counter: Place, pinned: Place, stick: Path):
    counter.says("pay", "r1", "--cash-fen", 38_000)
    sent_to_the_old = counter.json("export", stick)["file"]
    written_before = reply(pinned, stick)
    shown = pinned.json("county", "renew-keys")["fingerprint"]

    # What was under way when it happened still arrives.
    assert pinned.json("county", "receive", sent_to_the_old)["rejected"] == []
    told = counter.says("import", reply(pinned, stick))
    assert f"县里换了新的密钥，新指纹 {shown}" in told
    counter.refuses("county_key_left", "import", written_before)

    # From now on it is the new key that files go to, and that opens the store if every clerk is gone.
    counter.says("pay", "r3", "--cash-fen", 38_000)
    sent = counter.json("export", stick)["file"]
    with opened(pinned) as county:
        assert envelope.open(Path(sent).read_bytes(), keys=county.keys).header.to == county.fingerprint
        pyrage.decrypt(
            (counter.folder / "county.slot").read_bytes(), [pyrage.x25519.Identity.from_str(county.keys.seal)]
        )
    assert pinned.json("county", "receive", sent)["accepted"] > 0
    # Twice in one season is as good as once, also for a point that missed the first.
    pinned.says("county", "renew-keys")
    pinned.says("county", "renew-keys")
    assert "新指纹" in counter.says("import", reply(pinned, stick))


def test_nobody_else_can_name_a_successor(counter: Place, pinned: Place, stick: Path):
    with opened(pinned) as county:
        thief = envelope.new_keys()
        stolen = envelope.succession(thief, thief.public)
        forged = msgspec.structs.replace(stolen, before=county.keys.public.sign)
        with pytest.raises(Refused) as refusal:
            envelope.check_succession(forged)
        assert refusal.value.code == "signature_invalid"
        # He has the county's database, but not its key: his own word for his keys moves nothing.
        county.former = (office.Former(keys=thief, succession=forged),)
        county.keys = thief
        from app.county.reply import reply as write

        (file,) = write(county, point=CODE, folder=stick, now=clock.system())
    counter.refuses("signature_invalid", "import", file)


def test_a_county_that_lost_its_keys_is_known_by_telephone(counter: Place, pinned: Place, stick: Path, tmp_path: Path):
    backup = tmp_path / "backup"
    shutil.copytree(pinned.folder, backup)
    pinned.says("county", "renew-keys")
    counter.says("import", reply(pinned, stick))

    restored = Place(backup, passphrase=pinned.passphrase, now=pinned.now)
    restored.says("county", "restored")
    with opened(restored) as county:
        spoken = county.fingerprint
    file = reply(restored, stick)
    counter.refuses("county_key_left", "import", file)
    counter.refuses("fingerprint_differs", "import", file, "--county-fingerprint", "1" * 30)
    counter.says("import", file, "--county-fingerprint", spoken)
    counter.says("pay", "r1", "--cash-fen", 38_000)
    assert restored.json("county", "receive", counter.json("export", stick)["file"])["rejected"] == []


def test_a_point_replaces_its_keys(counter: Place, pinned: Place, stick: Path, tmp_path: Path):
    counter.says("pay", "r1", "--cash-fen", 38_000)
    counter.refuses("renew_day_open", "point", "renew-keys")
    counter.says("day", "count", "--fen", 58_000)
    counter.says("day", "close")
    with counter.desk() as desk:
        old = desk.keys
    shown = counter.json("point", "renew-keys")["fingerprint"]
    request = tmp_path / "renewed.json"
    counter.says("point", "request", request)
    enrolled = pinned.json("county", "enrol", request)
    assert (enrolled["fingerprint"], enrolled["proof"]) == (shown, "old_key")

    # What the old journal had not handed over comes along in the new one, and nobody pays twice.
    counter.says("import", reply(pinned, stick))
    counter.says("day", "open", "--float-fen", 0)
    counter.refuses("already_paid", "pay", "r1", "--cash-fen", 38_000)
    counter.says("pay", "r3", "--cash-fen", 38_000)
    sent = counter.json("export", stick)["file"]
    assert pinned.json("county", "receive", sent)["rejected"] == []
    held = pinned.json("county", "reconcile")
    assert (held["active_payments"], held["total_fen"]) == (2, 76_000)
    with counter.desk() as desk:
        assert desk.keys != old


def close(counter: Place, cash: int) -> None:
    counter.says("day", "count", "--fen", cash)
    counter.says("day", "close")


def enrolled(counter: Place, pinned: Place, request: Path, *words: str) -> dict[str, object]:
    counter.says("point", "request", request)
    found: dict[str, object] = pinned.json("county", "enrol", request, *words)
    return found


def test_replaced_twice_before_the_county_heard_of_it(counter: Place, pinned: Place, stick: Path, tmp_path: Path):
    close(counter, 20_000)
    counter.says("point", "renew-keys")
    counter.says("day", "open", "--float-fen", 0)
    counter.says("pay", "r1", "--cash-fen", 38_000)
    close(counter, 38_000)
    shown = counter.json("point", "renew-keys")["fingerprint"]
    # The journal between is known to nobody, and its key is gone; the telephone vouches for both.
    assert enrolled(counter, pinned, tmp_path / "r.json", "--fingerprint", shown)["proof"] == "fingerprint"
    counter.says("import", reply(pinned, stick))
    assert pinned.json("county", "receive", counter.json("export", stick)["file"])["rejected"] == []
    held = pinned.json("county", "reconcile")
    assert (held["active_payments"], held["total_fen"], held["gaps"]) == (1, 38_000, [])


def test_a_full_disk_at_the_countys_slot_is_made_good_with_the_next_import(
    counter: Place, pinned: Place, stick: Path, tmp_path: Path
):
    pinned.says("county", "renew-keys")
    file = reply(pinned, stick)
    slot = counter.folder / "county.slot"
    slot.unlink()
    slot.mkdir()
    assert "回执已经采用" in counter.refuses("county_slot_unwritten", "import", file)
    slot.rmdir()
    counter.says("import", file)
    with opened(pinned) as county:
        identity = pyrage.x25519.Identity.from_str(county.keys.seal)
        assert len(pyrage.decrypt(slot.read_bytes(), [identity])) == 32
