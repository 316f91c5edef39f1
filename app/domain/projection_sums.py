"""Counting and summing what is due from everybody: in all, by outcome, by category, by town, by who funds it."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import get_args

from msgspec import Struct

from app.domain.answer import Outcome
from app.domain.columns import Column, rows
from app.domain.policy import Policy
from app.domain.projection import Answer

OUTCOMES: tuple[str, ...] = get_args(Outcome)

Counted = tuple[Answer, str, int]
"""An answer, a town, and how many people have both."""


class Tally(Struct, frozen=True, kw_only=True):
    """People and money. The sums are over the `settled`; the `open`, whose amount somebody has yet to say, are in none.

    People who are neither owe nothing: they cannot join, have paid, or cannot pay yet.
    """

    people: int = 0
    settled: int = 0
    open: int = 0
    price_fen: int = 0
    subsidy_fen: int = 0
    due_fen: int = 0

    def and_also(self, answer: Answer, people: int) -> "Tally":
        """With `people` more who have this answer."""
        settled = people if answer.is_settled else 0
        return Tally(
            people=self.people + people,
            settled=self.settled + settled,
            open=self.open + (people if answer.is_open else 0),
            price_fen=self.price_fen + settled * (answer.price_fen or 0),
            subsidy_fen=self.subsidy_fen + settled * (answer.subsidy_fen or 0),
            due_fen=self.due_fen + settled * (answer.due_fen or 0),
        )


class Sums(Struct, frozen=True, kw_only=True):
    """What a budget asks. "" is the key of those without: the settled without a category, people without a town, a
    category whose funder the pack does not name.

    `by_category` holds the settled, by the category that won; `by_funder` those somebody pays something for.
    """

    total: Tally
    by_outcome: dict[str, Tally]
    by_category: dict[str, Tally]
    by_town: dict[str, Tally]
    by_funder: dict[str, Tally]


def sum_up(policy: Policy, answers: Column[Answer], towns: Column[str]) -> Sums:
    """The sums over everybody; categories and funders in the pack's order, towns in the roster's, "" at the end."""
    counted = _counted(answers, towns)
    settled = [each for each in counted if each[0].is_settled]
    subsidised = [each for each in settled if each[0].subsidy_fen]
    return Sums(
        total=tally((answer, people) for answer, _, people in counted),
        by_outcome=_by(counted, lambda answer, town: answer.outcome, OUTCOMES),
        by_category=_by(settled, lambda answer, town: answer.category or "", _names(policy)),
        by_town=_by(counted, lambda answer, town: town, (town for town in towns.values if town)),
        by_funder=_by(subsidised, lambda answer, town: _funder(policy, answer), _funders(policy)),
    )


def tally(counted: Iterable[tuple[Answer, int]]) -> Tally:
    """People and money over answers, each with how many people have it."""
    found = Tally()
    for answer, people in counted:
        found = found.and_also(answer, people)
    return found


def _counted(answers: Column[Answer], towns: Column[str]) -> list[Counted]:
    both = rows([answers, towns])
    return [(*both.values[code], people) for code, people in Counter(both.codes).items()]


def _by(counted: list[Counted], key: Callable[[Answer, str], str], order: Iterable[str]) -> dict[str, Tally]:
    groups: dict[str, list[tuple[Answer, int]]] = {}
    for answer, town, people in counted:
        groups.setdefault(key(answer, town), []).append((answer, people))
    return {name: tally(groups[name]) for name in dict.fromkeys((*order, "")) if name in groups}


def _names(policy: Policy) -> list[str]:
    return [category.name for category in policy.categories]


def _funder(policy: Policy, answer: Answer) -> str:
    return policy.category_of[answer.category].funder or "" if answer.category else ""


def _funders(policy: Policy) -> list[str]:
    return [category.funder for category in policy.categories if category.funder]
