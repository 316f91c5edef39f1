"""Everybody's answer is exactly what `assess` says of each alone, for any people under any pack on any day."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import UNSET
from msgspec.structs import replace

from app import packs
from app.domain.assessment import Facts, assess
from app.domain.bands import Bands, ages, latest_birth
from app.domain.columns import encoded
from app.domain.errors import WrongUse
from app.domain.facts import COVERS, ENROLMENTS, HUKOU, LAST_YEAR
from app.domain.periods import earlier, is_aged
from app.domain.policy import Policy
from app.domain.projection import Answer, project
from app.domain.resident import CategoryRecord
from tests.facts import PACKS, assessed, listed, stated

EVERY_PACK = (*PACKS, "national-2025")


def answer_of(policy: Policy, facts: Facts) -> Answer:
    """What `assess` says of one person alone."""
    found = assess(policy, facts)
    return Answer(found.outcome, found.category, found.price_fen, found.subsidy_fen, found.due_fen)


def columns_of(people: list[Facts]) -> dict[str, Any]:
    return {name: encoded(getattr(facts, name) for facts in people) for name in Facts.__struct_fields__}


def maybe(known: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Mostly known: with too many unknown facts every answer is a question."""
    return st.integers(0, 7).flatmap(lambda dice: known if dice else st.none())


def days(policy: Policy, paid_on: date | None = None) -> st.SearchStrategy[date]:
    """Days on and beside those that decide: the pack's, ages and limits seen from the payment; and any other."""
    edges = [day for window in policy.windows for day in (window.opens, window.closes) if day]
    edges += [day for day in (policy.recognition.base, policy.recognition.until) if day]
    edges += [
        policy.benefit.starts,
        policy.benefit.ends,
        *(rule.event_from for rule in policy.lates if rule.event_from),
    ]
    if paid_on is not None:
        edges += [paid_on, *(latest_birth(age, paid_on) for age in ages(policy))]
        edges += [earlier(paid_on, rule.limit) for rule in policy.lates if rule.limit]
    near = [edge + timedelta(days=shift) for edge in edges for shift in (-1, 0, 1)]
    year = policy.benefit_year
    return st.sampled_from(near) | st.dates(date(year - 2, 1, 1), date(year + 1, 3, 1))


@st.composite
def records(draw: st.DrawFn, policy: Policy, paid_on: date | None) -> CategoryRecord:
    name = draw(st.sampled_from(sorted(policy.category_of)))
    recognised = draw(maybe(days(policy, paid_on)))
    removed = draw(st.none() | days(policy, paid_on))
    if recognised and draw(st.integers(0, 3)) == 0:
        removed = recognised + timedelta(days=draw(st.integers(-2, 2)))
    return CategoryRecord(name, recognised, removed)


@st.composite
def people(draw: st.DrawFn, policy: Policy, paid_on: date | None) -> Facts:
    """One person, any fact of whom may be unknown."""
    year = policy.benefit_year
    near = days(policy, paid_on)
    drawn: dict[str, st.SearchStrategy[Any]] = {
        "birth_date": maybe(st.dates(date(year - 90, 1, 1), date(year + 1, 1, 1)) | near),
        "hukou": maybe(st.just("local") | st.sampled_from(HUKOU)),
        "residence_permit": maybe(st.booleans()),
        "long_term_resident": maybe(st.booleans()),
        "categories": maybe(st.lists(records(policy, paid_on), max_size=3).map(tuple)),
        "enrolment": maybe(st.sampled_from(["ordinary", "newborn", "dynamic_new"]) | st.sampled_from(ENROLMENTS)),
        "last_year": maybe(st.sampled_from(LAST_YEAR)),
        "last_insured_year": maybe(st.none() | st.integers(year - 8, year)),
        "repaid_years": maybe(st.integers(0, 5)),
        "registered": maybe(st.booleans()),
        "other_cover": st.none() | st.none() | st.sampled_from((UNSET, *COVERS)),
        "event_date": st.none() | near,
        "paid_on": st.just(paid_on),
        "received_on": st.none() | near,
    }
    return draw(st.builds(Facts, **{name: drawn[name] for name in Facts.__struct_fields__}))


@st.composite
def crowds(draw: st.DrawFn) -> tuple[Policy, list[Facts]]:
    """A pack and some people; mostly all of one day, as in a budget."""
    policy = packs.load(draw(st.sampled_from(EVERY_PACK)))
    days_of_payment: list[date | None] = [draw(days(policy))]
    if draw(st.integers(0, 4)) == 0:
        days_of_payment += [draw(days(policy)), None]
    crowd = st.sampled_from(days_of_payment).flatmap(lambda paid_on: people(policy, paid_on))
    return policy, draw(st.lists(crowd, min_size=1, max_size=12))


@settings(max_examples=150, deadline=None)
@given(crowds())
def test_each_gets_what_assess_says_of_that_person_alone(crowd: tuple[Policy, list[Facts]]) -> None:
    policy, people = crowd
    assert list(project(policy, columns_of(people))) == [answer_of(policy, facts) for facts in people]


@pytest.mark.parametrize("pack_id", PACKS)
def test_every_word_of_every_fact(pack_id: str) -> None:
    """Words the pack does not tell apart share an answer; those it does never do."""
    told = {"hukou": HUKOU, "enrolment": ENROLMENTS, "other_cover": COVERS}
    for paid_on in (packs.load(pack_id).windows[0].closes, date(2024, 9, 1)):
        said = [{fact: word, "paid_on": str(paid_on)} for fact, words in told.items() for word in words]
        alike(pack_id, *said, *({**each, "hukou": "other_city", "long_term_resident": False} for each in said))


def test_a_window_that_is_not_for_newborns_leaves_them_their_own_day() -> None:
    policy = packs.load("langxi-2024")
    windows = tuple(replace(window, not_for=("newborn",)) for window in policy.windows)
    policy = replace(policy, windows=windows, hash="other")
    births = (date(2023, 11, 1), date(2023, 7, 1), date(2022, 11, 1), date(1990, 1, 1))
    crowd = [
        Facts.from_json(stated(enrolment=enrolment, birth_date=str(born)))
        for enrolment in ("ordinary", "newborn")
        for born in births
    ]
    found = list(project(policy, columns_of(crowd)))
    assert found == [answer_of(policy, facts) for facts in crowd]
    assert len(set(found[len(births) :])) > 1


def test_after_the_season_it_matters_who_was_listed_since() -> None:
    policy = packs.load("suixian-2023")
    closes = max(window.closes for window in policy.windows)
    later = {"paid_on": str(policy.benefit.ends)}
    listed_on = [closes + timedelta(days=shift) for shift in (-300, 0, 1, 200)]
    alike("suixian-2023", *(later | {"categories": [listed(n, on=str(day))]} for day in listed_on for n in
                            [category.name for category in policy.categories]))  # fmt: skip


@pytest.mark.parametrize("pack_id", PACKS)
def test_every_birth_date_around_every_age(pack_id: str) -> None:
    """On each side of an age, leap days among the births and among the days of payment."""
    policy = packs.load(pack_id)
    names = [category.name for category in policy.categories]
    for paid_on in (policy.windows[0].closes, date(2023, 2, 28), date(2024, 2, 29), date(2023, 3, 1)):
        births = [latest_birth(age, paid_on) + timedelta(days=shift) for age in ages(policy) for shift in range(-3, 4)]
        people = [
            Facts.from_json(stated(pack_id, birth_date=str(birth), paid_on=str(paid_on), received_on=None))
            for birth in births or [date(1990, 1, 1)]
        ]
        held = [
            Facts(
                **{name: getattr(facts, name) for name in Facts.__struct_fields__ if name != "categories"},
                categories=(CategoryRecord(name, date(2020, 1, 1)),),
            )
            for facts in people
            for name in names
        ]
        crowd = people + held
        assert list(project(policy, columns_of(crowd))) == [answer_of(policy, facts) for facts in crowd]


@pytest.mark.parametrize("on", [date(2023, 2, 28), date(2024, 2, 29), date(2023, 3, 1), date(2023, 11, 15)])
def test_the_latest_birth_of_an_age(on: date) -> None:
    for age in range(1, 100):
        latest = latest_birth(age, on)
        assert is_aged(latest, age, on)
        assert not is_aged(latest + timedelta(days=1), age, on)


def test_a_day_stands_for_those_of_its_stretch() -> None:
    bands = Bands({date(2023, 8, 31), date(2023, 12, 31)})
    standing = [bands.standing_for(date(2023, 8, 31) + timedelta(days=shift)) for shift in (-900, 0, 1, 122, 123)]
    assert standing == [
        date(2023, 8, 31), date(2023, 8, 31), date(2023, 12, 31), date(2023, 12, 31), date(2024, 1, 1),
    ]  # fmt: skip


def test_facts_without_a_column_are_not_told() -> None:
    policy = packs.load("langxi-2024")
    (answer,) = project(policy, {"hukou": encoded(["local"])})
    assert answer == answer_of(policy, Facts(hukou="local"))


def test_nobody() -> None:
    assert list(project(packs.load("langxi-2024"), columns_of([]))) == []


def test_a_category_the_pack_does_not_know_is_never_just_ignored() -> None:
    with pytest.raises(WrongUse) as caught:
        project(packs.load("langxi-2024"), {"categories": encoded([(), (CategoryRecord("贫困户", None),)])})
    assert caught.value.code == "category_unknown"


def alike(pack_id: str, *told: dict[str, Any]) -> list[Answer]:
    """The projection of these people, which is what `assess` says of each."""
    policy = packs.load(pack_id)
    crowd = [Facts.from_json({**stated(pack_id), "received_on": None, **each}) for each in told]
    found = list(project(policy, columns_of(crowd)))
    assert found == [answer_of(policy, facts) for facts in crowd]
    return found


def test_a_newborn_keeps_its_own_day_among_the_others() -> None:
    """After the season a newborn's price depends on the birth; the ordinary people beside it need no date."""
    on = {"paid_on": "2024-06-15"}
    born = [on | {"enrolment": "newborn", "birth_date": birth} for birth in ("2024-03-15", "2024-03-14")]
    within, over, *_ = alike("langxi-2024", *born, on | {"birth_date": "1980-01-01"}, on | {"birth_date": "1990-01-01"})
    assert (within.due_fen, over.due_fen) == (38_000, None)


def test_an_event_is_held_against_the_birth_itself() -> None:
    born = {"birth_date": "1980-01-02", "enrolment": "released", "paid_on": "2024-06-15"}
    alike("langxi-2024", *(born | {"event_date": event} for event in ("1980-01-01", "1980-01-02", "2024-05-01")))


def test_a_removal_before_its_recognition_is_seen_within_a_stretch() -> None:
    fine, wrong = alike(
        "langxi-2024",
        {"categories": [listed("低保对象", on="2022-05-01", until="2022-05-02")]},
        {"categories": [listed("低保对象", on="2022-05-02", until="2022-05-01")]},
    )
    assert (fine.outcome, wrong.outcome) == ("collect", "refer")


def test_the_wording_stays_with_assess() -> None:
    """A projection knows amounts, not reasons: those of one person are a question to `assess`."""
    assert answer_of(packs.load("langxi-2024"), Facts.from_json(stated(categories=[listed("低保对象")]))) == Answer(
        "collect", "低保对象", 38_000, 34_200, 3_800
    )
    assert assessed(categories=[listed("低保对象")]).steps
