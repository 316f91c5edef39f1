"""Waits of those who missed the season or let cover lapse, by the national rules from 2025 (国办发〔2024〕38号)."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from app import packs
from app.domain.assessment import Assessment, Facts, assess
from app.domain.policy import Continuity, Policy

SEASON, LATE = "2024-11-10", "2025-03-10"


def national(**rule: Any) -> Policy:
    """The template with its price and season confirmed, and perhaps another rule on waits."""
    pack = packs.load("national-2025")
    prices = replace(pack.prices, individual=replace(pack.prices.individual, confirmed=True, question=None))
    assert pack.continuity is not None
    windows = tuple(replace(window, silent=False, question=None) for window in pack.windows)
    return replace(pack, prices=prices, windows=windows, continuity=replace(pack.continuity, **rule))


def waits(policy: Policy, **told: Any) -> Assessment:
    ordinary = {
        "birth_date": "1975-05-20", "hukou": "local", "categories": [], "enrolment": "ordinary", "registered": True,
        "last_year": "insured", "other_cover": None, "paid_on": SEASON,
    }  # fmt: skip
    return assess(policy, Facts.from_json({**ordinary, **told}))


@pytest.mark.parametrize(
    ("paid_on", "last", "repaid", "wait", "start"),
    [
        (SEASON, 2024, None, "0", "2025-01-01"),  # unbroken
        (LATE, 2024, None, "3m", "2025-06-10"),  # only the season missed
        (SEASON, 2023, None, "3m", "2025-02-10"),  # one year: the fixed part
        (SEASON, 2022, 0, "4m", "2025-03-10"),  # one further year
        (SEASON, 2022, 1, "3m", "2025-02-10"),  # repaid: the fixed part stays
        (SEASON, 2021, 0, "5m", "2025-04-10"),
        (SEASON, 2021, 9, "3m", "2025-02-10"),  # more repaid than was missed takes no more off
        (SEASON, 2020, 0, "6m", "2025-05-10"),  # four years
        (SEASON, 2020, 3, "6m", "2025-05-10"),  # never under six, even when repaired
        (SEASON, 2018, 0, "8m", "2025-07-10"),
        (SEASON, 2018, 1, "7m", "2025-06-10"),
        (SEASON, 2018, 5, "6m", "2025-05-10"),
        (LATE, 2021, 1, "4m", "2025-07-10"),
        ("2025-10-10", 2024, None, "3m", None),  # cover would begin after the year
    ],
)
def test_the_wait_grows_with_the_years_missed_and_shrinks_with_those_repaid(
    paid_on: str, last: int, repaid: int | None, wait: str, start: str | None
) -> None:
    last_year = "insured" if last == 2024 else "lapsed"
    answer = waits(national(), paid_on=paid_on, last_year=last_year, last_insured_year=last, repaid_years=repaid)
    assert (answer.waiting, answer.benefit_start and str(answer.benefit_start)) == (wait, start)
    assert answer.outcome == ("collect" if start else "warn_no_benefit")
    assert (answer.outcome == "warn_no_benefit") == ("period_none" in [step.code for step in answer.steps])


def test_newborns_wait_for_nothing() -> None:
    answer = waits(national(), enrolment="newborn", birth_date="2025-02-01", paid_on=LATE, last_year="never")
    assert (answer.waiting, str(answer.benefit_start)) == ("0", "2025-02-01")
    assert "wait_exempt" in [step.code for step in answer.steps]


def test_an_exempt_category_waits_only_where_it_no_longer_holds() -> None:
    policy = national(exempt_categories=("特困人员",))
    listed = {"name": "特困人员", "recognised_on": "2020-01-01"}
    told = {"paid_on": LATE, "categories": [listed]}
    assert waits(policy, **told).waiting == "0"
    assert waits(policy, paid_on=LATE, categories=[listed | {"removed_on": "2025-01-05"}]).waiting == "3m"


@pytest.mark.parametrize(("never", "wait"), [("fixed", "3m"), ("none", "0"), ("refer", None)])
def test_the_first_insurance_of_a_life_is_the_packs_to_judge(never: str, wait: str | None) -> None:
    answer = waits(national(never=never), last_year="never")
    assert answer.waiting == wait
    assert answer.outcome == ("refer" if wait is None else "collect")
    assert (answer.benefit_start is None) == (wait is None)


def test_whoever_never_was_insured_and_comes_late_waits_the_fixed_part() -> None:
    assert waits(national(), last_year="never", paid_on=LATE).waiting == "3m"


def test_in_the_season_the_wait_may_count_from_the_first_day_of_the_year() -> None:
    answer = waits(national(window_from="year_start"), last_year="lapsed", last_insured_year=2023)
    assert str(answer.benefit_start) == "2025-04-01"


def test_years_before_the_rule_are_not_counted() -> None:
    told = {"last_year": "lapsed", "last_insured_year": 2015, "repaid_years": 0}
    assert waits(national(counts_from=2024), **told).waiting == "3m"
    assert waits(national(counts_from=2023), **told).waiting == "4m"
    assert waits(national(counts_from=2025), **told).waiting == "0"


def test_the_years_are_asked_for_only_where_they_matter() -> None:
    def asked(**told: Any) -> list[str]:
        return [question.id for question in waits(national(), **told).questions]

    assert "last_insured_year" in asked(last_year="lapsed")
    assert "repaid_years" in asked(last_year="lapsed", last_insured_year=2021)
    assert asked(last_year="lapsed", last_insured_year=2023) == ["waiting"]
    assert asked(last_year="insured") == []
    assert "last_year" in asked(last_year=None)
    assert waits(national(), last_year=None, last_insured_year=2024).outcome == "collect"


@pytest.mark.parametrize(("own", "wait"), [("30d", "3m"), ("3m", "3m"), ("120d", "120d")])
def test_of_two_waits_the_longer_counts(own: str, wait: str) -> None:
    pack = national()
    late = replace(pack.late_of["*"], within=replace(pack.late_of["*"].within, wait=own))
    policy = replace(pack, late_of={**pack.late_of, "*": late})
    assert waits(policy, paid_on=LATE).waiting == wait


RULES = st.fixed_dictionaries(
    {
        "fixed_months": st.integers(0, 6),
        "months_each": st.integers(0, 3),
        "variable_from": st.integers(1, 3),
        "long_years": st.integers(2, 6),
        "long_least_months": st.integers(0, 12),
    }
)


@settings(max_examples=150, deadline=None)
@given(RULES, st.integers(0, 12), st.integers(0, 12), st.sampled_from([SEASON, LATE]))
def test_missing_more_never_shortens_the_wait_and_repaying_never_lengthens_it(
    rule: dict[str, int], missed: int, repaid: int, paid_on: str
) -> None:
    policy = national(**rule)

    def months(missed: int, repaid: int) -> int:
        last_year = "lapsed" if missed else "insured"
        told = {"last_year": last_year, "last_insured_year": 2024 - missed, "repaid_years": repaid, "paid_on": paid_on}
        wait = waits(policy, **told).waiting
        assert wait is not None
        return 0 if wait == "0" else int(wait.removesuffix("m"))

    assert months(missed + 1, repaid) >= months(missed, repaid)
    assert months(missed, repaid + 1) <= months(missed, repaid)
    if missed:
        assert months(missed, repaid) >= rule["fixed_months"]
    if missed >= rule["long_years"]:
        assert months(missed, repaid) >= rule["long_least_months"]


def test_the_template_carries_the_national_figures() -> None:
    pack = packs.load("national-2025")
    assert (pack.prices.individual.minimum, pack.prices.individual.confirmed) == (400, False)
    assert pack.prices.fiscal is not None and pack.prices.fiscal.minimum == 670
    rule = pack.continuity
    assert isinstance(rule, Continuity)
    assert (rule.fixed_months, rule.months_each, rule.long_years, rule.long_least_months) == (3, 1, 4, 6)
    assert pack.status == "draft"
    assert waits(pack).outcome == "refer"
    assert waits(pack).benefit_start == date(2025, 1, 1)
