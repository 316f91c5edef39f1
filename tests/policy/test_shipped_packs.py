"""The packs that ship are proved by the cases beside them, and carry everything a county must be able to sign."""

import re
from pathlib import Path

import pytest

from app import packs
from app.domain.duties import Said
from app.packs import cases
from app.packs.checks import values
from tests.facts import PACKS

ROOT = Path(__file__).parents[2]
POLICY = ROOT / "resources" / "policy"
RULES = (
    "policy duties duty_answers facts periods plausible answer unknown admission timing late terms claims subsidies "
    "continuity waiting assessment wording"
)
COUNTIES = re.compile("郎溪|黟县|随县|兴国|方太|langxi|yixian|suixian|xingguo")


def test_every_folder_is_a_pack_of_its_own_name() -> None:
    assert [info.id for info in packs.available()] == sorted([*PACKS, "national-2025"])
    assert sorted(entry.name for entry in POLICY.iterdir()) == sorted([*PACKS, "national-2025"])


@pytest.mark.parametrize("pack_id", PACKS)
def test_the_cases_beside_a_pack_agree(pack_id: str) -> None:
    check = packs.pack_check(POLICY / pack_id / "pack.toml")
    assert check.differences == []
    assert check.ok
    assert check.cases_run >= 25
    assert not [finding for finding in check.findings if finding.severe]


@pytest.mark.parametrize("pack_id", PACKS)
def test_every_category_of_a_pack_has_a_case(pack_id: str) -> None:
    policy = packs.load(pack_id)
    worked = cases.read((POLICY / pack_id / "cases.json").read_bytes(), pack_id)
    names = {each["name"] for case in worked for each in case.facts.get("categories") or ()}
    tried = {policy.canonical_category(name) for name in names}
    amounts = {category.name for category in policy.categories if category.subsidy != 0}
    assert amounts <= tried


@pytest.mark.parametrize("pack_id", PACKS)
def test_every_silent_value_names_its_question(pack_id: str) -> None:
    policy = packs.load(pack_id)
    silent: list[Said] = [said for _, said in values(policy) if said.silent]
    assert silent
    assert all(said.question in policy.question_of for said in silent)


@pytest.mark.parametrize("pack_id", PACKS)
def test_every_open_question_belongs_to_a_value(pack_id: str) -> None:
    policy = packs.load(pack_id)
    asked = {said.question for _, said in values(policy)}
    assert set(policy.question_of) <= asked


@pytest.mark.parametrize("pack_id", PACKS)
def test_where_a_pack_comes_from_stands_beside_it(pack_id: str) -> None:
    assert packs.load(pack_id).notice.title[:6] in (POLICY / pack_id / "NOTICE.md").read_text(encoding="utf-8") + (
        POLICY / pack_id / "pack.toml"
    ).read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", ["domain", "packs"])
def test_no_county_stands_in_the_code(folder: str) -> None:
    for file in (ROOT / "app" / folder).glob("*.py"):
        assert not COUNTIES.search(_code(file)), file.name


def test_no_price_and_no_year_stands_in_the_rules() -> None:
    for name in RULES.split():
        file = ROOT / "app" / "domain" / f"{name}.py"
        assert not re.search(r"\b(3[58]0|3[58]000|1020|640|202\d)\b", _code(file)), name


def _code(file: Path) -> str:
    """A source file without its docstrings and comments, which may cite a notice."""
    code = re.sub(r'""".*?"""', "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
    return re.sub(r"#.*", "", code)


def test_targets_of_the_towns_add_up() -> None:
    """随县 附件: 643118 people, 23113 exempt, 620005 others; rows and columns."""
    targets = packs.load("suixian-2023").targets
    assert len(targets) == 18
    assert sum(each.total for each in targets) == 643118
    assert sum(each.exempt for each in targets) == 23113
    assert all(each.total == each.exempt + each.others for each in targets)


@pytest.mark.parametrize(
    ("pack_id", "method", "listed", "silent"),
    [
        ("langxi-2024", "cash", True, False),
        ("langxi-2024", "pos", True, True),
        ("suixian-2023", "cash", True, False),
        ("yixian-2024", "cash", False, False),
        ("yixian-2024", "pos", False, False),
        ("xingguo-2024", "cash", False, False),
        ("langxi-2024", "gold", False, True),
    ],
)
def test_what_a_village_may_take(pack_id: str, method: str, listed: bool, silent: bool) -> None:
    answer = packs.load(pack_id).method_listed(method=method)
    assert (answer.listed, answer.silent) == (listed, silent)
    assert answer.clause


def test_only_the_text_out_for_comment_and_the_template_are_drafts() -> None:
    assert {info.id: info.status for info in packs.available()} == {
        "langxi-2024": "final",
        "national-2025": "draft",
        "suixian-2023": "final",
        "xingguo-2024": "draft",
        "yixian-2024": "final",
    }
