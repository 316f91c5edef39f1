"""What stands on the sheets of the county's workbook: title, headings, rows. A heading with （元） has fen under it."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from app.county.cases import STATES
from app.county.reconcile import SHOWN, Books, Reconciled
from app.county.tax_match import RESULTS
from app.domain import fingerprint
from app.domain.journal import stamp
from app.domain.receipt import METHODS

Sheet = tuple[str, Sequence[str], Iterable[Sequence[Any]]]
_PROPOSALS = {"keep": "保留", "refund": "建议退费（由县里决定）"}
_LEFT_OUT = f"这张表最多列 {SHOWN} 行，其余没有列出；人数和金额的合计都是全的。处理掉一部分以后再导出。"


def sheets(books: Books, *, county: str, practice: bool, now: datetime) -> list[Sheet]:
    """All sheets, the summary first."""
    found = books.found
    return [
        _summary(found, county, practice, now),
        _points(found),
        _conflicts(found),
        _gaps(found),
        _forks(found),
        ("未报收款点", ("收款点", "名称", "设备", "登记时间"), [(s.point, s.name, s.device,
        s.since) for s in found.silent_points]),
        _days(books),
        _findings(found),
        _slips(books),
        _tax(found),
        _differences(found),
        _cases(found),
        _subsidies(found),
        _towns(found),
        _lists(found),
    ]  # fmt: skip


def _summary(found: Reconciled, county: str, practice: bool, now: datetime) -> Sheet:
    counts = found.case_counts
    rows = [
        ("县（市、区）", county + ("（练习）" if practice else ""), None),
        ("生成时间", stamp(now), None),
        ("缴费人数", found.people, None),
        ("有效缴费笔数", found.active_payments, None),
        ("应缴合计", None, found.total_fen),
        ("已收（现金和刷卡）", None, found.money.taken_fen),
        ("其中还没有解缴", None, found.money.held_fen),
        ("已上解未入库", None, found.money.on_way_fen),
        ("已入库", None, found.money.arrived_fen),
        ("重复缴费", len(found.conflicts), None),
        ("待处理的问题单", sum(each.open for each in counts), None),
        ("有待办的账日", len(found.days), None),
        ("缺号", len(found.gaps), None),
        ("账簿分叉", len(found.forks), None),
        ("退回的记录", found.quarantined, None),
        ("未报收款点", len(found.silent_points), None),
    ]
    return "汇总", ("项目", "数值", "金额（元）"), rows


def _points(found: Reconciled) -> Sheet:
    header = (
        "收款点", "名称", "人数", "有效笔数", "金额（元）", "已收到序号", "其中免缴", "最近来文", "距今天数",
        "最近日结",
    )  # fmt: skip
    return "收款点", header, [
        (p.point, p.name, p.people, p.active_payments, p.due_fen, p.last_seq, p.zero, p.heard, p.quiet_days, p.last_day)
        for p in found.points
    ]  # fmt: skip


def _conflicts(found: Reconciled) -> Sheet:
    rows = [
        (c.person_masked, c.year, p.point, p.receipt, p.due_fen, METHODS.get(p.method, p.method), p.at,
         _PROPOSALS[p.proposal])
        for c in found.conflicts
        for p in c.payments
    ]  # fmt: skip
    return "重复缴费", ("身份证件", "年度", "收款点", "凭据号", "金额（元）", "方式", "时间", "建议"), rows


def _gaps(found: Reconciled) -> Sheet:
    header = ("收款点", "名称", "账簿", "缺号起", "缺号止", "自何时", "已收到序号", "最近日结")
    return "缺号", header, [
        (g.point, g.name, fingerprint.grouped(g.journal), g.first_missing, g.last_missing, g.since, g.last_seq,
        g.last_day)
        for g in found.gaps
    ]  # fmt: skip


def _forks(found: Reconciled) -> Sheet:
    rows = [(f.point, fingerprint.grouped(f.journal), f.seq, f.held_head, f.other_head) for f in found.forks]
    return "账簿分叉", ("收款点", "账簿", "自序号", "已收链头", "另一链头"), rows


def _days(books: Books) -> Sheet:
    header = (
        "收款点", "名称", "日期", "账日", "人数", "有效凭据", "登记条数", "免缴", "现金（元）", "刷卡（元）",
        "转入（元）",
        "作废", "作废金额（元）", "红冲", "红冲金额（元）", "日结人数", "日结凭据", "日结条数", "应有现金（元）",
        "点钞（元）", "长短款（元）", "已上解（元）", "已入库（元）", "未解缴（元）", "结论",
    )  # fmt: skip
    return "账日", header, [
        (d.point, d.name, d.date, d.day, d.people, d.receipts, d.records, d.zero, d.cash_fen, d.pos_fen, d.carried_fen,
         d.voids, d.voided_fen, d.reversals, d.reversed_fen, d.close_people, d.close_receipts, d.close_records,
         d.close_expected_fen, d.close_counted_fen, d.close_difference_fen,
         d.cash.remitted_fen + d.pos.remitted_fen, d.arrived_fen, d.held_fen,
         "".join(f.text for f in d.findings) or "相符")
        for d in books.all_days
    ]  # fmt: skip


def _findings(found: Reconciled) -> Sheet:
    rows = [(d.point, d.name, d.date, each.text, each.remedy) for d in found.days for each in d.findings]
    return "账日待办", ("收款点", "名称", "日期", "情况", "办法"), rows


def _slips(books: Books) -> Sheet:
    header = (
        "收款点", "名称", "单号", "方式", "金额（元）", "所列账日合计（元）", "账日数", "上解日期", "入库日期",
        "银行", "情况", "办法",
    )  # fmt: skip
    return "缴款单", header, [
        (s.point, s.name, s.slip, METHODS.get(s.method, s.method), s.amount_fen, s.covered_fen, s.days, s.remitted_on,
         s.received_on, s.bank, s.finding or "相符", s.remedy)
        for s in books.all_slips
    ]  # fmt: skip


def _tax(found: Reconciled) -> Sheet:
    rows = [(m.year, RESULTS[g.result], g.people, g.point_fen, g.list_fen) for m in found.tax for g in m.groups]
    return "税务对账", ("年度", "结果", "人数", "收款点（元）", "税务名单（元）"), rows


def _differences(found: Reconciled) -> Sheet:
    header = (
        "年度", "结果", "姓名", "身份证件", "收款点", "凭据号", "收款点（元）", "税务缴费（元）", "税务退费（元）",
        "税票号",
        "上解日期", "入国库日期", "情况", "办法",
    )  # fmt: skip
    rows: list[Sequence[Any]] = [
        (d.year, RESULTS[d.result], d.name, d.person_masked, d.point, d.receipt, d.point_fen, d.paid_fen, d.refund_fen,
         d.voucher, d.remitted_on, d.received_on, d.text, d.remedy)
        for d in found.differences
    ]  # fmt: skip
    unmatched = sum(g.people for m in found.tax for g in m.groups if g.result != "matched")
    return "税务差异", header, _with_rest(rows, unmatched)


def _cases(found: Reconciled) -> Sheet:
    header = (
        "编号", "种类", "状态", "姓名", "身份证件", "年度", "收款点", "情况", "建议", "发现时间", "决定", "依据",
        "决定人",
        "决定时间", "了结原因",
    )  # fmt: skip
    rows: list[Sequence[Any]] = [
        (c.case, c.title, STATES[c.state], c.name, c.person_masked, c.year, c.point, c.text, c.proposal_text,
        c.found_at,
         c.decision_text, c.note, c.by, c.at, c.why)
        for c in found.cases
    ]  # fmt: skip
    return "问题单", header, _with_rest(rows, sum(c.open + c.decided + c.closed for c in found.case_counts))


def _with_rest(rows: list[Sequence[Any]], count: int) -> list[Sequence[Any]]:
    return rows if len(rows) >= count else [*rows, (_LEFT_OUT,)]


def _subsidies(found: Reconciled) -> Sheet:
    header = ("年度", "出资部门或资金", "类别", "乡镇代码", "乡镇", "人数", "笔数", "资助（元）")
    return "资助结算", header, [
        (s.year, s.funder, s.category, s.town, s.town_name, s.people, s.payments,
        s.subsidy_fen) for s in found.subsidies
    ]  # fmt: skip


def _towns(found: Reconciled) -> Sheet:
    header = (
        "年度", "乡镇代码", "乡镇", "已参保人数", "其中免缴", "其他", "金额（元）", "目标", "目标免缴", "目标其他",
        "完成（‰）",
    )  # fmt: skip
    return "乡镇进度", header, [
        (t.year, t.town, t.name, t.people, t.exempt, t.others, t.due_fen, t.target, t.target_exempt, t.target_others,
         t.permille)
        for t in found.towns
    ]  # fmt: skip


def _lists(found: Reconciled) -> Sheet:
    names = ("kind", "name", "read", "taken", "rejected", "at", "by", "sha256")
    rows = [tuple(each[name] for name in names) for each in found.lists]
    return "读入的名单", ("种类", "文件", "行数", "读入", "退回", "时间", "经手", "摘要"), rows
