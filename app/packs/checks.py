"""What a well-formed pack may still get wrong: one small check each, with the line and a sentence for the official."""

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import Any

from msgspec import Struct, structs

from app.domain.duties import Said
from app.domain.facts import COVERS, ENROLMENTS, FACT_QUESTIONS, HUKOU, LAST_YEAR
from app.domain.periods import DAY, span
from app.domain.policy import PackFile, Scope, Window
from app.packs.lines import Place, line_of


class Finding(Struct, frozen=True):
    """A place and what is wrong there. `severe`: the pack must not be used; otherwise something to look at."""

    line: int
    problem: str
    severe: bool = True


Problem = tuple[Place, str]
Check = Callable[[PackFile], Iterable[Problem]]


def findings(pack: PackFile, places: dict[Place, int]) -> list[Finding]:
    """All findings, in the order of the file."""
    said = [(problem, True) for check in SEVERE for problem in check(pack)]
    said += [(problem, False) for check in NOTABLE for problem in check(pack)]
    found = [Finding(line_of(places, place), text, severe) for (place, text), severe in said]
    return sorted(found, key=lambda finding: (not finding.severe, finding.line))


def values(value: Any, place: Place = ()) -> Iterator[tuple[Place, Said]]:
    """Every value of the pack that carries a clause, with its place; names as the file writes them."""
    if isinstance(value, Said):
        yield place, value
    if isinstance(value, Struct):
        for field in structs.fields(value):
            yield from values(getattr(value, field.name), (*place, field.encode_name))
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from values(each, (*place, index))
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from values(each, (*place, key))


def _clauses(pack: PackFile) -> Iterator[Problem]:
    for place, said in values(pack):
        if not said.clause.strip():
            yield (*place, "clause"), "没有写明出自通知哪一条"


def _questions(pack: PackFile) -> Iterator[Problem]:
    known = {question.id for question in pack.open_questions}
    for place, said in values(pack):
        if said.question is not None and said.question not in known:
            yield (*place, "question"), f"问题 {said.question} 没有在 [[question]] 里列出"


def _question_ids(pack: PackFile) -> Iterator[Problem]:
    for index, question in enumerate(pack.open_questions):
        if question.id in FACT_QUESTIONS:
            yield ("question", index, "id"), f"问题不能取名 {question.id}：这是一项事实的名字"


def _twice(names: Iterable[tuple[Place, str]], what: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for place, name in names:
        if name in seen:
            yield place, f"{what} {name} 出现了两次"
        seen.add(name)


def _duplicates(pack: PackFile) -> Iterator[Problem]:
    rules = [(("window", i, "id"), each.id) for i, each in enumerate(pack.windows)]
    rules += [(("late", i, "id"), each.id) for i, each in enumerate(pack.lates)]
    rules += [(("scope", i, "id"), each.id) for i, each in enumerate(pack.scopes)]
    yield from _twice(rules, "编号")
    yield from _twice(((("question", i, "id"), each.id) for i, each in enumerate(pack.open_questions)), "问题")
    names = [
        (("category", i, "name" if name == each.name else "aliases"), name)
        for i, each in enumerate(pack.categories)
        for name in (each.name, *each.aliases)
    ]
    yield from _twice(names, "人员类别")
    payers = ((("late", i, "payers"), payer) for i, each in enumerate(pack.lates) for payer in each.payers)
    yield from _twice(payers, "缴费情形")
    kinds = ((("other_cover", i, "kinds"), kind) for i, each in enumerate(pack.covers) for kind in each.kinds)
    yield from _twice(kinds, "其他保障")


def _words(pack: PackFile) -> Iterator[Problem]:
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


def _unlisted(place: Place, words: Iterable[str], allowed: set[str]) -> Iterator[Problem]:
    for word in words:
        if word not in allowed:
            yield place, f"不认识 {word}（可以写：{'、'.join(sorted(allowed))}）"


def _spans(pack: PackFile) -> Iterator[Problem]:
    limits = [(("late", i, "limit"), late.limit) for i, late in enumerate(pack.lates) if late.limit is not None]
    waits = [((*place, "wait"), said.wait) for place, said in values(pack) if hasattr(said, "wait")]
    for place, text in limits + waits:
        try:
            span(text)
        except ValueError:
            yield place, f"期限 {text} 不对，应写作 90d（日）或 3m（月）"


def _amounts(pack: PackFile) -> Iterator[Problem]:
    price = pack.prices.individual.yuan
    if price <= 0:
        yield ("prices", "individual", "yuan"), f"个人缴费标准 {price} 元不对"
    full = pack.prices.full
    if full is not None and full.yuan < price:
        yield ("prices", "full", "yuan"), f"筹资总额 {full.yuan} 元低于个人缴费 {price} 元"
    for index, category in enumerate(pack.categories):
        if not isinstance(category.subsidy, int):
            continue
        place = ("category", index, "subsidy")
        if category.subsidy > price:
            yield place, f"{category.name} 资助 {category.subsidy} 元，高于个人缴费 {price} 元"
        if category.subsidy < 0:
            yield place, f"{category.name} 资助 {category.subsidy} 元，不能是负数"


def _dates(pack: PackFile) -> Iterator[Problem]:
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


def _region(pack: PackFile) -> Iterator[Problem]:
    if not (len(pack.region.code) == 6 and pack.region.code.isascii() and pack.region.code.isdigit()):
        yield ("region", "code"), f"行政区划代码 {pack.region.code} 应为 6 位数字"


def _defaults(pack: PackFile) -> Iterator[Problem]:
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


def _needs(pack: PackFile) -> Iterator[Problem]:
    """Values that another value calls for."""
    known = {category.name for category in pack.categories}
    for index, late in enumerate(pack.lates):
        if late.limit and (late.over is None or late.event is None):
            yield ("late", index, "limit"), f"{late.name} 有期限，就要写明 event（从哪天算起）和 over（超过以后怎样）"
        if late.event_from and late.earlier is None:
            yield ("late", index, "event_from"), f"{late.name} 缺少 earlier（更早的怎样）"
        for name in late.categories:
            if name not in known:
                yield ("late", index, "categories"), f"人员类别 {name} 没有在 [[category]] 里列出"
    if pack.prices.full is None:
        for place, said in values(pack):
            if getattr(said, "price", None) == "full":
                yield (*place, "price"), "按筹资总额缴费，但 [prices.full] 没有写"


def _silence(pack: PackFile) -> Iterator[Problem]:
    for place, said in values(pack):
        if said.silent and said.question is None:
            yield (*place, "silent"), "通知没有写明的值，应指向一个待县级确认的问题"


def _gaps(pack: PackFile) -> Iterator[Problem]:
    """Windows of the same payers that overlap or leave days between them."""
    everyone = [(index, window) for index, window in enumerate(pack.windows) if "*" in window.payers]
    ordered = sorted(everyone, key=lambda each: each[1].closes)
    for (_, before), (index, after) in pairwise(ordered):
        yield from _joint(before, after, index)


def _joint(before: Window, after: Window, index: int) -> Iterator[Problem]:
    if after.opens is None or after.opens <= before.closes:
        yield ("window", index, "opens"), f"{after.name} 与 {before.name} 重叠"
    elif after.opens > before.closes + DAY:
        yield ("window", index, "opens"), f"{after.name} 与 {before.name} 之间有空档"


def _unset(pack: PackFile) -> Iterator[Problem]:
    if pack.prices.full is not None and not pack.prices.full.confirmed:
        problem = f"筹资总额 {pack.prices.full.yuan} 元尚未经县级确认，用到它的情形一律先不收款"
        yield ("prices", "full", "confirmed"), problem
    for index, category in enumerate(pack.categories):
        if category.subsidy == "undetermined":
            yield ("category", index, "subsidy"), f"{category.name} 的资助数额尚未确定，先不收款"


SEVERE: tuple[Check, ...] = (
    _clauses, _questions, _question_ids, _duplicates, _words, _spans, _amounts, _dates, _region, _defaults, _needs,
)  # fmt: skip
NOTABLE: tuple[Check, ...] = (_silence, _gaps, _unset)
