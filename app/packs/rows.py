"""The rules of a pack in an official's words: a row for each value, with its clause and whether it is still open.

What `pack show` prints, `pack questions` cites and two packs are compared by. Money, paper and dates: rows_duties.py.
"""

from collections.abc import Iterator

from msgspec import Struct

from app.domain.duties import Said
from app.domain.policy import Category, Continuity, Late, PackFile, Price, Scope, Terms, Window
from app.domain.wording import COVERS, ENROLMENTS, span_words
from app.packs.codes import DECISIONS, EVENTS, HUKOU, LAST_YEAR, NEVER, PAYERS, STARTS, WINDOW_FROM


class Row(Struct, frozen=True):
    """One value. `place` is its dotted place without the list's number (window.collection.terms): the same value has
    the same place in two packs. `what` names it alone, `short` under the row above it.
    """

    place: str
    what: str
    value: str
    clause: str = ""
    silent: bool = False
    question: str | None = None
    short: str | None = None


def row(place: str, what: str, value: str, said: Said, short: str | None = None) -> Row:
    return Row(place, what, value, said.clause, said.silent, said.question, short)


def prices(pack: PackFile) -> Iterator[Row]:
    for name, what in (("individual", "个人缴费"), ("full", "筹资总额"), ("fiscal", "财政补助")):
        price: Price | None = getattr(pack.prices, name)
        if price:
            yield row(f"prices.{name}", what, _price(price, charged=name != "fiscal"), price)
    yield row("benefit", "保障周期", f"{pack.benefit.starts} 至 {pack.benefit.ends}", pack.benefit)


def _price(price: Price, *, charged: bool) -> str:
    said = [f"{'不低于' if price.at_least else ''}{price.yuan}元"]
    said += [] if price.confirmed else ["未确认，不收" if charged else "未确认"]
    said += [f"规定不得低于{price.minimum}元"] if price.minimum is not None else []
    return said[0] + (f"（{'；'.join(said[1:])}）" if said[1:] else "")


def windows(pack: PackFile) -> Iterator[Row]:
    for window in pack.windows:
        yield from _window(window)


def _window(window: Window) -> Iterator[Row]:
    place = f"window.{window.id}"
    opens = window.opens or "（没有写开始日期）"
    yield row(place, window.name, f"{opens} 至 {window.closes}，{_allowed(window)}", window)
    yield row(f"{place}.terms", f"{window.name}，怎么收", terms(window.terms), window.terms, "  怎么收")
    for year, each in window.last_year.items():
        said = LAST_YEAR.get(year, year)
        yield row(f"{place}.last_year.{year}", f"{window.name}，{said}的", terms(each), each, f"  {said}的")


def _allowed(window: Window) -> str:
    return payers(window.payers) + (f"（{payers(window.not_for)}除外）" if window.not_for else "")


def lates(pack: PackFile) -> Iterator[Row]:
    for late in pack.lates:
        yield from _late(late)
    yield row("year_over", "保障周期结束以后", terms(pack.year_over), pack.year_over)


def _late(late: Late) -> Iterator[Row]:
    place = f"late.{late.id}"
    yield row(place, late.name, _whose(late), late)
    limit = span_words(late.limit) if late.limit else ""
    for part, when in (
        ("within", f"{limit}内" if limit else "怎么收"),
        ("over", f"超过{limit}"),
        ("earlier", f"事由早于 {late.event_from}"),
        ("closed", f"{late.closes} 过后"),
    ):
        each: Terms | None = getattr(late, part)
        if each:
            yield row(f"{place}.{part}", f"{late.name}，{when}", terms(each), each, f"  {when}")


def _whose(late: Late) -> str:
    said = [payers(late.payers)]
    said += [f"只限{'、'.join(late.categories)}"] if late.categories else []
    said += [f"从{EVENTS[late.event]}之日算起"] if late.event else []
    said += [f"早于 {late.not_before} 的事由不算，先问县级"] if late.not_before else []
    said += [f"办到 {late.closes} 为止"] if late.closes else []
    said += [f"凭{late.bring}"] if late.bring else []
    return "；".join(said)


def payers(names: tuple[str, ...]) -> str:
    return "、".join(PAYERS.get(each, each) for each in names)


def terms(rule: Terms) -> str:
    """What holds for one who pays, in one line."""
    if rule.decision in ("refer", "refuse"):
        return DECISIONS[rule.decision] + (f"：{rule.why}" if rule.why else "")
    said = [DECISIONS[rule.decision], "按筹资总额" if rule.price == "full" else "按个人缴费"]
    said += [] if rule.subsidies else ["不资助"]
    said += [STARTS[rule.start] + (f"等待{span_words(rule.wait)}" if rule.wait != "0" else "享受待遇")]
    said += ["中断期间可追溯"] if rule.retroactive else []
    said += ["截止日期以后才认定的身份也算"] if rule.recognised_later else []
    return "，".join(said)


def waits(pack: PackFile) -> Iterator[Row]:
    rule = pack.continuity
    if rule is None:
        return
    for name, what, value in _waits(rule):
        yield row(f"continuity.{name}", what, value, rule)


def _waits(rule: Continuity) -> Iterator[tuple[str, str, str]]:
    yield "fixed_months", "固定等待期", f"过了缴费期才缴的、断保的，等{rule.fixed_months}个月"
    each = f"{rule.months_each}个月"
    yield "variable_from", "变动等待期", f"断保第{rule.variable_from}年起，每年加{each}；补缴一年减{each}，固定部分不减"
    yield "long_years", "断保较久的", f"连续{rule.long_years}年及以上的，最少等{rule.long_least_months}个月"
    yield "counts_from", "断保从哪年算起", f"{rule.counts_from}年" if rule.counts_from else "全部计算"
    yield "never", "从未参保的", f"缴费期内缴的，{NEVER[rule.never]}"
    yield "window_from", "缴费期内缴的", f"从{WINDOW_FROM[rule.window_from]}开始等"
    freed = [*(ENROLMENTS.get(each, each) for each in rule.exempt), *rule.exempt_categories]
    yield "exempt", "不用等待的", "、".join(freed) or "没有"


def subsidies(pack: PackFile) -> Iterator[Row]:
    for category in pack.categories:
        yield row(f"category.{category.name}", category.name, _subsidy(pack, category), category)
    yield row("stacking", "多重身份", _stacked(pack), pack.stacking)
    yield row("recognition", "认定日期", _recognition(pack), pack.recognition)


def _stacked(pack: PackFile) -> str:
    """What is said of amounts nobody has set only where there is one."""
    unset = "已知数额的照办" if pack.stacking.undetermined == "known" else "先问县级"
    has_unset = any(category.subsidy == "undetermined" for category in pack.categories)
    return "就高不就低，不相加" + (f"；其中一种数额未定的，{unset}" if has_unset else "")


def _subsidy(pack: PackFile, category: Category) -> str:
    price = pack.prices.individual.yuan
    if category.subsidy == "undetermined":
        amount = "数额未定，不收"
    else:
        yuan = price if category.subsidy == "full" else int(category.subsidy)
        amount = f"{'全额' if category.subsidy == 'full' else ''}资助{yuan}元，个人缴{price - yuan}元"
    said = [amount] + [f"满{category.age_from}周岁"] * (category.age_from is not None)
    said += [f"未满{category.age_under}周岁"] * (category.age_under is not None)
    said += [f"未参加{COVERS.get(cover, cover)}" for cover in category.not_covered_by]
    said += [f"{category.identifier}认定"] if category.identifier else []
    said += [f"{category.funder}出资"] if category.funder else []
    return "，".join(said)


def _recognition(pack: PackFile) -> str:
    rule = pack.recognition
    said = [f"{rule.base} 在名单上的" if rule.base else "缴费当天在名单上的"]
    said += [f"和新增到 {rule.until}（含当天）为止的"] if rule.until else []
    return "，".join(said)


def scopes(pack: PackFile) -> Iterator[Row]:
    for scope in pack.scopes:
        yield row(f"scope.{scope.id}", scope.who, _admits(scope), scope)
    for cover in pack.covers:
        kinds = "、".join(COVERS.get(kind, kind) for kind in cover.kinds)
        decision = DECISIONS.get(cover.decision, "不可以（重复）")
        yield row(f"other_cover.{'+'.join(cover.kinds)}", f"已有：{kinds}", decision, cover)
    who = "、".join(LAST_YEAR.get(year, year) for year in pack.registration.last_year)
    yield row("registration", f"先登记再缴：{who}", _registers(pack), pack.registration)


def _registers(pack: PackFile) -> str:
    rule = pack.registration
    asked = "、".join(LAST_YEAR.get(year, year) for year in rule.open_for)
    said = [rule.where] + ([f"带{rule.bring}"] if rule.bring else [])
    return "；".join([*said, *([f"还没有确认的只是{asked}的"] if asked and rule.question else [])])


def _admits(scope: Scope) -> str:
    said = [f"户籍：{'、'.join(HUKOU.get(each, each) for each in scope.hukou)}"] if scope.hukou else []
    said += [payers(scope.enrolments)] if scope.enrolments else []
    for told, what in ((scope.residence_permit, "居住证"), (scope.long_term_resident, "在本县长期居住")):
        said += [] if told is None else [f"{'有' if told else '没有'}{what}"]
    said += [f"未满{scope.age_under}周岁"] if scope.age_under is not None else []
    return DECISIONS[scope.decision] + (f"（{'；'.join(said)}）" if said else "")
