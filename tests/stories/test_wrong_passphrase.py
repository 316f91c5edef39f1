"""A wrong passphrase opens nothing, changes nothing, and says what to do; the recovery sheet still does."""

from app.devices import keyslots
from tests.factories import CLERK, Place


def test_wrong_passphrase(counter: Place):
    before = {file.name: file.read_bytes() for file in counter.folder.iterdir()}
    counter.passphrase = "猜的"
    said = counter.refuses("passphrase_wrong", "pay", "r1", "--cash-fen", 38_000)
    assert said.startswith(f"{CLERK} 的口令不对，数据没有打开")
    for verb in (("verify",), ("find", "zgf"), ("day", "open", "--float-fen", 1), ("export", ".")):
        counter.refuses("passphrase_wrong", *verb)
    assert {file.name: file.read_bytes() for file in counter.folder.iterdir()} == before


def test_an_unknown_clerk(counter: Place):
    assert "李会计" in counter.refuses("operator_unknown", "--operator", "李会计", "find", "zgf")


def test_an_empty_passphrase_is_a_wrong_one(counter: Place):
    counter.refuses("passphrase_wrong", "verify", CUNJIAO_PASSPHRASE="")


def test_a_point_that_could_not_be_made_can_be_made_after_all(tmp_path):
    place = Place(tmp_path / "point", passphrase="")
    words = ("point", "create", "--pack", "langxi-2024", "--point", "341821100202", "--name", "村", "--operator", "李")
    place.refuses("passphrase_empty", *words, "--practice", exit_code=2)
    place.refuses("no_point", "verify")
    place.passphrase = "这次有了"
    place.says(*words, "--practice")
    assert place.json("verify")["entries"] == 1


def test_the_recovery_code_opens_what_the_passphrase_no_longer_does(tmp_path):
    place = Place(tmp_path / "point")
    words = ("point", "create", "--pack", "langxi-2024", "--point", "341821100202", "--name", "村", "--operator", "李")
    made = place.json(*words, "--practice")
    slots = place.folder / "slots.json"
    key = keyslots.unlock_recovery(slots, made["recovery"].lower().replace("-", " "))
    keyslots.change(slots, key, "李", "新口令")
    place.refuses("passphrase_wrong", "verify")
    place.passphrase = "新口令"
    assert place.json("verify")["ok"] is True


def test_damaged_key_slots_are_told_from_a_wrong_passphrase(counter: Place):
    slots = counter.folder / "slots.json"
    slots.write_bytes(slots.read_bytes()[:-40])
    counter.refuses("slots_damaged", "find", "zgf")


def test_a_lost_database_is_not_replaced_by_an_empty_one(counter: Place):
    (counter.folder / "point.db").rename(counter.folder / "elsewhere.db")
    counter.refuses("store_missing", "find", "zgf")
    assert not (counter.folder / "point.db").exists()


def test_a_damaged_database_is_said_to_be_one(counter: Place):
    file = counter.folder / "point.db"
    data = bytearray(file.read_bytes())
    data[:4096] = bytes(4096)
    file.write_bytes(data)
    counter.refuses("store_unreadable", "find", "zgf")
