"""Checks of dates: windows of the same payers side by side, periods the right way round, dates far from the year."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from app.domain.periods import DAY, add_months
from app.domain.policy import PackFile, Window
from app.domain.wording import ENROLMENTS
from app.packs.lines import Place

Problem = tuple[Place, str]
Numbered = tuple[int, Window]
# A season opens in the autumn before; last year's is a year and a half away. What follows a year (reports, refunds)
# follows within the next.
BEFORE, AFTER = 18, 12


def order(pack: PackFile) -> Iterator[Problem]:
    for index, window in enumerate(pack.windows):
        if window.opens and window.closes < window.opens:
            yield ("window", index, "closes"), f"{window.name} 的截止日期早于开始日期"
    if pack.benefit.ends < pack.benefit.starts:
        yield ("benefit", "ends"), "保障周期的结束日期早于开始日期"
    if pack.benefit.starts.year != pack.benefit_year:
        yield ("benefit", "starts"), f"保障周期不在 {pack.benefit_year} 年度"
    base, until = pack.recognition.base, pack.recognition.until
    if base and until and until < base:
        yield ("recognition", "until"), "新增认定的截止日期早于认定基准日期"


def joints(pack: PackFile) -> Iterator[Problem]:
    """Windows one payer may use that overlap or leave days between them; each pair is named once.

    A group's windows are those that name it and those for everyone.
    """
    named = dict.fromkeys(payer for window in pack.windows for payer in window.payers if payer != "*")
    seen: set[tuple[int, int]] = set()
    for payer in ("*", *named):
        theirs = [each for each in enumerate(pack.windows) if {"*", payer} & set(each[1].payers)]
        for before, after in _neighbours(theirs):
            pair = (before[0], after[0])
            if pair not in seen:
                seen.add(pair)
                yield from _joint(payer, before[1], after)


def _neighbours(windows: list[Numbered]) -> Iterator[tuple[Numbered, Numbered]]:
    """Each window with the one before it that stays open longest: inside a long one there is no gap."""
    ordered = sorted(windows, key=lambda each: (each[1].opens or date.min, each[1].closes))
    longest: Numbered | None = None
    for each in ordered:
        if longest is not None:
            yield longest, each
        if longest is None or each[1].closes > longest[1].closes:
            longest = each


def _joint(payer: str, before: Window, after: Numbered) -> Iterator[Problem]:
    index, window = after
    who = "" if payer == "*" else f"{ENROLMENTS.get(payer, payer)}："
    place = ("window", index, "opens")
    opens = window.opens or date.min
    if opens > before.closes + DAY:
        days = f"{before.closes + DAY} 至 {opens - DAY}"
        yield place, f"{who}{before.name} 与 {window.name} 之间有空档（{days}）"
    elif opens <= before.closes and window.closes <= before.closes:
        yield place, f"{who}{window.name} 完全落在 {before.name} 之内，两处重叠"
    elif opens <= before.closes:
        yield place, f"{who}{window.name} 与 {before.name} 重叠（到 {before.closes} 为止）"


def far(pack: PackFile) -> Iterator[Problem]:
    """Dates that cannot belong to this benefit year: most often last year's, left standing."""
    first = add_months(pack.benefit.starts, -BEFORE)
    for place, what, day, last in _dated(pack):
        if day is not None and not first <= day <= last:
            yield place, f"{what} {day} 离 {pack.benefit_year} 年度太远，请核对年份"


def whole_year(pack: PackFile) -> Iterator[Problem]:
    """A benefit year is a year."""
    starts, ends = pack.benefit.starts, pack.benefit.ends
    if ends != add_months(starts, 12) - DAY and ends >= starts:
        yield ("benefit", "ends"), f"保障周期 {starts} 至 {ends} 不是一整年，请核对"


def _dated(pack: PackFile) -> Iterator[tuple[Place, str, date | None, date]]:
    """Every date that must lie near the year, with the last day it may be."""
    ends, after = pack.benefit.ends, add_months(pack.benefit.ends, AFTER)
    for index, window in enumerate(pack.windows):
        yield ("window", index, "opens"), f"{window.name}的开始日期", window.opens, ends
        yield ("window", index, "closes"), f"{window.name}的截止日期", window.closes, ends
    for index, late in enumerate(pack.lates):
        yield ("late", index, "event_from"), f"{late.name}的起算日期", late.event_from, ends
        yield ("late", index, "not_before"), f"{late.name}的 not_before", late.not_before, ends
        yield ("late", index, "closes"), f"{late.name}的截止日期", late.closes, ends
    yield ("notice", "issued_on"), "通知的发布日期", pack.notice.issued_on, ends
    for index, told in enumerate(pack.confirmed):
        yield ("confirmed", index, "on"), f"答复（{told.id}）的日期", told.on, after
    yield ("recognition", "base"), "认定基准日期", pack.recognition.base, ends
    yield ("recognition", "until"), "新增认定的截止日期", pack.recognition.until, ends
    for index, refund in enumerate(pack.refunds):
        yield ("refund", index, "before"), f"退费（{refund.reason}）的日期", refund.before, after
    for index, report in enumerate(pack.reports):
        if report.due:
            yield ("report", index, "due"), f"上报“{report.what}”的日期", report.due, after


SEVERE: tuple[Callable[[PackFile], Iterable[Problem]], ...] = (order,)
NOTABLE: tuple[Callable[[PackFile], Iterable[Problem]], ...] = (joints, far, whole_year)
