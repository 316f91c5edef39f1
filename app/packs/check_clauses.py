"""Checks of clauses: each one cited is in the list of the notice's clauses, and each one listed became a rule."""

import re
from collections.abc import Callable, Iterable, Iterator

from app.domain.duties import Said
from app.domain.policy import PackFile
from app.packs.cases import Case
from app.packs.lines import Place
from app.packs.naming import values

Problem = tuple[Place, str]
# No case can show these: nobody pays the budgets' part, and the paper's wording is what it is.
UNPROVABLE = ("receipt", "fiscal")


def refs(clause: str) -> list[str]:
    """The clauses of one citation: "三(一);五(五)" -> ["三(一)", "五(五)"]."""
    return [ref for ref in (each.strip() for each in re.split("[;；]", clause)) if ref]


def cited(pack: PackFile) -> Iterator[tuple[Place, Said, str]]:
    """Every clause a value cites."""
    for place, said in values(pack):
        for ref in refs(said.clause):
            yield place, said, ref


def unlisted(pack: PackFile) -> Iterator[Problem]:
    if not pack.clauses:
        return
    known = {clause.ref for clause in pack.clauses}
    for place, _, ref in cited(pack):
        if ref not in known:
            yield (*place, "clause"), f"条款 {ref} 不在 [[clause]] 条款清单里，请核对写法，或补进清单"


def unused(pack: PackFile) -> Iterator[Problem]:
    used = {ref for _, _, ref in cited(pack)}
    for index, clause in enumerate(pack.clauses):
        if clause.rule and clause.ref not in used:
            problem = f"通知 {clause.ref}（{clause.about}）没有写进任何规则；与缴费无关的，请写 rule = false"
            yield ("clause", index, "ref"), problem


def unproved(pack: PackFile, worked: list[Case]) -> Iterator[Problem]:
    """Clauses a rule is made from, and that no case shows; each once, where it is first cited."""
    shown = {ref for case in worked for ref in refs(case.clause)}
    for place, _, ref in cited(pack):
        if ref not in shown and not set(UNPROVABLE) & set(place):
            shown.add(ref)
            yield (*place, "clause"), f"条款 {ref} 还没有样例"


SEVERE: tuple[Callable[[PackFile], Iterable[Problem]], ...] = (unlisted,)
NOTABLE: tuple[Callable[[PackFile], Iterable[Problem]], ...] = (unused,)
