"""How much: the price, every category considered, the one that wins, what is left to pay."""

from msgspec import Struct

from app.domain.answer import Step
from app.domain.claims import Claim, Considered, consider
from app.domain.facts import Facts
from app.domain.policy import Category, Policy, Price, Terms
from app.domain.unknown import Unknown, any_category


class Money(Struct, frozen=True):
    """Amounts in fen; where the pack leaves them open due and subsidy are None, and the case is to be referred."""

    price_fen: int | None
    subsidy_fen: int | None
    due_fen: int | None
    category: str | None
    steps: tuple[Step, ...]
    questions: tuple[str | None, ...] = ()


def money(policy: Policy, facts: Facts, terms: Terms) -> Money:
    """What is due under these terms. Raises `Unknown` where a fact is needed."""
    price = policy.prices.full if terms.price == "full" else policy.prices.individual
    if price is None or not price.confirmed:
        return _unpriced(policy, facts, terms, price)
    price_fen = price.yuan * 100
    # That somebody pays the full financing is said by the rule, and only its amount elsewhere.
    clause = terms.clause if terms.price == "full" else price.clause
    price_step = Step(clause, f"price_{terms.price}", {"price": price_fen}, "price", price_fen)
    if not facts.categories and facts.categories is not None:
        return Money(price_fen, 0, price_fen, None, (price_step,), (price.question,))
    if not terms.subsidies:
        lost = _not_subsidised(policy, facts, terms)
        return Money(price_fen, 0, price_fen, None, (price_step, *lost), (price.question,))
    return _subsidised(policy, facts, terms, price_fen, price_step)


def _unpriced(policy: Policy, facts: Facts, terms: Terms, price: Price | None) -> Money:
    code = "price_unconfirmed" if terms.price == "full" else "price_individual_unconfirmed"
    clause = terms.clause if price is None or terms.price == "full" else price.clause
    step = Step(clause, code, {}, "ask")
    lost = () if terms.subsidies else _not_subsidised(policy, facts, terms)
    return Money(None, None, None, None, (step, *lost), (price.question if price else terms.question,))


def _not_subsidised(policy: Policy, facts: Facts, terms: Terms) -> tuple[Step, ...]:
    names = {policy.category_of[record.name].name for record in facts.categories or ()}
    ordered = sorted(names, key=policy.rank_of.__getitem__)
    return tuple(Step(terms.clause, "lost_late", {"category": name}, "loses") for name in ordered)


def _subsidised(policy: Policy, facts: Facts, terms: Terms, price_fen: int, price_step: Step) -> Money:
    if facts.categories is None:
        raise Unknown("categories", any_category(policy), policy.categories[0].clause)
    considered = consider(policy, facts, terms, price_fen)
    best = max(considered.claims, key=lambda claim: claim.fen or 0, default=None)
    unset = [claim for claim in considered.claims if claim.fen is None]
    steps = (price_step, *considered.steps)
    if unset and not _settled_without(policy, unset, best, price_fen):
        asked = (*considered.questions, *("categories" if claim.odd else claim.category.question for claim in unset))
        known = tuple(_beside(claim) for claim in considered.claims if claim.fen is not None)
        return Money(price_fen, None, None, None, (*steps, *known, *(_open(claim) for claim in unset)), asked)
    if best is None or best.fen is None:
        return Money(price_fen, 0, price_fen, None, steps, considered.questions)
    return _won(policy, considered, best.category, best.fen, price_fen, steps)


def _beside(claim: Claim) -> Step:
    """A known amount beside one nobody has set: which of the two is higher nobody can say."""
    numbers: dict[str, object] = {"category": claim.category.name, "subsidy": claim.fen}
    return Step(claim.category.clause, "known_beside", numbers, "loses", claim.fen)


def _open(claim: Claim) -> Step:
    numbers: dict[str, object] = {"category": claim.category.name}
    if claim.odd is None:
        return Step(claim.category.clause, "amount_open", numbers, "ask")
    dates = {"on": str(claim.odd.recognised_on), "removed": str(claim.odd.removed_on)}
    return Step(claim.category.clause, "record_odd", {**numbers, **dates}, "ask")


def _settled_without(policy: Policy, unset: list[Claim], best: Claim | None, price_fen: int) -> bool:
    """Whether open amounts beside `best` may stay open: nothing beats a full one, or the pack takes the known."""
    if best is None or best.fen is None:
        return False
    known = policy.stacking.undetermined == "known" and not any(claim.odd for claim in unset)
    return best.fen == price_fen or known


def _won(
    policy: Policy,
    considered: Considered,
    winner: Category,
    subsidy_fen: int,
    price_fen: int,
    steps: tuple[Step, ...],
) -> Money:
    """就高不就低: one category counts, the others are named with the one that beat them."""
    due_fen = price_fen - subsidy_fen
    beaten = tuple(_beaten(policy, claim, winner) for claim in considered.claims if claim.category is not winner)
    numbers = {"category": winner.name, "price": price_fen, "subsidy": subsidy_fen, "due": due_fen}
    won = Step(winner.clause, "category_won", numbers, "subsidy", subsidy_fen)
    unset = (claim.category.question for claim in considered.claims if claim.fen is None)
    asked = (*considered.questions, winner.question, *unset, policy.stacking.question if beaten else None)
    return Money(price_fen, subsidy_fen, due_fen, winner.name, (*steps, *beaten, won), asked)


def _beaten(policy: Policy, claim: Claim, winner: Category) -> Step:
    numbers = {"category": claim.category.name, "winner": winner.name, "subsidy": claim.fen}
    lower = "lost_lower_silent" if policy.stacking.silent else "lost_lower"
    code = "lost_unset" if claim.fen is None else lower
    return Step(policy.stacking.clause, code, numbers, "loses", claim.fen)
