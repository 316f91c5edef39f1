"""Which categories of a person count, which do not, and why: dates, ages and other cover."""

from datetime import date

from msgspec import Struct

from app.domain.admission import aged
from app.domain.answer import Step
from app.domain.facts import Facts
from app.domain.policy import Category, Policy, Terms
from app.domain.resident import CategoryRecord
from app.domain.unknown import Unknown, any_recognition, pay_days

BY_DATE = ("lost_not_yet", "lost_recognised_late", "lost_removed", "kept_by_base")


class Claim(Struct, frozen=True):
    """A category that holds for the person. `fen` None: nobody has set its amount, or (`odd`) its dates cannot be."""

    category: Category
    fen: int | None
    odd: CategoryRecord | None = None


class Considered(Struct, frozen=True):
    """The categories that hold, in the pack's order; a step for each that does not, or holds by the base day alone."""

    claims: tuple[Claim, ...]
    steps: tuple[Step, ...]
    questions: tuple[str | None, ...]


def consider(policy: Policy, facts: Facts, terms: Terms, price_fen: int) -> Considered:
    """Every category of the person. One recorded twice holds if either record does; their order never matters."""
    until = None if terms.recognised_later else policy.recognition.until
    held: dict[str, Claim] = {}
    said: dict[str, Step] = {}
    for record in _in_order(policy, facts):
        category = policy.category_of[record.name]
        if _is_odd(category, record):
            held.setdefault(category.name, Claim(category, None, record))
            continue
        reason = _lost(policy, facts, category, record, until)
        if reason is not None:
            said.setdefault(category.name, reason)
        elif category.name not in held:
            held[category.name] = Claim(category, _amount_fen(category, price_fen))
            said.pop(category.name, None)
            if _kept_by_base(policy, facts, record):
                said[category.name] = Step(policy.recognition.clause, "kept_by_base", _kept(policy, record), "ask")
    steps = [step for name, step in said.items() if name not in held or step.code == "kept_by_base"]
    return Considered(tuple(held.values()), tuple(steps), tuple(_question(policy, step) for step in steps))


def _is_odd(category: Category, record: CategoryRecord) -> bool:
    """Taken away before it was given: a slip of the list, or given again later. Nobody here can tell which."""
    given, taken = record.recognised_on, record.removed_on
    return category.subsidy != 0 and given is not None and taken is not None and taken < given


def _in_order(policy: Policy, facts: Facts) -> list[CategoryRecord]:
    """By the pack's rank, then the record that still holds, then the later one."""
    if len(facts.categories or ()) == 1:
        return list(facts.categories or ())
    return sorted(
        facts.categories or (),
        key=lambda record: (
            policy.rank_of[policy.category_of[record.name].name],
            -(record.removed_on or date.max).toordinal(),
            -(record.recognised_on or date.min).toordinal(),
            record.name,
        ),
    )


def _question(policy: Policy, step: Step) -> str | None:
    """What is open about a category that does not count (or counts by the base day): its date, or itself.

    Where the notice fixes a day, only who was taken off after it is in doubt.
    """
    if step.code in BY_DATE:
        is_open = policy.recognition.base is None or step.code == "kept_by_base"
        return policy.recognition.question if is_open else None
    return policy.category_of[step.numbers["category"]].question


def _amount_fen(category: Category, price_fen: int) -> int | None:
    if category.subsidy == "undetermined":
        return None
    return price_fen if category.subsidy == "full" else min(int(category.subsidy) * 100, price_fen)


def _lost(policy: Policy, facts: Facts, category: Category, record: CategoryRecord, until: date | None) -> Step | None:
    """Why a category gives nothing, as a step; None where it holds."""
    if category.subsidy == 0:
        return Step(category.clause, "lost_no_amount", {"category": category.name}, "loses", 0)
    by_date = _lost_by_date(policy, facts, category, record, until)
    return by_date or _lost_by_condition(policy, facts, category)


def _lost_by_condition(policy: Policy, facts: Facts, category: Category) -> Step | None:
    numbers: dict[str, object] = {"category": category.name}
    clause = category.clause
    if category.age_from is not None and not aged(policy, facts, category.age_from, clause):
        return Step(clause, "lost_too_young", {**numbers, "age": category.age_from}, "loses")
    if category.age_under is not None and aged(policy, facts, category.age_under, clause):
        return Step(clause, "lost_too_old", {**numbers, "age": category.age_under}, "loses")
    if category.not_covered_by and facts.other_cover in category.not_covered_by:
        return Step(clause, "lost_covered", {**numbers, "cover": facts.other_cover}, "loses")
    return None


def _lost_by_date(
    policy: Policy, facts: Facts, category: Category, record: CategoryRecord, until: date | None
) -> Step | None:
    """Not yet recognised when paying, recognised too late, or removed before the day that decides."""
    if facts.paid_on is None:
        raise Unknown("paid_on", pay_days(policy), policy.recognition.clause)
    if record.recognised_on is None:
        raise Unknown("categories", any_recognition(policy, facts, record), policy.recognition.clause)
    numbers = {"category": category.name}
    # Where the notice fixes no day, it is the category's own clause that no longer holds.
    clause = category.clause if policy.recognition.silent else policy.recognition.clause
    if record.recognised_on > facts.paid_on:
        return Step(clause, "lost_not_yet", {**numbers, "on": str(record.recognised_on)}, "loses")
    if until is not None and record.recognised_on > until:
        return Step(clause, "lost_recognised_late", {**numbers, "until": str(until)}, "loses")
    if record.removed_on is not None and record.removed_on <= facts.paid_on and not _held_on_base(policy, record):
        return Step(clause, "lost_removed", {**numbers, "on": str(record.removed_on)}, "loses")
    return None


def _kept_by_base(policy: Policy, facts: Facts, record: CategoryRecord) -> bool:
    """Whether a category already removed counts only because the pack fixes an earlier day."""
    return record.removed_on is not None and facts.paid_on is not None and record.removed_on <= facts.paid_on


def _kept(policy: Policy, record: CategoryRecord) -> dict[str, object]:
    return {
        "category": policy.category_of[record.name].name,
        "base": str(policy.recognition.base),
        "on": str(record.removed_on),
    }


def _held_on_base(policy: Policy, record: CategoryRecord) -> bool:
    base = policy.recognition.base
    if base is None or record.recognised_on is None or record.recognised_on > base:
        return False
    return record.removed_on is None or record.removed_on > base
