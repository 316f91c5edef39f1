"""What an official must look at again in a copied pack: one entry for each value that a new notice may change."""

from collections.abc import Iterator

from app.domain.notice import Review
from app.domain.policy import PackFile
from app.domain.wording import span_words
from app.packs.check_money import PRICES
from app.packs.naming import dotted, tree_of


def reviews(pack: PackFile, source: str, *, moved: bool) -> Iterator[Review]:
    """`source` is the pack it was copied from; `moved`: its dates were taken on to another year."""
    now = "顺延为" if moved else "现为"
    parts = (_head(pack), _season(pack, source, now), _money(pack, source, now), _handling(pack, now), _asked(pack))
    for place, text in (each for part in parts for each in part):
        yield Review(place=place, text=text)


def _head(pack: PackFile) -> Iterator[tuple[str, str]]:
    yield "title", f"名称现为“{pack.title}”"
    yield "region", f"县名和区划代码现为 {pack.region.name}、{pack.region.code}"
    yield "notice", "照新通知填名称、发文机关、文号、发布日期和依据；各处的条款号也照新通知改"
    if pack.clauses:
        yield "clause", f"条款清单（{len(pack.clauses)} 条）照新通知逐条核对：多了、少了、改了编号的"


def _season(pack: PackFile, source: str, now: str) -> Iterator[tuple[str, str]]:
    yield "benefit", f"保障周期{now} {pack.benefit.starts} 至 {pack.benefit.ends}"
    for name, what in PRICES.items():
        price = getattr(pack.prices, name)
        if price:
            yield f"prices.{name}", f"{what}在 {source} 里是 {price.yuan} 元，照新通知改"
    for window in pack.windows:
        opens = window.opens or "（没有写）"
        yield f"window.{window.id}", f"{window.name}{now} {opens} 至 {window.closes}，照新通知改"
    for late in pack.lates:
        said = [f"期限 {span_words(late.limit)}"] if late.limit else []
        said += [f"事由从 {late.event_from} 起算"] if late.event_from else []
        said += [f"早于 {late.not_before} 的事由不算"] if late.not_before else []
        said += [f"办到 {late.closes} 为止"] if late.closes else []
        if said:
            yield f"late.{late.id}", f"{late.name}：{'，'.join(said)}"
    if pack.continuity:
        rule = pack.continuity
        yield "continuity", f"断保等待：固定 {rule.fixed_months} 个月，每多断一年加 {rule.months_each} 个月"


def _money(pack: PackFile, source: str, now: str) -> Iterator[tuple[str, str]]:
    for name, what in (("base", "认定基准日期"), ("until", "新增认定的截止日期")):
        day = getattr(pack.recognition, name)
        if day:
            yield f"recognition.{name}", f"{what}{now} {day}"
    for category in pack.categories:
        amount = {"full": "全额资助", "undetermined": "资助数额未定"}.get(str(category.subsidy))
        said = amount or f"资助 {category.subsidy} 元"
        yield f"category.{category.name}.subsidy", f"{category.name}在 {source} 里是{said}"


def _handling(pack: PackFile, now: str) -> Iterator[tuple[str, str]]:
    yield "channel", "各渠道可不可以收、怎么收"
    tree = tree_of(pack)
    for index, refund in enumerate(pack.refunds):
        if refund.before:
            yield dotted(tree, ("refund", index)), f"退费的日期{now} {refund.before}"
    yield "remittance", "几天内上解、手头最多存多少"
    for index, report in enumerate(pack.reports):
        said = f"上报日期{now} {report.due}" if report.due else f"上报时间：{report.when}"
        yield dotted(tree, ("report", index)), said
    if pack.targets:
        yield "target", f"任务表（{len(pack.targets)} 行）照新通知改"
    if pack.target_rule:
        yield "target_rule", f"任务按上年的 {pack.target_rule.permille}‰"
    if pack.task:
        yield "task", "村任务数怎么算"


def _asked(pack: PackFile) -> Iterator[tuple[str, str]]:
    for question in pack.open_questions:
        yield f"question.{question.id}", "新通知有没有写明？问题和暂按的办法还对不对？"
