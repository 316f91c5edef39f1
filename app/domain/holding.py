"""How much cash a point may hold and for how long (C13): warned at 80 %, refused beyond 100 % of the pack's limits."""

from datetime import date, timedelta
from typing import Literal

from msgspec import Struct

from app.domain.duties import Remittance
from app.domain.payment import yuan_plain

WARN_PERCENT = 80

State = Literal["free", "warn", "over"]


class Holding(Struct, frozen=True, kw_only=True):
    """Cash taken and not yet remitted, in fen, and the date of the oldest takings among it (None: nothing is held)."""

    held_fen: int
    oldest: date | None


class Limit(Struct, frozen=True, kw_only=True):
    """How a holding stands against the pack: free, warn or over, with a sentence for the last two ("" for free)."""

    state: State
    sentence: str


def against(rule: Remittance, holding: Holding, today: date, *, adding_fen: int = 0) -> Limit:
    """The graver of the two limits, once `adding_fen` more is taken today. A limit the pack does not set never binds.

    Exactly the limit may still be held; the last day on which takings must be paid in is inside.
    """
    found = (_by_amount(rule, holding.held_fen + adding_fen), _by_days(rule, holding.oldest, today))
    return max(found, key=lambda limit: ("free", "warn", "over").index(limit.state))


def _by_amount(rule: Remittance, held_fen: int) -> Limit:
    if rule.held_yuan is None:
        return Limit(state="free", sentence="")
    most = rule.held_yuan * 100
    sentence = f"现金 {yuan_plain(held_fen)} 元，上限 {yuan_plain(most)} 元（{rule.clause}）"
    return _limit(held_fen > most, held_fen * 100 >= most * WARN_PERCENT, sentence)


def _by_days(rule: Remittance, oldest: date | None, today: date) -> Limit:
    if rule.within_days is None or oldest is None:
        return Limit(state="free", sentence="")
    last, age = oldest + timedelta(days=rule.within_days), (today - oldest).days
    sentence = f"{oldest} 收的现金最迟 {last} 解缴（{rule.clause}）"
    return _limit(today > last, age * 100 >= rule.within_days * WARN_PERCENT, sentence)


def _limit(is_over: bool, is_near: bool, sentence: str) -> Limit:
    state: State = "over" if is_over else "warn" if is_near else "free"
    return Limit(state=state, sentence="" if state == "free" else sentence)
