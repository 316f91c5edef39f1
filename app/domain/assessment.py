"""What is due from one person on one day, and why: the flow from facts to answer, each step in a file of its own.

facts at odds             plausible.py   can what was told be true together?
other cover, scope        admission.py   may this person join at all?
window or late rule       timing.py      may they pay today, and on which terms? (late.py, terms.py)
price, categories         subsidies.py   how much? (which categories count: claims.py)
wait, period              waiting.py     from when to when does it cover, and after which wait?
registration              admission.py   must they register first?
facts nobody has told     unknown.py     every value tried; ask where the answers differ
"""

from datetime import date
from typing import Any

from app.domain.admission import Gate, other_cover, registers_first, scope
from app.domain.answer import Assessment, Outcome, Question, Step
from app.domain.errors import WrongUse
from app.domain.facts import FACT_QUESTIONS, Facts
from app.domain.plausible import contradiction
from app.domain.policy import Policy, Terms
from app.domain.subsidies import Money, money
from app.domain.terms import Timing
from app.domain.timing import timing
from app.domain.unknown import resolve
from app.domain.waiting import Period, period

__all__ = ["Assessment", "Facts", "Outcome", "Question", "Step", "assess", "to_json"]


def assess(policy: Policy, facts: Facts) -> Assessment:
    """Design §3. Raises WrongUse("category_unknown"): a category the pack does not know is never just ignored."""
    for record in facts.categories or ():
        if record.name not in policy.category_of:
            raise WrongUse("category_unknown", name=record.name, pack=policy.id)
    wrong = contradiction(policy, facts)
    if wrong is not None:
        step = Step(policy.benefit.clause, wrong.code, wrong.numbers, "ask")
        return _ended(policy, facts, "refer", (step,), (wrong.fact,))
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


def _priced(policy: Policy, facts: Facts, gates: tuple[Gate, ...], when: Timing, terms: Terms) -> Assessment:
    """The answer for one who may pay: amounts, period, and what still has to be done first."""
    amount = money(policy, facts, terms)
    cover = period(policy, facts, when, terms, amount)
    registers = registers_first(policy, facts)
    said = (*when.steps, *amount.steps, *cover.steps, *_registration(policy, registers))
    asked = (*(gate.question for gate in gates), *when.questions, *amount.questions, *cover.questions)
    return Assessment(
        policy=policy,
        outcome=_outcome(terms, amount, cover, registers),
        eligible=True,
        steps=(*(gate.step for gate in gates), *said),
        questions=_questions(policy, (*asked, _about_registering(policy, facts) if registers else None)),
        price_fen=amount.price_fen,
        due_fen=amount.due_fen,
        subsidy_fen=amount.subsidy_fen,
        category=amount.category,
        benefit_start=cover.start,
        benefit_end=policy.benefit.ends if cover.start else None,
        waiting=cover.wait,
        retroactive_from=cover.retroactive_from,
        enrolment=facts.enrolment,
    )


def _outcome(terms: Terms, amount: Money, cover: Period, registers: bool) -> Outcome:
    if terms.decision == "hold" or amount.due_fen is None or cover.wait is None:
        return "refer"
    if registers:
        return "register_first"
    if cover.start is None:
        return "warn_no_benefit"
    return "collect" if amount.due_fen else "collect_zero"


def _about_registering(policy: Policy, facts: Facts) -> str | None:
    """What is open about registering, for those whom the question is about."""
    rule = policy.registration
    return rule.question if not rule.open_for or facts.last_year in rule.open_for else None


def _registration(policy: Policy, registers: bool) -> tuple[Step, ...]:
    return (Step(policy.registration.clause, "register_first", {}, "ask"),) if registers else ()
