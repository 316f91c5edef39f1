"""A real point and a practice county, and the other way round: refused by name, everywhere. Real ends know one
another by
fingerprints read out over the telephone."""

from pathlib import Path

import pytest

from tests.factories import CLERK, CODE, NAME, PACK, Place


@pytest.fixture
def real_point(tmp_path: Path) -> Place:
    place = Place(tmp_path / "real point", now=None)
    place.says("point", "create", "--pack", PACK, "--point", CODE, "--name", NAME, "--operator", CLERK)
    return place.lighten()


@pytest.fixture
def real_county(tmp_path: Path) -> Place:
    place = Place(tmp_path / "real county", passphrase="县里的口令", now=None)
    made = place.json("county", "create", "--name", "郎溪县医保局")
    (tmp_path / "read out by telephone").write_text(made["fingerprint"])
    return place.lighten()


def request_of(place: Place, folder: Path) -> tuple[Path, str]:
    file = folder / f"{place.folder.name}.json"
    return file, place.json("point", "request", file)["fingerprint"]


def test_a_real_point_and_a_real_county_get_to_know_each_other(real_point: Place, real_county: Place, stick: Path):
    request, fingerprint = request_of(real_point, stick)
    # Read out over the telephone: six groups of five.
    assert [len(group) for group in fingerprint.split()] == [5] * 6
    real_county.refuses("enrol_fingerprint_needed", "county", "enrol", request)
    wrong = "12345 " * 6
    real_county.refuses("enrol_fingerprint_differs", "county", "enrol", request, "--fingerprint", wrong)
    real_county.says("county", "enrol", request, "--fingerprint", fingerprint)

    (reply,) = real_county.json("county", "reply", "--point", CODE, stick)["files"]
    real_point.refuses("fingerprint_needed", "import", reply)
    real_point.refuses("fingerprint_differs", "import", reply, "--county-fingerprint", wrong)
    real_point.refuses("county_unknown", "export", stick)
    shown = (stick.parent / "read out by telephone").read_text()
    assert real_point.json("import", reply, "--county-fingerprint", shown)["acknowledged_to"] == 0

    # Pinned now: files go through without asking again.
    sent = real_point.json("export", stick)["file"]
    assert "practice" not in Path(sent).name
    assert real_county.json("county", "receive", sent)["accepted"] == 1
    (reply,) = real_county.json("county", "reply", "--point", CODE, stick)["files"]
    assert real_point.json("import", reply)["acknowledged_to"] == 1


def test_enrolling_across_is_refused(point: Place, office: Place, real_point: Place, real_county: Place, stick: Path):
    practice_request, shown = request_of(point, stick)
    said = real_county.refuses("practice_mismatch", "county", "enrol", practice_request, "--fingerprint", shown)
    assert "练习" in said and "正式" in said
    real_request, shown = request_of(real_point, stick)
    office.refuses("practice_mismatch", "county", "enrol", real_request, "--fingerprint", shown)


def test_files_across_are_refused(counter: Place, pinned: Place, real_county: Place, real_point: Place, stick: Path):
    sent = counter.json("export", stick)["file"]
    answer = real_county("county", "receive", sent, "--json")
    # Sealed to the practice county, the real one cannot even open it.
    assert (answer.code, [r["code"] for r in answer.json["rejected"]]) == (1, ["not_ours"])
    (reply,) = pinned.json("county", "reply", "--point", CODE, stick)["files"]
    real_point.refuses("not_ours", "import", reply)


def test_the_clock_of_practice_is_no_clock_of_a_real_point(real_point: Place, real_county: Place, tmp_path: Path):
    for place, verb in ((real_point, ("verify",)), (real_point, ("find", "x")), (real_county, ("county", "reconcile"))):
        place.refuses("clock_is_real", *verb, CUNJIAO_NOW="2023-11-15T09:00:00", exit_code=2)
    made = ("point", "create", "--pack", PACK, "--point", CODE, "--name", NAME, "--operator", CLERK)
    other = Place(tmp_path / "other")
    other.refuses("clock_is_real", *made, exit_code=2)
    other.refuses("clock_is_real", "county", "create", "--name", "县", exit_code=2)
    other.now = None
    other.refuses("on_is_practice", *made, "--on", "2023-11-15", exit_code=2)
    assert not (tmp_path / "other").exists()
    # What needs no store has no clock to mind.
    assert real_point("pack", "list", CUNJIAO_NOW="2023-11-15").code == 0


def test_turning_the_marker_over_turns_nothing_into_practice(real_point: Place):
    marker = real_point.folder / "cunjiao.json"
    marker.write_text(marker.read_text().replace("false", "true"))
    real_point.refuses("folder_damaged", "verify", CUNJIAO_NOW="2023-11-15T09:00:00", exit_code=2)


def test_a_pack_in_draft_takes_no_money_at_a_real_point(tmp_path: Path):
    draft = (
        "point",
        "create",
        "--pack",
        "xingguo-2024",
        "--point",
        "360732200201",
        "--name",
        "方太村",
        "--operator",
        CLERK,
    )
    real = Place(tmp_path / "draft", now=None)
    made = real(*draft)
    assert made.code == 0 and "征求意见稿" in made.err
    real.lighten()
    with real.desk() as desk:
        from tests.factories import enter, villager

        enter(desk, [villager("曾广福"), villager("仇长生", order=1, category="特困人员")])
    real.says("day", "open", "--float-fen", 0)
    for person in ("r1", "r2"):
        said = real.refuses("pack_is_draft", "pay", person, "--cash-fen", 38_000)
        assert "征求意见稿" in said and "没有收款" in said
