"""Facts nobody has told: try every value one may take; where the answers agree that is the answer, otherwise ask.

The rules ask for a fact only when they need it, by raising `Unknown`; so one that changes nothing is never asked for.
"""

from collections.abc import Callable, Collection, Iterable
from datetime import date
from typing import Any

from msgspec.structs import replace

from app.domain.answer import Assessment, Question, Step
from app.domain.facts import ENROLMENTS, FACT_QUESTIONS, LAST_YEAR, Facts
from app.domain.periods import DAY
from app.domain.plausible import contradiction
from app.domain.policy import Policy
from app.domain.resident import CategoryRecord

AMOUNTS_AND_PERIOD = (
    "price_fen", "due_fen", "subsidy_fen", "category", "benefit_start", "benefit_end", "waiting", "retroactive_from",
)  # fmt: skip

LONG_AGO = date(1990, 1, 1)


class Unknown(Exception):
    """A rule (`clause`) needs a fact; `values` stand for everything it may be, at the boundaries the pack knows."""

    def __init__(self, fact: str, values: Iterable[Any], clause: str) -> None:
        self.fact = fact
        self.values = tuple(dict.fromkeys(values))
        self.clause = clause
        super().__init__(fact)


def pay_days(policy: Policy) -> tuple[date, ...]:
    """Days that stand for every day one may pay: both sides of each boundary the pack knows."""
    edges = [policy.benefit.starts, policy.benefit.ends, policy.recognition.base, policy.recognition.until]
    edges += [day for window in policy.windows for day in (window.opens, window.closes)]
    known = sorted({edge for edge in edges if edge})
    return tuple(day for edge in known for day in (edge - DAY, edge, edge + DAY))


def enrolments(policy: Policy) -> tuple[str, ...]:
    """One of every kind of enrolment the pack treats differently, the ordinary one first."""
    scopes = [scope.enrolments for scope in policy.scopes]
    payers = [window.payers for window in policy.windows] + [late.payers for late in policy.lates]
    exempt = [policy.continuity.exempt] if policy.continuity else []
    return _one_of_each(ENROLMENTS, scopes + payers + exempt)


def last_years(policy: Policy) -> tuple[str, ...]:
    """One of every kind of last year the pack treats differently."""
    apart = LAST_YEAR if policy.continuity else [year for window in policy.windows for year in window.last_year]
    return _one_of_each(LAST_YEAR, [policy.registration.last_year, *({year} for year in apart)])


def _one_of_each(every: tuple[str, ...], lists: Iterable[Collection[str]]) -> tuple[str, ...]:
    """Of the words that stand in the same lists, the first."""
    lists = list(lists)
    kinds = {tuple(word in each for each in lists): word for word in reversed(every)}
    return tuple(word for word in every if word in kinds.values())


def any_category(policy: Policy) -> list[tuple[CategoryRecord, ...]]:
    """None at all, or one of each kind (amount and conditions): several never give less than the best of them."""
    day = policy.recognition.base or LONG_AGO
    special = {name for late in policy.lates for name in late.categories}
    exempt = policy.continuity.exempt_categories if policy.continuity else ()
    kinds = {
        (each.subsidy, each.age_from, each.age_under, each.not_covered_by, each.name in special, each.name in exempt): (
            each.name
        )
        for each in policy.categories
    }
    return [(), *((CategoryRecord(name, day),) for name in kinds.values())]


def any_recognition(policy: Policy, facts: Facts, record: CategoryRecord) -> list[tuple[CategoryRecord, ...]]:
    """The person's categories with `record` recognised on each side of every day that matters."""
    edges = [LONG_AGO, policy.recognition.base, policy.recognition.until, facts.paid_on, record.removed_on]
    edges += [late.event_from for late in policy.lates] + [late.not_before for late in policy.lates]
    days = [day for edge in edges if edge for day in (edge - DAY, edge, edge + DAY)]
    possible = [day for day in days if record.removed_on is None or day <= record.removed_on]
    categories = facts.categories or ()
    return [
        tuple(replace(each, recognised_on=day) if each is record else each for each in categories) for day in possible
    ]


def resolve(decide: Callable[[Policy, Facts], Assessment], policy: Policy, facts: Facts) -> Assessment:
    """The answer of `decide`, or what its answers over all values of the unknown facts have in common."""
    try:
        return decide(policy, facts)
    except Unknown as unknown:
        return _common(_branches(decide, policy, facts, unknown), unknown, policy)


def _branches(
    decide: Callable[[Policy, Facts], Assessment], policy: Policy, facts: Facts, unknown: Unknown
) -> list[Assessment]:
    """An answer for each value that may be true, until two differ so far that nothing common is left to say."""
    answers: list[Assessment] = []
    supposed = [replace(facts, **{unknown.fact: value}) for value in unknown.values]
    for each in [one for one in supposed if not contradiction(policy, one)] or supposed:
        answers.append(resolve(decide, policy, each))
        if _nothing_left(answers):
            break
    return answers


def _nothing_left(answers: list[Assessment]) -> bool:
    return not all(answer.eligible for answer in answers) and len({answer.outcome for answer in answers}) > 1


def _common(answers: list[Assessment], unknown: Unknown, policy: Policy) -> Assessment:
    """The one answer where all agree, otherwise `refer` with whatever amounts and period they share."""
    first = answers[0]
    questions = _questions(answers)
    if all(_same(first, answer) for answer in answers) and not _for_different_reasons(answers):
        return replace(first, questions=questions or first.questions)
    own = Question(unknown.fact, FACT_QUESTIONS[unknown.fact], "")
    eligible = all(answer.eligible for answer in answers)
    return Assessment(
        policy=policy,
        outcome="refer",
        eligible=eligible,
        questions=tuple(dict.fromkeys((own, *questions))),
        steps=(*_shared_steps(answers), Step(unknown.clause, "ask_fact", {"fact": unknown.fact}, "ask")),
        enrolment=first.enrolment,
        **(_shared_fields(answers) if eligible else {}),
    )


def _for_different_reasons(answers: list[Assessment]) -> bool:
    """Whether all are referred, but no one question stands behind all of them: then the fact decides which does."""
    shared = set(answers[0].questions).intersection(*(answer.questions for answer in answers[1:]))
    return answers[0].outcome == "refer" and not shared


def _questions(answers: list[Assessment]) -> tuple[Question, ...]:
    """Every fact asked for in any answer, then the pack's questions that all of them share."""
    every = dict.fromkeys(question for answer in answers for question in answer.questions)
    facts = [question for question in every if question.id in FACT_QUESTIONS]
    shared = [question for question in every if all(question in answer.questions for answer in answers)]
    return tuple(dict.fromkeys(facts + shared))


def _same(one: Assessment, other: Assessment) -> bool:
    return all(getattr(one, name) == getattr(other, name) for name in ("outcome", *AMOUNTS_AND_PERIOD))


def _shared_fields(answers: list[Assessment]) -> dict[str, Any]:
    values = {name: {getattr(answer, name) for answer in answers} for name in AMOUNTS_AND_PERIOD}
    return {name: found.pop() if len(found) == 1 else None for name, found in values.items()}


def _shared_steps(answers: list[Assessment]) -> tuple[Step, ...]:
    return tuple(step for step in answers[0].steps if all(step in answer.steps for answer in answers[1:]))
