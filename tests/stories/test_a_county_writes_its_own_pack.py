"""A county confirms its price in a pack of its own: the point is made with it, the case that waited is paid, and the
county, which has taken the pack into use, knows the payment. No code has changed."""

from datetime import date
from pathlib import Path

from app.packs import library
from tests.factories import CLERK, NAME, Place, enter, villager

LATE = ("--fact", "enrolment=released", "--fact", "event_date=2023-12-01")


def confirmed(folder: Path) -> Path:
    """langxi-2024 with the full financing typed and confirmed, as an official would leave it."""
    text = library.pack_bytes("langxi-2024").decode()
    text = text.replace("confirmed = false", "confirmed = true", 1)
    assert "confirmed = true" in text
    file = folder / "pack.toml"
    file.write_text(text.replace('id = "langxi-2024"', 'id = "langxi-2024-confirmed"', 1), encoding="utf-8")
    return file


def test_the_case_that_waited_is_paid_and_received(tmp_path: Path, office: Place, stick: Path):
    pack = confirmed(tmp_path)
    point = Place(tmp_path / "own", now="2024-05-20T09:30:00")
    made = ("point", "create", "--pack", pack, "--point", "341821100299", "--name", NAME, "--operator", CLERK)
    point.says(*made, "--practice", "--on", "2024-05-20")
    point.lighten()
    with point.desk() as desk:
        enter(desk, [villager("曾建国", birth=date(1990, 3, 3))])
    point.says("day", "open", "--float-fen", 20_000)

    paid = point.json("pay", "r1", "--cash-fen", 102_000, *LATE)
    assert paid["total_fen"] == 102_000

    office.now = "2024-05-21T08:00:00"
    request = tmp_path / "request.json"
    point.says("point", "request", request)
    office.says("county", "enrol", request)
    replies = tmp_path / "replies"
    replies.mkdir()
    office.says("county", "reply", "--point", "341821100299", replies)
    (reply,) = replies.iterdir()
    point.says("import", reply)
    sent = point.json("export", stick)["file"]
    assert office.json("county", "add-pack", pack)["new"] is True
    assert office.json("county", "add-pack", pack)["new"] is False
    took = office.json("county", "receive", sent)
    assert (took["quarantined"], took["rejected"]) == (0, [])
    assert office.json("county", "reconcile")["total_fen"] == 102_000


def test_a_pack_its_own_cases_disagree_with_is_not_used(tmp_path: Path):
    pack = confirmed(tmp_path)
    cases = (library.folder() / "langxi-2024" / "cases.json").read_text(encoding="utf-8")
    (tmp_path / "cases.json").write_text(cases, encoding="utf-8")
    point = Place(tmp_path / "own", now="2024-05-20T09:30:00")
    made = ("point", "create", "--pack", pack, "--point", "341821100299", "--name", NAME, "--operator", CLERK)
    point.refuses("pack_cases_differ", *made, "--practice", exit_code=2)
    assert not (tmp_path / "own").exists()
