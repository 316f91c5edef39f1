"""The PC is stolen: its encrypted copy on the stick goes on elsewhere, with receipt numbers of a new series."""

from pathlib import Path

from tests.factories import Place


def test_stolen_pc_restored_from_the_stick(counter: Place, stick: Path, tmp_path: Path):
    paid = counter.json("pay", "r1", "--cash-fen", 38_000)["payments"][0]
    done = counter.json("backup", stick)
    assert Path(done["folder"]).parent == stick
    assert {file.name for file in Path(done["folder"]).iterdir()} == {"point.db", "slots.json", "cunjiao.json"}
    # Nothing can be read without a passphrase, and the key that signs for the old journal is not on the stick.
    assert "曾广福".encode() not in (Path(done["folder"]) / "point.db").read_bytes()

    other = Place(tmp_path / "other", passphrase=counter.passphrase)
    assert "新账簿" in other.says("point", "restore", done["folder"])
    other.refuses("folder_taken", "point", "restore", done["folder"])
    other.says("day", "open", "--float-fen", 0)
    other.refuses("already_paid", "pay", "r1", "--cash-fen", 38_000)
    again = other.json("pay", "r3", "--cash-fen", 38_000)["payments"][0]
    assert paid["receipt"][:15] == again["receipt"][:15]
    assert (paid["receipt"][15], again["receipt"][15]) == ("0", "1")
    assert other.json("verify")["ok"] is True


def test_a_backup_that_cannot_be_written_leaves_nothing(counter: Place, tmp_path: Path):
    counter.refuses("folder_missing", "backup", tmp_path / "no-stick")
    assert not (tmp_path / "no-stick").exists()
    empty = tmp_path / "empty"
    empty.mkdir()
    Place(tmp_path / "new").refuses("no_point", "point", "restore", empty)


def test_two_backups_of_one_second(counter: Place, stick: Path):
    first, second = (counter.json("backup", stick)["folder"] for _ in range(2))
    assert first != second
    assert sorted(str(each) for each in stick.iterdir()) == sorted([first, second])
