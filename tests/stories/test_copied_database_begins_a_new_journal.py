"""Somebody copies the data folder to a second computer and both go on. They are told apart, and nobody pays twice
for it."""

import shutil
from pathlib import Path

import pytest

from tests.factories import CODE, Place


@pytest.fixture
def copied(counter: Place, pinned: Place, stick: Path, tmp_path: Path) -> Place:
    """A copy of the counter's folder, made after one payment that the county already has."""
    counter.says("pay", "r1", "--cash-fen", 38_000)
    pinned.json("county", "receive", counter.json("export", stick)["file"])
    shutil.copytree(counter.folder, tmp_path / "copy")
    return Place(tmp_path / "copy", passphrase=counter.passphrase)


def journals(place: Place) -> list[tuple[str, int, int, str | None]]:
    """Every journal in a store: id, renewal, entries, the journal it continues."""
    with place.desk() as desk:
        rows = desk.db.query(
            "SELECT s.journal, s.renewal, o.previous, "
            "(SELECT count(*) FROM journal j WHERE j.journal = s.journal) AS entries "
            "FROM journals s JOIN openings o ON o.journal = s.journal ORDER BY s.renewal"
        )
        return [(row["journal"], row["renewal"], row["entries"], row["previous"]) for row in rows]


def test_the_copy_begins_a_new_journal_and_the_original_goes_on(counter: Place, copied: Place):
    ((original, _, _, _),) = journals(counter)
    assert [row[1:] for row in journals(copied)] == [(0, 4, None), (1, 1, original)]
    # Once begun it stays: opening the copy again begins no third.
    assert len(journals(copied)) == 2
    assert copied.json("verify") | {"head": ""} == {"ok": True, "entries": 5, "head": ""}

    # Nobody already paid is charged again in the copy.
    open_day(copied)
    said = copied.refuses("already_paid", "pay", "r1", "--cash-fen", 38_000)
    assert "3418211002012410000001" in said
    # Its receipts are of a series of their own: the digit after the device is raised.
    paid = copied.json("pay", "r3", "--cash-fen", 38_000)["payments"][0]
    assert paid["receipt"] == "3418211002012411000001"
    assert counter.json("pay", "r4", "--cash-fen", 38_000)["payments"][0]["receipt"] == "3418211002012410000002"
    assert counter.json("verify")["ok"] is True


def open_day(place: Place) -> None:
    """The copy has no open day of its own: the drawer it knew stands elsewhere."""
    place.refuses("day_not_open", "pay", "r3", "--cash-fen", 38_000)
    place.says("day", "open", "--float-fen", 0)


def test_the_county_is_shown_both(counter: Place, copied: Place, pinned: Place, stick: Path):
    open_day(copied)
    copied.says("pay", "r3", "--cash-fen", 38_000)
    # The county does not know the new journal yet.
    early = copied.json("export", stick)
    answer = pinned("county", "receive", early["file"], "--json")
    assert [r["code"] for r in answer.json["rejected"]] == ["not_enrolled"]
    request = stick / "request.json"
    copied.says("point", "request", request)
    assert "已登记" in pinned.says("county", "enrol", request)
    assert pinned.json("county", "receive", early["file"])["accepted"] == 3

    # Both charge 曾䶮, one after the other: a conflict with a proposal, and two journals by name.
    counter.says("pay", "r4", "--cash-fen", 38_000)
    copied.now = "2023-11-15T10:00:00"
    copied.says("pay", "r4", "--cash-fen", 38_000)
    for place in (copied, counter):
        pinned.says("county", "receive", place.json("export", stick)["file"])
    summed = pinned.json("county", "reconcile")
    (conflict,) = summed["conflicts"]
    assert conflict["year"] == 2024 and "********" in conflict["person_masked"]
    assert [p["proposal"] for p in conflict["payments"]] == ["keep", "refund"]
    assert len({p["journal"] for p in conflict["payments"]}) == 2
    assert [p["receipt"][14:16] for p in conflict["payments"]] == ["10", "11"]
    assert (summed["people"], summed["active_payments"]) == (3, 4)

    # Each machine gets a reply of its own, and not the other's.
    replies = pinned.json("county", "reply", "--point", CODE, stick)["files"]
    assert len(replies) == 2
    old, new = replies
    copied.refuses("not_ours", "import", old)
    assert copied.json("import", new)["acknowledged_to"] == 4
    assert counter.json("import", old)["acknowledged_to"] == 5


def test_a_receipt_of_the_old_journal_is_reprinted_under_the_new(copied: Place, tmp_path: Path):
    number = "3418211002012410000001"
    copies = [copied.json("receipt", number, "--pdf", tmp_path / f"{n}.pdf")["copy"] for n in range(3)]
    assert copies == [0, 1, 2]


def test_a_payment_of_the_old_journal_is_not_voided_under_the_new(copied: Place):
    copied.says("day", "open", "--float-fen", 0)
    copied.refuses("void_after_close", "void", "3418211002012410000001", "--reason", "重复")
    assert copied.json("find", "曾广福")[0]["status"] == "paid"


def test_moving_the_folder_is_no_copy(counter: Place, tmp_path: Path):
    ((before, *_),) = journals(counter)
    counter.folder.rename(tmp_path / "moved")
    ((after, *_),) = journals(Place(tmp_path / "moved", passphrase=counter.passphrase))
    assert after == before


def test_a_lost_key_file_begins_a_new_journal_too(counter: Place):
    (counter.folder / "journal.key").unlink()
    assert [row[1] for row in journals(counter)] == [0, 1]


def test_the_tenth_copy_of_a_copy_is_refused(counter: Place):
    for _ in range(9):
        (counter.folder / "journal.key").unlink()
        journals(counter)
    (counter.folder / "journal.key").unlink()
    counter.refuses("journal_renewed_too_often", "verify")
