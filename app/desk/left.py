"""Who is left to pay: counted for a glance, and household by household for the round from door to door.

Left is who may join by the notice and is paid for neither here nor, as far as anybody has told, elsewhere. What a clerk
noted (不参保) takes nobody off: a household is gone to until it has paid or the county's list says otherwise.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import cache
from itertools import islice
from operator import itemgetter
from typing import Any

import msgspec

from app.desk.desk import Desk
from app.desk.due import Due, due_for
from app.desk.look_up import family
from app.desk.residents import handle
from app.domain.facts import Facts
from app.domain.groups import group_order, group_word, in_groups
from app.domain.joining import may_join
from app.domain.policy import Policy
from app.store import corrections, glance, roster

# What `may_join` looks at, by the roster's columns; the date of birth only where a scope of the pack has an age.
FACTS = ("hukou", "residence_permit", "long_term_resident", "enrolment", "other_cover")
FLAGS = ("residence_permit", "long_term_resident")

Home = tuple[str, str, int]
"""Group, household number, and for somebody without a household the handle's number (0 otherwise)."""


class Household(msgspec.Struct, frozen=True, kw_only=True):
    """Who of one household is left; `resident` is the handle of the first.

    `due_fen` is the sum as far as it can be said, None where nothing can. Of these people `undecided` cannot pay yet,
    `zero` have nothing to pay, and of `noted` a reason was written down.
    """

    group: str
    household: str
    head: str
    resident: str
    people: int
    due_fen: int | None
    undecided: int
    zero: int
    noted: int


class Left(msgspec.Struct, frozen=True, kw_only=True):
    """Who is left: `missing` by group counts everyone who may join without a payment here, `elsewhere` how many of them
    are known to have paid elsewhere; `homes` and `people` are those to go and see, `first` the households a round
    begins with.
    """

    missing: dict[str, int]
    elsewhere: int
    people: int
    homes: int
    first: tuple[Home, ...]


def is_left(desk: Desk, due: Due) -> bool:
    """Whether somebody is still to be gone and seen."""
    return due.paid is None and due.elsewhere is None and may_join(desk.policy, due.facts)


def household_order(number: str) -> tuple[Any, ...]:
    """Household numbers as people count them, not as their characters sort; who has none comes last."""
    return (group_order(number), number)


def count_left(desk: Desk, *, first: int) -> Left:
    """Who is left, without assessing anybody; `first`: so many households are named."""
    columns = (*FACTS, "birth_date") if _by_age(desk.policy) else FACTS
    today = desk.clock().date()

    @cache
    def joins(known: tuple[Any, ...]) -> bool:
        return may_join(desk.policy, _facts(dict(zip(columns, known, strict=True)), today))

    missing: Counter[str] = Counter()
    to_see: Counter[Home] = Counter()
    for kind in glance.unpaid_kinds(desk.db, desk.policy.benefit_year, columns):
        if joins(kind.facts):
            missing[group_word(kind.group)] += kind.people
            to_see[_home(kind)] += kind.people - kind.elsewhere
    homes = [home for home, people in to_see.items() if people]
    return Left(
        missing=dict(missing),
        elsewhere=missing.total() - to_see.total(),
        people=to_see.total(),
        homes=len(homes),
        first=tuple(islice(in_groups(homes, itemgetter(0), _within_group), first)),
    )


def _within_group(home: Home) -> tuple[Any, ...]:
    return (*household_order(home[1]), home[2])


def _home(kind: glance.Kind) -> Home:
    return (kind.group, kind.household, 0 if kind.household else kind.first)


def _by_age(policy: Policy) -> bool:
    return any(entry.age_under is not None for entry in policy.scopes)


def _facts(known: dict[str, Any], today: date) -> Facts:
    """As `facts_of` makes them, as far as `may_join` asks."""
    told = dict(known)
    for flag in FLAGS:
        told[flag] = None if known[flag] is None else bool(known[flag])
    if known.get("birth_date"):
        told["birth_date"] = date.fromisoformat(known["birth_date"])
    return Facts(**told, paid_on=today)


def households(desk: Desk, homes: Iterable[Home]) -> tuple[Household, ...]:
    """These households with what is due from them today. Assesses each of their people."""
    noted = corrections.declined(desk.db).keys()
    found = ([due for due in _people(desk, home) if is_left(desk, due)] for home in homes)
    return tuple(_household(people, noted) for people in found if people)


def known_sum(dues: Iterable[int | None]) -> int | None:
    """What is due together, in fen, as far as it can be said; None where it can be said of nobody."""
    known = [fen for fen in dues if fen is not None]
    return sum(known) if known else None


def _people(desk: Desk, home: Home) -> list[Due]:
    group, number, alone = home
    if not alone:
        return [due for due in family(desk, number) if due.resident.group == group]
    resident = roster.by_id(desk.db, alone)
    return [due_for(desk, handle(alone), resident)] if resident else []


def _household(people: list[Due], noted: Iterable[str]) -> Household:
    first, outcomes = people[0], [due.assessment.outcome for due in people]
    return Household(
        group=group_word(first.resident.group),
        household=first.resident.household,
        head=first.resident.head or first.resident.name,
        resident=first.handle,
        people=len(people),
        due_fen=known_sum(due.assessment.due_fen for due in people),
        undecided=sum(outcome not in ("collect", "collect_zero") for outcome in outcomes),
        zero=outcomes.count("collect_zero"),
        noted=sum(due.resident.key in noted for due in people),
    )
