"""The county's reply brings the roster's changes, people who paid elsewhere, a new pack and the target."""

from pathlib import Path

import pytest

from app import packs
from app.packs.library import pack_bytes
from tests.factories import CODE, PACK, Place, family, roster_csv, village, villager


@pytest.fixture
def down(counter: Place, pinned: Place, stick: Path):
    """Take the county's next reply at the counter; what the command answers."""

    def take() -> dict[str, object]:
        (file,) = pinned.json("county", "reply", "--point", CODE, stick)["files"]
        return counter.json("import", file)

    return take


def test_a_changed_roster(counter: Place, pinned: Place, down, tmp_path: Path):
    file = roster_csv(tmp_path / "r.csv", village())
    counter.says("roster", "import", file)
    assert pinned.json("county", "send-roster", file, "--point", CODE)["added"] == 9
    # The same people as here already: nothing changes, and the next reply need not bring them again.
    assert down()["roster"] == 0
    people = village()
    poorer = villager("曾建国", birth=people[2].birth_date, household="0001", category="低保对象", relation="子")
    new = villager("翟小梅", male=False, order=40, household="0001", relation="女")
    changed = [people[0], people[1], poorer, *people[3:8], new]
    sent = pinned.json("county", "send-roster", roster_csv(tmp_path / "r2.csv", changed), "--point", CODE, "--whole")
    assert (sent["added"], sent["changed"], sent["removed"]) == (1, 1, 1)

    assert counter.json("due", "r3")["due_fen"] == 38_000
    (file,) = pinned.json("county", "reply", "--point", CODE, tmp_path)["files"]
    said = counter.says("import", file)
    assert "名册新增 1 人、更改 1 人、移出 1 人。" in said and "1 人新增低保对象。" in said
    assert counter.json("due", "r3")["due_fen"] == 3_800
    counter.refuses("resident_unknown", "due", "r9")
    assert counter.json("find", "翟小梅")[0]["status"] == "unpaid"
    # Taken once: the same reply again, and an older one, have no effect.
    assert "没有变化" in counter.says("import", file)


def test_the_list_of_the_civil_affairs_office(counter: Place, pinned: Place, down, tmp_path: Path):
    people = village()
    pinned.says("county", "send-roster", roster_csv(tmp_path / "r.csv", people), "--point", CODE)
    assert "没有变化" in pinned.says("county", "send-categories")
    was = people[1]
    assert was.categories[0].name == "低保对象"
    listed = tmp_path / "低保.csv"
    rows = [f"{each.document_number},{each.name},低保对象,2023-10-01" for each in (people[0], people[2])]
    listed.write_text("\n".join(["身份证号,姓名,人员类别,认定日期", *rows]), encoding="utf-8-sig")
    pinned.says("county", "list", listed, "--kind", "category", "--whole")
    sent = pinned.json("county", "send-categories")
    assert sent == {"points": 1, "people": 3, "recognised": {"低保对象": 2}, "removed": {"低保对象": 1}}
    assert "没有变化" in pinned.says("county", "send-categories")

    assert [counter.json("due", who)["due_fen"] for who in ("r1", "r2", "r3")] == [38_000, 3_800, 38_000]
    (file,) = pinned.json("county", "reply", "--point", CODE, tmp_path)["files"]
    told = counter.says("import", file)
    assert "2 人新增低保对象" in told and "1 人不再是低保对象" in told
    assert [counter.json("due", who)["due_fen"] for who in ("r1", "r3")] == [3_800, 3_800]
    # Off the list from the day the county read it; what follows is for the pack to say (四(三): the list of 31 August).
    assert "2023-11-16 起取消" in counter.says("due", "r2", "--on", "2023-11-17")


def test_changes_go_on_from_what_the_device_says_it_took(
    counter: Place, pinned: Place, down, stick: Path, tmp_path: Path
):
    file = roster_csv(tmp_path / "r.csv", [*village(), villager("甲", order=60)])
    pinned.says("county", "send-roster", file, "--point", CODE)
    assert down()["roster"] > 0
    # Until the county knows that it was taken it comes again, and changes nothing.
    assert down()["roster"] == 0
    pinned.says("county", "receive", counter.json("export", stick)["file"])
    (file,) = pinned.json("county", "reply", "--point", CODE, stick)["files"]
    assert "名册" not in counter.says("import", file)


def test_a_new_pack_reprices_nobody_who_paid(counter: Place, pinned: Place, down, tmp_path: Path):
    paid = counter.json("pay", "r1", "--cash-fen", 38_000)["payments"][0]
    text = pack_bytes(PACK).decode().replace("yuan = 380", "yuan = 390").replace("yuan = 1020", "yuan = 1030")
    folder = tmp_path / "langxi-2024b"
    folder.mkdir()
    (folder / "pack.toml").write_text(text)
    pinned.says("county", "send-pack", folder / "pack.toml", "--point", CODE)
    answer = down()
    assert answer["packs"] == 1
    assert counter.json("due", "r3")["due_fen"] == 39_000
    assert counter.json("explain", paid["receipt"])["assessment"]["due_fen"] == 38_000
    assert down()["packs"] == 0


def test_a_pack_of_another_county_or_year_is_refused_whole(counter: Place, pinned: Place, stick: Path):
    pinned.says("county", "send-pack", "yixian-2024", "--point", CODE)
    pinned.says("county", "send-target", "--point", CODE, "--people", 120)
    (file,) = pinned.json("county", "reply", "--point", CODE, stick)["files"]
    assert packs.load("yixian-2024").title in counter.refuses("pack_of_other_region", "import", file)


def test_a_roster_with_bad_rows_is_not_taken_for_whole(pinned: Place, tmp_path: Path):
    file = roster_csv(tmp_path / "r.csv", family())
    file.write_text(file.read_text(encoding="utf-8-sig").replace("曾建国", "曾1"), encoding="utf-8-sig")
    pinned.refuses("roster_whole_rejected", "county", "send-roster", file, "--point", CODE, "--whole")
    assert pinned.json("county", "send-roster", file, "--point", CODE)["added"] == 3
    pinned.refuses("point_unknown", "county", "send-roster", file, "--point", "341821100999")
