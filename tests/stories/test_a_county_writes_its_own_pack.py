"""A county confirms its price in a pack of its own: the point is made with it, the case that waited is paid, and the
county, which has taken the pack into use, knows the payment. No code has changed.

The county may take the pack into use before the point's file comes or long after: the accounts end the same."""

from datetime import date
from pathlib import Path

import pytest

from app.packs import library
from tests.factories import CLERK, NAME, Place, enter, villager

OWN = "341821100299"
LATE = ("--fact", "enrolment=released", "--fact", "event_date=2023-12-01")


def confirmed(folder: Path, *, price: str = "") -> Path:
    """langxi-2024 with the full financing typed and confirmed, as an official would leave it; `price` also retyped."""
    text = library.pack_bytes("langxi-2024").decode()
    text = text.replace("confirmed = false", "confirmed = true", 1)
    assert "confirmed = true" in text
    if price:
        assert "\nyuan = 380\n" in text
        text = text.replace("\nyuan = 380\n", f"\nyuan = {price}\n", 1)
    folder.mkdir(exist_ok=True)
    file = folder / "pack.toml"
    file.write_text(text.replace('id = "langxi-2024"', 'id = "langxi-2024-confirmed"', 1), encoding="utf-8")
    return file


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return confirmed(tmp_path)


@pytest.fixture
def own(tmp_path: Path, office: Place, pack: Path) -> Place:
    """A point made with the county's pack, known at the county and knowing it, with one payment taken under it."""
    point = Place(tmp_path / "own", now="2024-05-20T09:30:00")
    made = ("point", "create", "--pack", pack, "--point", OWN, "--name", NAME, "--operator", CLERK)
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
    point.says("import", reply(office, tmp_path / "first reply"))
    return point


def reply(office: Place, folder: Path) -> str:
    folder.mkdir()
    (file,) = office.json("county", "reply", "--point", OWN, folder)["files"]
    return file


def standing(own: Place) -> str:
    """Where the point's one payment stands with the county."""
    with own.desk() as desk:
        (found,) = desk.db.query("SELECT sync_state FROM payment_states")
        return str(found["sync_state"])


def test_the_case_that_waited_is_paid_and_received(own: Place, pack: Path, office: Place, stick: Path):
    sent = own.json("export", stick)["file"]
    assert office.json("county", "add-pack", pack)["new"] is True
    assert office.json("county", "add-pack", pack)["new"] is False
    took = office.json("county", "receive", sent)
    assert (took["quarantined"], took["rejected"]) == (0, [])
    assert office.json("county", "reconcile")["total_fen"] == 102_000


def test_a_payment_that_came_before_its_pack_is_taken_when_the_pack_comes(
    own: Place, pack: Path, office: Place, stick: Path, tmp_path: Path
):
    sent = own.json("export", stick)["file"]

    # The county sees at once what is missing, why, and what it has to do itself.
    took = office.json("county", "receive", sent)
    assert (took["quarantined"], took["rejected"]) == (1, [])
    (doubt,) = took["quarantine"]
    assert (doubt["point"], doubt["code"], len(doubt["seqs"])) == (OWN, "payment_pack_unknown", 1)
    words = office.says("county", "receive", sent)
    assert "存疑未计入 1 条" in words and "langxi-2024-confirmed" in words and "county add-pack" in words
    assert "存疑未计入 1 条" in office.says("county", "reconcile")

    # The point is not told that all is well: the record came back, and nothing there has to be collected again.
    own.says("import", reply(office, tmp_path / "second reply"))
    told = own.refuses("nothing_to_send_returned", "export", stick)
    assert "退回" in told and "1 条" in told and "都收到了" not in told and "不用作废" in told
    assert standing(own) == "rejected"

    done = office.json("county", "add-pack", pack)
    assert (done["new"], done["taken_again"]) == (True, 1)
    assert office.json("county", "reconcile")["total_fen"] == 102_000
    assert "存疑" not in office.says("county", "reconcile")
    again = office.json("county", "receive", sent)
    assert again["accepted"] == 0 and "quarantine" not in again

    # The next reply clears what the last one sent back.
    assert own.json("import", reply(office, tmp_path / "third reply"))["rejected"] == []
    assert standing(own) == "acknowledged"
    own.refuses("nothing_to_send", "export", stick)


def test_a_newer_program_brings_the_pack(
    own: Place, pack: Path, office: Place, stick: Path, monkeypatch: pytest.MonkeyPatch
):
    assert office.json("county", "receive", own.json("export", stick)["file"])["quarantined"] == 1
    newer = pack.parent / "resources" / "policy" / "langxi-2024-confirmed"
    newer.mkdir(parents=True)
    (newer / "pack.toml").write_bytes(pack.read_bytes())
    monkeypatch.setattr(library, "folder", lambda: newer.parent)
    assert office.json("county", "reconcile")["total_fen"] == 102_000


def test_another_content_under_a_known_id_is_said_aloud(pack: Path, office: Place, tmp_path: Path):
    first = office.json("county", "add-pack", pack)
    assert first["known_before"] == []
    other = confirmed(tmp_path / "other", price="370")
    words = office.says("county", "add-pack", other)
    assert "已采用" in words and first["hash"][:8] in words and "内容不同" in words
    assert office.json("county", "add-pack", other)["known_before"] == [first["hash"]]


def test_a_pack_its_own_cases_disagree_with_is_not_used(tmp_path: Path, pack: Path):
    cases = (library.folder() / "langxi-2024" / "cases.json").read_text(encoding="utf-8")
    (tmp_path / "cases.json").write_text(cases, encoding="utf-8")
    point = Place(tmp_path / "own", now="2024-05-20T09:30:00")
    made = ("point", "create", "--pack", pack, "--point", OWN, "--name", NAME, "--operator", CLERK)
    point.refuses("pack_cases_differ", *made, "--practice", exit_code=2)
    assert not (tmp_path / "own").exists()
