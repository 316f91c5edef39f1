"""Checks of waits: numbers of months and years that can be meant."""

from collections.abc import Callable, Iterable, Iterator

from app.domain.periods import span
from app.domain.policy import Continuity, PackFile
from app.packs.check_form import is_span
from app.packs.keys import word
from app.packs.lines import Place
from app.packs.naming import values

Problem = tuple[Place, str]
# A year before the first insurance of residents is a mistyped one.
LEAST = {
    "fixed_months": 0,
    "months_each": 0,
    "variable_from": 1,
    "long_years": 1,
    "long_least_months": 0,
    "counts_from": 1998,
}
# Several years of waiting are no rule any notice has.
MOST = {"fixed_months": 24, "months_each": 24, "variable_from": 50, "long_years": 50, "long_least_months": 60}
# Who pays in the autumn before may wait a year and a half and still be covered for some days; nobody after two years.
MOST_MONTHS, MOST_DAYS = 24, 731


def continuity(pack: PackFile) -> Iterator[Problem]:
    rule = pack.continuity
    if rule is None:
        return
    for name, least in LEAST.items():
        number = getattr(rule, name)
        if number is not None and number < least:
            yield ("continuity", name), f"{word(Continuity, name)}（{name}）是 {number}，不能小于 {least}"
    for name, most in MOST.items():
        if getattr(rule, name) > most:
            problem = f"{word(Continuity, name)}（{name}）是 {getattr(rule, name)}，不能大于 {most}"
            yield ("continuity", name), problem
    if rule.counts_from is not None and rule.counts_from > pack.benefit_year:
        yield ("continuity", "counts_from"), f"从 {rule.counts_from} 年起才计算断保年数，晚于 {pack.benefit_year} 年度"


def beyond_the_year(pack: PackFile) -> Iterator[Problem]:
    """A wait that outlasts the year the premium buys, however early it was paid."""
    for place, said in values(pack):
        text = getattr(said, "wait", "0")
        if is_span(text):
            months, days = span(text)
            if months > MOST_MONTHS or days > MOST_DAYS:
                yield (*place, "wait"), f"等待 {text} 超过两年，缴了费也没有待遇"


def short_long_waits(pack: PackFile) -> Iterator[Problem]:
    rule: Continuity | None = pack.continuity
    if rule and rule.long_least_months < rule.fixed_months:
        problem = f"断保较久的最少等 {rule.long_least_months} 个月，反而少于固定等待期 {rule.fixed_months} 个月"
        yield ("continuity", "long_least_months"), problem


SEVERE: tuple[Callable[[PackFile], Iterable[Problem]], ...] = (continuity, beyond_the_year)
NOTABLE: tuple[Callable[[PackFile], Iterable[Problem]], ...] = (short_long_waits,)
