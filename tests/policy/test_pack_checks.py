"""What `pack check` finds in a pack that can be read: the line, the sentence, and whether the pack may be used."""

from datetime import date
from typing import Any

import pytest

from app.packs.naming import values
from app.packs.reading import parse
from tests.policy.edited import changed, found

FISCAL = ("prices.fiscal.yuan=640", "prices.fiscal.clause=三(一)", "prices.fiscal.at_least=false")
NEW = ["graduate"]
CONTINUITY = tuple(
    f"continuity.{each}"
    for each in (
        "fixed_months=3", "months_each=1", "variable_from=2", "long_years=4", "long_least_months=6", "never=none",
        "window_from=paid", "clause=四",
    )
)  # fmt: skip


def window(id: str, payers: list[str], opens: str | None, closes: str) -> dict[str, Any]:
    told = {"id": id, "name": f"窗口{id}", "payers": payers, "closes": date.fromisoformat(closes), "clause": "四"}
    told |= {"opens": date.fromisoformat(opens)} if opens else {}
    return told | {"terms": {"decision": "accept", "clause": "四"}}


def target(total: int, exempt: int, others: int) -> dict[str, Any]:
    return {"town": "建平镇", "total": total, "exempt": exempt, "others": others, "clause": "八2"}


@pytest.mark.parametrize(
    ("sets", "says"),
    [
        (["category.低保对象.subsidy=395"], "低保对象 资助 395 元，高于个人缴费 380 元 @ subsidy = 395"),
        ([*FISCAL, "prices.full.yuan=1000"], "筹资总额 1000 元，与各项之和不符（个人缴费 380 元 + 财政补助 640 元 = 1020 元） @ yuan = 1000"),  # noqa: E501
        ([*FISCAL, "prices.fiscal.at_least=true", "prices.full.yuan=1000"], "筹资总额 1000 元，低于最少应有的数"),
        (["prices.individual.minimum=400"], "个人缴费 380 元，低于规定的最低标准 400 元 @ yuan = 380"),
        (["prices.individual.confirmed=false"], "正式的政策包里，个人缴费标准必须经县级确认 @ confirmed = false"),
        (["region.code=000000"], "正式的政策包要写明本县的行政区划代码"),
        (["category.孤儿.question="], "人员类别“孤儿”：没有资助数额，又没有指向待县级确认的问题"),
        (["late.others.within.decision=hold", "late.others.within.question="], "却没有指向待县级确认的问题"),
        (["category.低保对象.age_from=60", "category.低保对象.age_under=18"], "没有人符合 @ age_under = 18"),
        (["late.newborn.limit=0"], "期限不能是 0"),
        (["remittance.within_days=-1"], "几日内上解（within_days）是 -1，不能是负数"),
        ([*CONTINUITY, "continuity.variable_from=0"], "从断保第几年起加（variable_from）是 0，不能小于 1"),
        ([*CONTINUITY, "continuity.counts_from=2030"], "晚于 2024 年度 @ counts_from = 2030"),
        ([*CONTINUITY, "continuity.exempt=婴儿"], "不认识 婴儿"),
        ([*CONTINUITY, "continuity.exempt_categories=富户"], "人员类别 富户 没有在 [[category]] 里列出"),
        (["target_rule.permille=15", "target_rule.clause=四"], "增长 1.5% 写作 1015 @ permille = 15"),
    ],
)  # fmt: skip
def test_a_pack_that_must_not_be_used(sets: list[str], says: str) -> None:
    problems = found(changed(*sets), severe=True)
    assert any(says in each for each in problems), problems


@pytest.mark.parametrize(
    ("table", "entry", "says"),
    [
        ("target", target(100, 20, 70), "建平镇 的任务数 100 与两栏之和不符（免缴 20 + 其他 70 = 90） @ total = 100"),
        ("target", target(100, -20, 120), "建平镇 的任务数不能是负数"),
        ("review", {"place": "benefit", "text": "照新通知改"}, "正式的政策包不能还有没核对的：benefit（照新通知改）"),
        ("question", {"id": "orphans", "text": "a", "default": "b"}, "问题 orphans 出现了两次"),
    ],
)  # fmt: skip
def test_an_entry_that_must_not_be_there(table: str, entry: dict[str, Any], says: str) -> None:
    problems = found(changed(add={table: [entry]}), severe=True)
    assert len(problems) == 1
    assert says in problems[0]


def test_a_target_that_adds_up_is_no_finding() -> None:
    assert not found(changed(add={"target": [target(100, 30, 70)]}), severe=True)


def test_a_question_answered_and_still_open() -> None:
    told = {"id": "orphans", "text": "a", "answer": "b", "by": "c", "source": "d"}
    data = changed(add={"confirmed": [told]}).replace(b'answer = "b"', b'answer = "b"\non = 2024-03-01')
    assert any("问题 orphans 出现了两次" in each for each in found(data, severe=True))


def test_fiscal_money_that_adds_up() -> None:
    assert not found(changed(*FISCAL), severe=True)
    assert not found(changed(*FISCAL, "prices.fiscal.at_least=true", "prices.full.yuan=1100"), severe=True)


@pytest.mark.parametrize(
    ("windows", "says"),
    [
        ([window("a", NEW, "2024-01-01", "2024-01-31")], None),
        (
            [window("a", NEW, "2024-01-03", "2024-01-31")],
            "大学毕业生：集中征缴期 与 窗口a 之间有空档（2024-01-01 至 2024-01-02）",
        ),
        ([window("a", NEW, "2023-12-15", "2024-01-31")], "大学毕业生：窗口a 与 集中征缴期 重叠（到 2023-12-31 为止）"),
        ([window("a", NEW, "2023-11-01", "2023-11-30")], "大学毕业生：窗口a 完全落在 集中征缴期 之内，两处重叠"),
        (
            [window("a", ["migrant_worker"], "2024-03-05", "2024-03-31")],
            "外出务工人员：县外务工人员延长缴费期 与 窗口a 之间有空档（2024-03-01 至 2024-03-04）",
        ),
        (
            [window("a", ["*"], "2024-03-01", "2024-03-31")],
            "集中征缴期 与 窗口a 之间有空档（2024-01-01 至 2024-02-29）",
        ),
    ],
)
def test_windows_of_one_payer_side_by_side(windows: list[dict[str, Any]], says: str | None) -> None:
    joints = [each for each in found(changed(add={"window": windows})) if "重叠" in each or "空档" in each]
    assert [each.partition(" @ ")[0] for each in joints] == ([says] if says else [])


def test_in_one_long_window_there_is_no_gap_between_two_short_ones() -> None:
    short = [
        window("a", ["graduate"], "2023-10-02", "2023-10-03"),
        window("b", ["graduate"], "2023-11-01", "2024-01-31"),
    ]
    joints = "".join(found(changed(add={"window": short})))
    assert "窗口b 与 集中征缴期 重叠" in joints
    assert "空档" not in joints


@pytest.mark.parametrize(
    ("sets", "says"),
    [
        (
            ["window.collection.opens=2022-05-01"],
            "集中征缴期的开始日期 2022-05-01 离 2024 年度太远 @ opens = 2022-05-01",
        ),
        (["window.migrant.closes=2025-02-28"], "县外务工人员延长缴费期的截止日期 2025-02-28 离 2024 年度太远"),
        (["recognition.base=2020-08-31"], "认定基准日期 2020-08-31 离 2024 年度太远"),
        (["late.army.event_from=2014-01-01"], "当年退役军人及随军未就业配偶补办的起算日期 2014-01-01 离 2024 年度太远"),
        (["category.低保对象.subsidy=380"], "低保对象 资助 380 元，就是全额"),
        ([*CONTINUITY, "continuity.long_least_months=2"], "断保较久的最少等 2 个月，反而少于固定等待期 3 个月"),
    ],
)
def test_something_to_look_at(sets: list[str], says: str) -> None:
    first, _, line = says.partition(" @ ")
    data = changed(*sets)
    said = [each for each in found(data, severe=False) if each.startswith(first)]
    assert len(said) == 1
    assert line in said[0]
    assert not found(data, severe=True)


def test_a_question_nothing_hangs_on() -> None:
    data = changed(add={"question": [{"id": "weather", "text": "a", "default": "b"}]})
    assert '问题 weather 没有关系到任何一条规则 @ id = "weather"' in found(data, severe=False)


def test_a_review_of_a_place_that_is_not_there() -> None:
    data = changed("status=draft", add={"review": [{"place": "category.土豪.subsidy", "text": "a"}]})
    assert "要核对的 category.土豪.subsidy 在政策包里找不到" in "".join(found(data, severe=False))


def listing(*refs: str, unused: tuple[str, ...] = ()) -> bytes:
    """The pack with a list of the clauses it cites, and of some it does not."""
    bare = changed()
    pack, _ = parse(bare, "pack.toml")
    cited = dict.fromkeys(ref for _, said in values(pack) for ref in said.clause.split(";"))
    told = [{"ref": ref, "about": f"关于{ref}"} for ref in (*cited, *unused) if ref not in refs]
    known = {clause.ref for clause in pack.clauses}
    return changed(add={"clause": [each for each in told if each["ref"] not in known]})


def test_a_clause_that_is_not_in_the_list() -> None:
    assert not found(listing(), severe=True)
    data = listing().replace(b"subsidy = 342", b"subsidy = 342 #", 1)
    start = data.index(b"subsidy = 342")
    at = data.index(b"clause = ", start)
    end = data.index(b"\n", at)
    wrong = data[:at] + 'clause = "三(二)22"'.encode() + data[end:]
    assert found(wrong, severe=True) == [
        '条款 三(二)22 不在 [[clause]] 条款清单里，请核对写法，或补进清单 @ clause = "三(二)22"'
    ]


def test_a_clause_nobody_used() -> None:
    said = found(listing(unused=("九(九)",)), severe=False)
    assert any(each.startswith("通知 九(九)（关于九(九)）没有写进任何规则") for each in said)
    listed = listing(unused=("九(九)",))
    free = listed.replace('about = "关于九(九)"'.encode(), 'about = "关于九(九)"\nrule = false'.encode())
    assert not any("九(九)" in each for each in found(free))


def test_a_clause_listed_twice() -> None:
    data = changed("status=final", add={"clause": [{"ref": "百", "about": "a"}, {"ref": "百", "about": "b"}]})
    assert any(each.startswith("通知条款 百 出现了两次") for each in found(data, severe=True))
