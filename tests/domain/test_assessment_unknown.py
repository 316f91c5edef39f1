"""What nobody told: a fact that changes nothing is not asked for, one that does is, and nothing is guessed."""

from typing import Any

import pytest

from app import packs
from app.domain.assessment import Assessment, Facts, assess
from app.domain.facts import FACT_QUESTIONS
from tests.facts import PACKS, listed, stated, without


def answered(told: dict[str, Any], pack_id: str = "langxi-2024") -> Assessment:
    return assess(packs.load(pack_id), Facts.from_json(told))


def asked(answer: Assessment) -> list[str]:
    return [question.id for question in answer.questions if question.id in FACT_QUESTIONS]


@pytest.mark.parametrize(
    "name", ["birth_date", "residence_permit", "long_term_resident", "registered", "received_on", "event_date"]
)
def test_what_changes_nothing_is_not_asked(name: str) -> None:
    answer = answered(without(stated(), name))
    assert (answer.outcome, answer.due_fen) == ("collect", 38000)
    assert asked(answer) == []


def test_inside_the_window_all_enrolments_are_alike() -> None:
    answer = answered(without(stated(), "enrolment"))
    assert (answer.outcome, answer.due_fen) == ("collect", 38000)
    assert answer.headline == "居民：个人缴 380 元（三(一)）"


def test_after_the_window_the_enrolment_is_asked_for() -> None:
    answer = answered(without(stated(paid_on="2024-02-10"), "enrolment"))
    assert (answer.outcome, answer.eligible, answer.due_fen) == ("refer", False, None)
    assert "enrolment" in asked(answer)


def test_unknown_categories_leave_the_period_standing() -> None:
    answer = answered(without(stated(), "categories"))
    assert (answer.outcome, answer.eligible, answer.due_fen, answer.price_fen) == ("refer", True, None, 38000)
    assert str(answer.benefit_start) == "2024-01-01"
    assert asked(answer) == ["categories"]


def test_an_undated_category_is_asked_about() -> None:
    answer = answered(stated(categories=[listed("低保对象", on=None)]))
    assert (answer.outcome, answer.eligible, answer.due_fen) == ("refer", True, None)
    assert asked(answer) == ["categories"]


@pytest.mark.parametrize("pack_id", PACKS)
def test_an_undated_category_taken_away_decades_ago_is_gone_whenever_it_began(pack_id: str) -> None:
    category = packs.load(pack_id).categories[0].name
    whole = answered(stated(pack_id), pack_id)
    kept = answered(stated(pack_id, categories=[listed(category, on=None, until="1964-12-30")]), pack_id)
    assert (kept.due_fen, kept.subsidy_fen) == (whole.due_fen, whole.subsidy_fen)


def test_an_undated_category_without_an_amount_changes_nothing() -> None:
    answer = answered(stated(categories=[listed("稳定脱贫人口", on=None)]))
    assert (answer.outcome, answer.due_fen) == ("collect", 38000)


def test_an_undated_lesser_category_beside_a_full_one_changes_nothing() -> None:
    answer = answered(stated(categories=[listed("特困人员"), listed("低保对象", on=None)]))
    assert (answer.outcome, answer.due_fen, answer.category) == ("collect_zero", 0, "特困人员")


def test_other_cover_null_is_none_known_and_absent_is_unknown() -> None:
    assert answered(stated(other_cover=None)).outcome == "collect"
    answer = answered(without(stated(), "other_cover"))
    assert (answer.outcome, answer.eligible) == ("refer", False)
    assert asked(answer) == ["other_cover"]


def test_a_refusal_needs_no_further_facts() -> None:
    answer = answered({"other_cover": "employee"})
    assert (answer.outcome, answer.questions) == ("refuse", ())


def test_whether_somebody_is_registered_is_asked_of_newcomers_only() -> None:
    answer = answered(without(stated(last_year="never"), "registered"), "yixian-2024")
    assert (answer.outcome, answer.eligible, answer.due_fen) == ("refer", True, 38000)
    assert asked(answer) == ["registered"]


def test_last_year_is_asked_of_those_not_known_to_be_registered() -> None:
    assert answered(without(stated(registered=True), "last_year")).outcome == "collect"
    assert "last_year" in asked(answered(without(stated(registered=False), "last_year")))


def test_the_age_is_asked_for_where_a_category_depends_on_it() -> None:
    told = without(stated("xingguo-2024", categories=[listed("烈士子女")]), "birth_date")
    answer = answered(told, "xingguo-2024")
    assert (answer.outcome, answer.due_fen) == ("refer", None)
    assert asked(answer) == ["birth_date"]


def test_a_county_without_a_rule_on_hukou_does_not_ask_for_it() -> None:
    assert answered(without(stated("suixian-2023"), "hukou"), "suixian-2023").outcome == "collect"
    assert asked(answered(without(stated("yixian-2024"), "hukou"), "yixian-2024")) == ["hukou"]


@pytest.mark.parametrize("pack_id", PACKS)
def test_of_somebody_unknown_everything_that_matters_is_asked(pack_id: str) -> None:
    answer = answered({}, pack_id)
    assert (answer.outcome, answer.eligible, answer.due_fen) == ("refer", False, None)
    assert {"other_cover", "paid_on", "categories"} <= set(asked(answer))
    assert all(step.clause for step in answer.steps)
