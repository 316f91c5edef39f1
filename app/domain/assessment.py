"""What is due from one person on one day, and why: the flow from facts to answer, each step in a file of its own.

other cover, scope        admission.py   may this person join at all?
window or late rule       timing.py      may they pay today, and on which terms?
price, categories         subsidies.py   how much? (which categories count: claims.py)
period                    below          from when to when does it cover?
registration              admission.py   must they register first?
facts nobody has told     unknown.py     every value tried; ask where the answers differ
"""

from datetime import date
from typing import Any

from msgspec import Struct

from app.domain.admission import Gate, other_cover, registers_first, scope
from app.domain.answer import Assessment, Outcome, Question, Step
from app.domain.errors import WrongUse
from app.domain.facts import FACT_QUESTIONS, Facts
from app.domain.periods import DAY, later
from app.domain.policy import Policy, Terms
from app.domain.subsidies import Money, money
from app.domain.timing import Timing, timing
from app.domain.unknown import resolve

__all__ = ["Assessment", "Facts", "Outcome", "Question", "Step", "assess", "to_json"]


def assess(policy: Policy, facts: Facts) -> Assessment:
    """Design §3. Raises WrongUse("category_unknown"): a category the pack does not know is never just ignored."""
    for record in facts.categories or ():
        if record.name not in policy.category_of:
            raise WrongUse("category_unknown", name=record.name, pack=policy.id)
    return resolve(_decide, policy, facts)


def to_json(assessment: Assessment) -> dict[str, Any]:
    """The answer as design §3 prints it: plain JSON values, steps as sentences."""
    from app.domain.wording import sentence

    return {
        "outcome": assessment.outcome,
        "eligible": assessment.eligible,
        "due_fen": assessment.due_fen,
        "subsidy_fen": assessment.subsidy_fen,
        "category": assessment.category,
        "benefit_start": _iso(assessment.benefit_start),
        "benefit_end": _iso(assessment.benefit_end),
        "waiting": assessment.waiting,
        "retroactive_from": _iso(assessment.retroactive_from),
        "questions": [{"id": each.id, "text": each.text, "default": each.default} for each in assessment.questions],
        "steps": [
            {
                "clause": step.clause,
                "text": sentence(assessment.policy, step),
                "effect": {"kind": step.effect, "fen": step.fen},
            }
            for step in assessment.steps
        ],
        "price_fen": assessment.price_fen,
        "headline": assessment.headline,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _decide(policy: Policy, facts: Facts) -> Assessment:
    """The flow for facts that are known as far as the rules need them. Raises `Unknown` at the first that is not."""
    covered = other_cover(policy, facts)
    if covered and covered.outcome:
        return _ended(policy, facts, covered.outcome, (covered.step,), (covered.question,))
    resident = scope(policy, facts)
    gates = (covered, resident) if covered else (resident,)
    steps, questions = tuple(gate.step for gate in gates), tuple(gate.question for gate in gates)
    if resident.outcome:
        return _ended(policy, facts, resident.outcome, steps, questions)
    when = timing(policy, facts)
    if when.terms is None:
        return _ended(policy, facts, when.outcome or "refer", (*steps, *when.steps), (*questions, *when.questions))
    return _priced(policy, facts, gates, when, when.terms)


def _ended(
    policy: Policy, facts: Facts, outcome: Outcome, steps: tuple[Step, ...], questions: tuple[str | None, ...]
) -> Assessment:
    return Assessment(
        policy=policy,
        outcome=outcome,
        eligible=False,
        steps=steps,
        questions=_questions(policy, questions),
        enrolment=facts.enrolment,
    )


def _questions(policy: Policy, ids: tuple[str | None, ...]) -> tuple[Question, ...]:
    """The pack's open questions among `ids`, each once; an id of a fact asks for that fact."""
    return tuple(_question(policy, each) for each in dict.fromkeys(ids) if each) if any(ids) else ()


def _question(policy: Policy, id: str) -> Question:
    if id in FACT_QUESTIONS:
        return Question(id, FACT_QUESTIONS[id], "")
    found = policy.question_of[id]
    return Question(found.id, found.text, found.default)


class _Period(Struct, frozen=True):
    """First day of cover (None: none in this year), and the steps and questions about it."""

    start: date | None
    retroactive_from: date | None
    step: Step
    question: str | None = None


def _priced(policy: Policy, facts: Facts, gates: tuple[Gate, ...], when: Timing, terms: Terms) -> Assessment:
    """The answer for one who may pay: amounts, period, and what still has to be done first."""
    amount = money(policy, facts, terms)
    period = _period(policy, facts, when, terms, amount)
    registers = registers_first(policy, facts)
    steps = (*(gate.step for gate in gates), *when.steps, *amount.steps, period.step, *_registration(policy, registers))
    asked = (*(gate.question for gate in gates), *when.questions, *amount.questions, period.question)
    return Assessment(
        policy=policy,
        outcome=_outcome(terms, amount, period, registers),
        eligible=True,
        steps=steps,
        questions=_questions(policy, (*asked, policy.registration.question if registers else None)),
        price_fen=amount.price_fen,
        due_fen=amount.due_fen,
        subsidy_fen=amount.subsidy_fen,
        category=amount.category,
        benefit_start=period.start,
        benefit_end=policy.benefit.ends if period.start else None,
        waiting=terms.wait,
        retroactive_from=period.retroactive_from,
        enrolment=facts.enrolment,
    )


def _outcome(terms: Terms, amount: Money, period: _Period, registers: bool) -> Outcome:
    if terms.decision == "hold" or amount.due_fen is None:
        return "refer"
    if registers:
        return "register_first"
    if period.start is None:
        return "warn_no_benefit"
    return "collect" if amount.due_fen else "collect_zero"


def _registration(policy: Policy, registers: bool) -> tuple[Step, ...]:
    return (Step(policy.registration.clause, "register_first", {}, "ask"),) if registers else ()


def _period(policy: Policy, facts: Facts, when: Timing, terms: Terms, amount: Money) -> _Period:
    """From the terms' start, after the wait, but never before this premium's year; none where that is past its end."""
    start = max(later(_start(policy, facts, when, terms, amount), terms.wait), policy.benefit.starts)
    question = "received_on" if _provisional(facts, terms, amount) else None
    numbers = {"start": str(start), "end": str(policy.benefit.ends), "wait": terms.wait}
    clause = policy.benefit.clause if terms.start == "year_start" else terms.clause
    if start > policy.benefit.ends:
        return _Period(None, None, Step(clause, "period_none", numbers, "period"), question)
    retroactive = when.event + DAY if terms.retroactive and when.event else None
    code = "period_provisional" if question else "period_waits" if terms.wait != "0" else "period"
    if retroactive:
        code, numbers = "period_retroactive", {**numbers, "from": str(retroactive)}
    return _Period(start, retroactive, Step(clause, code, numbers, "period"), question)


def _start(policy: Policy, facts: Facts, when: Timing, terms: Terms, amount: Money) -> date:
    """The day cover would begin without a wait. Where nothing is due no money arrives: the payment day is 到账."""
    paid_on = facts.paid_on or policy.benefit.starts
    if terms.start == "year_start":
        return policy.benefit.starts
    if terms.start == "event":
        return when.event or paid_on
    if terms.start == "next_day":
        return paid_on + DAY
    if terms.start == "month_first":
        return paid_on.replace(day=1)
    if terms.start == "received" and amount.due_fen != 0:
        return facts.received_on or paid_on
    return paid_on


def _provisional(facts: Facts, terms: Terms, amount: Money) -> bool:
    return terms.start == "received" and amount.due_fen != 0 and facts.received_on is None
