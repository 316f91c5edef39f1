"""How the explanation is told: every sentence of the rules has a group, each thing stands once."""

from typing import Any

import pytest

from app import packs
from app.desk.due import Due
from app.domain.answer import Step
from app.domain.assessment import assess
from app.domain.facts import Facts
from app.domain.resident import Resident
from app.domain.wording import SENTENCES
from app.gui.parts.explanation import ASK, COUNTY, DO, explanation, group_of
from tests.facts import PACKS, listed, stated, without


def explained(pack_id: str = "langxi-2024", *, untold: tuple[str, ...] = (), **told: Any) -> list[tuple[str, str]]:
    facts = Facts.from_json(without(stated(pack_id, **told), *untold))
    person = Resident(name="王建国", document_type="id_card", document_number="341821196103050118")
    found = Due(handle="r1", resident=person, facts=facts, assessment=assess(packs.load(pack_id), facts), paid=None)
    return [(line.head, line.words) for line in explanation(found)]


@pytest.mark.parametrize(
    ("code", "effect", "head"),
    [
        ("terms_refuse", "refuse", "缴费期"),
        ("terms_hold", "ask", "缴费期"),
        ("cover_refuse", "refuse", "参保范围"),
        ("scope_in", "window", "参保范围"),
        ("amount_open", "ask", "身份类别"),
        ("kept_by_base", "ask", "身份类别"),
        ("price_unconfirmed", "ask", "标准"),
        ("wait_never_open", "ask", "待遇"),
        ("told_birth_ahead", "ask", "要核对"),
        ("event_ahead", "ask", "要核对"),
    ],
)
def test_a_step_is_told_where_it_belongs(code: str, effect: Any, head: str) -> None:
    assert code in SENTENCES
    assert group_of(Step("一", code, {}, effect)) == head


def test_the_order_is_price_category_scope_time_cover() -> None:
    heads = [head for head, _ in explained(categories=[listed("低保对象"), listed("一般重度残疾人")])]
    assert list(dict.fromkeys(heads)) == ["标准", "身份类别", "参保范围", "缴费期", "待遇"]


def test_an_open_county_question_stands_once_with_its_default() -> None:
    said = explained(categories=[listed("孤儿"), listed("事实无人抚养儿童")])
    open_ = [words for head, words in said if head == COUNTY]
    assert open_ == ["孤儿、事实无人抚养儿童按哪一档资助？通知只写由民政审核，没有金额。\n现在暂按：不收款，先报县级"]
    assert [words for head, words in said if head == DO] == ["请打电话问县医保局，问清以前不收款。"]


def test_a_missing_fact_is_a_question_and_no_step() -> None:
    said = explained("xingguo-2024", untold=("last_year", "registered"))
    asked = [words for head, words in said if head == ASK]
    assert sum("上年度是否参加了居民医保" in words for words in asked) == 1
    assert not any(words.startswith("要先问清") for _, words in said)


@pytest.mark.parametrize("pack_id", PACKS)
@pytest.mark.parametrize("untold", [(), ("last_year",), ("enrolment",), ("categories",), ("hukou", "residence_permit")])
def test_nothing_is_told_twice(pack_id: str, untold: tuple[str, ...]) -> None:
    for paid_on in ("2022-11-15", "2023-11-15", "2024-04-10", "2025-03-01"):
        words = [each for _, each in explained(pack_id, untold=untold, paid_on=paid_on)]
        assert words
        assert len(words) == len(set(words))
