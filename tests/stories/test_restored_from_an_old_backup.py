"""The PC is lost after the last backup: the county gives back what it holds, and nobody is charged again."""

from pathlib import Path

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
    (file,) = pinned.json("county", "reply", "--point", CODE, stick)["files"]
    return other.says("import", file)


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


def rebuilt_equals_live(place: Place) -> None:
    from app.store import projections
    from app.store.database import writing

    with place.desk() as desk:
        live = projections.content_hash(desk.db)
        with writing(desk.db):
            projections.rebuild(desk.db)
        assert projections.content_hash(desk.db) == live
