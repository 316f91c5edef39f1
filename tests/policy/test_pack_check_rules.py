"""What `pack check` finds in rules that read well and would do something nobody meant."""

from typing import Any

import pytest

from tests.policy.edited import changed, found
from tests.policy.test_pack_checks import CONTINUITY, window

MAKE_UP = window("makeup", ["*"], "2024-01-01", "2024-06-30")


def says(data: bytes, words: str, *, severe: bool) -> bool:
    return any(words in each for each in found(data, severe=severe))


def test_a_window_for_everyone_inside_the_year_switches_other_rules_off() -> None:
    said = [each for each in found(changed(add={"window": [MAKE_UP]}), severe=False) if "不起作用" in each]
    assert len(said) == 6, "migrants late, newborns, the army, newly listed, employees, released"
    assert any('（新生儿）的规则不起作用；要照他们自己的规则办，请写 not_for = ["newborn"]' in each for each in said)


@pytest.mark.parametrize(
    "other",
    [
        {**MAKE_UP, "not_for": ["newborn"]},
        {**MAKE_UP, "payers": ["*", "newborn"]},
        window("makeup", ["*"], "2023-09-01", "2023-12-31"),
        window("makeup", ["ordinary"], "2024-01-01", "2024-06-30"),
    ],
)
def test_not_where_somebody_has_thought_of_them(other: dict[str, Any]) -> None:
    assert not says(changed(add={"window": [other]}), "（新生儿）的规则不起作用", severe=False)


def test_those_left_out_need_a_rule_of_their_own() -> None:
    data = changed(add={"window": [{**MAKE_UP, "not_for": ["graduate"]}]})
    assert says(data, "不给 大学毕业生（graduate），可他们没有自己的规则", severe=False)
    assert says(changed("window.migrant.not_for=newborn"), 'not_for 只在 payers = ["*"] 时用得上', severe=False)
    assert says(changed("window.collection.not_for=婴儿"), "不认识 婴儿", severe=True)


@pytest.mark.parametrize(
    ("sets", "words"),
    [
        (["late.dynamic.categories="], "从认定之日算起，就要在 categories 里写明"),
        (["late.newborn.limit="], "写了 [late.over]（超过期限怎样），却没有写期限 limit"),
        (["late.newborn.event_from=", "late.newborn.not_before="], "写了 [late.earlier]（事由更早的怎样），就要写"),
        (["late.released.closes=2024-06-30"], "写了 closes（办到哪天为止），就要写 [late.closed]"),
        (
            ["late.released.closed.decision=refuse", "late.released.closed.clause=四"],
            "写了 [late.closed]（过了截止日怎样），就要写 closes",
        ),
        (
            [
                "late.released.closed.decision=refuse", "late.released.closed.clause=四",
                "late.released.closes=2023-09-30",
            ],
            "2023-09-30 为止，比缴费期第一天 2023-10-01 还早",
        ),
        (["late.others.within.question=", "late.others.within.why="], "写了先问县级（refer），却没有指向"),
        (["late.others.not_before=2023-10-01"], "写了 not_before（再早就不是这种情形的日期），就要写明 event"),
        ([*CONTINUITY, "continuity.never=refer"], "从未参保的写了先问县级"),
        ([*CONTINUITY, "continuity.long_least_months=600"], "是 600，不能大于 60"),
        (["window.migrant.terms.wait=300m"], "等待 300m 超过两年"),
        (["category.低保对象.age_from=600"], "年龄 600 周岁不对"),
        (["id=郎溪 2024"], "政策包编号“郎溪 2024”不对"),
        (["registration.open_for=newborn"], "不认识 newborn"),
    ],
)  # fmt: skip
def test_a_rule_that_cannot_be_meant(sets: list[str], words: str) -> None:
    assert says(changed(*sets), words, severe=True), found(changed(*sets), severe=True)


def test_a_referral_with_its_reason_waits_for_nobody() -> None:
    data = changed("late.others.within.question=", "late.others.within.silent=", "late.others.within.why=通知说逐个报")
    assert not says(data, "写了先问县级", severe=True)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('title = "城乡居民基本医疗保险费收款凭据"', 'title = " "', "凭据名称（title）没有写"),
        ('payers = ["migrant_worker"]', "payers = []", "给谁（payers）是空的"),
        ('who = "', 'who = "" #"', "什么人（who）没有写"),
        ('channel = "village"', 'channel = "村"', "不认识 村（可以写：village（村（社区））"),
        ('methods = ["cash"]', 'methods = ["现金"]', "不认识 现金，应写代号 cash"),
        ('methods = ["cash"]', 'methods = ["cash", "cash"]', "村（社区）的现金（cash） 出现了两次"),
        ('methods = ["pos"]', 'methods = ["cash"]', "现金（cash） 出现了两次（前一处：第 1 块 [[channel]]，可以）"),
        ('id = "newborn"', 'id = "collection"', "前一处：缴费期“集中征缴期”"),
    ],
)  # fmt: skip
def test_texts_and_lists(old: str, new: str, words: str) -> None:
    data = changed()
    assert old.encode() in data
    assert says(data.replace(old.encode(), new.encode(), 1), words, severe=True)


def test_a_first_scope_without_conditions_takes_everybody() -> None:
    data = changed().replace(
        b"[[scope]]",
        '[[scope]]\nid = "all"\nwho = "所有人"\ndecision = "accept"\nclause = "二"\n\n[[scope]]'.encode(),
        1,
    )
    assert says(data, "所有人：没有写条件，所有人都符合，后面的 [[scope]] 都用不上", severe=True)


def test_another_name_of_a_refund_is_given_once() -> None:
    first, second = changed().decode().split("[[refund]]")[1:3]
    name = second.split('reason = "')[1].split('"')[0]
    data = (
        changed().decode().replace("[[refund]]" + first, f'[[refund]]\naliases = ["{name}"]' + strip_aliases(first), 1)
    )
    assert says(data.encode(), f"退费原因 {name} 出现了两次", severe=True)


def strip_aliases(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if not line.startswith("aliases"))


@pytest.mark.parametrize(
    ("sets", "words"),
    [
        (["late.newborn.event_from=", "late.newborn.not_before=", "late.newborn.earlier="], "没有写多早出生的还算"),
        (["benefit.ends=2024-12-13"], "2024-12-13 不是一整年"),
        (["notice.issued_on=2034-09-12"], "通知的发布日期 2034-09-12 离 2024 年度太远"),
        (["late.newborn.within.why=因为"], "可以缴的不说为什么，写了不起作用"),
        (["channel.village/cash.why=因为"], "可以用的不说为什么，写了不起作用"),
        (["registration.open_for=never", "registration.question="], "（待县级确认的问题），写了不起作用"),
        (["refund.自然减员.before=", "refund.自然减员.after=refuse"], "没有写 before（早于哪一天），写了不起作用"),
        (["late.newborn.over.subsidies=true"], "按筹资总额缴费，又给资助"),
    ],
)
def test_something_to_look_at(sets: list[str], words: str) -> None:
    data = changed(*[each for each in sets if not each.endswith("earlier=")])
    if "late.newborn.earlier=" in sets:
        start = data.index(b"[late.earlier]")
        data = data[:start] + data[data.index(b"[[late]]", start) :]
    assert says(data, words, severe=False), found(data, severe=False)
