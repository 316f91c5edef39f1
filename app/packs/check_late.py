"""Checks of the rules for when the season is over: those that never apply, those without an end, those too wide."""

from collections.abc import Callable, Iterable, Iterator

from app.domain.policy import Late, PackFile, Terms, Window
from app.domain.wording import ENROLMENTS
from app.packs.keys import called
from app.packs.lines import Place
from app.packs.naming import tree_of, values

Problem = tuple[Place, str]


def calls_for(pack: PackFile) -> Iterator[Problem]:
    """Values of a rule that call for another one of it."""
    for index, late in enumerate(pack.lates):
        for key, text in _calls_for(late):
            yield ("late", index, key), f"{late.name}：{text}"


def _calls_for(late: Late) -> Iterator[tuple[str, str]]:
    if late.limit and (late.over is None or late.event is None):
        yield "limit", "有期限，就要写明 event（从哪天算起）和 [late.over]（超过以后怎样）"
    if late.over and not late.limit:
        yield "over", "写了 [late.over]（超过期限怎样），却没有写期限 limit，它永远用不上"
    if late.event_from and late.earlier is None:
        yield "event_from", "写了 event_from（事由不早于哪天），就要写 [late.earlier]（更早的怎样）"
    if late.earlier and late.event_from is None:
        yield "earlier", "写了 [late.earlier]（事由更早的怎样），就要写 event_from（早于哪天）"
    if late.closes and late.closed is None:
        yield "closes", "写了 closes（办到哪天为止），就要写 [late.closed]（过了这一天怎样）"
    if late.closed and late.closes is None:
        yield "closed", "写了 [late.closed]（过了截止日怎样），就要写 closes（办到哪天为止）"
    for key, what in (("event_from", "事由不早于哪天"), ("not_before", "再早就不是这种情形的日期")):
        if getattr(late, key) and late.event is None:
            yield key, f"写了 {key}（{what}），就要写明 event（从哪天算起）"
    if late.not_before and late.event_from and late.not_before > late.event_from:
        yield "not_before", "not_before（再早就不是这种情形）不能晚于 event_from（事由不早于哪天）"


def recognition(pack: PackFile) -> Iterator[Problem]:
    """A rule counting from a recognition must say of which categories, or it is nobody's."""
    for index, late in enumerate(pack.lates):
        if late.event == "recognition" and not late.categories:
            problem = (
                '从认定之日算起，就要在 categories 里写明哪些人员类别，例如 categories = ["低保对象"]；不写永远用不上'
            )
            yield ("late", index, "event"), f"{late.name}：{problem}"
        if late.categories and late.event != "recognition":
            yield ("late", index, "categories"), f'{late.name}：categories 只在 event = "recognition"（认定）时起作用'


def closing(pack: PackFile) -> Iterator[Problem]:
    """A rule cannot end before anyone may come to it."""
    first = min((window.opens or window.closes for window in pack.windows), default=None)
    for index, late in enumerate(pack.lates):
        if late.closes and first and late.closes < first:
            yield ("late", index, "closes"), f"{late.name}：{late.closes} 为止，比缴费期第一天 {first} 还早"
        if late.closes and late.not_before and late.closes < late.not_before:
            yield ("late", index, "closes"), f"{late.name}：{late.closes} 为止，早于 not_before（{late.not_before}）"


def switched_off(pack: PackFile) -> Iterator[Problem]:
    """A window for everyone inside the year: while it is open, rules of their own do not apply to anyone."""
    for index, window in enumerate(pack.windows):
        if "*" in window.payers and window.closes >= pack.benefit.starts:
            for late in pack.lates:
                hidden = [payer for payer in late.payers if payer != "*" and payer not in window.not_for]
                if hidden and not _named(window, hidden):
                    yield ("window", index, "payers"), _off(window, late, hidden)


def _named(window: Window, payers: list[str]) -> bool:
    """Whether the window names them too: then somebody has thought of them."""
    return all(payer in window.payers for payer in payers)


def _off(window: Window, late: Late, hidden: list[str]) -> str:
    who = "、".join(ENROLMENTS.get(payer, payer) for payer in hidden)
    words = ", ".join(f'"{payer}"' for payer in hidden)
    return (
        f"{window.name}是给所有人的，开到 {window.closes}，其间“{late.name}”（{who}）的规则不起作用；"
        f"要照他们自己的规则办，请写 not_for = [{words}]"
    )


def endless_birth(pack: PackFile) -> Iterator[Problem]:
    """Without a first day anyone who was ever born is a newborn."""
    for index, late in enumerate(pack.lates):
        if late.event == "birth" and not (late.event_from or late.not_before):
            problem = "没有写多早出生的还算，几十岁的人也会照这一条算；请写 not_before，或 event_from 和 [late.earlier]"
            yield ("late", index, "event"), f"{late.name}：{problem}"


def subsidised_full_price(pack: PackFile) -> Iterator[Problem]:
    """Who pays the full financing seldom gets a subsidy; the default is that he does."""
    for place, said in values(pack):
        if isinstance(said, Terms) and said.price == "full" and said.subsidies and said.decision in ("accept", "hold"):
            yield (
                (*place, "price"),
                f"{called(tree_of(pack), place)}：按筹资总额缴费，又给资助，请核对；不给资助的写 subsidies = false",
            )


def left_out(pack: PackFile) -> Iterator[Problem]:
    """People a window for everyone leaves out must have a rule of their own."""
    own = {payer for late in pack.lates for payer in late.payers} | {
        payer for window in pack.windows for payer in window.payers
    }
    for index, window in enumerate(pack.windows):
        for payer in window.not_for:
            if payer not in own:
                problem = f"不给 {ENROLMENTS.get(payer, payer)}（{payer}），可他们没有自己的规则，会照其余的人办"
                yield ("window", index, "not_for"), f"{window.name}：{problem}"
        if window.not_for and "*" not in window.payers:
            yield ("window", index, "not_for"), f'{window.name}：not_for 只在 payers = ["*"] 时用得上'


SEVERE: tuple[Callable[[PackFile], Iterable[Problem]], ...] = (calls_for, recognition, closing)
NOTABLE: tuple[Callable[[PackFile], Iterable[Problem]], ...] = (
    switched_off, endless_birth, subsidised_full_price, left_out,
)  # fmt: skip
