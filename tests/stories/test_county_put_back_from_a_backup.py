"""The county's database is put back from an old copy: its files are read again, points send the rest again."""

import shutil
from pathlib import Path

from tests.factories import CODE, Place


def reply(place: Place, folder: Path) -> str:
    (file,) = place.json("county", "reply", "--point", CODE, folder)["files"]
    return str(file)


def test_nothing_that_was_acknowledged_is_lost(counter: Place, pinned: Place, stick: Path, tmp_path: Path):
    backup = tmp_path / "backup"
    shutil.copytree(pinned.folder, backup)
    counter.says("pay", "r1", "--cash-fen", 38_000)
    pinned.says("county", "receive", counter.json("export", stick)["file"])
    counter.says("import", reply(pinned, stick))
    counter.refuses("nothing_to_send", "export", stick)
    straggler = reply(pinned, tmp_path)

    # The PC at the county dies, and with it the file it had kept.
    other = Place(backup, passphrase=pinned.passphrase, now=pinned.now)
    assert other.json("county", "reconcile")["people"] == 0
    other.says("county", "restored")
    counter.says("import", reply(other, stick))
    # Replies from before the restoration, whatever their number, have no effect any more.
    assert counter.json("import", straggler)["acknowledged_to"] == 0

    sent = counter.json("export", stick)
    assert sent["first_seq"] == 1
    other.says("county", "receive", sent["file"])
    found = other.json("county", "reconcile")
    assert (found["people"], found["total_fen"]) == (1, 38_000)
    assert counter.json("import", reply(other, stick))["acknowledged_to"] == sent["last_seq"]


def test_files_beside_the_database_are_read_again(counter: Place, pinned: Place, stick: Path, tmp_path: Path):
    database = tmp_path / "county.db"
    shutil.copyfile(pinned.folder / "county.db", database)
    counter.says("pay", "r1", "--cash-fen", 38_000)
    pinned.says("county", "receive", counter.json("export", stick)["file"])
    for file in pinned.folder.glob("county.db*"):
        file.unlink()
    shutil.copyfile(database, pinned.folder / "county.db")
    assert pinned.json("county", "reconcile")["people"] == 0
    assert "新收" in pinned.says("county", "restored")
    assert pinned.json("county", "reconcile")["people"] == 1
