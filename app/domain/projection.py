"""What is due from everybody: one answer for each person of a roster, decided once for each combination of facts.

`assess` is the only place where the rules are; here it is asked as seldom as possible. People whose facts are the same,
or the same as far as the rules can tell (`bands.py`), get the same answer, so that half a million people cost a few
thousand questions. That each gets exactly what `assess` would say of that person alone is tested for every pack.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from msgspec import Struct

from app.domain.answer import Outcome
from app.domain.assessment import assess
from app.domain.bands import Sameness, counts_from_own_day, kinds
from app.domain.columns import Column, constant, decided, recoded, rows
from app.domain.facts import COVERS, ENROLMENTS, HUKOU, Facts
from app.domain.policy import Policy
from app.domain.resident import CategoryRecord

People = Mapping[str, Column[Any]]
"""Facts of many people: the name of a fact -> its column, all of one length. A fact without one is not told."""


class Answer(Struct, frozen=True, gc=False):
    """What a budget needs of an assessment. Amounts in fen, None where nothing is due or nobody can say what."""

    outcome: Outcome
    category: str | None
    price_fen: int | None
    subsidy_fen: int | None
    due_fen: int | None

    @property
    def is_settled(self) -> bool:
        """Whether the amount stands, whatever else is still to be done or asked."""
        return self.due_fen is not None

    @property
    def is_open(self) -> bool:
        """Whether somebody has to say what is due. One who cannot join, or not now, owes nothing and is not open."""
        return self.outcome == "refer" and self.due_fen is None


def project(policy: Policy, people: People) -> Column[Answer]:
    """The answer for each person, in the people's order. Raises WrongUse("category_unknown") as `assess` does."""
    facts = _same(policy, _complete(people))
    return decided(list(facts.values()), lambda row: _answer(policy, _facts(row)))


def _complete(people: People) -> dict[str, Column[Any]]:
    """A column for every fact there is."""
    count = len(next(iter(people.values())))
    untold = Facts()
    return {
        name: people[name] if name in people else constant(getattr(untold, name), count)
        for name in Facts.__struct_fields__
    }


def _same(policy: Policy, people: dict[str, Column[Any]]) -> dict[str, Column[Any]]:
    """The facts with one date and one word for all that come to the same."""
    deciding = rows([people[name] for name in DECIDING])
    standing = recoded(deciding, lambda row: _standing(policy, Facts(**dict(zip(DECIDING, row, strict=True)))))
    same = {day: Sameness(policy, day) for day in standing.values if day is not None}
    birth_date = _alike(standing, people["birth_date"], {day: each.birth for day, each in same.items()})
    alike = _alike(standing, people["categories"], {day: each.categories for day, each in same.items()})
    categories = Column([_records(value) for value in alike.values], alike.codes)
    words = {fact: _of_a_kind(policy, people[fact], every) for fact, every in WORDS.items()}
    return {**people, **words, "birth_date": birth_date, "categories": categories}


WORDS = {"hukou": HUKOU, "enrolment": ENROLMENTS, "other_cover": COVERS}


def _of_a_kind(policy: Policy, facts: Column[Any], every: tuple[str, ...]) -> Column[Any]:
    alike = kinds(policy, every)
    return recoded(facts, lambda word: alike.get(word, word))


def _records(alike: Any) -> tuple[CategoryRecord, ...] | None:
    """Records again of what `Sameness.categories` made of them; those of people who were left alone are still such."""
    if alike is None:
        return None
    return tuple(each if isinstance(each, CategoryRecord) else CategoryRecord(*each) for each in alike)


# What says whether a person's own days count, and if not, which day of payment the others are held against.
DECIDING = ("enrolment", "event_date", "paid_on")


def _standing(policy: Policy, facts: Facts) -> date | None:
    return None if counts_from_own_day(policy, facts) else facts.paid_on


def _alike(standing: Column[date | None], facts: Column[Any], same: dict[date, Callable[[Any], Any]]) -> Column[Any]:
    """`facts` as they stand for each other; those of people without a standing day stay as they are."""
    if len(standing.values) == 1 and standing.values[0] is not None:
        return recoded(facts, same[standing.values[0]])
    return recoded(rows([standing, facts]), lambda row: row[1] if row[0] is None else same[row[0]](row[1]))


def _facts(row: tuple[Any, ...]) -> Facts:
    return Facts(**dict(zip(Facts.__struct_fields__, row, strict=True)))


def _answer(policy: Policy, facts: Facts) -> Answer:
    found = assess(policy, facts)
    return Answer(found.outcome, found.category, found.price_fen, found.subsidy_fen, found.due_fen)
