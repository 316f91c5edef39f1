"""Checks of form: ids, periods that are no period, ages nobody has, texts left empty."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from msgspec import Struct, structs

from app.domain.facts import FACT_QUESTIONS
from app.domain.periods import span
from app.domain.policy import PackFile
from app.packs.keys import word
from app.packs.lines import Place
from app.packs.naming import values

Problem = tuple[Place, str]
# A pack's id is the name of its folder; the others stand in places such as window.collection.closes.
PACK_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
ID = re.compile(r"[^\s.=/]+")
OLDEST = 120
# A new pack has no notice yet; a value's clause has a check and a sentence of its own.
MAY_BE_EMPTY = (("notice", "title"), ("clause",))


def clauses(pack: PackFile) -> Iterator[Problem]:
    for place, said in values(pack):
        if not said.clause.strip():
            yield (*place, "clause"), "没有写明出自通知哪一条"


def region(pack: PackFile) -> Iterator[Problem]:
    if not (len(pack.region.code) == 6 and pack.region.code.isascii() and pack.region.code.isdigit()):
        yield ("region", "code"), f"行政区划代码 {pack.region.code} 应为 6 位数字"


def ids(pack: PackFile) -> Iterator[Problem]:
    if not PACK_ID.fullmatch(pack.id):
        yield ("id",), f"政策包编号“{pack.id}”不对：只用小写字母、数字和连字符，如 mycounty-2025"
    for table in ("window", "late", "scope", "question"):
        for index, each in enumerate(_entries(pack, table)):
            if each.id and not ID.fullmatch(each.id):
                yield (table, index, "id"), f"编号“{each.id}”里不能有空格、点、等号和斜杠"
    for index, question in enumerate(pack.open_questions):
        if question.id in FACT_QUESTIONS:
            yield ("question", index, "id"), f"问题不能取名 {question.id}：这是一项事实的名字"


def _entries(pack: PackFile, table: str) -> tuple[Any, ...]:
    found: tuple[Any, ...] = next(
        getattr(pack, each.name) for each in structs.fields(PackFile) if each.encode_name == table
    )
    return found


def empty(pack: PackFile) -> Iterator[Problem]:
    """Texts with nothing in them, and lists for nobody."""
    yield from _empty(pack, ())


def _empty(value: Any, place: Place) -> Iterator[Problem]:
    if isinstance(value, Struct):
        kind = PackFile if isinstance(value, PackFile) else type(value)
        for name, written in zip(kind.__struct_fields__, kind.__struct_encode_fields__, strict=True):
            here = (*place, written)
            each = getattr(value, name)
            if _is_left_empty(each, here):
                yield here, f"{word(kind, written)}（{written}）没有写"
            yield from _empty(each, here)
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from _empty(each, (*place, index))
    elif isinstance(value, dict):
        for key, each in value.items():
            if _is_left_empty(each, (*place, key)):
                yield (*place, key), f"{key} 没有写明是什么"
            yield from _empty(each, (*place, key))


def _is_left_empty(value: Any, place: Place) -> bool:
    if place in MAY_BE_EMPTY or place[-1:] in MAY_BE_EMPTY:
        return False
    return isinstance(value, str) and not value.strip()


def nobody(pack: PackFile) -> Iterator[Problem]:
    """Lists that must name somebody or something."""
    named: list[tuple[Place, tuple[str, ...], str]] = []
    named += [(("window", i, "payers"), each.payers, "给谁（payers）") for i, each in enumerate(pack.windows)]
    named += [(("late", i, "payers"), each.payers, "给谁（payers）") for i, each in enumerate(pack.lates)]
    named += [(("other_cover", i, "kinds"), each.kinds, "哪些保障（kinds）") for i, each in enumerate(pack.covers)]
    named += [(("channel", i, "methods"), each.methods, "方式（methods）") for i, each in enumerate(pack.channels)]
    for place, words, what in named:
        if not words:
            yield place, f"{what}是空的，这一块对谁都不起作用"


def spans(pack: PackFile) -> Iterator[Problem]:
    limits = [(("late", i, "limit"), late.limit) for i, late in enumerate(pack.lates) if late.limit is not None]
    waits = [((*place, "wait"), said.wait) for place, said in values(pack) if hasattr(said, "wait")]
    for place, text in limits + waits:
        if not is_span(text):
            yield place, f"期限 {text} 不对，应写作 90d（日）或 3m（月）；不等待写 0"
    for place, text in limits:
        if text == "0":
            yield place, "期限不能是 0；没有期限就不写 limit"


def is_span(text: str) -> bool:
    try:
        span(text)
    except ValueError:
        return False
    return True


def ages(pack: PackFile) -> Iterator[Problem]:
    for index, each in enumerate(pack.categories):
        if each.age_from is not None and each.age_under is not None and each.age_under <= each.age_from:
            yield (
                ("category", index, "age_under"),
                f"{each.name} 满 {each.age_from} 又未满 {each.age_under} 周岁，没有人符合",
            )
        for name in ("age_from", "age_under"):
            yield from _age(("category", index, name), getattr(each, name))
    for index, scope in enumerate(pack.scopes):
        yield from _age(("scope", index, "age_under"), scope.age_under)


def _age(place: Place, years: int | None) -> Iterator[Problem]:
    if years is not None and not 0 < years <= OLDEST:
        yield place, f"年龄 {years} 周岁不对，应在 1 到 {OLDEST} 之间"


SEVERE: tuple[Callable[[PackFile], Iterable[Problem]], ...] = (
    clauses, region, ids, empty, nobody, spans, ages,
)  # fmt: skip
NOTABLE: tuple[Callable[[PackFile], Iterable[Problem]], ...] = ()
