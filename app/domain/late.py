"""The rules for late and special enrolment: outside every window, by what somebody joins as and when that happened."""

from datetime import date

from msgspec.structs import replace

from app.domain.answer import Step
from app.domain.facts import Facts
from app.domain.periods import DAY, earlier, later
from app.domain.policy import Late, Policy
from app.domain.terms import Timing, under
from app.domain.unknown import Unknown, any_category, any_recognition, enrolments


def after(policy: Policy, facts: Facts, paid_on: date) -> Timing:
    """Outside every window: the rule of the enrolment, and nothing once the benefit year itself has ended."""
    found = _late(policy, facts, paid_on)
    if paid_on > policy.benefit.ends and found.outcome != "refuse":
        step = Step(policy.year_over.clause, "year_over", {"ends": str(policy.benefit.ends)}, "window")
        return under(policy.year_over, "year_over", step, None)
    return replace(found, late=True)


def _late(policy: Policy, facts: Facts, paid_on: date) -> Timing:
    if facts.enrolment is None:
        raise Unknown("enrolment", enrolments(policy), policy.lates[0].clause)
    rule = policy.late_of.get(facts.enrolment, policy.late_of["*"])
    if rule.event != "recognition":
        return _newly_listed(policy, facts, rule, paid_on) or _by_rule(policy, rule, facts, paid_on)
    if _recognised(policy, rule, facts, paid_on) is not None:
        return _by_rule(policy, rule, facts, paid_on)
    # Said to be newly listed, and on no list the rule is about: then as everybody else, and the reason is given.
    others = _by_rule(policy, policy.late_of["*"], facts, paid_on)
    not_listed = Step(rule.clause, "late_not_listed", {"late": rule.id}, "window")
    return replace(others, steps=(not_listed, *others.steps))


def _newly_listed(policy: Policy, facts: Facts, rule: Late, paid_on: date) -> Timing | None:
    """An ordinary payer whom a list has taken up since the season: there is a rule for that, so it is asked for."""
    if rule.event is not None or not facts.categories:
        return None
    season = max(window.closes for window in policy.windows if "*" in window.payers)
    for other in policy.lates:
        if other.event == "recognition" and other is not rule:
            since = _recognised(policy, other, facts, paid_on)
            if since is not None and season < since <= paid_on:
                step = Step(other.clause, "may_be_newly_listed", {"late": other.id, "on": str(since)}, "ask")
                return Timing("refer", None, (step,), ("enrolment", other.question))
    return None


def _by_rule(policy: Policy, rule: Late, facts: Facts, paid_on: date) -> Timing:
    if rule.closes is not None and rule.closed is not None and paid_on > rule.closes:
        numbers = {"late": rule.id, "paid_on": str(paid_on), "closes": str(rule.closes)}
        return under(rule.closed, rule.id, Step(rule.clause, "late_closed", numbers, "window"), rule.question)
    return _by_event(policy, rule, facts, paid_on) if rule.event else _sole(rule, paid_on)


def _sole(rule: Late, paid_on: date) -> Timing:
    step = Step(rule.clause, "late", {"late": rule.id, "paid_on": str(paid_on)}, "window")
    return under(rule.within, rule.id, step, rule.question)


def _by_event(policy: Policy, rule: Late, facts: Facts, paid_on: date) -> Timing:
    event = _event_day(policy, rule, facts, paid_on)
    numbers = {"late": rule.id, "event": str(event), "paid_on": str(paid_on)}
    odd = _odd(policy, rule, facts, event, paid_on)
    if odd is not None:
        return Timing("refer", None, (odd,), ("event_date",))
    if rule.not_before and event < rule.not_before:
        step = Step(rule.clause, "event_long_ago", {**numbers, "not_before": str(rule.not_before)}, "ask")
        open_point = rule.earlier.question if rule.earlier else rule.question
        return Timing("refer", None, (step,), (open_point or "event_date",))
    if rule.earlier and rule.event_from and event < rule.event_from:
        step = Step(rule.clause, "late_earlier", {**numbers, "event_from": str(rule.event_from)}, "window")
        return under(rule.earlier, rule.id, step, rule.question, event)
    if rule.limit is None:
        return under(rule.within, rule.id, Step(rule.clause, "late_event", numbers, "window"), rule.question, event)
    last = later(event, rule.limit)
    numbers = {**numbers, "limit": rule.limit, "last": str(last)}
    if paid_on <= last or rule.over is None:
        return under(rule.within, rule.id, Step(rule.clause, "late_within", numbers, "window"), rule.question, event)
    return under(rule.over, rule.id, Step(rule.clause, "late_over", numbers, "window"), rule.question, event)


def _odd(policy: Policy, rule: Late, facts: Facts, event: date, paid_on: date) -> Step | None:
    """Dates that cannot be: an event still to come or before the birth, a birth told twice and differently, a newborn
    who is none: one is born in the year of cover or the year before."""
    if event > paid_on:
        return Step(rule.clause, "event_ahead", {"event": str(event), "paid_on": str(paid_on)}, "ask")
    if rule.event == "birth" and event.year < policy.benefit_year - 1:
        return Step(rule.clause, "told_no_newborn", {"born": str(event), "late": rule.id}, "ask")
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
        raise Unknown("event_date", _event_days(policy, rule, paid_on), rule.clause)
    return event


def _event_days(policy: Policy, rule: Late, paid_on: date) -> list[date]:
    """Days that stand for every day the event may have been, seen from the payment."""
    edges = [paid_on] + ([earlier(paid_on, rule.limit)] if rule.limit else [])
    edges += [edge for edge in (rule.event_from, rule.not_before) if edge]
    edges += [date(policy.benefit_year - 1, 1, 1)] if rule.event == "birth" else []
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
