"""Who may join: other cover first, then residence, and at the end who must register before paying."""

from datetime import timedelta

from msgspec import UNSET, Struct

from app.domain.answer import Outcome, Step
from app.domain.facts import COVERS, HUKOU, Facts
from app.domain.periods import add_months, is_aged
from app.domain.policy import Policy, Scope
from app.domain.unknown import Unknown, enrolments, last_years, pay_days


class Gate(Struct, frozen=True):
    """A rule somebody came to: the outcome if it ends there (None: it lets them pass), the step, the question."""

    outcome: Outcome | None
    step: Step
    question: str | None = None


def other_cover(policy: Policy, facts: Facts) -> Gate | None:
    """What another cover means; None where there is none. A cover no entry names is the county's to judge."""
    kind = facts.other_cover
    if kind is None:
        return None
    if kind is UNSET:
        raise Unknown("other_cover", (None, *COVERS), policy.covers[0].clause)
    rule = policy.cover_of.get(str(kind))
    if rule is None:
        return Gate("refer", Step(policy.covers[0].clause, "cover_not_named", {"cover": kind}, "ask"))
    outcome = None if rule.decision == "accept" else rule.decision
    if outcome is None or outcome == "refer":
        code = "cover_accept" if outcome is None else "cover_refer"
        return Gate(outcome, Step(rule.clause, code, {"cover": kind}, "ask"), rule.question)
    # Who ought to be insured elsewhere is not: the reason is another.
    code = "cover_duty" if kind == "employee_duty" else "cover_refuse"
    return Gate(outcome, Step(rule.clause, code, {"cover": kind}, "refuse"), rule.question)


def scope(policy: Policy, facts: Facts) -> Gate:
    """The first entry of the pack that fits. The last one has no conditions, so one always does (`packs` checks it)."""
    for entry in policy.scopes:
        if _fits(policy, entry, facts):
            return _scope_gate(entry)
    return _scope_gate(policy.scopes[-1])


def _scope_gate(entry: Scope) -> Gate:
    numbers = {"scope": entry.id}
    if entry.decision == "accept":
        return Gate(None, Step(entry.clause, "scope_in", numbers, "window"), entry.question)
    if entry.decision == "refer":
        return Gate("refer", Step(entry.clause, "scope_refer", numbers, "ask"), entry.question)
    return Gate("refuse", Step(entry.clause, "scope_out", numbers, "refuse"), entry.question)


def _fits(policy: Policy, entry: Scope, facts: Facts) -> bool:
    """Whether every condition holds, cheapest fact first; an unknown one is asked for only when the others do hold."""
    return (
        (not entry.hukou or _listed(policy, entry, facts, "hukou", entry.hukou))
        and (not entry.enrolments or _listed(policy, entry, facts, "enrolment", entry.enrolments))
        and _told(entry, facts, "residence_permit", entry.residence_permit)
        and _told(entry, facts, "long_term_resident", entry.long_term_resident)
        and (entry.age_under is None or not aged(policy, facts, entry.age_under, entry.clause))
    )


def _listed(policy: Policy, entry: Scope, facts: Facts, fact: str, wanted: tuple[str, ...]) -> bool:
    value = getattr(facts, fact)
    if value is None:
        raise Unknown(fact, HUKOU if fact == "hukou" else enrolments(policy), entry.clause)
    return value in wanted


def _told(entry: Scope, facts: Facts, fact: str, wanted: bool | None) -> bool:
    if wanted is None:
        return True
    value = getattr(facts, fact)
    if value is None:
        raise Unknown(fact, (True, False), entry.clause)
    return bool(value == wanted)


def aged(policy: Policy, facts: Facts, years: int, clause: str) -> bool:
    """Whether `years` are completed on the payment date; asks for either date when it is not known."""
    if facts.paid_on is None:
        raise Unknown("paid_on", pay_days(policy), clause)
    if facts.birth_date is None:
        edge = add_months(facts.paid_on, -12 * years)
        raise Unknown("birth_date", (edge, edge + timedelta(days=1)), clause)
    return is_aged(facts.birth_date, years, facts.paid_on)


def registers_first(policy: Policy, facts: Facts) -> bool:
    """Whether the person must register before paying; renewing people and those already registered need not."""
    rule = policy.registration
    if facts.registered:
        return False
    if facts.last_year is None:
        raise Unknown("last_year", last_years(policy), rule.clause)
    if facts.last_year not in rule.last_year:
        return False
    if facts.registered is None:
        raise Unknown("registered", (True, False), rule.clause)
    return True
