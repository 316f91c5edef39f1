"""Checks of form: ids given twice, words that are in no list, periods that are no period."""

from collections.abc import Callable, Iterable, Iterator

from app.domain.facts import COVERS, ENROLMENTS, FACT_QUESTIONS, HUKOU, LAST_YEAR
from app.domain.periods import span
from app.domain.policy import PackFile
from app.packs.lines import Place
from app.packs.naming import values

Problem = tuple[Place, str]


def clauses(pack: PackFile) -> Iterator[Problem]:
    for place, said in values(pack):
        if not said.clause.strip():
            yield (*place, "clause"), "没有写明出自通知哪一条"


def region(pack: PackFile) -> Iterator[Problem]:
    if not (len(pack.region.code) == 6 and pack.region.code.isascii() and pack.region.code.isdigit()):
        yield ("region", "code"), f"行政区划代码 {pack.region.code} 应为 6 位数字"


def question_ids(pack: PackFile) -> Iterator[Problem]:
    for index, question in enumerate(pack.open_questions):
        if question.id in FACT_QUESTIONS:
            yield ("question", index, "id"), f"问题不能取名 {question.id}：这是一项事实的名字"


def duplicates(pack: PackFile) -> Iterator[Problem]:
    rules = [(("window", i, "id"), each.id) for i, each in enumerate(pack.windows)]
    rules += [(("late", i, "id"), each.id) for i, each in enumerate(pack.lates)]
    rules += [(("scope", i, "id"), each.id) for i, each in enumerate(pack.scopes)]
    yield from _twice(rules, "编号")
    asked = [(("question", i, "id"), each.id) for i, each in enumerate(pack.open_questions)]
    asked += [(("confirmed", i, "id"), each.id) for i, each in enumerate(pack.confirmed)]
    yield from _twice(asked, "问题")
    yield from _twice(_names(pack), "人员类别")
    payers = ((("late", i, "payers"), payer) for i, each in enumerate(pack.lates) for payer in each.payers)
    yield from _twice(payers, "缴费情形")
    kinds = ((("other_cover", i, "kinds"), kind) for i, each in enumerate(pack.covers) for kind in each.kinds)
    yield from _twice(kinds, "其他保障")
    yield from _twice(((("clause", i, "ref"), each.ref) for i, each in enumerate(pack.clauses)), "通知条款")
    yield from _twice(((("target", i, "town"), each.town) for i, each in enumerate(pack.targets)), "任务表里的")


def _names(pack: PackFile) -> Iterator[tuple[Place, str]]:
    for index, each in enumerate(pack.categories):
        yield ("category", index, "name"), each.name
        yield from ((("category", index, "aliases"), name) for name in each.aliases)


def _twice(names: Iterable[tuple[Place, str]], what: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for place, name in names:
        if name in seen:
            yield place, f"{what} {name} 出现了两次"
        seen.add(name)


def words(pack: PackFile) -> Iterator[Problem]:
    """Words that must come from a fixed list."""
    allowed = {"*", *ENROLMENTS}
    for index, window in enumerate(pack.windows):
        yield from _unlisted(("window", index, "payers"), window.payers, allowed)
        yield from _unlisted(("window", index, "last_year"), window.last_year, set(LAST_YEAR))
    for index, late in enumerate(pack.lates):
        yield from _unlisted(("late", index, "payers"), late.payers, allowed)
    for index, scope in enumerate(pack.scopes):
        yield from _unlisted(("scope", index, "hukou"), scope.hukou, set(HUKOU))
        yield from _unlisted(("scope", index, "enrolments"), scope.enrolments, set(ENROLMENTS))
    for index, cover in enumerate(pack.covers):
        yield from _unlisted(("other_cover", index, "kinds"), cover.kinds, set(COVERS))
    for index, category in enumerate(pack.categories):
        yield from _unlisted(("category", index, "not_covered_by"), category.not_covered_by, set(COVERS))
    yield from _unlisted(("registration", "last_year"), pack.registration.last_year, set(LAST_YEAR))
    if pack.continuity:
        yield from _unlisted(("continuity", "exempt"), pack.continuity.exempt, set(ENROLMENTS))


def categories(pack: PackFile) -> Iterator[Problem]:
    """Categories named elsewhere must be the pack's own, by their own name."""
    named: list[tuple[Place, tuple[str, ...]]] = [
        (("late", index, "categories"), late.categories) for index, late in enumerate(pack.lates)
    ]
    if pack.continuity:
        named.append((("continuity", "exempt_categories"), pack.continuity.exempt_categories))
    known = {category.name for category in pack.categories}
    for place, names in named:
        for name in names:
            if name not in known:
                yield place, f"人员类别 {name} 没有在 [[category]] 里列出"


def _unlisted(place: Place, words: Iterable[str], allowed: set[str]) -> Iterator[Problem]:
    for word in words:
        if word not in allowed:
            yield place, f"不认识 {word}（可以写：{'、'.join(sorted(allowed))}）"


def spans(pack: PackFile) -> Iterator[Problem]:
    limits = [(("late", i, "limit"), late.limit) for i, late in enumerate(pack.lates) if late.limit is not None]
    waits = [((*place, "wait"), said.wait) for place, said in values(pack) if hasattr(said, "wait")]
    for place, text in limits + waits:
        if not _is_span(text):
            yield place, f"期限 {text} 不对，应写作 90d（日）或 3m（月）"
    for place, text in limits:
        if text == "0":
            yield place, "期限不能是 0；没有期限就不写 limit"


def _is_span(text: str) -> bool:
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


SEVERE: tuple[Callable[[PackFile], Iterable[Problem]], ...] = (
    clauses, region, question_ids, duplicates, words, categories, spans, ages,
)  # fmt: skip
NOTABLE: tuple[Callable[[PackFile], Iterable[Problem]], ...] = ()
