"""How long one waits who missed the season or let years of cover lapse (国办发〔2024〕38号)."""

from datetime import date

from msgspec import Struct

from app.domain.answer import Step
from app.domain.facts import Facts
from app.domain.periods import later
from app.domain.policy import Continuity, Policy, Terms
from app.domain.unknown import Unknown, any_category, enrolments, last_years

AGES = 60  # years: more than anybody can have missed


class Wait(Struct, frozen=True):
    """A wait as "0", "90d" or "3m", and the day it counts from where that is not the day cover would begin.

    `span` None: nobody has said how long.
    """

    span: str | None
    steps: tuple[Step, ...] = ()
    questions: tuple[str | None, ...] = ()
    counts_from: date | None = None


def wait_of(policy: Policy, facts: Facts, terms: Terms, *, late: bool) -> Wait:
    """The wait under these terms: the one they name themselves or that for breaks in cover, whichever is longer."""
    rule = policy.continuity
    if rule is None:
        return Wait(terms.wait)
    exempt = _exempt(policy, rule, facts)
    if exempt is not None:
        return Wait(terms.wait, (exempt,) if late and terms.wait == "0" else ())
    broken = _late(policy, rule, facts) if late else _in_season(policy, rule, facts)
    if broken.span is None or terms.wait == "0":
        return broken
    day = policy.benefit.starts
    return broken if later(day, broken.span) >= later(day, terms.wait) else Wait(terms.wait)


def _exempt(policy: Policy, rule: Continuity, facts: Facts) -> Step | None:
    """The step that says why somebody does not wait; None for one who may have to."""
    if rule.exempt:
        if facts.enrolment is None:
            raise Unknown("enrolment", enrolments(policy), rule.clause)
        if facts.enrolment in rule.exempt:
            return Step(rule.clause, "wait_exempt", {"enrolment": facts.enrolment}, "period")
    if rule.exempt_categories:
        names = _held(policy, rule, facts)
        if names:
            return Step(rule.clause, "wait_exempt_category", {"category": names[0]}, "period")
    return None


def _held(policy: Policy, rule: Continuity, facts: Facts) -> list[str]:
    """The exempt categories somebody has on the day of payment, in the pack's order."""
    if facts.categories is None:
        raise Unknown("categories", any_category(policy), rule.clause)
    paid_on = facts.paid_on or policy.benefit.starts
    held = {
        policy.category_of[record.name].name
        for record in facts.categories
        if (record.recognised_on or paid_on) <= paid_on and (record.removed_on is None or record.removed_on > paid_on)
    }
    return sorted(held & set(rule.exempt_categories), key=policy.rank_of.__getitem__)


def _late(policy: Policy, rule: Continuity, facts: Facts) -> Wait:
    """After the season the fixed part at least, whatever the years before."""
    missed = 0 if _last_year(policy, rule, facts) == "never" else _missed(policy, rule, facts)
    return _counted(rule, facts, missed, None)


def _in_season(policy: Policy, rule: Continuity, facts: Facts) -> Wait:
    """In the season nobody waits whose cover did not break; the first insurance of a life is the pack's to judge."""
    start = policy.benefit.starts if rule.window_from == "year_start" else facts.paid_on
    if _last_year(policy, rule, facts) == "never":
        return _never(rule, start)
    missed = _missed(policy, rule, facts)
    return _counted(rule, facts, missed, start) if missed else Wait("0")


def _never(rule: Continuity, start: date | None) -> Wait:
    if rule.never == "refer":
        return Wait(None, (Step(rule.clause, "wait_never_open", {}, "ask"),), (rule.question,))
    if rule.never == "none":
        return Wait("0", (Step(rule.clause, "wait_never_none", {}, "period"),))
    fixed = _months(rule.fixed_months)
    return Wait(fixed, (Step(rule.clause, "wait_never_fixed", {"fixed": fixed}, "period"),), (), start)


def _last_year(policy: Policy, rule: Continuity, facts: Facts) -> str:
    """insured, never or lapsed; the year of the last cover says as much."""
    if facts.last_year is not None:
        return facts.last_year
    if facts.last_insured_year is not None:
        return "insured" if facts.last_insured_year == policy.benefit_year - 1 else "lapsed"
    raise Unknown("last_year", last_years(policy), rule.clause)


def _missed(policy: Policy, rule: Continuity, facts: Facts) -> int:
    """How many years before this one went without cover, of those the rule counts."""
    if _last_year(policy, rule, facts) == "insured":
        return 0
    before = policy.benefit_year - 1
    if facts.last_insured_year is None:
        # On both sides of the long break, and so long ago that the wait outlasts the year.
        missed = (*range(1, rule.long_years + 2), AGES)
        raise Unknown("last_insured_year", [before - years for years in missed], rule.clause)
    counted = before if rule.counts_from is None else before - rule.counts_from + 1
    return max(0, min(before - facts.last_insured_year, counted))


def _counted(rule: Continuity, facts: Facts, missed: int, start: date | None) -> Wait:
    """The fixed part, what each further missed year adds less what was repaid, and the floor of long breaks."""
    further = max(0, missed - rule.variable_from + 1)
    repaid = _repaid(rule, facts, further)
    months = rule.fixed_months + (further - repaid) * rule.months_each
    total = max(months, rule.long_least_months) if missed >= rule.long_years else months
    numbers: dict[str, object] = {"missed": missed, "fixed": _months(rule.fixed_months)}
    steps = [Step(rule.clause, "wait_lapsed" if missed else "wait_season", numbers, "period")]
    if further:
        added = {"further": further, "added": _months(further * rule.months_each), "repaid": repaid}
        steps.append(Step(rule.clause, "wait_further", {**added, "off": _months(repaid * rule.months_each)}, "period"))
    if total > months:
        least: dict[str, object] = {"years": rule.long_years, "least": _months(rule.long_least_months)}
        steps.append(Step(rule.clause, "wait_long", least, "period"))
    return Wait(_months(total), tuple(steps), (rule.question,), start)


def _repaid(rule: Continuity, facts: Facts, further: int) -> int:
    if further == 0:
        return 0
    if facts.repaid_years is None:
        raise Unknown("repaid_years", range(further + 1), rule.clause)
    return min(facts.repaid_years, further)


def _months(number: int) -> str:
    """A number of months as a span: 3 -> "3m", 0 -> "0"."""
    return f"{number}m" if number else "0"
