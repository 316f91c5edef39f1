"""Which kinds of case a pack knows, what each would mean for somebody today, and whether to ask for it unasked."""

import msgspec

from app.desk.due import Due
from app.domain.assessment import Assessment, assess
from app.domain.facts import ENROLMENTS, Facts
from app.domain.policy import Policy


class Situation(msgspec.Struct, frozen=True):
    """A kind of case the pack knows, and what the answer would be on the same day, before any event date is told."""

    enrolment: str
    assessment: Assessment


def situations(found: Due) -> tuple[Situation, ...]:
    """Every kind of case the pack names, the ordinary one first, with its answer for this person."""
    policy, facts = found.assessment.policy, found.facts
    told = [msgspec.structs.replace(facts, enrolment=kind, event_date=None) for kind in _kinds(policy, facts)]
    return tuple(Situation(str(each.enrolment), assess(policy, each)) for each in told)


def worth_asking(found: Due, others: tuple[Situation, ...]) -> bool:
    """Whether to ask for the kind of case: no money can be taken, or it buys a wait, and another kind does better."""
    return not settled(found) and any(_better(found.assessment, other.assessment) for other in others)


def settled(found: Due) -> bool:
    """Whether no other kind of case could do better: paid, to be paid without a wait, or to be registered first."""
    a = found.assessment
    return bool(found.paid) or a.outcome == "register_first" or (_payable(a) and a.waiting == "0")


def _payable(a: Assessment) -> bool:
    return a.outcome in ("collect", "collect_zero")


def _better(one: Assessment, other: Assessment) -> bool:
    """Whether another kind of case may be paid for (sooner), or would once the day it happened is told."""
    if any(question.id == "event_date" for question in other.questions):
        return True
    return _payable(other) and (not _payable(one) or other.waiting == "0")


def _kinds(policy: Policy, facts: Facts) -> list[str]:
    """The words of the pack's lists, and the roster's own. A newborn is born in the year of cover or the one before."""
    lists = [scope.enrolments for scope in policy.scopes] + [window.payers for window in policy.windows]
    lists += [late.payers for late in policy.lates] + ([policy.continuity.exempt] if policy.continuity else [])
    named = {"ordinary", facts.enrolment, *(word for words in lists for word in words)}
    if facts.birth_date is not None and facts.birth_date.year < policy.benefit_year - 1:
        named -= {"newborn"} - {facts.enrolment}
    return [word for word in ENROLMENTS if word in named]
