"""The rules of a pack as a table of text, section by section: value, clause, and whether the notice is silent."""

from collections.abc import Iterator
from unicodedata import east_asian_width

from app.domain.duties import Said
from app.domain.policy import Category, Late, Policy, Terms, Window
from app.domain.wording import COVERS, ENROLMENTS, span_words

Row = tuple[str, str, Said]
DECISIONS = {"accept": "可以", "hold": "可以，待县级确认后收", "refer": "先问县级", "refuse": "不可以"}
STARTS = {
    "year_start": "保障周期第一天起",
    "event": "事由当天起",
    "next_day": "缴费次日起",
    "month_first": "缴费当月1日起",
    "received": "到账之日起",
    "paid": "缴费之日起",
}
HUKOU = {"local": "本县", "same_city": "本市他县", "other_county": "外县", "other_city": "外市", "foreign": "外籍"}
LAST_YEAR = {"insured": "上年参保", "never": "从未参保", "lapsed": "中断"}
CHANNELS = {
    "village": "村（社区）",
    "township_agent": "乡镇代办点",
    "tax_hall": "办税窗口",
    "bank": "银行",
    "online": "线上",
}
METHODS = {
    "cash": "现金",
    "pos": "POS机",
    "qr": "扫码",
    "agreement": "协议扣款",
    "card": "银行卡",
    "passbook": "存折",
    "counter": "柜面",
    "self_service": "自助机",
    "online": "手机和网上",
    "batch_deduction": "批量扣缴",
    "wechat": "微信",
    "alipay": "支付宝",
    "app": "手机银行",
}
REFUNDS = {"refund": "退", "refer": "报县级", "refuse": "不退"}


def text(policy: Policy) -> str:
    """The whole table. Columns: what, value, clause; a silent value is marked 待确认 with its question below."""
    head = [f"{policy.title}（{policy.id}）", f"依据：{policy.notice.title}", f"指纹：{policy.hash[:16]}"]
    if policy.status == "draft":
        head.append("征求意见稿：只能练习，不得收费")
    lines = [line for title, rows in _sections(policy) for line in _section(title, list(rows))]
    asked = [f"  {each.id}：{each.text}\n      暂按：{each.default}" for each in policy.open_questions]
    return "\n".join([*head, *lines, "", "待县级确认", *asked]) + "\n"


def _sections(policy: Policy) -> Iterator[tuple[str, Iterator[Row]]]:
    yield "标准和保障周期", _prices(policy)
    yield "缴费期", (row for window in policy.windows for row in _window(window))
    yield "缴费期以后", (row for late in policy.lates for row in _late(late))
    yield "资助", _subsidies(policy)
    yield "参保范围", _scope(policy)
    yield "收费", _collecting(policy)
    yield "上报", ((str(each.due), f"{each.what}，报{each.to}", each) for each in policy.reports)
    yield (
        "任务",
        ((each.town, f"{each.total}（免缴 {each.exempt}，其他 {each.others}）", each) for each in policy.targets),
    )


def _section(title: str, rows: list[Row]) -> list[str]:
    if not rows:
        return []
    return ["", title, *(f"  {_pad(what, 34)}{_pad(value, 62)}{_source(said)}" for what, value, said in rows)]


def _source(said: Said) -> str:
    return said.clause + ("  待确认：" + (said.question or "") if said.silent else "")


def _pad(words: str, width: int) -> str:
    """Padded to a width in half-width columns, and always followed by a space."""
    used = sum(2 if east_asian_width(character) in "WF" else 1 for character in words)
    return words + " " * max(1, width - used)


def _prices(policy: Policy) -> Iterator[Row]:
    yield "个人缴费", f"{policy.prices.individual.yuan}元", policy.prices.individual
    full = policy.prices.full
    if full:
        yield "筹资总额", f"{full.yuan}元（{'已确认' if full.confirmed else '未确认，不收'}）", full
    yield "保障周期", f"{policy.benefit.starts} 至 {policy.benefit.ends}", policy.benefit


def _window(window: Window) -> Iterator[Row]:
    yield window.name, f"{window.opens or '（未写）'} 至 {window.closes}，{_payers(window.payers)}", window
    yield "", _terms(window.terms), window.terms
    for year, terms in window.last_year.items():
        yield f"  {LAST_YEAR[year]}", _terms(terms), terms


def _late(late: Late) -> Iterator[Row]:
    yield late.name, _payers(late.payers), late
    yield f"  {span_words(late.limit)}内" if late.limit else "", _terms(late.within), late.within
    if late.over and late.limit:
        yield f"  超过{span_words(late.limit)}", _terms(late.over), late.over
    if late.earlier:
        yield f"  {late.event_from} 以前", _terms(late.earlier), late.earlier


def _payers(payers: tuple[str, ...]) -> str:
    return "、".join("所有人" if each == "*" else ENROLMENTS[each] for each in payers)


def _terms(terms: Terms) -> str:
    if terms.decision in ("refer", "refuse"):
        return DECISIONS[terms.decision]
    said = [DECISIONS[terms.decision], "按筹资总额" if terms.price == "full" else "按个人缴费"]
    said += [] if terms.subsidies else ["不资助"]
    said += [STARTS[terms.start] + (f"等待{span_words(terms.wait)}" if terms.wait != "0" else "享受待遇")]
    said += ["中断期间可追溯"] if terms.retroactive else []
    return "，".join(said)


def _subsidies(policy: Policy) -> Iterator[Row]:
    for category in policy.categories:
        yield category.name, _subsidy(policy, category), category
    yield "多重身份", "就高不就低，不相加", policy.stacking
    yield "认定日期", _recognition(policy), policy.recognition


def _subsidy(policy: Policy, category: Category) -> str:
    if category.subsidy == "undetermined":
        amount = "数额未定，不收"
    else:
        yuan = policy.prices.individual.yuan if category.subsidy == "full" else int(category.subsidy)
        amount = f"资助{yuan}元，个人缴{policy.prices.individual.yuan - yuan}元"
    said = [amount] + [f"满{category.age_from}周岁"] * (category.age_from is not None)
    said += [f"未满{category.age_under}周岁"] * (category.age_under is not None)
    said += [f"未参加{COVERS[cover]}" for cover in category.not_covered_by]
    said += [f"{category.identifier}认定"] if category.identifier else []
    said += [f"{category.funder}出资"] if category.funder else []
    return "，".join(said)


def _recognition(policy: Policy) -> str:
    rule = policy.recognition
    said = [f"{rule.base} 在名单上的" if rule.base else "缴费当天在名单上的"]
    said += [f"和 {rule.until} 以前新增的"] if rule.until else []
    return "，".join(said)


def _scope(policy: Policy) -> Iterator[Row]:
    for scope in policy.scopes:
        kept = "、".join(HUKOU[each] for each in scope.hukou)
        yield DECISIONS[scope.decision], scope.who + (f"（户籍：{kept}）" if kept else ""), scope
    for cover in policy.covers:
        words = DECISIONS.get(cover.decision, "不可以（重复）")
        yield words, "已有：" + "、".join(COVERS[kind] for kind in cover.kinds), cover
    who = "、".join(LAST_YEAR[year] for year in policy.registration.last_year)
    yield "先登记", f"{who}：{policy.registration.where}", policy.registration


def _collecting(policy: Policy) -> Iterator[Row]:
    for channel in policy.channels:
        methods = "、".join(METHODS.get(method, method) for method in channel.methods)
        listed = "可以" if channel.listed else "通知没有列出，不可以"
        yield CHANNELS.get(channel.channel, channel.channel), f"{methods}：{listed}", channel
    yield "凭据", f"{policy.receipt.title}；{policy.receipt.disclaimer}；{policy.receipt.formal}", policy.receipt
    for refund in policy.refunds:
        limit = f"{refund.before} 以前" if refund.before else ""
        yield "退费", f"{refund.reason}{'，' + limit if limit else ''}：{REFUNDS[refund.decision]}", refund
    days = policy.remittance.within_days
    yield "上解", "未写" if days is None else "当天" if days == 0 else f"{days}日内", policy.remittance
