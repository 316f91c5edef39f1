"""From when to when a payment covers, and after which wait."""

from datetime import date

from msgspec import Struct

from app.domain.answer import Step
from app.domain.continuity import Wait, wait_of
from app.domain.facts import Facts
from app.domain.periods import DAY, later
from app.domain.policy import Policy, Terms
from app.domain.subsidies import Money
from app.domain.terms import Timing


class Period(Struct, frozen=True):
    """First day of cover (None: none in this year), the wait before it, and the steps and questions about both.

    `wait` None: how long is the county's to say, and then no first day is given either.
    """

    start: date | None
    wait: str | None
    retroactive_from: date | None
    steps: tuple[Step, ...]
    questions: tuple[str | None, ...] = ()


def period(policy: Policy, facts: Facts, when: Timing, terms: Terms, amount: Money) -> Period:
    """From the terms' start, after the wait, but never before this premium's year; none where that is past its end."""
    wait = wait_of(policy, facts, terms, late=when.late)
    if wait.span is None:
        return Period(None, None, None, wait.steps, wait.questions)
    return _covered(policy, facts, when, terms, wait, _starts(policy, facts, when, terms, amount, wait), amount)


def _covered(
    policy: Policy, facts: Facts, when: Timing, terms: Terms, wait: Wait, start: date, amount: Money
) -> Period:
    arrival = "received_on" if _is_provisional(facts, terms, amount) else None
    questions = (*wait.questions, arrival)
    numbers = {"start": str(start), "end": str(policy.benefit.ends), "wait": wait.span}
    clause = policy.benefit.clause if terms.start == "year_start" else terms.clause
    if start > policy.benefit.ends:
        none = Step(clause, "period_none", numbers, "period")
        return Period(None, wait.span, None, (*wait.steps, none), questions)
    gap = when.event + DAY if terms.retroactive and when.event else start
    retroactive = gap if gap < start else None
    code = "period_provisional" if arrival else "period_waits" if wait.span != "0" else "period"
    if retroactive:
        code, numbers = "period_retroactive", {**numbers, "from": str(retroactive)}
    said = Step(clause, code, numbers, "period")
    return Period(start, wait.span, retroactive, (*wait.steps, said), questions)


def _starts(policy: Policy, facts: Facts, when: Timing, terms: Terms, amount: Money, wait: Wait) -> date:
    begins = wait.counts_from or _begins(policy, facts, when, terms, amount)
    return max(later(begins, wait.span or "0"), policy.benefit.starts)


def _begins(policy: Policy, facts: Facts, when: Timing, terms: Terms, amount: Money) -> date:
    """The day cover would begin without a wait. Where nothing is due no money arrives: the payment day is 到账."""
    paid_on = facts.paid_on or policy.benefit.starts
    if terms.start == "year_start":
        return policy.benefit.starts
    if terms.start == "event":
        return when.event or paid_on
    if terms.start == "next_day":
        return paid_on + DAY
    if terms.start == "month_first":
        # Never a day on which the other cover still ran.
        first = paid_on.replace(day=1)
        return max(first, when.event + DAY) if when.event else first
    if terms.start == "received" and not _is_provisional(facts, terms, amount) and amount.due_fen != 0:
        return facts.received_on or paid_on
    return paid_on


def _is_provisional(facts: Facts, terms: Terms, amount: Money) -> bool:
    """Whether the day of 到账 decides and is not known; one before the payment cannot be right."""
    if terms.start != "received" or amount.due_fen == 0:
        return False
    return facts.received_on is None or (facts.paid_on is not None and facts.received_on < facts.paid_on)
