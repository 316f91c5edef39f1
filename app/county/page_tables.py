"""The tables of the county's page: what has to be done, by whom, and the figures behind the charts."""

from itertools import groupby

from app.county.day_findings import PENDING
from app.county.page_parts import section, table, text
from app.county.project_text import money
from app.county.reconcile import Reconciled
from app.county.tax_match import RESULTS, TEXTS
from app.domain import fingerprint

_LISTS = {
    "tax": "税务到账名单",
    "employee": "职工参保名单",
    "category": "人员类别名单",
    "elsewhere": "别处已缴名单",
    "towns": "乡镇和收款点",
}


def tables(found: Reconciled) -> str:
    """All of them, the most pressing first."""
    parts = (_open_cases, _days, _tax, _missing, _slips, _subsidies, _points, _lists)
    return "".join(part(found) for part in parts)


def _open_cases(found: Reconciled) -> str:
    shown = [each for each in found.cases if each.state == "open"]
    rows = [(c.case, c.title, c.name, c.person_masked, c.point, c.text, c.proposal_text) for c in shown]
    header = ("编号", "种类", "姓名", "身份证件", "收款点", "情况", "建议")
    more = sum(each.open for each in found.case_counts) - len(shown)
    note = "建议只是建议，由县里决定：county case decide 编号 --decision … --note 依据。"
    return section("待处理的问题单", table(header, rows, more=more), note=note)


def _days(found: Reconciled) -> str:
    wrong = [
        (d.name, d.point, d.date, each.text, each.remedy)
        for d in found.days
        for each in d.findings
        if each.code not in PENDING
    ]
    header = ("名称", "收款点", "日期", "情况", "办法")
    differing = table(header, wrong, empty="每个账日的人、票、款、录入信息都相符。")
    pending = table(
        ("名称", "收款点", "未解缴（元）", "最早账日", "已上解未入库（元）"), _pending(found), empty="都已解缴、入库。"
    )
    return section("账日待办", "<h3>账不符的账日</h3>", differing, "<h3>待解缴、待入库的款</h3>", pending)


def _pending(found: Reconciled) -> list[tuple[str, str, int, str | None, int]]:
    """What each point has yet to pay in, since when, and what is on its way."""
    rows = []
    for point, group in groupby(found.days, key=lambda day: day.point):
        mine = list(group)
        held = [day for day in mine if any(each.code == "not_remitted" for each in day.findings)]
        fen, on_way = sum(day.held_fen for day in held), sum(max(day.on_way_fen, 0) for day in mine)
        oldest = min((day.date for day in held if day.date), default=None)
        if fen or on_way:
            rows.append((mine[0].name, point, fen, oldest, on_way))
    return rows


def _tax(found: Reconciled) -> str:
    if not found.tax:
        return section("与税务名单核对", '<p class="none">还没有读入税务到账名单（county list 文件 --kind tax）。</p>')
    groups = [
        (m.year, RESULTS[g.result], g.people, g.point_fen, g.list_fen, "".join(TEXTS.get(g.result, ("不用处理。",))))
        for m in found.tax
        for g in m.groups
    ]
    header = ("年度", "结果", "人数", "收款点（元）", "税务名单（元）", "情况和办法")
    rows = [
        (RESULTS[d.result], d.name, d.person_masked, d.receipt, d.point_fen, d.list_fen, d.voucher)
        for d in found.differences
    ]
    columns = ("结果", "姓名", "身份证件", "凭据号", "收款点（元）", "税务名单（元）", "税票号")
    more = sum(g.people for m in found.tax for g in m.groups if g.result != "matched") - len(rows)
    differing = table(columns, rows, more=more, empty="没有差异。")
    return section(
        "与税务名单核对", table(header, groups), f"<h3>有差异的人</h3>{differing}", note="按人、年度、金额核对。"
    )


def _missing(found: Reconciled) -> str:
    gaps = [
        (g.name, g.point, f"{g.first_missing}–{g.last_missing}", g.since[:10], g.last_seq, g.last_day)
        for g in found.gaps
    ]
    silent = [(s.name, s.point, s.device, s.since[:10]) for s in found.silent_points]
    forks = [(f.point, fingerprint.grouped(f.journal), f.seq) for f in found.forks]
    parts = [
        "<h3>缺号</h3>",
        table(("名称", "收款点", "缺的记录", "自", "已收到序号", "最近日结"), gaps),
        "<h3>登记后从未来文的设备</h3>",
        table(("名称", "收款点", "设备", "登记日期"), silent),
    ]
    if forks:
        parts += ["<h3>账簿分叉</h3>", table(("收款点", "账簿", "自序号"), forks)]
    if found.quarantined:
        parts.append(f'<p class="note">另有 {found.quarantined} 条存疑记录没有计入，再接收一次原文件就列出原因。</p>')
    return section("没有交齐的", *parts, note="缺号的，请收款点再导出一次；从未来文的，请打电话。")


def _slips(found: Reconciled) -> str:
    wrong = [each for each in found.slips if each.points > 1 or each.amount_fen != each.covered_fen]
    rows = [(s.name, s.point, s.slip, s.amount_fen, s.remitted_on, s.finding, s.remedy) for s in wrong]
    header = ("名称", "收款点", "单号", "金额（元）", "上解日期", "情况", "办法")
    return section("对不上的缴款单", table(header, rows, empty="每张缴款单都与所列账日相符。"))


def _subsidies(found: Reconciled) -> str:
    parts = []
    for year, funder in sorted({(each.year, each.funder) for each in found.subsidies}):
        mine = [each for each in found.subsidies if (each.year, each.funder) == (year, funder)]
        rows = [(s.category, s.town_name, s.people, s.payments, s.subsidy_fen) for s in mine]
        total = sum(each.subsidy_fen for each in mine)
        parts.append(f"<h3>{year} 年度 {text(funder)}：合计 {money(total)} 元</h3>")
        parts.append(table(("类别", "乡镇", "人数", "笔数", "资助（元）"), rows))
    note = "按每笔缴费自己的政策包分部门。笔数多于人数的，有人重复，请先处理问题单再结算。"
    return section("向各部门结算的资助", *(parts or ['<p class="none">没有。</p>']), note=note)


def _points(found: Reconciled) -> str:
    rows = [(p.name, p.point, p.people, p.zero, p.due_fen, p.last_seq, (p.heard or "")[:10], p.quiet_days, p.last_day)
            for p in found.points]  # fmt: skip
    header = ("名称", "收款点", "人数", "其中免缴", "金额（元）", "已收到序号", "最近来文", "距今天数", "最近日结")
    return section("各收款点", table(header, rows))


def _lists(found: Reconciled) -> str:
    names = ("name", "read", "taken", "rejected", "at", "by")
    rows = [(_LISTS[str(each["kind"])], *(each[name] for name in names)) for each in found.lists]
    return section("读入的名单", table(("种类", "文件", "行数", "读入", "退回", "时间", "经手"), rows))
