"""The other half of rows.py: channels and paper, refunds, remittance, reports, targets; what is open and answered."""

from collections.abc import Iterator

from app.domain.duties import Channel, Refund, Remittance, Report
from app.domain.policy import PackFile
from app.packs.codes import CHANNELS, METHODS, ONE_PER, PAPERS, REFUNDS, STATES
from app.packs.naming import dotted, tree_of
from app.packs.rows import Row, row


def head(pack: PackFile) -> Iterator[Row]:
    """Where the pack comes from; no clause says that."""
    notice = pack.notice
    yield Row("title", "政策包", pack.title)
    yield Row("benefit_year", "参保年度", f"{pack.benefit_year}年度")
    yield Row("status", "状态", STATES[pack.status])
    yield Row("region", "县", f"{pack.region.name}（{pack.region.code}）")
    yield Row("notice.title", "通知", f"{notice.title or '（没有写）'}，{notice.issuer}")
    yield Row("notice.number", "文号", notice.number or "（没有写）")
    yield Row("notice.issued_on", "发布日期", str(notice.issued_on or "（没有写）"))
    yield Row("notice.bases", "依据", "、".join(notice.bases) or "（没有写）")


def collecting(pack: PackFile) -> Iterator[Row]:
    tree = tree_of(pack)
    for index, channel in enumerate(pack.channels):
        methods = "、".join(METHODS.get(method, method) for method in channel.methods)
        what = f"{CHANNELS.get(channel.channel, channel.channel)}：{methods}"
        yield row(dotted(tree, ("channel", index)), what, _listed(channel), channel)
    paper = pack.receipt
    kind = f"{PAPERS[paper.paper]}，{ONE_PER[paper.one_per]}"
    yield row("receipt", "凭据", f"{paper.title}，{kind}；{paper.disclaimer}；{paper.formal}", paper)
    for refund in pack.refunds:
        also = f"（又叫{'、'.join(refund.aliases)}）" if refund.aliases else ""
        yield row(f"refund.{refund.reason}", f"退费：{refund.reason}{also}", _refund(refund), refund)
    yield row("remittance", "上解", _remittance(pack.remittance), pack.remittance)


def _listed(channel: Channel) -> str:
    if channel.listed:
        return "可以"
    return f"不可以：{channel.why}" if channel.why else "没有列出，不可以"


def _refund(refund: Refund) -> str:
    if refund.before is None:
        return REFUNDS[refund.decision]
    return f"早于 {refund.before} 的{REFUNDS[refund.decision]}，这一天起{REFUNDS[refund.after]}"


def _remittance(rule: Remittance) -> str:
    days = rule.within_days
    said = ["几天内上解没有写" if days is None else "当天上解" if days == 0 else f"{days}日内上解"]
    said += ["最多存多少没有写" if rule.held_yuan is None else f"手头最多存{rule.held_yuan}元"]
    return "，".join(said)


def _reported(report: Report) -> str:
    return f"最迟 {report.due} 报{report.to}" if report.due else f"{report.when}报{report.to}"


def reports(pack: PackFile) -> Iterator[Row]:
    tree = tree_of(pack)
    for index, report in enumerate(pack.reports):
        yield row(dotted(tree, ("report", index)), report.what, _reported(report), report)


def targets(pack: PackFile) -> Iterator[Row]:
    for each in pack.targets:
        said = f"{each.total}人（免缴{each.exempt}，其他{each.others}）"
        yield row(f"target.{each.town}", f"任务：{each.town}", said, each)
    if pack.target_rule:
        grown = f"照上年参保人数；上年参保少于常住人口的，按上年的 {pack.target_rule.permille}‰"
        yield row("target_rule", "任务怎么定", grown, pack.target_rule)
    if pack.task:
        less = "、".join(pack.task.less.values())
        said = f"{pack.task.base} 减去 {less}；以{pack.task.settled_by}核定的为准"
        yield row("task", "村任务数", said, pack.task)


def clauses(pack: PackFile) -> Iterator[Row]:
    for each in pack.clauses:
        said = each.about + ("" if each.rule else "（与本程序无关）")
        yield Row(f"clause.{each.ref}", f"通知 {each.ref}", said, each.ref)


def open_questions(pack: PackFile) -> Iterator[Row]:
    for each in pack.open_questions:
        yield Row(f"question.{each.id}", f"问题 {each.id}", f"{each.text}暂按：{each.default}")


def answers(pack: PackFile) -> Iterator[Row]:
    for each in pack.confirmed:
        said = f"{each.text}答复：{each.answer}（{each.by}，{each.on}，{each.source}）"
        yield Row(f"confirmed.{each.id}", f"已确认 {each.id}", said)
