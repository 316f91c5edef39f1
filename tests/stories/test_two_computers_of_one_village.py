"""Two PCs of one village: each is told of the other by the county, and reads the other's file along."""

from pathlib import Path

import pytest

from tests.factories import CLERK, CODE, NAME, PACK, Place, enter, village


@pytest.fixture
def second(pinned: Place, counter: Place, stick: Path, tmp_path: Path) -> Place:
    """Device 2 of the same point, enrolled; both have the county's reply that names the other."""
    place = Place(tmp_path / "second")
    made = ("point", "create", "--pack", PACK, "--point", CODE, "--name", NAME, "--operator", CLERK, "--device", 2)
    place.says(*made, "--practice", "--on", "2023-11-15")
    with place.desk() as desk:
        enter(desk, village())
    place.says("day", "open", "--float-fen", 0)
    place.says("point", "request", tmp_path / "second.json")
    pinned.says("county", "enrol", tmp_path / "second.json")
    for file in pinned.json("county", "reply", "--point", CODE, stick)["files"]:
        for one in (counter, place):
            one("import", file)
    return place


def test_neither_charges_the_others_payers(counter: Place, second: Place, stick: Path):
    paid = counter.json("pay", "r1", "r3", "--cash-fen", 76_000)["payments"]
    file = counter.json("export", stick)["file"]
    assert second.json("import", file) == {"device": 1, "people": 2, "new": 2}
    assert "别的收款点或设备上" in second.refuses("paid_there", "pay", "r1", "--cash-fen", 38_000)
    assert second.json("due", "r1")["outcome"] == "refuse_duplicate"

    # A void travels the same way, and then the person can pay at the other counter.
    counter.says("void", paid[0]["payment"], "--reason", "改在二号机缴")
    assert second.json("import", counter.json("export", stick)["file"])["people"] == 1
    assert second.json("pay", "r1", "--cash-fen", 38_000)["total_fen"] == 38_000


def test_the_county_gets_the_same_file_and_tells_both(counter: Place, second: Place, pinned: Place, stick: Path):
    counter.says("pay", "r1", "--cash-fen", 38_000)
    file = counter.json("export", stick)["file"]
    assert pinned.json("county", "receive", file)["rejected"] == []


def test_a_revoked_device_is_refused_by_name(counter: Place, second: Place, pinned: Place, stick: Path):
    pinned.says("county", "revoke", "--point", CODE, "--device", 1, "--reason", "电脑被盗")
    counter.says("pay", "r1", "--cash-fen", 38_000)
    answer = pinned("county", "receive", counter.json("export", stick)["file"], "--json")
    assert answer.code == 1
    assert [(each["code"], "电脑被盗" in each["message"]) for each in answer.json["rejected"]] == [("revoked", True)]
    # The other device hears of it with its next reply: it no longer reads along what the stolen one writes.
    files = pinned.json("county", "reply", "--point", CODE, stick)["files"]
    assert len(files) == 1
    second.says("import", files[0])
    second.refuses("sibling_unknown", "import", counter.json("export", stick)["file"])
    pinned.refuses("already_revoked", "county", "revoke", "--point", CODE, "--device", 1, "--reason", "再停一次")


def test_a_stranger_cannot_read_along(counter: Place, stick: Path, pinned: Place, tmp_path: Path, new_point: Place):
    counter.says("pay", "r1", "--cash-fen", 38_000)
    file = counter.json("export", stick)["file"]
    stranger = Place(tmp_path / "stranger")
    made = ("point", "create", "--pack", PACK, "--point", "341821100999", "--name", "别村", "--operator", CLERK)
    stranger.says(*made, "--practice", "--on", "2023-11-15")
    stranger.refuses("not_ours", "import", file)
