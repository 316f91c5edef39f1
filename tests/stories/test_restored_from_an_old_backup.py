"""The PC is lost after the last backup: the county gives back what it holds, and nobody is charged again."""

from pathlib import Path

from app.store import money
from tests.factories import CODE, Place


def restored(counter: Place, pinned: Place, stick: Path, tmp_path: Path) -> Place:
    """A backup after one payment; the second reached the county before the PC was gone; then another PC."""
    counter.says("pay", "r1", "--cash-fen", 38_000)
    backup = counter.json("backup", stick)["folder"]
    counter.says("pay", "r3", "--cash-fen", 38_000)
    pinned.says("county", "receive", counter.json("export", stick)["file"])
    other = Place(tmp_path / "other", passphrase=counter.passphrase)
    other.says("point", "restore", backup)
    request = tmp_path / "again.json"
    other.says("point", "request", request)
    pinned.says("county", "enrol", request)
    return other


def take_reply(pinned: Place, other: Place, stick: Path) -> str:
    with other.desk() as desk:
        own = desk.journal[:5]
    files = pinned.json("county", "reply", "--point", CODE, stick)["files"]
    return other.says("import", next(file for file in files if f"-{own}-" in Path(file).name))


def test_what_the_backup_lacked_comes_back(counter: Place, pinned: Place, stick: Path, tmp_path: Path):
    other = restored(counter, pinned, stick, tmp_path)
    assert "找回 1 条" in take_reply(pinned, other, stick)
    other.says("day", "open", "--float-fen", 0)
    other.refuses("already_paid", "pay", "r3", "--cash-fen", 38_000)
    assert other.json("verify")["ok"] is True
    # Once the county has heard that they are back it sends them no more.
    pinned.says("county", "receive", other.json("export", stick)["file"])
    assert "找回" not in take_reply(pinned, other, stick)


def test_who_was_charged_again_meanwhile_is_a_conflict_at_the_county(
    counter: Place, pinned: Place, stick: Path, tmp_path: Path
):
    other = restored(counter, pinned, stick, tmp_path)
    other.says("day", "open", "--float-fen", 0)
    again = other.json("pay", "r3", "--cash-fen", 38_000)["payments"][0]
    assert "找回 1 条" in take_reply(pinned, other, stick)
    assert again["receipt"] in other.refuses("already_paid", "pay", "r3", "--cash-fen", 38_000)
    found = pinned.json("county", "receive", other.json("export", stick)["file"])
    assert [len(conflict["payments"]) for conflict in found["conflicts"]] == [2]
    # The later one is taken back: the first stands, and nobody is charged a third time.
    other.says("void", again["payment"], "--reason", "重复收款")
    assert again["receipt"] not in other.refuses("already_paid", "pay", "r3", "--cash-fen", 38_000)
    rebuilt_equals_live(other)


def test_what_never_left_the_lost_pc_but_is_in_the_backup_reaches_the_county(
    counter: Place, pinned: Place, stick: Path, tmp_path: Path
):
    counter.says("pay", "r1", "--cash-fen", 38_000)
    pinned.says("county", "receive", counter.json("export", stick)["file"])
    counter.says("pay", "r3", "--cash-fen", 38_000)
    backup = counter.json("backup", stick)["folder"]
    other = Place(tmp_path / "other", passphrase=counter.passphrase)
    other.says("point", "restore", backup)
    other.says("point", "request", tmp_path / "again.json")
    pinned.says("county", "enrol", tmp_path / "again.json")

    take_reply(pinned, other, stick)
    assert pinned.json("county", "reconcile")["people"] == 1
    pinned.says("county", "receive", other.json("export", stick)["file"])
    assert pinned.json("county", "reconcile")["people"] == 2
    # Wanted no more, and nobody is counted twice when the lost stick turns up after all.
    before = other.json("verify")["entries"]
    take_reply(pinned, other, stick)
    assert other.json("verify")["entries"] == before
    pinned.says("county", "receive", counter.json("export", stick)["file"])
    assert pinned.json("county", "reconcile")["conflicts"] == []
    rebuilt_equals_live(other)


def test_what_was_entered_again_meanwhile_counts_once(counter: Place, pinned: Place, stick: Path, tmp_path: Path):
    counter.says("pay", "r1", "--cash-fen", 38_000)
    counter.says("day", "count", "--fen", 58_000)
    counter.says("day", "close")
    backup = counter.json("backup", stick)["folder"]
    deposit = ("--fen", 38_000, "--on", "2023-11-15", "--bank", "农商行")
    forms = ("--form", "专用收据", "--code", "A24", "--first", "0000101", "--last", "0000150", "--on", "2023-11-15")
    received = ("stock", "receive", *forms, "--issuer", "县税务局")

    def enter(place: Place) -> None:
        place.says("remit", "add", "20231115", *deposit)
        place.says("remit", "arrived", "20231115", "--on", "2023-11-15")
        place.says(*received)
        place.says("stock", "lost", "A24", "0000103", "--reason", "找不到")

    enter(counter)
    pinned.says("county", "receive", counter.json("export", stick)["file"])
    other = Place(tmp_path / "other", passphrase=counter.passphrase)
    other.says("point", "restore", backup)
    other.says("point", "request", tmp_path / "again.json")
    pinned.says("county", "enrol", tmp_path / "again.json")
    # Nobody knows yet that the county has all this, so the clerk enters it from the slips.
    enter(other)
    assert "找回 4 条" in take_reply(pinned, other, stick)
    with other.desk() as desk:
        (day,) = money.takings(desk.db, "cash")
        assert (day.taken_fen, day.remitted_fen) == (38_000, 38_000)
    (stock,) = other.json("stock", "list")
    assert (stock["received"], stock["lost"], stock["unused"]) == (50, 1, 49)
    rebuilt_equals_live(other)


def test_one_backup_restored_twice(counter: Place, pinned: Place, stick: Path, tmp_path: Path):
    restored(counter, pinned, stick, tmp_path)
    (backup,) = (folder for folder in stick.iterdir() if folder.is_dir())
    third = Place(tmp_path / "third", passphrase=counter.passphrase)
    third.says("point", "restore", backup)
    third.says("point", "request", tmp_path / "third.json")
    assert "--renewal 2" in pinned.refuses("renewal_taken", "county", "enrol", tmp_path / "third.json")

    anew = Place(tmp_path / "anew", passphrase=counter.passphrase)
    anew.says("point", "restore", backup, "--renewal", 2)
    anew.says("point", "request", tmp_path / "anew.json")
    pinned.says("county", "enrol", tmp_path / "anew.json")
    assert "找回 1 条" in take_reply(pinned, anew, stick)
    anew.says("day", "open", "--float-fen", 0)
    assert anew.json("pay", "r5", "--cash-fen", 38_000)["payments"][0]["receipt"][15] == "2"


def rebuilt_equals_live(place: Place) -> None:
    from app.store import projections
    from app.store.database import writing

    with place.desk() as desk:
        live = projections.content_hash(desk.db)
        with writing(desk.db):
            projections.rebuild(desk.db)
        assert projections.content_hash(desk.db) == live
