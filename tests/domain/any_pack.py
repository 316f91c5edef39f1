"""Packs nobody has written yet: the rules of a shipped one with other prices, amounts, dates, ages, terms and waits.

Only what `pack check` would pass: properties hold for packs an official may use, not for nonsense. One number makes
one pack, so that Hypothesis has a person to shrink and not forty values of a pack.
"""

from datetime import date, timedelta
from functools import lru_cache
from random import Random
from typing import Any

from hypothesis import strategies as st
from msgspec.structs import replace

from app import packs
from app.domain.facts import ENROLMENTS, LAST_YEAR
from app.domain.policy import Category, Continuity, Late, PackFile, Policy, Prices, Recognition, Terms, Window
from app.packs.checks import findings
from app.packs.reading import policy_of
from tests.facts import PACKS

SPANS = ("0", "30d", "90d", "1m", "3m", "14m")
STARTS = ("year_start", "event", "next_day", "month_first", "received", "paid")


def any_pack() -> st.SearchStrategy[Policy]:
    """Policies made from shipped packs by drawing their values anew."""
    return st.integers(0, 10_000).map(pack_of)


@lru_cache(maxsize=512)
def pack_of(number: int) -> Policy:
    """The pack of a number, always the same."""
    luck = Random(number)
    shipped = packs.load(luck.choice([*PACKS, "national-2025"]))
    pack = PackFile(**{name: getattr(shipped, name) for name in PackFile.__struct_fields__})
    yuan = luck.randint(1, 2000)
    drawn = replace(
        pack,
        prices=_prices(luck, pack, yuan),
        windows=tuple(_window(luck, each) for each in pack.windows),
        lates=tuple(_late(luck, each, pack) for each in pack.lates),
        categories=tuple(_category(luck, each, pack, yuan) for each in _shuffled(luck, pack.categories)),
        stacking=replace(pack.stacking, undetermined=luck.choice(["refer", "known"])),
        recognition=_recognition(luck, pack),
        continuity=_continuity(luck, pack) if luck.random() < 0.4 else None,
        registration=replace(pack.registration, last_year=tuple(luck.sample(LAST_YEAR, luck.randint(0, 3)))),
    )
    severe = [finding for finding in findings(drawn, {}) if finding.severe]
    assert not severe, severe
    return policy_of(drawn, repr(drawn).encode())


def _shuffled(luck: Random, values: tuple[Category, ...]) -> list[Category]:
    return luck.sample(values, len(values))


def _prices(luck: Random, pack: PackFile, yuan: int) -> Prices:
    free = {"minimum": None, "at_least": False}
    individual = replace(pack.prices.individual, yuan=yuan, confirmed=True, **free)
    full = replace(
        individual, yuan=yuan + luck.randint(0, 1000), confirmed=luck.random() < 0.5, question=pack.open_questions[0].id
    )
    return replace(pack.prices, individual=individual, full=full, fiscal=None)


def _terms(luck: Random, like: Terms, pack: PackFile) -> Terms:
    decision: Any = luck.choice(["accept"] * 4 + ["hold", "refer", "refuse"])
    return replace(
        like,
        decision=decision,
        question=pack.open_questions[0].id if decision in ("hold", "refer") else like.question,
        price=luck.choice(["individual", "full"]),
        subsidies=luck.random() < 0.7,
        start=luck.choice(STARTS),
        wait=luck.choice(SPANS),
        retroactive=luck.random() < 0.3,
    )


def _window(luck: Random, like: Window) -> Window:
    """The same window, opening later or closing earlier, so that windows never come to overlap."""
    opens = like.opens and like.opens + timedelta(days=luck.randint(0, 20))
    return replace(like, opens=opens, closes=like.closes - timedelta(days=luck.randint(0, 20)))


def _late(luck: Random, like: Late, pack: PackFile) -> Late:
    """The same rule with other terms and another limit."""
    told = {name: getattr(like, name) for name in ("within", "over", "earlier")}
    drawn = {name: _terms(luck, terms, pack) for name, terms in told.items() if terms is not None}
    return replace(like, limit=luck.choice(SPANS[1:]) if like.limit else None, **drawn)


def _category(luck: Random, like: Category, pack: PackFile, yuan: int) -> Category:
    subsidy: Any = luck.choice([luck.randint(0, yuan), "full", "undetermined"])
    low = luck.choice([None, None, luck.randint(1, 80)])
    high = luck.choice([None, None, luck.randint((low or 0) + 1, 120)])
    return replace(like, subsidy=subsidy, age_from=low, age_under=high, question=pack.open_questions[0].id)


def _recognition(luck: Random, pack: PackFile) -> Recognition:
    base = date(pack.benefit_year - 1, luck.randint(6, 10), luck.randint(1, 28))
    until = base + timedelta(days=luck.randint(0, 150))
    return replace(pack.recognition, base=luck.choice([None, base]), until=luck.choice([None, until]))


def _continuity(luck: Random, pack: PackFile) -> Continuity:
    return Continuity(
        clause=pack.benefit.clause,
        fixed_months=luck.randint(0, 6),
        months_each=luck.randint(0, 3),
        variable_from=luck.randint(1, 3),
        long_years=luck.randint(2, 6),
        long_least_months=luck.randint(0, 12),
        never=luck.choice(["fixed", "none"]),  # type: ignore[arg-type]
        window_from=luck.choice(["paid", "year_start"]),  # type: ignore[arg-type]
        exempt=tuple(luck.sample(ENROLMENTS[2:], luck.randint(0, 3))),
    )
