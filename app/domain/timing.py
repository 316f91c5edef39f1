"""When one may pay: inside a window, before it, or after it by a rule for late and special enrolment (late.py)."""

from datetime import date

from app.domain.answer import Step
from app.domain.facts import Facts
from app.domain.late import after
from app.domain.policy import Policy, Window
from app.domain.terms import Timing, under
from app.domain.unknown import Unknown, enrolments, last_years, pay_days


def timing(policy: Policy, facts: Facts) -> Timing:
    """Windows first (inside one, a special enrolment is an ordinary payer), then the rules for late enrolment."""
    if facts.paid_on is None:
        raise Unknown("paid_on", pay_days(policy), policy.windows[0].clause)
    for window in policy.windows:
        if _is_within(window, facts.paid_on) and _is_for(policy, window, facts):
            return _inside(policy, window, facts)
    own = [window for window in policy.windows if _is_for(policy, window, facts)]
    opening = [window for window in own if window.opens and facts.paid_on < window.opens]
    return _not_open(opening[0], facts.paid_on) if opening else after(policy, facts, facts.paid_on)


def _is_within(window: Window, day: date) -> bool:
    return day <= window.closes and (window.opens is None or window.opens <= day)


def _is_for(policy: Policy, window: Window, facts: Facts) -> bool:
    everyone = "*" in window.payers
    if everyone and not window.not_for:
        return True
    if facts.enrolment is None:
        raise Unknown("enrolment", enrolments(policy), window.clause)
    return (everyone or facts.enrolment in window.payers) and facts.enrolment not in window.not_for


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
    return under(terms, window.id, step, window.question if window.silent else None)
