"""What the resident brings or does next: the paper that answers a question, the place to go, whom to call."""

from typing import Any

import pytest
from msgspec.structs import replace

from app import packs
from app.domain.advice import EVENT_PAPERS, SHOWN_BY, advice, event_paper
from app.domain.assessment import assess
from app.domain.facts import ENROLMENTS, FACT_QUESTIONS, Facts
from app.domain.policy import Policy
from tests.facts import PACKS, listed, stated, without

SPRING = "2024-04-10"


def advised(pack_id: str = "langxi-2024", *, untold: tuple[str, ...] = (), **told: Any) -> tuple[str, ...]:
    facts = Facts.from_json(without(stated(pack_id, **told), *untold))
    return advice(assess(packs.load(pack_id), facts), facts)


@pytest.mark.parametrize("pack_id", PACKS)
def test_who_can_pay_needs_no_advice(pack_id: str) -> None:
    assert advised(pack_id) == ()


@pytest.mark.parametrize(("bring", "and_bring"), [(None, ""), ("身份证或户口簿", "，带上身份证或户口簿")])
def test_who_must_register_is_told_where_and_to_come_back(bring: str | None, and_bring: str) -> None:
    pack = packs.load("langxi-2024")
    pack = replace(pack, registration=replace(pack.registration, where="到镇政府办理", bring=bring))
    facts = Facts.from_json(stated(last_year="never", registered=False))
    said = advice(assess(pack, facts), facts)
    assert said == (f"登记：到镇政府办理{and_bring}。", "登记好了再回来缴费。")


def test_a_paper_the_pack_names_goes_before_the_general_one() -> None:
    named = with_paper(packs.load("langxi-2024"), "退出现役证或转业证")
    assert event_paper(named, "veteran") == "退出现役证或转业证"
    assert event_paper(packs.load("langxi-2024"), "veteran") == EVENT_PAPERS["veteran"]


def with_paper(policy: Policy, paper: str) -> Policy:
    """The pack with a paper named for the army's rule."""
    named = replace(policy.late_of["veteran"], bring=paper)
    return replace(policy, late_of={**policy.late_of, "veteran": named})


@pytest.mark.parametrize(
    ("enrolment", "paper"),
    [("veteran", "退出现役证"), ("released", "释放证明书"), ("employee_gap", "职工医保停保证明")],
)
def test_the_day_something_happened_is_shown_by_its_paper(enrolment: str, paper: str) -> None:
    said = advised(enrolment=enrolment, paid_on=SPRING)
    assert len(said) == 1
    assert paper in said[0]


def test_a_missing_residence_permit_is_asked_to_be_shown() -> None:
    said = advised("yixian-2024", untold=("residence_permit",), hukou="other_city")
    assert any("居住证" in words for words in said)


def test_dates_of_a_list_that_cannot_be_are_the_departments_to_mend() -> None:
    said = advised(categories=[listed("低保对象", "2023-05-01", "2023-01-01")])
    assert said == ("人员类别只以部门的名单为准，柜台不能改：请居民找县民政局核对，名单改好再来。",)


def test_an_open_amount_is_asked_of_the_county_with_the_default_of_that_question() -> None:
    said = advised(categories=[listed("孤儿")])
    assert said == ("请打电话问县医保局，问清以前不收款。", "县里答复以前暂按：不收款，先报县级。")


def test_the_telephone_of_the_pack_is_named() -> None:
    said = advised("xingguo-2024", paid_on="2025-02-01")
    assert "0797-5322751" in said[0]


def test_before_the_season_the_first_day_is_named() -> None:
    assert advised(paid_on="2023-09-10") == ("请居民 2023-10-01 起再来。",)


def test_who_is_refused_hears_whom_to_ask() -> None:
    assert "县医保局核对" in advised(other_cover="employee")[0]
    assert "不要再收" in advised(other_cover="already_paid")[0]
    assert "户籍地" in advised(hukou="other_city", long_term_resident=False)[0]
    assert "有疑问" in advised("suixian-2023", paid_on="2023-04-10")[0]


def test_a_payment_that_buys_nothing_is_explained_first() -> None:
    said = advised("xingguo-2024", paid_on="2024-11-20")
    assert "享受不到待遇" in said[0]


def test_every_question_and_every_event_has_its_way_on() -> None:
    assert set(FACT_QUESTIONS) - {"categories", "event_date"} == set(SHOWN_BY)
    assert set(EVENT_PAPERS) <= set(ENROLMENTS)


@pytest.mark.parametrize("pack_id", [*PACKS, "national-2025"])
@pytest.mark.parametrize("enrolment", ENROLMENTS)
def test_nobody_is_sent_away_without_a_word(pack_id: str, enrolment: str) -> None:
    """Whatever the case and the day: no money taken means at least one sentence that says the way on."""
    policy = packs.load(pack_id)
    for paid_on in ("2022-08-01", "2023-11-15", "2024-04-10", "2025-06-01"):
        facts = Facts.from_json(stated("langxi-2024", enrolment=enrolment, paid_on=paid_on))
        answer = assess(policy, facts)
        said = advice(answer, facts)
        assert bool(said) is (answer.outcome not in ("collect", "collect_zero"))
        assert all(words.endswith("。") and len(words) < 90 for words in said)
