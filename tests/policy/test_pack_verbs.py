"""`pack list`, `pack show`, `pack check`: what an official reads."""

import json
from pathlib import Path

import pytest

from app import packs
from app.domain.errors import WrongUse
from app.domain.wording import COVERS, ENROLMENTS
from app.packs.install import installable
from app.packs.rows_duties import CHANNELS, METHODS
from tests.factories import run_here, sentence_of
from tests.facts import PACKS


@pytest.mark.parametrize("pack_id", PACKS)
def test_the_table_shows_every_amount_with_its_clause(pack_id: str) -> None:
    policy, table = packs.load(pack_id), packs.pack_show(pack_id)
    for category in policy.categories:
        (row,) = [line for line in table.splitlines() if line.startswith(f"  {category.name} ")]
        assert category.clause in row
    assert all(question.text in table for question in policy.open_questions)


@pytest.mark.parametrize("pack_id", PACKS)
def test_the_table_is_in_the_official_s_language(pack_id: str) -> None:
    policy = packs.load(pack_id)
    assert {channel.channel for channel in policy.channels} <= set(CHANNELS)
    assert {method for channel in policy.channels for method in channel.methods} <= set(METHODS)
    assert {payer for late in policy.lates for payer in late.payers} <= {"*", *ENROLMENTS}
    assert {kind for cover in policy.covers for kind in cover.kinds} <= set(COVERS)


def test_a_draft_says_so_at_the_top() -> None:
    assert "征求意见稿" in packs.pack_show("xingguo-2024").splitlines()[2]


def test_check_names_what_is_still_open() -> None:
    check = packs.pack_check(Path("resources/policy/langxi-2024/pack.toml"))
    assert check.ok
    assert "筹资总额 1020 元尚未经县级确认，用到它的情形一律先不收款" in [each.problem for each in check.findings]
    assert all(finding.line > 1 for finding in check.findings)


def test_check_runs_the_cases_beside_the_file(tmp_path: Path) -> None:
    file = tmp_path / "pack.toml"
    file.write_bytes(packs.pack_bytes("langxi-2024").replace(b"subsidy = 342", b"subsidy = 340"))
    case = {
        "id": "1",
        "facts": {"categories": []},
        "expect": {"outcome": "collect"},
        "clause": "三",
    }
    file.with_name("cases.json").write_text(json.dumps([case]), encoding="utf-8")
    check = packs.pack_check(file)
    assert not check.ok
    assert [(each.case, each.field, each.got) for each in check.differences] == [("1", "outcome", "refer")]


def test_check_lists_all_that_is_wrong_not_only_the_first(tmp_path: Path) -> None:
    file = tmp_path / "pack.toml"
    text = packs.pack_bytes("langxi-2024").replace(b"subsidy = 342", b"subsidy = 990").replace(b'"341821"', b'"1"')
    file.write_bytes(text)
    check = packs.pack_check(file)
    assert not check.ok
    assert len([finding for finding in check.findings if finding.severe]) == 2


def test_check_of_no_file_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(WrongUse) as caught:
        packs.pack_check(tmp_path / "none.toml")
    assert caught.value.code == "pack_missing"


def test_cases_that_cannot_be_read_are_wrong_use(tmp_path: Path) -> None:
    file = tmp_path / "pack.toml"
    file.write_bytes(packs.pack_bytes("langxi-2024"))
    file.with_name("cases.json").write_text("[{}]", encoding="utf-8")
    check = packs.pack_check(file)
    assert not check.ok
    assert "第 1 个样例：缺少 id（编号）" in [each.problem for each in check.findings if each.file == "cases.json"]
    with pytest.raises(WrongUse) as caught:
        installable(str(file))
    assert caught.value.code == "cases_invalid"


@pytest.mark.parametrize("name", ["pack.toml.txt", "Pack.txt"])
def test_a_folder_whose_file_windows_has_renamed(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "txt").mkdir()
    (tmp_path / "txt" / name).write_bytes(packs.pack_bytes("langxi-2024"))
    monkeypatch.chdir(tmp_path)
    refused = run_here("pack", "check", "txt")
    assert refused.code == 2
    said = sentence_of(refused.err, "pack_not_in_folder")
    assert f"有一个 {name}，请改名为 pack.toml" in said


def test_a_folder_with_nothing_in_it(tmp_path: Path) -> None:
    assert "没有 pack.toml" in sentence_of(run_here("pack", "show", tmp_path).err, "pack_not_in_folder")
