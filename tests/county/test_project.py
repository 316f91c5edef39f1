"""A county's budget from a roster: counts and sums, and what another pack or list changes."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from app import packs
from app.county import project_text, project_workbook
from app.county.project import Budget, budget
from app.desk.due import facts_of
from app.domain.assessment import assess
from app.domain.errors import KnownError, Refused, WrongUse
from app.domain.projection_sums import Tally
from tests.county.project_rosters import person, village, write

TODAY = date(2023, 11, 15)
PACK = "langxi-2024"


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    return write(tmp_path / "名册.csv", village())


def told(found: Budget) -> list[str]:
    assert found.comparison is not None
    return project_text.changes(found.comparison)[1:]


def tallied(people: int, subsidy_yuan: int, due_yuan: int) -> Tally:
    """People whose amounts all stand."""
    subsidy_fen, due_fen = subsidy_yuan * 100, due_yuan * 100
    return Tally(
        people=people, settled=people, price_fen=subsidy_fen + due_fen, subsidy_fen=subsidy_fen, due_fen=due_fen
    )


def test_sums(roster: Path) -> None:
    found = budget(roster, PACK, today=TODAY).projected
    assert (found.on, found.read, found.rejected_rows) == (date(2023, 10, 1), 8, ())
    sums = found.sums
    assert sums.total == Tally(people=8, settled=6, open=1, price_fen=228_000, subsidy_fen=110_200, due_fen=117_800)
    assert {name: tally.people for name, tally in sums.by_outcome.items()} == {
        "collect": 5, "collect_zero": 1, "refer": 1, "refuse": 1,
    }  # fmt: skip
    assert sums.by_outcome["refer"] == Tally(people=1, open=1)
    assert sums.by_category == {
        "特困人员": tallied(1, 380, 0),
        "低保对象": tallied(1, 342, 38),
        "农村低收入监测人口": tallied(1, 190, 190),
        "一般重度残疾人": tallied(1, 190, 190),
        "": tallied(2, 0, 760),
    }
    assert {name: (tally.people, tally.open, tally.due_fen) for name, tally in sums.by_town.items()} == {
        "建平镇": (4, 0, 41_800), "涛城镇": (3, 1, 38_000), "": (1, 0, 38_000),
    }  # fmt: skip
    assert sums.by_funder == {"城乡医疗救助资金": tallied(3, 912, 228), "县残联专项资金": tallied(1, 190, 190)}


def test_the_last_group_is_the_one_without(roster: Path) -> None:
    found = budget(roster, PACK, today=TODAY)
    titles = {title: rows for title, _, rows in project_text.tables(found)}
    assert titles["按乡镇"][-1][0] == "未写乡镇"
    assert titles["按类别"][-1][0] == "普通居民"


def test_rows_that_cannot_be_read_are_counted_and_named_by_number_only(tmp_path: Path) -> None:
    rows = [person(1), person(2, "贫困户", name="李四"), person(3, last_year="好像是")]
    found = budget(write(tmp_path / "名册.csv", rows), PACK, today=TODAY)
    assert (found.projected.read, found.projected.rejected_rows, found.projected.sums.total.people) == (3, (3, 4), 1)
    (said,) = [line for line in project_text.head(found.projected) if "没有计入" in line]
    assert "2 行" in said and "3、4" in said and "李四" not in said and "贫困户" not in said


def test_nobody_could_be_read(tmp_path: Path) -> None:
    found = budget(write(tmp_path / "名册.csv", [person(1, "贫困户")]), PACK, today=TODAY).projected
    assert found.sums.total == Tally()


def test_another_day(roster: Path) -> None:
    found = budget(roster, PACK, today=TODAY, on=date(2024, 6, 1)).projected
    assert {name: tally.open for name, tally in found.sums.by_outcome.items()} == {"refer": 7, "refuse": 0}


@pytest.mark.parametrize("pack_id", ["langxi-2024", "suixian-2023", "xingguo-2024", "yixian-2024"])
def test_each_answer_is_the_counters(pack_id: str) -> None:
    """What the county reads of a roster is what the counter would read of each person of it."""
    from app.desk import demo_roster
    from app.domain import roster as rosters
    from app.domain import roster_facts
    from app.domain.projection import project

    policy = packs.load(pack_id)
    on = policy.windows[0].closes
    rows = list(demo_roster.lifelike(1_500, seed=3, policy=policy))
    reading = rosters.parse(
        rosters.Table([list(demo_roster.HEADER), *rows]), canonical=policy.canonical_category, today=on
    )
    residents = reading.residents
    alone = [assess(policy, facts_of(resident, on, {})) for resident in residents]
    together = list(project(policy, roster_facts.facts_of(residents, paid_on=on)))
    assert [(each.outcome, each.due_fen, each.subsidy_fen, each.category) for each in together] == [
        (each.outcome, each.due_fen, each.subsidy_fen, each.category) for each in alone
    ]


# -- differences


def test_newly_on_the_list_of_a_category(tmp_path: Path) -> None:
    before = write(tmp_path / "旧.csv", [person(number) for number in range(5)])
    after = write(tmp_path / "新.csv", [person(number, "低保对象" if number < 3 else "") for number in range(5)])
    found = budget(after, PACK, today=TODAY, against_roster=before)
    assert told(found) == [
        "3 人新增低保对象，应缴减少 1,026 元。",
        "2 人没有变化。合计应缴减少 1,026 元，资助增加 1,026 元。",
    ]
    assert told(budget(before, PACK, today=TODAY, against_roster=after))[0] == "3 人退出低保对象，应缴增加 1,026 元。"


def test_everybody_is_in_one_sentence(tmp_path: Path) -> None:
    before = write(tmp_path / "旧.csv", village())
    later = [
        person(1, cover="职工医保"),
        person(3, "特困人员"),
        person(4, "一般重度残疾人"),
        person(5, "孤儿"),
        person(6, "特困人员"),
        person(7, "低保对象"),
        person(8),
        person(9),
        person(10, "低保对象"),
    ]
    found = budget(write(tmp_path / "新.csv", later), PACK, today=TODAY, against_roster=before)
    assert sorted(told(found)[:-2]) == sorted([
        "1 人由普通居民变为不能参保，应缴减少 380 元。",
        "1 人由低保对象变为特困人员，应缴减少 38 元。",
        "1 人由农村低收入监测人口变为报县级确认，金额待定。",
        "1 人由报县级确认变为低保对象，金额待定。",
        "1 人由不能参保变为普通居民，应缴增加 380 元。",
        "2 人新进名册，应缴增加 418 元。",
        "1 人不在名册，应缴减少 380 元。",
    ])  # fmt: skip
    assert told(found)[-2:] == [
        "2 人没有变化。合计应缴不变，资助增加 380 元。",
        "2 人有一边金额待定，没有算进变化的金额。",
    ]
    assert found.comparison is not None
    difference = found.comparison.difference
    known = difference.added.people + difference.same + sum(shift.people for shift in difference.shifts)
    assert known == found.projected.sums.total.people


def test_two_packs(roster: Path, tmp_path: Path) -> None:
    """The same county with a higher price and a lower subsidy, from a file of the county's own."""
    text = Path("resources/policy/langxi-2024/pack.toml").read_text(encoding="utf-8")
    changed = text.replace('id = "langxi-2024"', 'id = "langxi-plan"').replace("subsidy = 342", "subsidy = 300")
    plan = tmp_path / "pack.toml"
    plan.write_text(changed, encoding="utf-8")
    found = budget(roster, str(plan), today=TODAY, against_pack=PACK)
    assert (found.projected.pack, told(found)) == (
        "langxi-plan",
        ["1 人仍为低保对象，应缴增加 42 元。", "7 人没有变化。合计应缴增加 42 元，资助减少 42 元。"],
    )
    assert found.comparison is not None
    (shift,) = found.comparison.difference.shifts
    assert (shift.before.due_fen, shift.after.due_fen, shift.people) == (3_800, 8_000, 1)


def test_whom_only_one_pack_can_read_is_not_compared(roster: Path, tmp_path: Path) -> None:
    text = Path("resources/policy/langxi-2024/pack.toml").read_text(encoding="utf-8")
    plan = tmp_path / "pack.toml"
    plan.write_text(
        text.replace('name = "孤儿"', 'name = "困境儿童"').replace('"孤儿对象"', '"困境"'), encoding="utf-8"
    )
    for pack, other in ((PACK, str(plan)), (str(plan), PACK)):
        assert told(budget(roster, pack, today=TODAY, against_pack=other)) == [
            "7 人没有变化。合计应缴不变，资助不变。",
            "1 人只有一个政策包读得出来（多为另一个没有这一类别），没有比较。",
        ]


def test_the_same_twice_changes_nothing(roster: Path) -> None:
    for found in (
        budget(roster, PACK, today=TODAY, against_pack=PACK),
        budget(roster, PACK, today=TODAY, against_roster=roster),
    ):
        assert told(found) == ["8 人没有变化。合计应缴不变，资助不变。"]


# -- what can be wrong


@pytest.mark.parametrize(
    ("code", "more", "kind"),
    [
        ("pack_unknown", {"pack": "nowhere-1999"}, WrongUse),
        ("project_one_comparison", {"against_pack": PACK, "against_roster": Path("x.csv")}, WrongUse),
        ("sheet_missing", {"roster": Path("no such.csv")}, Refused),
        ("sheet_missing", {"against_roster": Path("no such.csv")}, Refused),
    ],
)
def test_refused(roster: Path, code: str, more: dict, kind: type[KnownError]) -> None:
    given = {"roster": roster, "pack": PACK, **more}
    with pytest.raises(kind) as caught:
        budget(given.pop("roster"), given.pop("pack"), today=TODAY, **given)
    assert caught.value.code == code


def test_a_pack_without_a_first_day_asks_for_one(roster: Path, tmp_path: Path) -> None:
    text = Path("resources/policy/langxi-2024/pack.toml").read_text(encoding="utf-8")
    pack = tmp_path / "pack.toml"
    pack.write_text(text.replace("opens = 2023-10-01\n", ""), encoding="utf-8")
    with pytest.raises(WrongUse) as caught:
        budget(roster, str(pack), today=TODAY)
    assert caught.value.code == "project_day_needed"
    assert budget(roster, str(pack), today=TODAY, on=TODAY).projected.sums.total.settled == 6


# -- the workbook


def test_the_workbook_holds_the_tables_as_text_and_numbers(tmp_path: Path) -> None:
    rows = [*village(), person(20, town="涛城=镇")]
    file = write(tmp_path / "名册.csv", rows)
    earlier = write(tmp_path / "旧.csv", [person(1, "低保对象"), *village()[1:]])
    found = budget(file, PACK, today=TODAY, against_roster=earlier)
    project_workbook.write(found, tmp_path / "测算.xlsx")
    book = openpyxl.load_workbook(tmp_path / "测算.xlsx")
    assert book.sheetnames == ["说明", "合计", "按结果", "按类别", "按乡镇", "按资金来源", "变化"]
    assert [cell.value for cell in book["合计"][2]] == ["全部", 9, 7, 1, 2660, 1102, 1558]
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert not [cell for cell in cells if "341821" in str(cell.value) or "张三" in str(cell.value)]
