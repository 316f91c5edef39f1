"""Files reach the county twice, late and in the wrong order; each entry is taken exactly once, and only the reply
settles."""

import shutil
from pathlib import Path

from tests.factories import CODE, Place


def states(place: Place) -> list[str]:
    with place.desk() as desk:
        return [row["sync_state"] for row in desk.db.query("SELECT sync_state FROM payment_states ORDER BY seq")]


def reply(office: Place, folder: Path) -> str:
    (file,) = office.json("county", "reply", "--point", CODE, folder)["files"]
    return file


def test_file_delivered_twice(counter: Place, pinned: Place, stick: Path):
    counter.says("pay", "r1", "--cash-fen", 38_000)
    assert states(counter) == ["unsent"]
    sent = counter.json("export", stick)
    assert states(counter) == ["sent"]

    first = pinned.json("county", "receive", sent["file"])
    assert (first["files"], first["accepted"], first["duplicate"], first["rejected"]) == (1, 4, 0, [])
    again = pinned.json("county", "receive", sent["file"], sent["file"])
    assert (again["files"], again["accepted"], again["duplicate"]) == (2, 0, 8)
    assert pinned.json("county", "reconcile")["total_fen"] == 38_000

    # Taken at the county is not yet known at the point; that takes the reply.
    assert states(counter) == ["sent"]
    answer = reply(pinned, stick)
    assert counter.json("import", answer) == {"acknowledged_to": 4, "rejected": [], "roster": 0, "packs": 0}
    assert states(counter) == ["acknowledged"]
    entries = counter.json("verify")["entries"]
    assert "没有变化" in counter.says("import", answer)
    assert counter.json("verify")["entries"] == entries
    counter.refuses("nothing_to_send", "export", stick)


def test_files_out_of_order(counter: Place, pinned: Place, stick: Path):
    counter.says("pay", "r1", "--cash-fen", 38_000)
    first = counter.json("export", stick)
    counter.says("pay", "r3", "--cash-fen", 38_000)
    second = counter.json("export", stick)
    # Cumulative until acknowledged: the second file holds the first, so one surviving stick is enough.
    assert (second["first_seq"], second["last_seq"]) == (1, 5)
    taken = pinned.json("county", "receive", second["file"])
    assert (taken["accepted"], taken["duplicate"]) == (5, 0)
    late = pinned.json("county", "receive", first["file"])
    assert (late["accepted"], late["duplicate"], late["rejected"]) == (0, 4, [])
    assert pinned.json("county", "reconcile")["active_payments"] == 2


def test_a_file_that_comes_before_its_predecessor_waits(counter: Place, pinned: Place, stick: Path):
    backup = Place(stick.parent / "county restored", passphrase=pinned.passphrase, now=pinned.now)
    shutil.copytree(pinned.folder, backup.folder)
    counter.says("pay", "r1", "--cash-fen", 38_000)
    first = counter.json("export", stick)
    pinned.json("county", "receive", first["file"])
    counter.json("import", reply(pinned, stick))
    counter.says("pay", "r3", "--cash-fen", 38_000)
    second = counter.json("export", stick)
    assert (second["first_seq"], second["last_seq"]) == (5, 5)
    assert states(counter) == ["acknowledged", "sent"]

    # The county's machine breaks; its backup is of before the first file, and the second comes first.
    early = backup.json("county", "receive", second["file"])
    assert (early["accepted"], early["waiting"], early["rejected"]) == (0, 1, [])
    (gap,) = backup.json("county", "reconcile")["gaps"]
    assert (gap["point"], gap["first_missing"], gap["last_missing"]) == (CODE, 1, 4)
    # With the first file the one that waited is taken too.
    filled = backup.json("county", "receive", first["file"])
    assert (filled["accepted"], filled["waiting"]) == (5, 0)
    assert backup.json("county", "reconcile")["active_payments"] == 2


def test_an_old_reply_has_no_effect(counter: Place, pinned: Place, stick: Path):
    counter.says("pay", "r1", "--cash-fen", 38_000)
    early = reply(pinned, stick)
    pinned.json("county", "receive", counter.json("export", stick)["file"])
    late = reply(pinned, stick)
    assert counter.json("import", late)["acknowledged_to"] == 4
    # The earlier reply, which acknowledges nothing, turns up in a drawer.
    assert counter.json("import", early)["acknowledged_to"] == 4
    assert states(counter) == ["acknowledged"]


def test_a_void_after_the_first_file_reaches_the_county_with_the_next(counter: Place, pinned: Place, stick: Path):
    paid = counter.json("pay", "r1", "--cash-fen", 38_000)["payments"][0]
    pinned.json("county", "receive", counter.json("export", stick)["file"])
    counter.json("import", reply(pinned, stick))
    counter.says("void", paid["payment"], "--reason", "重复")
    pinned.json("county", "receive", counter.json("export", stick)["file"])
    summed = pinned.json("county", "reconcile")
    assert (summed["people"], summed["active_payments"], summed["total_fen"]) == (0, 0, 0)
