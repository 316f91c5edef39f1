"""Checks of words: those that must come from a fixed list, and those that may be written only once."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from app.domain.facts import COVERS, ENROLMENTS, HUKOU, LAST_YEAR
from app.domain.policy import PackFile
from app.domain.wording import COVERS as COVER_WORDS
from app.packs.codes import CHANNELS, METHODS, PAYERS, with_chinese
from app.packs.codes import HUKOU as HUKOU_WORDS
from app.packs.codes import LAST_YEAR as YEAR_WORDS
from app.packs.lines import Place

Problem = tuple[Place, str]
# One name in one list: the place, the name, and how it is said.
Named = tuple[Place, str, str]


def words(pack: PackFile) -> Iterator[Problem]:
    """Words that must come from a fixed list."""
    for index, window in enumerate(pack.windows):
        yield from _unlisted(("window", index, "payers"), window.payers, ("*", *ENROLMENTS), PAYERS)
        yield from _unlisted(("window", index, "not_for"), window.not_for, ENROLMENTS, PAYERS)
        yield from _unlisted(("window", index, "last_year"), window.last_year, LAST_YEAR, YEAR_WORDS)
    for index, late in enumerate(pack.lates):
        yield from _unlisted(("late", index, "payers"), late.payers, ("*", *ENROLMENTS), PAYERS)
    for index, scope in enumerate(pack.scopes):
        yield from _unlisted(("scope", index, "hukou"), scope.hukou, HUKOU, HUKOU_WORDS)
        yield from _unlisted(("scope", index, "enrolments"), scope.enrolments, ENROLMENTS, PAYERS)
    for index, cover in enumerate(pack.covers):
        yield from _unlisted(("other_cover", index, "kinds"), cover.kinds, COVERS, COVER_WORDS)
    for index, category in enumerate(pack.categories):
        yield from _unlisted(("category", index, "not_covered_by"), category.not_covered_by, COVERS, COVER_WORDS)
    for index, channel in enumerate(pack.channels):
        yield from _unlisted(("channel", index, "channel"), (channel.channel,), CHANNELS, CHANNELS)
        yield from _unlisted(("channel", index, "methods"), channel.methods, METHODS, METHODS)
    for name in ("last_year", "open_for"):
        yield from _unlisted(("registration", name), getattr(pack.registration, name), LAST_YEAR, YEAR_WORDS)
    if pack.continuity:
        yield from _unlisted(("continuity", "exempt"), pack.continuity.exempt, ENROLMENTS, PAYERS)


def _unlisted(
    place: Place, words: Iterable[str], allowed: Iterable[str], meaning: Mapping[str, str]
) -> Iterator[Problem]:
    known = tuple(allowed)
    backwards = {chinese: word for word, chinese in meaning.items()}
    for word in words:
        if word not in known:
            code = (
                f"，应写代号 {backwards[word]}" if word in backwards else f"（可以写：{with_chinese(known, meaning)}）"
            )
            yield place, f"不认识 {word}{code}"


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


def duplicates(pack: PackFile) -> Iterator[Problem]:
    """Names by which something is looked up: given twice, the second would never be found, or hide the first."""
    yield from _ids(pack)
    asked = [(("question", i, "id"), each.id, "待确认的") for i, each in enumerate(pack.open_questions)]
    asked += [(("confirmed", i, "id"), each.id, "已确认的") for i, each in enumerate(pack.confirmed)]
    yield from _twice(asked, "问题")
    yield from _twice(_names(pack), "人员类别")
    yield from _twice(_payers(pack), "缴费情形")
    yield from _twice(_kinds(pack), "其他保障")
    yield from _twice(_methods(pack), "收款方式")
    yield from _twice(_reasons(pack), "退费原因")
    yield from _twice(((("clause", i, "ref"), each.ref, each.about) for i, each in enumerate(pack.clauses)), "通知条款")
    yield from _twice(_towns(pack), "任务表里的")


def _ids(pack: PackFile) -> Iterator[Problem]:
    """Windows, late rules and scopes share their ids: a step of an explanation names its rule by the id alone."""
    rules = [(("window", i, "id"), each.id, f"缴费期“{each.name}”") for i, each in enumerate(pack.windows)]
    rules += [(("late", i, "id"), each.id, f"缴费期以后“{each.name}”") for i, each in enumerate(pack.lates)]
    rules += [(("scope", i, "id"), each.id, f"参保范围“{each.who}”") for i, each in enumerate(pack.scopes)]
    for place, text in _twice(rules, "编号"):
        yield place, f"{text}；[[window]]、[[late]]、[[scope]] 的编号不能相同"


def _names(pack: PackFile) -> Iterator[Named]:
    for index, each in enumerate(pack.categories):
        yield ("category", index, "name"), each.name, each.name
        yield from ((("category", index, "aliases"), name, f"{each.name}的其他叫法") for name in each.aliases)


def _payers(pack: PackFile) -> Iterator[Named]:
    for index, late in enumerate(pack.lates):
        yield from ((("late", index, "payers"), _both(payer, PAYERS), late.name) for payer in late.payers)


def _kinds(pack: PackFile) -> Iterator[Named]:
    for index, cover in enumerate(pack.covers):
        what = f"第 {index + 1} 块 [[other_cover]]"
        yield from ((("other_cover", index, "kinds"), _both(kind, COVER_WORDS), what) for kind in cover.kinds)


def _methods(pack: PackFile) -> Iterator[Named]:
    for index, channel in enumerate(pack.channels):
        where = CHANNELS.get(channel.channel, channel.channel)
        listed = f"第 {index + 1} 块 [[channel]]，{'可以' if channel.listed else '不可以'}"
        for method in channel.methods:
            yield ("channel", index, "methods"), f"{where}的{_both(method, METHODS)}", listed


def _reasons(pack: PackFile) -> Iterator[Named]:
    for index, refund in enumerate(pack.refunds):
        yield ("refund", index, "reason"), refund.reason, refund.reason
        yield from ((("refund", index, "aliases"), name, f"{refund.reason}的其他叫法") for name in refund.aliases)


def _towns(pack: PackFile) -> Iterator[Named]:
    for index, row in enumerate(pack.targets):
        yield ("target", index, "town"), row.town, row.town
        yield from ((("target", index, "aliases"), name, f"{row.town}的其他叫法") for name in row.aliases)


def _both(word: str, meaning: Mapping[str, str]) -> str:
    return f"{meaning[word]}（{word}）" if word in meaning else word


def _twice(names: Iterable[Named], what: str) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for place, name, where in names:
        if name in seen:
            yield place, f"{what} {name} 出现了两次（前一处：{seen[name]}）"
        seen.setdefault(name, where)


# Lists whose words must differ in all of the pack; `duplicates` says so.
TOLD_APART = ("methods", "kinds", "aliases")


def repeated(pack: PackFile) -> Iterator[Problem]:
    """The same word twice in one list: most often one of them should have been another."""
    yield from _repeated(pack, ())


def _repeated(value: Any, place: Place) -> Iterator[Problem]:
    if isinstance(value, Struct):
        kind = PackFile if isinstance(value, PackFile) else type(value)
        for name, written in zip(kind.__struct_fields__, kind.__struct_encode_fields__, strict=True):
            yield from _repeated(getattr(value, name), (*place, written))
    elif isinstance(value, tuple) and all(isinstance(each, str) for each in value):
        if place[-1] in TOLD_APART or (place[0] == "late" and place[-1] == "payers"):
            return
        for word in dict.fromkeys(each for each in value if value.count(each) > 1):
            yield place, f"{word} 在同一个方括号里写了两次"
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from _repeated(each, (*place, index))


SEVERE: tuple[Callable[[PackFile], Iterable[Problem]], ...] = (words, categories, duplicates, repeated)
NOTABLE: tuple[Callable[[PackFile], Iterable[Problem]], ...] = ()
