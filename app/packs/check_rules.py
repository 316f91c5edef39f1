"""Checks of rules that call for one another: nobody without an answer, every question there."""

from collections.abc import Callable, Iterable, Iterator

from app.domain.duties import Channel, Refund, Said
from app.domain.policy import Category, Continuity, OtherCover, PackFile, Registration, Scope, Terms
from app.packs.keys import called
from app.packs.lines import Place
from app.packs.naming import dotted, tree_of, values

Problem = tuple[Place, str]


def questions(pack: PackFile) -> Iterator[Problem]:
    known = {question.id for question in pack.open_questions}
    for place, said in values(pack):
        if said.question is not None and said.question not in known:
            yield (*place, "question"), f"问题 {said.question} 没有在 [[question]] 里列出"


def waiting_for_nobody(pack: PackFile) -> Iterator[Problem]:
    """What waits for the county must say which question, or nobody could ever answer it.

    Not where the county has said itself that it decides case by case: then the value is its answer.
    """
    answered = {place for each in pack.confirmed for place in each.places}
    for place, said in values(pack):
        for key, text in _waits(said) if said.question is None else ():
            tree = tree_of(pack)
            if key in ("decision", "never") and dotted(tree, place) in answered and not is_held(said):
                continue
            yield (*place, key), f"{called(tree, place)}：{text}"


def is_held(said: Said) -> bool:
    """Whether it says outright that the county must confirm it first."""
    return isinstance(said, Terms) and said.decision == "hold"


def _waits(said: Said) -> Iterator[tuple[str, str]]:
    """What in a value waits for the county. A referral whose reason stands with it waits for nothing."""
    unasked = "却没有指向待县级确认的问题（question）"
    if isinstance(said, Category) and said.subsidy == "undetermined":
        yield "subsidy", "没有资助数额，又没有指向待县级确认的问题（question）"
    if is_held(said):
        yield "decision", f"写了等县级确认后再收（hold），{unasked}"
    if isinstance(said, Scope | OtherCover) and said.decision == "refer":
        yield "decision", f"写了先问县级（refer），{unasked}"
    if isinstance(said, Terms) and said.decision == "refer" and not said.why:
        yield "decision", f"写了先问县级（refer），{unasked}；通知自己就这样规定的，用 why 写明为什么"
    if isinstance(said, Continuity) and said.never == "refer":
        yield "never", f'从未参保的写了先问县级（never = "refer"），{unasked}'


def defaults(pack: PackFile) -> Iterator[Problem]:
    """Entries without which somebody would get no answer."""
    if not any("*" in late.payers for late in pack.lates):
        yield ("late",), '缺少适用于其他所有人的逾期规则（payers = ["*"]）'
    if not any("*" in window.payers for window in pack.windows):
        yield ("window",), '缺少适用于所有人的缴费期（payers = ["*"]）'
    if not pack.scopes or _conditions(pack.scopes[-1]):
        yield ("scope", max(len(pack.scopes) - 1, 0)), "最后一条 [[scope]] 不能有条件，它适用于其余所有人"
    for index, scope in enumerate(pack.scopes[:-1]):
        if not _conditions(scope):
            problem = f"{scope.who}：没有写条件，所有人都符合，后面的 [[scope]] 都用不上；请写条件，或移到最后"
            yield ("scope", index), problem
    for table, entries in (("other_cover", pack.covers), ("category", pack.categories), ("channel", pack.channels)):
        if not entries:
            yield (table,), f"[[{table}]] 至少要有一条"


def _conditions(scope: Scope) -> bool:
    told = (scope.residence_permit, scope.long_term_resident, scope.age_under)
    return bool(scope.hukou or scope.enrolments) or any(each is not None for each in told)


def needs(pack: PackFile) -> Iterator[Problem]:
    """Values that another value calls for."""
    for index, report in enumerate(pack.reports):
        if report.due is None and not report.when:
            yield ("report", index), f"上报“{report.what}”没有写时间：有日期的写 due，没有日期的写 when（如“每月”）"
    if pack.prices.full is None:
        for place, said in values(pack):
            if isinstance(said, Terms) and said.price == "full":
                yield (*place, "price"), "按筹资总额缴费，但 [prices.full] 没有写"


def silence(pack: PackFile) -> Iterator[Problem]:
    for place, said in values(pack):
        if said.silent and said.question is None:
            yield (*place, "silent"), "通知没有写明的值，应指向一个待县级确认的问题"


def idle_questions(pack: PackFile) -> Iterator[Problem]:
    asked = {said.question for _, said in values(pack)}
    for index, question in enumerate(pack.open_questions):
        if question.id not in asked:
            yield ("question", index, "id"), f"问题 {question.id} 没有关系到任何一条规则"


def idle_values(pack: PackFile) -> Iterator[Problem]:
    """Values that are never looked at, because another one of their block does not call for them."""
    for place, said in values(pack):
        for key, text in _idle(pack, said):
            yield (*place, key), f"{called(tree_of(pack), (*place, key))}：{text}，写了不起作用"


def _idle(pack: PackFile, said: Said) -> Iterator[tuple[str, str]]:
    if isinstance(said, Terms) and said.why and said.decision == "accept":
        yield "why", "可以缴的不说为什么"
    if isinstance(said, Terms) and said.recognised_later and pack.recognition.until is None:
        yield "recognised_later", "[recognition] 没有写 until（新增认定的最后一天）"
    if isinstance(said, Channel) and said.why and said.listed:
        yield "why", "可以用的不说为什么"
    if isinstance(said, Refund) and said.before is None and said.after != "refer":
        yield "after", "没有写 before（早于哪一天）"
    if isinstance(said, Registration) and said.open_for and said.question is None:
        yield "open_for", "没有写 question（待县级确认的问题）"


SEVERE: tuple[Callable[[PackFile], Iterable[Problem]], ...] = (
    questions, waiting_for_nobody, defaults, needs,
)  # fmt: skip
NOTABLE: tuple[Callable[[PackFile], Iterable[Problem]], ...] = (silence, idle_questions, idle_values)
