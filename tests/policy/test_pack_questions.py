"""`pack questions` and `pack show`: what is open, what hangs on it, and the rules beside the notice."""

from datetime import date
from pathlib import Path
from typing import Any
from unicodedata import east_asian_width

import pytest

from app import packs
from app.packs.naming import values
from app.packs.questions import open_in
from app.packs.renew import renew
from app.packs.sources import find
from app.packs.table import WHAT, columns
from tests.factories import run_here, sentence_of
from tests.facts import PACKS
from tests.policy.edited import PACK, changed, own_copy


@pytest.mark.parametrize("pack_id", PACKS)
def test_every_value_that_hangs_on_a_question_is_listed_under_it(pack_id: str) -> None:
    policy = packs.load(pack_id)
    found = open_in(find(pack_id))
    assert [each.id for each in found.questions] == list(policy.question_of)
    hanging = sum(len(each.values) for each in found.questions)
    assert hanging == len([said for _, said in values(policy) if said.question])
    for asked in found.questions:
        for each in asked.values:
            assert each.what != each.place and each.value and each.sets, each


def test_what_the_county_would_type(tmp_path: Path) -> None:
    file = own_copy(tmp_path)
    told = run_here("pack", "questions", file)
    assert told.code == 0
    assert "--set prices.full.yuan=1020    每人多少元，可以写：整数" in told.out
    assert f"pack confirm {file} full_financing --answer" in told.out
    asked = {each["id"]: each for each in run_here("pack", "questions", file, "--json").json["questions"]}
    (full,) = asked["full_financing"]["values"]
    assert (full["place"], full["clause"], full["what"]) == ("prices.full", "三(一)", "筹资总额")
    assert file.read_text(encoding="utf-8").splitlines()[full["line"] - 1] == "[prices.full]"
    assert {each["place"] for each in asked["orphans"]["values"]} == {"category.孤儿", "category.事实无人抚养儿童"}


def test_the_program_s_own_pack_has_no_line_to_point_at() -> None:
    told = run_here("pack", "questions", PACK, "--json").json
    assert {value["line"] for each in told["questions"] for value in each["values"]} == {None}


def test_what_is_to_be_looked_at_is_listed_with_its_line(tmp_path: Path) -> None:
    file = own_copy(tmp_path, renew(find(PACK), year=2025).data)
    told = run_here("pack", "questions", file)
    (line,) = [each for each in told.out.splitlines() if " recognition.base：" in each]
    number = int(line.split()[1])
    assert file.read_text(encoding="utf-8").splitlines()[number - 1].startswith("base = ")


# Every part of the rule language that the pack may not have itself.
FULL = (
    "status=draft", "prices.fiscal.yuan=640", "prices.fiscal.at_least=true", "prices.fiscal.clause=三(一)",
    "continuity.fixed_months=3", "continuity.months_each=1", "continuity.variable_from=2", "continuity.long_years=4",
    "continuity.long_least_months=6", "continuity.never=none", "continuity.window_from=paid",
    "continuity.exempt=newborn", "continuity.clause=四", "target_rule.permille=1015", "target_rule.clause=四",
    "late.newborn.bring=出生医学证明",
)  # fmt: skip
TASK = """
[task]
base = "户籍人口"
less = { students = "高校学生" }
settled_by = "县税务局"
clause = "四"
"""


def test_every_part_of_the_rules_is_in_the_table(tmp_path: Path) -> None:
    told = {"id": "old", "text": "问？", "answer": "答", "by": "县", "on": date(2024, 3, 1), "source": "函"}
    entries = {"clause": [{"ref": "百", "about": "宣传", "rule": False}], "confirmed": [told]}
    data = changed(*FULL, add={**entries, "review": [{"place": "benefit", "text": "看一遍"}]})
    shown = run_here("pack", "show", own_copy(tmp_path, data + (b"" if b"[task]" in data else TASK.encode())))
    assert shown.code == 0, shown.err
    for words in (
        "财政补助", "不低于640元", "过了缴费期才缴的、断保的，等3个月", "连续4年及以上的，最少等6个月", "1015‰",
        "户籍人口 减去 高校学生；以县税务局核定的为准", "凭出生医学证明", "答复：答（县，2024-03-01，函）",
        "通知条款对照", "（与本程序无关）", "还要核对", "看一遍",
    ):  # fmt: skip
        assert words in shown.out, words


@pytest.mark.parametrize("pack_id", PACKS)
def test_columns_stand_under_one_another(pack_id: str) -> None:
    table = packs.pack_show(pack_id).split("通知条款对照")[0].split("待县级确认\n")[0]
    rows = [line for line in table.splitlines() if line.startswith("  ")]
    assert len(rows) > 40
    for line in rows:
        width = 0
        for character in line:
            if width == 2 + WHAT:
                break
            width += 2 if east_asian_width(character) in "WF" else 1
            assert width <= 2 + WHAT, line
        before = line[: next(i for i in range(len(line) + 1) if columns(line[:i]) >= min(2 + WHAT, columns(line)))]
        assert columns(line) <= 2 + WHAT or before.endswith(" "), line


def test_the_table_as_values() -> None:
    told = run_here("pack", "show", PACK, "--json").json
    rows = [row for section in told["sections"] for row in section["rows"]]
    (price,) = [row for row in rows if row["place"] == "prices.individual"]
    assert (price["what"], price["value"], price["clause"]) == ("个人缴费", "380元", "三(一)")
    assert told["text"] == packs.pack_show(PACK)


def test_copy_takes_the_cases_along(tmp_path: Path) -> None:
    done = run_here("pack", "copy", PACK, "--out", tmp_path)
    assert done.code == 0
    assert (tmp_path / PACK / "pack.toml").read_bytes() == packs.pack_bytes(PACK)
    assert (tmp_path / PACK / "cases.json").is_file()
    assert run_here("pack", "check", tmp_path / PACK).code == 0, "a folder stands for the pack.toml in it"
    again = run_here("pack", "copy", PACK, "--out", tmp_path)
    assert again.code == 2
    sentence_of(again.err, "pack_exists")


SHOWN = (
    "late.released.closes=2024-06-30", "late.released.closed.decision=refuse", "late.released.closed.clause=四",
    "late.released.closed.why=六月底截止", "late.newborn.not_before=2023-01-01",
    "late.newborn.within.recognised_later=true",
    "window.collection.not_for=newborn、veteran", "registration.open_for=lapsed",
    "registration.question=full_financing", "late.released.within.start=month_first",
    "channel.village/pos.listed=false", "channel.village/pos.why=通知已取消", "scope.local.residence_permit=false",
)  # fmt: skip


def test_what_the_language_can_say_is_shown_in_an_official_s_words(tmp_path: Path) -> None:
    data = changed(*SHOWN, "refund.自然减员.aliases=亡故")
    rows = [row for section in sections_of(own_copy(tmp_path, data)) for row in section["rows"]]
    said = "\n".join(f"{row['what']}：{row['value']}" for row in rows)
    for words in (
        "2023-10-01 至 2023-12-31，所有人（新生儿、退役军人除外）", "办到 2024-06-30 为止",
        "2024-06-30 过后：不可以：六月底截止",
        "早于 2023-01-01 的事由不算，先问县级", "截止日期以后才认定的身份也算", "还没有确认的只是中断的",
        "村（社区）：POS机：不可以：通知已取消", "退费：自然减员（又叫亡故", "没有居住证",
        "早于 2024-01-01 的退，这一天起报县级", "最迟 2024-01-10 报", "缴费当月1日起（不早于事由次日）",
        "新增到 2023-12-31（含当天）为止的",
    ):  # fmt: skip
        assert words in said, (words, said)


def sections_of(file: Path) -> list[Any]:
    shown = run_here("pack", "show", file, "--json")
    assert shown.code == 0, shown.err
    sections: list[Any] = shown.json["sections"]
    return sections


def test_unset_amounts_are_spoken_of_only_where_there_are_any() -> None:
    assert "其中一种数额未定的" in packs.pack_show(PACK)
    assert "其中一种数额未定的" not in packs.pack_show("suixian-2023")
