"""Facts that cannot be true together are put back to the person who told them, and never priced."""

from typing import Any

import pytest

from app import packs
from app.domain.assessment import Facts, assess
from app.domain.facts import FACT_QUESTIONS
from tests.facts import PACKS, assessed, listed, stated, without


def ends(**told: Any) -> tuple[str, int | None, list[str], list[str]]:
    """Outcome, sum, codes of the steps and ids of the questions in 郎溪县."""
    answer = assessed(**told)
    return answer.outcome, answer.due_fen, [s.code for s in answer.steps], [q.id for q in answer.questions]


@pytest.mark.parametrize("pack_id", PACKS)
def test_nobody_is_paid_for_before_birth(pack_id: str) -> None:
    answer = assessed(pack_id, birth_date="2030-01-01")
    assert (answer.outcome, answer.eligible, answer.due_fen) == ("refer", False, None)
    assert [question.id for question in answer.questions] == ["birth_date"]


def test_born_on_the_day_of_payment_is_possible() -> None:
    assert assessed(birth_date="2023-11-15").outcome == "collect"


def test_a_newborns_two_dates_must_agree() -> None:
    late = {"enrolment": "newborn", "paid_on": "2024-05-20", "birth_date": "2024-03-01"}
    assert ends(**late, event_date="2024-03-01")[0] == "collect"
    outcome, due, codes, asked = ends(**late, event_date="2024-03-02")
    assert (outcome, due, codes[-1], asked) == ("refer", None, "told_birth_differs", ["event_date"])


def test_nobody_was_discharged_before_birth() -> None:
    late = {"enrolment": "veteran", "paid_on": "2024-05-20", "birth_date": "1999-01-02"}
    outcome, due, codes, asked = ends(**late, event_date="1999-01-01")
    assert (outcome, due, codes[-1], asked) == ("refer", None, "told_event_before_birth", ["event_date"])


def test_in_the_season_an_odd_event_stops_nobody() -> None:
    """Inside a window the event plays no part: whoever pays then is an ordinary payer."""
    assert ends(enrolment="newborn", birth_date="2023-10-20", event_date="2023-10-01")[0] == "collect"


def test_a_category_taken_away_before_it_was_given_is_for_the_county() -> None:
    odd = listed("低保对象", on="2023-05-01", until="2022-05-01")
    outcome, due, codes, asked = ends(categories=[odd])
    assert (outcome, due, asked) == ("refer", None, ["categories"])
    assert "record_odd" in codes
    assert ends(categories=[odd, listed("特困人员")])[:2] == ("collect_zero", 0)
    assert ends(categories=[odd, listed("返贫致贫人口")])[:2] == ("refer", None)


def test_given_and_taken_on_one_day_is_merely_not_held() -> None:
    assert ends(categories=[listed("低保对象", on="2023-10-01", until="2023-10-01")])[:2] == ("collect", 38000)


def test_money_cannot_arrive_before_it_was_paid() -> None:
    """随县 starts cover on the day of 到账: one before the payment is as good as none."""
    late = {"enrolment": "released", "event_date": "2023-04-20", "paid_on": "2023-05-10"}
    right = assessed("suixian-2023", **late, received_on="2023-05-12")
    odd = assessed("suixian-2023", **late, received_on="2023-05-09")
    assert str(right.benefit_start) == "2023-05-12"
    assert "received_on" not in [question.id for question in right.questions]
    assert "received_on" in [question.id for question in odd.questions]


@pytest.mark.parametrize(
    ("last_year", "last", "odd"),
    [
        ("insured", 2023, False),
        ("insured", 2022, True),
        ("lapsed", 2022, False),
        ("lapsed", 2023, True),
        ("never", 2020, True),
        (None, 2024, True),
        (None, 2020, False),
    ],
)
def test_the_year_of_the_last_cover_agrees_with_last_year(last_year: str | None, last: int, odd: bool) -> None:
    told = stated(last_year=last_year, last_insured_year=last)
    answer = assess(packs.load("langxi-2024"), Facts.from_json(told))
    assert ([step.code for step in answer.steps] == ["told_years_differ"]) is odd


def test_an_unknown_fact_is_never_taken_for_one_that_cannot_be() -> None:
    """A birth that is not told is not supposed to lie after the payment, which would refer the case for nothing."""
    told = without(stated("xingguo-2024", categories=[listed("烈士子女")], paid_on="2023-11-15"), "birth_date")
    answer = assess(packs.load("xingguo-2024"), Facts.from_json(told))
    assert "told_birth_ahead" not in [step.code for step in answer.steps]
    assert {question.id for question in answer.questions} & set(FACT_QUESTIONS) == {"birth_date"}
