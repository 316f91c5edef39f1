"""What holds for any person under any pack: the shipped ones and ones drawn anew (any_pack.py)."""

from datetime import date, timedelta
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from app import packs
from app.domain.assessment import Assessment, Facts, assess, to_json
from app.domain.facts import COVERS, ENROLMENTS, HUKOU, LAST_YEAR
from app.domain.policy import Policy
from tests.domain.any_pack import any_pack
from tests.facts import PACKS

FIELDS = ("outcome", "due_fen", "subsidy_fen", "benefit_start", "benefit_end", "waiting", "retroactive_from")
MONEY = {"collect", "collect_zero", "register_first", "warn_no_benefit"}
few = settings(deadline=None)  # how many: the profile (conftest.py)


def days(policy: Policy) -> st.SearchStrategy[str]:
    """Days around the season and the benefit year, the edges of the windows often among them."""
    edges = [day for window in policy.windows for day in (window.opens, window.closes) if day]
    edges += [policy.benefit.starts, policy.benefit.ends]
    near = [edge + timedelta(days=shift) for edge in edges for shift in (-1, 0, 1)]
    first, last = policy.benefit.starts - timedelta(days=200), policy.benefit.ends + timedelta(days=60)
    return (st.sampled_from(near) | st.dates(first, last)).map(date.isoformat)


@st.composite
def records(draw: st.DrawFn, policy: Policy) -> dict[str, Any]:
    year = policy.benefit_year
    recognised = draw(st.dates(date(year - 4, 1, 1), date(year, 12, 31)))
    removed = draw(st.none() | st.dates(recognised, date(year, 12, 31)))
    name = draw(st.sampled_from(sorted(policy.category_of)))
    return {"name": name, "recognised_on": str(recognised), "removed_on": removed and str(removed)}


@st.composite
def people(draw: st.DrawFn, *, ordinary: bool = False, shipped: bool = False) -> tuple[Policy, dict[str, Any]]:
    """A pack and a person of whom everything is known."""
    known = st.sampled_from([*PACKS, "national-2025"]).map(packs.load)
    policy = draw(known if shipped else known | any_pack())
    year = policy.benefit_year
    paid_on = draw(days(policy))
    told = {
        "birth_date": draw(st.dates(date(year - 90, 1, 1), date(year - 1, 8, 31))).isoformat(),
        "hukou": draw(st.sampled_from(HUKOU)),
        "residence_permit": draw(st.booleans()),
        "long_term_resident": draw(st.booleans()),
        "categories": draw(st.lists(records(policy), max_size=4)),
        "enrolment": draw(st.sampled_from(ENROLMENTS[:2] if ordinary else ENROLMENTS)),
        "last_year": draw(st.sampled_from(LAST_YEAR)),
        "registered": draw(st.booleans()),
        "other_cover": draw(st.none() | st.sampled_from(COVERS)),
        "event_date": draw(st.dates(date(year - 1, 6, 1), date(year, 12, 31))).isoformat(),
        "paid_on": paid_on,
        "received_on": paid_on,
    }
    missed = draw(st.integers(1, 8))
    told["last_insured_year"] = {"insured": year - 1, "lapsed": year - 1 - missed, "never": None}[told["last_year"]]
    told["repaid_years"] = draw(st.integers(0, 9))
    return policy, told


def answered(policy: Policy, told: dict[str, Any]) -> Assessment:
    return assess(policy, Facts.from_json(told))


def contradicts_itself(told: dict[str, Any]) -> bool:
    """Facts no one person can have: what is still to come has happened, or a newborn's birth and its event differ."""
    event, birth, paid_on = told["event_date"], told["birth_date"], told["paid_on"]
    ahead = event is not None and paid_on is not None and event > paid_on
    unborn = birth is not None and paid_on is not None and birth > paid_on
    return ahead or unborn or (told["enrolment"] == "newborn" and None not in (event, birth) and event != birth)


@few
@given(people())
def test_an_event_still_to_come_is_never_priced(person: tuple[Policy, dict[str, Any]]) -> None:
    policy, told = person
    answer = answered(policy, told | {"event_date": "2024-07-02", "paid_on": "2024-07-01", "birth_date": "2000-01-01"})
    if any(step.code == "event_ahead" for step in answer.steps):
        assert (answer.outcome, answer.eligible, answer.due_fen) == ("refer", False, None)


@few
@given(people())
def test_amounts_add_up_and_are_never_negative(person: tuple[Policy, dict[str, Any]]) -> None:
    answer = answered(*person)
    if answer.due_fen is not None and answer.subsidy_fen is not None:
        assert answer.due_fen >= 0
        assert answer.subsidy_fen >= 0
        assert answer.due_fen + answer.subsidy_fen == answer.price_fen
    assert (answer.due_fen is None) <= (answer.outcome not in MONEY)
    assert (answer.outcome == "collect_zero") <= (answer.due_fen == 0)


@few
@given(people())
def test_every_answer_cites_a_clause_and_has_words(person: tuple[Policy, dict[str, Any]]) -> None:
    answer = to_json(answered(*person))
    assert answer["steps"]
    assert all(step["clause"] and step["text"] for step in answer["steps"])
    assert answer["headline"].endswith("）")


@few
@given(people())
def test_a_refer_never_comes_without_its_question(person: tuple[Policy, dict[str, Any]]) -> None:
    answer = answered(*person)
    assert answer.outcome != "refer" or answer.questions


@few
@given(people())
def test_refusals_carry_no_amounts(person: tuple[Policy, dict[str, Any]]) -> None:
    answer = answered(*person)
    if not answer.eligible:
        assert (answer.due_fen, answer.subsidy_fen, answer.benefit_start, answer.waiting) == (None,) * 4
    assert answer.eligible <= (answer.outcome not in ("refuse", "refuse_duplicate", "not_open"))


@few
@given(people(), st.randoms(use_true_random=False))
def test_the_order_of_categories_does_not_matter(person: tuple[Policy, dict[str, Any]], random: Any) -> None:
    policy, told = person
    shuffled = list(told["categories"])
    random.shuffle(shuffled)
    assert to_json(answered(policy, {**told, "categories": shuffled})) == to_json(answered(policy, told))


@few
@given(st.data())
def test_another_category_never_raises_what_is_due(data: st.DataObject) -> None:
    policy, told = data.draw(people(ordinary=True))
    added = data.draw(records(policy))
    before, after = answered(policy, told), answered(policy, {**told, "categories": [*told["categories"], added]})
    if before.due_fen is not None and after.due_fen is not None:
        assert after.due_fen <= before.due_fen
    # Outside the windows a recognition may be the event of a rule of its own, and a pack may refer that rule's people.
    has_own_rule = any(policy.category_of[added["name"]].name in late.categories for late in policy.lates)
    assert after.eligible == before.eligible or has_own_rule


@few
@given(st.data())
def test_an_earlier_payment_never_means_a_later_start_in_a_window(data: st.DataObject) -> None:
    policy, told = data.draw(people(ordinary=True))
    window = data.draw(st.sampled_from(policy.windows))
    first = window.opens or window.closes - timedelta(days=60)
    early, late = sorted(data.draw(st.lists(st.dates(first, window.closes), min_size=2, max_size=2)))
    one = answered(policy, {**told, "categories": [], "paid_on": str(early)})
    other = answered(policy, {**told, "categories": [], "paid_on": str(late)})
    if one.benefit_start and other.benefit_start:
        assert one.benefit_start <= other.benefit_start


@few
@given(
    people(),
    st.sampled_from(["hukou", "residence_permit", "long_term_resident", "enrolment", "last_year", "registered"]),
)
def test_unknown_is_what_all_values_give_or_a_question(person: tuple[Policy, dict[str, Any]], name: str) -> None:
    """Every field of the answer is one that all values share, or it is empty; never a number that none gives."""
    policy, told = person
    words = {"hukou": HUKOU, "enrolment": ENROLMENTS, "last_year": LAST_YEAR}
    if name == "last_year":  # the year of the last cover would say it all the same
        told = {**told, "last_insured_year": None}
    each = [answered(policy, {**told, name: value}) for value in words.get(name, (True, False))]
    unknown = answered(policy, {**told, name: None})
    if all(all(getattr(each[0], field) == getattr(other, field) for field in FIELDS) for other in each):
        assert all(getattr(unknown, field) == getattr(each[0], field) for field in FIELDS)
    else:
        assert unknown.outcome == "refer"
        assert name in [question.id for question in unknown.questions]
    for field in ("due_fen", "subsidy_fen", "benefit_start"):
        value = getattr(unknown, field)
        assert value is None or all(getattr(other, field) == value for other in each)


@few
@given(
    people(), st.sets(st.sampled_from(["birth_date", "event_date", "paid_on", "categories", "other_cover"]), min_size=1)
)
def test_an_untold_fact_never_becomes_another_number(person: tuple[Policy, dict[str, Any]], names: set[str]) -> None:
    """Where an amount is given without these facts, the full facts give the same, if they can be true together."""
    policy, told = person
    assume(not contradicts_itself(told))
    some = answered(policy, {name: value for name, value in told.items() if name not in names})
    whole = answered(policy, told)
    if some.outcome != "refer":
        assert some.outcome == whole.outcome
    if some.due_fen is not None:
        assert some.due_fen == whole.due_fen
    if some.benefit_start is not None:
        assert some.benefit_start == whole.benefit_start
