"""How much: the price, every category considered, the one that wins, what is left to pay."""

from msgspec import Struct
from msgspec.structs import replace

from app.domain.admission import aged
from app.domain.answer import Step
from app.domain.facts import Facts
from app.domain.periods import DAY
from app.domain.policy import Category, Policy, Terms
from app.domain.resident import CategoryRecord
from app.domain.unknown import LONG_AGO, Unknown, any_category, pay_days


class Money(Struct, frozen=True):
    """Amounts in fen; where the pack leaves them open due and subsidy are None, and the case is to be referred."""

    price_fen: int | None
    subsidy_fen: int | None
    due_fen: int | None
    category: str | None
    steps: tuple[Step, ...]
    questions: tuple[str | None, ...] = ()


class Claim(Struct, frozen=True):
    """A category that holds for the person. `fen` None: nobody has set its amount."""

    category: Category
    fen: int | None


def money(policy: Policy, facts: Facts, terms: Terms) -> Money:
    """What is due under these terms. Raises `Unknown` where a fact is needed."""
    price = policy.prices.full if terms.price == "full" else policy.prices.individual
    if price is None or not price.confirmed:
        return _unpriced(policy, facts, terms)
    price_fen = price.yuan * 100
    price_step = Step(price.clause, f"price_{terms.price}", {"price": price_fen}, "price", price_fen)
    if not facts.categories and facts.categories is not None:
        return Money(price_fen, 0, price_fen, None, (price_step,), (price.question,))
    if not terms.subsidies:
        lost = _not_subsidised(policy, facts, terms)
        return Money(price_fen, 0, price_fen, None, (price_step, *lost), (price.question,))
    return _subsidised(policy, facts, price_fen, price_step)


def _unpriced(policy: Policy, facts: Facts, terms: Terms) -> Money:
    price = policy.prices.full
    step = Step(price.clause if price else terms.clause, "price_unconfirmed", {}, "ask")
    lost = () if terms.subsidies else _not_subsidised(policy, facts, terms)
    return Money(None, None, None, None, (step, *lost), (price.question if price else terms.question,))


def _not_subsidised(policy: Policy, facts: Facts, terms: Terms) -> tuple[Step, ...]:
    names = dict.fromkeys(policy.category_of[record.name].name for record in facts.categories or ())
    return tuple(Step(terms.clause, "lost_late", {"category": name}, "loses") for name in names)


def _subsidised(policy: Policy, facts: Facts, price_fen: int, price_step: Step) -> Money:
    if facts.categories is None:
        raise Unknown("categories", any_category(policy), policy.categories[0].clause)
    claims, lost = _claims(policy, facts, price_fen)
    known = [claim for claim in claims if claim.fen is not None]
    unset = [claim for claim in claims if claim.fen is None]
    best = max(known, key=lambda claim: claim.fen or 0, default=None)
    steps = (price_step, *lost)
    if unset and not _settled_without(policy, best, price_fen):
        return _open_amount(policy, claims, unset[0], price_fen, steps)
    if best is None or best.fen is None:
        return Money(price_fen, 0, price_fen, None, steps, ())
    return _won(policy, claims, best, best.fen, price_fen, steps)


def _settled_without(policy: Policy, best: Claim | None, price_fen: int) -> bool:
    """Whether an unset amount beside `best` may stay unset: nothing beats a full one, or the pack takes the known."""
    return best is not None and (best.fen == price_fen or policy.stacking.undetermined == "known")


def _claims(policy: Policy, facts: Facts, price_fen: int) -> tuple[list[Claim], list[Step]]:
    """Categories that hold, in the pack's order (the order of facts never matters), and why the others do not."""
    held: dict[str, Claim] = {}
    lost: dict[str, Step] = {}
    records = sorted(facts.categories or (), key=lambda record: policy.rank_of[policy.category_of[record.name].name])
    for record in records:
        category = policy.category_of[record.name]
        reason = _lost(policy, facts, category, record)
        if reason is None:
            held[category.name] = Claim(category, _amount_fen(category, price_fen))
        else:
            lost.setdefault(category.name, reason)
    return list(held.values()), [step for name, step in lost.items() if name not in held]


def _amount_fen(category: Category, price_fen: int) -> int | None:
    if category.subsidy == "undetermined":
        return None
    return price_fen if category.subsidy == "full" else min(int(category.subsidy) * 100, price_fen)


def _lost(policy: Policy, facts: Facts, category: Category, record: CategoryRecord) -> Step | None:
    """Why a category gives nothing, as a step; None where it holds."""
    if category.subsidy == 0:
        return Step(category.clause, "lost_no_amount", {"category": category.name}, "loses", 0)
    return _lost_by_date(policy, facts, category, record) or _lost_by_condition(policy, facts, category)


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


def _lost_by_date(policy: Policy, facts: Facts, category: Category, record: CategoryRecord) -> Step | None:
    """Not yet recognised when paying, recognised too late, or removed before the day that decides."""
    if facts.paid_on is None:
        raise Unknown("paid_on", pay_days(policy), policy.recognition.clause)
    if record.recognised_on is None:
        raise Unknown("categories", _any_recognition(policy, facts, record), policy.recognition.clause)
    rule, numbers = policy.recognition, {"category": category.name}
    if record.recognised_on > facts.paid_on:
        return Step(rule.clause, "lost_not_yet", {**numbers, "on": str(record.recognised_on)}, "loses")
    if rule.until is not None and record.recognised_on > rule.until:
        return Step(rule.clause, "lost_recognised_late", {**numbers, "until": str(rule.until)}, "loses")
    if record.removed_on is not None and record.removed_on <= facts.paid_on and not _held_on_base(policy, record):
        return Step(rule.clause, "lost_removed", {**numbers, "on": str(record.removed_on)}, "loses")
    return None


def _held_on_base(policy: Policy, record: CategoryRecord) -> bool:
    base = policy.recognition.base
    if base is None or record.recognised_on is None or record.recognised_on > base:
        return False
    return record.removed_on is None or record.removed_on > base


def _won(
    policy: Policy, claims: list[Claim], best: Claim, subsidy_fen: int, price_fen: int, steps: tuple[Step, ...]
) -> Money:
    """就高不就低: one category counts, the others are named with the one that beat them."""
    winner = best.category
    due_fen = price_fen - subsidy_fen
    beaten = tuple(_beaten(policy, claim, winner) for claim in claims if claim is not best)
    numbers = {"category": winner.name, "price": price_fen, "subsidy": subsidy_fen, "due": due_fen}
    won = Step(winner.clause, "category_won", numbers, "subsidy", subsidy_fen)
    questions = [winner.question] + [claim.category.question for claim in claims if claim.fen is None]
    questions += [policy.stacking.question] if beaten else []
    return Money(price_fen, subsidy_fen, due_fen, winner.name, (*steps, *beaten, won), tuple(questions))


def _beaten(policy: Policy, claim: Claim, winner: Category) -> Step:
    numbers = {"category": claim.category.name, "winner": winner.name, "subsidy": claim.fen}
    code = "lost_unset" if claim.fen is None else "lost_lower"
    return Step(policy.stacking.clause, code, numbers, "loses", claim.fen)


def _open_amount(policy: Policy, claims: list[Claim], unset: Claim, price_fen: int, steps: tuple[Step, ...]) -> Money:
    ask = Step(unset.category.clause, "amount_open", {"category": unset.category.name}, "ask")
    questions = [claim.category.question for claim in claims if claim.fen is None]
    return Money(price_fen, None, None, None, (*steps, ask), tuple(questions))


def _any_recognition(policy: Policy, facts: Facts, record: CategoryRecord) -> list[tuple[CategoryRecord, ...]]:
    """The person's categories with `record` recognised on each side of every day that matters."""
    edges = [LONG_AGO, policy.recognition.base, policy.recognition.until, facts.paid_on]
    days = [day for edge in edges if edge for day in (edge, edge + DAY)]
    categories = facts.categories or ()
    return [tuple(replace(each, recognised_on=day) if each is record else each for each in categories) for day in days]
