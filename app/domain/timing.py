"""When one may pay: inside a window, before it, or after it by a rule for late and special enrolment."""

from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from app.domain.answer import Outcome, Step
from app.domain.facts import Facts
from app.domain.periods import DAY, earlier, later
from app.domain.policy import Late, Policy, Terms, Window
from app.domain.unknown import Unknown, any_category, any_recognition, enrolments, last_years, pay_days


class Timing(Struct, frozen=True):
    """The terms somebody pays under on that day, counting from `event`; `outcome` where it ends there.

    `late`: outside every window, by a rule for late and special enrolment.
    """

    outcome: Outcome | None
    terms: Terms | None
    steps: tuple[Step, ...]
    questions: tuple[str | None, ...] = ()
    event: date | None = None
    late: bool = False


def timing(policy: Policy, facts: Facts) -> Timing:
    """Windows first (inside one, a special enrolment is an ordinary payer), then the rules for late enrolment."""
    if facts.paid_on is None:
        raise Unknown("paid_on", pay_days(policy), policy.windows[0].clause)
    for window in policy.windows:
        if _is_within(window, facts.paid_on) and _is_for(policy, window, facts):
            return _inside(policy, window, facts)
    own = [window for window in policy.windows if _is_for(policy, window, facts)]
    opening = [window for window in own if window.opens and facts.paid_on < window.opens]
    return _not_open(opening[0], facts.paid_on) if opening else _after(policy, facts, facts.paid_on)


def _is_within(window: Window, day: date) -> bool:
    return day <= window.closes and (window.opens is None or window.opens <= day)


def _is_for(policy: Policy, window: Window, facts: Facts) -> bool:
    if "*" in window.payers:
        return True
    if facts.enrolment is None:
        raise Unknown("enrolment", enrolments(policy), window.clause)
    return facts.enrolment in window.payers


def _not_open(window: Window, paid_on: date) -> Timing:
    numbers = {"window": window.id, "opens": str(window.opens), "paid_on": str(paid_on)}
    return Timing("not_open", None, (Step(window.clause, "not_open", numbers, "window"),), (window.question,))


def _inside(policy: Policy, window: Window, facts: Facts) -> Timing:
    step = Step(window.clause, "window_open", {"window": window.id, "paid_on": str(facts.paid_on)}, "window")
    terms = window.terms
    if window.last_year:
        if facts.last_year is None:
            raise Unknown("last_year", last_years(policy), window.clause)
        terms = window.last_year.get(facts.last_year, terms)
    return _under(terms, window.id, step, None)


def _under(terms: Terms, rule: str, step: Step, question: str | None, event: date | None = None) -> Timing:
    """What the terms of a rule lead to, with the step that got there and the step that ends there."""
    questions = (question, terms.question)
    if terms.decision == "refuse":
        return Timing("refuse", None, (step, Step(terms.clause, "terms_refuse", {"rule": rule}, "refuse")), questions)
    if terms.decision == "refer":
        return Timing("refer", None, (step, Step(terms.clause, "terms_refer", {"rule": rule}, "ask")), questions)
    if terms.decision == "hold":
        return Timing(None, terms, (step, Step(terms.clause, "terms_hold", {"rule": rule}, "ask")), questions, event)
    return Timing(None, terms, (step,), questions, event)


def _after(policy: Policy, facts: Facts, paid_on: date) -> Timing:
    """Outside every window: the rule of the enrolment, and nothing once the benefit year itself has ended."""
    if facts.enrolment is None:
        raise Unknown("enrolment", enrolments(policy), policy.lates[0].clause)
    rule = policy.late_of.get(facts.enrolment, policy.late_of["*"])
    if rule.event == "recognition" and _recognised(policy, rule, facts, paid_on) is None:
        rule = policy.late_of["*"]
    found = _by_event(policy, rule, facts, paid_on) if rule.event else _sole(rule, paid_on)
    if found.terms is not None and paid_on > policy.benefit.ends:
        step = Step(policy.year_over.clause, "year_over", {"ends": str(policy.benefit.ends)}, "window")
        return _under(policy.year_over, "year_over", step, None)
    return replace(found, late=True)


def _sole(rule: Late, paid_on: date) -> Timing:
    step = Step(rule.clause, "late", {"late": rule.id, "paid_on": str(paid_on)}, "window")
    return _under(rule.within, rule.id, step, rule.question)


def _by_event(policy: Policy, rule: Late, facts: Facts, paid_on: date) -> Timing:
    event = _event_day(policy, rule, facts, paid_on)
    numbers = {"late": rule.id, "event": str(event), "paid_on": str(paid_on)}
    odd = _odd(rule, facts, event, paid_on)
    if odd is not None:
        return Timing("refer", None, (odd,), ("event_date",))
    if rule.not_before and event < rule.not_before:
        step = Step(rule.clause, "event_long_ago", {**numbers, "not_before": str(rule.not_before)}, "ask")
        return Timing("refer", None, (step,), (rule.question or "event_date",))
    if rule.earlier and rule.event_from and event < rule.event_from:
        step = Step(rule.clause, "late_earlier", {**numbers, "event_from": str(rule.event_from)}, "window")
        return _under(rule.earlier, rule.id, step, rule.question, event)
    if rule.limit is None:
        return _under(rule.within, rule.id, Step(rule.clause, "late_event", numbers, "window"), rule.question, event)
    last = later(event, rule.limit)
    numbers = {**numbers, "limit": rule.limit, "last": str(last)}
    if paid_on <= last or rule.over is None:
        return _under(rule.within, rule.id, Step(rule.clause, "late_within", numbers, "window"), rule.question, event)
    return _under(rule.over, rule.id, Step(rule.clause, "late_over", numbers, "window"), rule.question, event)


def _odd(rule: Late, facts: Facts, event: date, paid_on: date) -> Step | None:
    """Dates that cannot be: an event still to come or before the birth, or a birth told twice and differently."""
    if event > paid_on:
        return Step(rule.clause, "event_ahead", {"event": str(event), "paid_on": str(paid_on)}, "ask")
    born = facts.birth_date
    if born is None or facts.event_date is None or born == event:
        return None
    numbers = {"born": str(born), "event": str(event)}
    if rule.event == "birth":
        return Step(rule.clause, "told_birth_differs", numbers, "ask")
    return Step(rule.clause, "told_event_before_birth", numbers, "ask") if event < born else None


def _event_day(policy: Policy, rule: Late, facts: Facts, paid_on: date) -> date:
    """The day the rule counts from. A newborn's event is the birth, so either date will do."""
    if rule.event == "recognition":
        recognised = _recognised(policy, rule, facts, paid_on)
        if recognised is not None:
            return recognised
    event = facts.event_date or (facts.birth_date if rule.event == "birth" else None)
    if event is None:
        raise Unknown("event_date", _event_days(rule, paid_on), rule.clause)
    return event


def _event_days(rule: Late, paid_on: date) -> list[date]:
    """Days that stand for every day the event may have been, seen from the payment."""
    edges = [paid_on] + ([earlier(paid_on, rule.limit)] if rule.limit else [])
    edges += [edge for edge in (rule.event_from, rule.not_before) if edge]
    return [day for edge in edges for day in (edge, edge - DAY, edge + DAY) if day <= paid_on]


def _recognised(policy: Policy, rule: Late, facts: Facts, paid_on: date) -> date | None:
    """The latest recognition of a category the rule is for, held on the day of payment; None where there is none."""
    if facts.categories is None:
        raise Unknown("categories", any_category(policy), rule.clause)
    own = [
        record
        for record in facts.categories
        if policy.category_of[record.name].name in rule.categories
        and (record.removed_on is None or record.removed_on > paid_on)
    ]
    for record in own:
        if record.recognised_on is None:
            raise Unknown("categories", any_recognition(policy, facts, record), rule.clause)
    return max((record.recognised_on for record in own if record.recognised_on), default=None)
