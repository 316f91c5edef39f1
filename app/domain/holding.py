"""How much cash a point may hold and for how long (C13): warned at 80 %, refused beyond 100 % of the pack's limits."""

from datetime import date, timedelta
from typing import Literal

from msgspec import Struct

from app.domain.clauses import clause_words
from app.domain.duties import Remittance
from app.domain.payment import yuan_plain

WARN_PERCENT = 80

State = Literal["free", "warn", "over"]


class Holding(Struct, frozen=True, kw_only=True):
    """Cash taken and not yet remitted, in fen, and the date of the oldest takings among it (None: nothing is held)."""

    held_fen: int
    oldest: date | None


class Limit(Struct, frozen=True, kw_only=True):
    """How a holding stands against the pack: free, warn or over, with a sentence for the last two ("" for free).

    `short` tells it without the clause and without what is held: before a blind count it may be shown, too.
    """

    state: State
    sentence: str = ""
    short: str = ""


def against(rule: Remittance, holding: Holding, today: date, *, adding_fen: int = 0) -> Limit:
    """The graver of the two limits, once `adding_fen` more is taken today. A limit the pack does not set never binds.

    Exactly the limit may still be held; the last day on which takings must be paid in is inside.
    """
    found = (_by_amount(rule, holding.held_fen + adding_fen), _by_days(rule, holding.oldest, today))
    return max(found, key=lambda limit: ("free", "warn", "over").index(limit.state))


def _by_amount(rule: Remittance, held_fen: int) -> Limit:
    if rule.held_yuan is None:
        return Limit(state="free")
    most = rule.held_yuan * 100
    sentence = f"现金 {yuan_plain(held_fen)} 元，上限 {yuan_plain(most)} 元（{clause_words(rule.clause)}）"
    is_over = held_fen > most
    short = f"现金{'超过' if is_over else '接近'}上限 {yuan_plain(most)} 元"
    return _limit(is_over, held_fen * 100 >= most * WARN_PERCENT, sentence, short)


def _by_days(rule: Remittance, oldest: date | None, today: date) -> Limit:
    if rule.within_days is None or oldest is None:
        return Limit(state="free")
    last, age = oldest + timedelta(days=rule.within_days), (today - oldest).days
    until = "要当天解缴" if last == oldest else f"最迟 {last} 解缴"
    sentence = f"{oldest} 收的现金{until}（{clause_words(rule.clause)}）"
    is_over = today > last
    short = f"现金已过解缴期限 {last}" if is_over else f"现金最迟{'今天' if last == today else f' {last} '}解缴"
    return _limit(is_over, age * 100 >= rule.within_days * WARN_PERCENT, sentence, short)


def _limit(is_over: bool, is_near: bool, sentence: str, short: str) -> Limit:
    state: State = "over" if is_over else "warn" if is_near else "free"
    return Limit(state=state) if state == "free" else Limit(state=state, sentence=sentence, short=short)
