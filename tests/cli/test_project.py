"""pack project on the command line: a table for people, the same keys for programs every time, nobody's name."""

import json
from pathlib import Path

import pytest

from tests.county.project_rosters import person, village, write
from tests.factories import run_here, sentence_of

KEYS = [
    "pack", "on", "read", "rejected", "rejected_rows", "warnings", "total", "by_outcome", "by_category", "by_town",
    "by_funder", "comparison",
]  # fmt: skip
TALLY = ["people", "settled", "open", "price_fen", "subsidy_fen", "due_fen"]
COMPARED = [
    "against", "sentences", "changes", "same", "unread", "added", "gone", "open", "due_change_fen",
    "subsidy_change_fen",
]  # fmt: skip


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    return write(tmp_path / "名册.csv", village())


def test_plain_values(roster: Path, tmp_path: Path) -> None:
    done = run_here("pack", "project", "--roster", roster, "--pack", "langxi-2024", "--json", "--data", tmp_path / "no")
    assert (done.code, done.err) == (0, "")
    assert list(done.json) == KEYS
    assert (done.json["pack"], done.json["on"], done.json["comparison"]) == ("langxi-2024", "2023-10-01", None)
    assert list(done.json["total"]) == TALLY
    assert [list(row) for row in done.json["by_town"]] == [["town", *TALLY]] * 3
    assert [row["town"] for row in done.json["by_town"]] == ["建平镇", "涛城镇", None]
    assert done.json["total"]["due_fen"] == sum(row["due_fen"] for row in done.json["by_category"])
    assert not (tmp_path / "no").exists()


def test_a_comparison_in_plain_values(roster: Path, tmp_path: Path) -> None:
    earlier = write(tmp_path / "旧.csv", [person(1, "低保对象"), *village()[1:], person(30)])
    asked = ("--roster", roster, "--pack", "langxi-2024", "--against-roster", earlier, "--on", "2023-11-15", "--json")
    found = run_here("pack", "project", *asked).json["comparison"]
    assert list(found) == COMPARED
    (change,) = found["changes"]
    assert (change["before"]["category"], change["after"]["category"], change["people"]) == ("低保对象", None, 1)
    assert (change["due_change_fen"], found["due_change_fen"]) == (34_200, -3_800)
    assert found["gone"]["people"] == 1
    assert found["against"]["on"] == "2023-11-15"


def test_a_table_for_people(roster: Path, tmp_path: Path) -> None:
    earlier = write(tmp_path / "旧.csv", village()[1:])
    asked = ("--roster", roster, "--pack", "langxi-2024", "--against-roster", earlier, "--xlsx", tmp_path / "测算.xlsx")
    done = run_here("pack", "project", *asked)
    assert done.code == 0
    for said in ("8 人，其中 6 人金额已定", "涛城镇", "未写乡镇", "县残联专项资金", "1 人新进名册，应缴增加 380 元。"):
        assert said in done.out
    assert "张三" not in done.out and "3418211980" not in done.out
    assert (tmp_path / "测算.xlsx").read_bytes().startswith(b"PK")


def test_what_is_wrong_is_one_sentence(roster: Path, tmp_path: Path) -> None:
    on = ("--roster", roster, "--pack", "langxi-2024")
    for code, exit_code, words in (
        ("pack_unknown", 2, ("--roster", roster, "--pack", "nowhere-1999")),
        ("project_one_comparison", 2, (*on, "--against-pack", "yixian-2024", "--against-roster", roster)),
        ("usage", 2, (*on, "--on", "2023-02-30")),
        ("usage", 2, ("--pack", "langxi-2024")),
        ("sheet_missing", 1, ("--roster", tmp_path / "no.xlsx", "--pack", "langxi-2024")),
        ("folder_missing", 1, (*on, "--xlsx", tmp_path / "no" / "x.xlsx")),
    ):
        done = run_here("pack", "project", *words)
        assert (done.code, done.out) == (exit_code, ""), code
        assert sentence_of(done.err, code)


def test_a_pack_from_a_file(roster: Path) -> None:
    file = Path("resources/policy/langxi-2024/pack.toml")
    by_file, by_id = (
        run_here("pack", "project", "--roster", roster, "--pack", pack, "--json").out for pack in (file, "langxi-2024")
    )
    assert json.loads(by_file) == json.loads(by_id)
