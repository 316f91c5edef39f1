"""Checks of rules that call for one another: nobody without an answer, every question there, waits that make sense."""

from collections.abc import Callable, Iterable, Iterator

from app.domain.policy import Category, Continuity, PackFile, Scope, Terms
from app.packs.lines import Place
from app.packs.naming import values

Problem = tuple[Place, str]


def questions(pack: PackFile) -> Iterator[Problem]:
    known = {question.id for question in pack.open_questions}
    for place, said in values(pack):
        if said.question is not None and said.question not in known:
            yield (*place, "question"), f"问题 {said.question} 没有在 [[question]] 里列出"


def waiting_for_nobody(pack: PackFile) -> Iterator[Problem]:
    """What waits for the county must say which question, or nobody could ever answer it."""
    for place, said in values(pack):
        if said.question is not None:
            continue
        if isinstance(said, Category) and said.subsidy == "undetermined":
            yield (*place, "subsidy"), f"{said.name} 没有资助数额，又没有指向待县级确认的问题（question）"
        if isinstance(said, Terms) and said.decision == "hold":
            yield (*place, "decision"), "写了等县级确认后再收（hold），却没有指向待县级确认的问题（question）"


def defaults(pack: PackFile) -> Iterator[Problem]:
    """Entries without which somebody would get no answer."""
    if not any("*" in late.payers for late in pack.lates):
        yield ("late",), '缺少适用于其他所有人的逾期规则（payers = ["*"]）'
    if not any("*" in window.payers for window in pack.windows):
        yield ("window",), '缺少适用于所有人的缴费期（payers = ["*"]）'
    if not pack.scopes or _conditions(pack.scopes[-1]):
        yield ("scope", max(len(pack.scopes) - 1, 0)), "最后一条 [[scope]] 不能有条件，它适用于其余所有人"
    for table, entries in (("other_cover", pack.covers), ("category", pack.categories), ("channel", pack.channels)):
        if not entries:
            yield (table,), f"[[{table}]] 至少要有一条"


def _conditions(scope: Scope) -> bool:
    told = (scope.residence_permit, scope.long_term_resident, scope.age_under)
    return bool(scope.hukou or scope.enrolments) or any(each is not None for each in told)


def needs(pack: PackFile) -> Iterator[Problem]:
    """Values that another value calls for."""
    for index, late in enumerate(pack.lates):
        if late.limit and (late.over is None or late.event is None):
            yield ("late", index, "limit"), f"{late.name} 有期限，就要写明 event（从哪天算起）和 over（超过以后怎样）"
        if late.event_from and late.earlier is None:
            yield ("late", index, "event_from"), f"{late.name} 缺少 earlier（更早的怎样）"
        if late.not_before and late.event is None:
            yield ("late", index, "not_before"), f"{late.name} 写了 not_before，就要写明 event（从哪天算起）"
        if late.not_before and late.event_from and late.not_before > late.event_from:
            yield ("late", index, "not_before"), f"{late.name} 的 not_before 不能晚于 event_from"
    for index, report in enumerate(pack.reports):
        if report.due is None and not report.when:
            yield ("report", index), f"上报“{report.what}”没有写时间：有日期的写 due，没有日期的写 when（如“每月”）"
    if pack.prices.full is None:
        for place, said in values(pack):
            if isinstance(said, Terms) and said.price == "full":
                yield (*place, "price"), "按筹资总额缴费，但 [prices.full] 没有写"


def waits(pack: PackFile) -> Iterator[Problem]:
    """Numbers of months and years that can be meant."""
    rule = pack.continuity
    if rule is None:
        return
    for name, least in LEAST.items():
        number = getattr(rule, name)
        if number is not None and number < least:
            yield ("continuity", name), f"{name} 是 {number}，不能小于 {least}"
    if rule.counts_from is not None and rule.counts_from > pack.benefit_year:
        yield ("continuity", "counts_from"), f"从 {rule.counts_from} 年起才计算断保年数，晚于 {pack.benefit_year} 年度"


# A year before the first insurance of residents is a mistyped one.
LEAST = {
    "fixed_months": 0,
    "months_each": 0,
    "variable_from": 1,
    "long_years": 1,
    "long_least_months": 0,
    "counts_from": 1998,
}


def short_long_waits(pack: PackFile) -> Iterator[Problem]:
    rule: Continuity | None = pack.continuity
    if rule and rule.long_least_months < rule.fixed_months:
        problem = f"断保较久的最少等 {rule.long_least_months} 个月，反而少于固定等待期 {rule.fixed_months} 个月"
        yield ("continuity", "long_least_months"), problem


def silence(pack: PackFile) -> Iterator[Problem]:
    for place, said in values(pack):
        if said.silent and said.question is None:
            yield (*place, "silent"), "通知没有写明的值，应指向一个待县级确认的问题"


def idle_questions(pack: PackFile) -> Iterator[Problem]:
    asked = {said.question for _, said in values(pack)}
    for index, question in enumerate(pack.open_questions):
        if question.id not in asked:
            yield ("question", index, "id"), f"问题 {question.id} 没有关系到任何一条规则"


SEVERE: tuple[Callable[[PackFile], Iterable[Problem]], ...] = (
    questions, waiting_for_nobody, defaults, needs, waits,
)  # fmt: skip
NOTABLE: tuple[Callable[[PackFile], Iterable[Problem]], ...] = (short_long_waits, silence, idle_questions)
