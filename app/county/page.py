"""The county's accounts as one page that opens from a disk: no network, no script, nothing beside it; made to print.

Its content security policy allows the one style that stands in it (by its hash) and nothing else, so that even a
name nobody escaped could not run.
"""

import base64
import hashlib
from datetime import date, datetime, timedelta
from pathlib import Path

from app.county.cases import STATES
from app.county.day_findings import PENDING
from app.county.page_charts import legend, share, stacked, timeline, towards
from app.county.page_parts import count, section, table, text, tile
from app.county.page_style import STYLE
from app.county.page_tables import tables
from app.county.project_text import money
from app.county.reconcile import Books, Reconciled
from app.devices import stick

MOST_DAYS = 400
_STATE_CLASSES = {"open": "held", "decided": "decided", "closed": "closed"}


def write(found: Books, *, county: str, practice: bool, path: Path, now: datetime) -> None:
    """Write the page durably. Raises Refused as stick.write does."""
    stick.write(path, render(found.found, county=county, practice=practice, now=now).encode())


def render(found: Reconciled, *, county: str, practice: bool, now: datetime) -> str:
    """The whole page."""
    title = f"{county} 医保缴费对账"
    banner = '<p class="practice">练习数据，不是真的缴费。</p>' if practice else ""
    body = (
        f"{banner}<header><h1>{text(title)}</h1>"
        f"<p>数据截至 {now:%Y-%m-%d %H:%M}，按各收款点已交来的文件计算；身份证号已隐去中间位数。</p></header>"
        f"{_tiles(found)}"
        f'<div class="page">{_charts(found)}{tables(found)}</div>'
        "<footer>由村缴通生成。金额单位为元。本页只能看，不能改数据；明细在同时导出的表格文件里。"
        "含姓名，请勿张贴、外传，用完妥善保管。</footer>"
    )
    return (
        '<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy()}">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        '<meta name="referrer" content="no-referrer">'
        f"<title>{text(title)}</title><style>{STYLE}</style></head><body><main>{body}</main></body></html>\n"
    )


def _policy() -> str:
    digest = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _tiles(found: Reconciled) -> str:
    zero = sum(each.zero for each in found.points)
    open_cases = sum(each.open for each in found.case_counts)
    wrong = sum(any(finding.code not in PENDING for finding in day.findings) for day in found.days)
    late = len(found.gaps) + len(found.silent_points)
    missing = f"缺号 {len(found.gaps)}，从未来文 {len(found.silent_points)}"
    pending = f"另有 {count(len(found.days) - wrong)} 个待解缴或入库"
    asked = "要由县里决定" if open_cases else "没有"
    tiles = (
        tile("已参保缴费", f"{count(found.people)} 人", f"其中免缴 {count(zero)} 人"),
        tile("应缴合计", f"{money(found.total_fen)} 元", f"有效缴费 {count(found.active_payments)} 笔"),
        tile("已入库", f"{money(found.money.arrived_fen)} 元", f"已收 {money(found.money.taken_fen)} 元"),
        tile("待处理问题单", f"{count(open_cases)} 件", asked, alarm=bool(open_cases)),
        tile("账不符的账日", f"{count(wrong)} 个", pending, alarm=bool(wrong)),
        tile("没有交齐的收款点", f"{count(late)} 处", missing, alarm=bool(late)),
    )
    return f'<div class="tiles">{"".join(tiles)}</div>'


def _charts(found: Reconciled) -> str:
    return _money(found) + _cases(found) + _towns(found) + _timeline(found)


def _money(found: Reconciled) -> str:
    sums = found.money
    parts = (
        ("已入库", sums.arrived_fen, "done"),
        ("已上解，未入库", sums.on_way_fen, "way"),
        ("已收，未上解", sums.held_fen, "held"),
    )
    return section(
        "钱在哪里", share(parts, label="资金三态"), note="已收、已上解、已入库分开计；作废已退的不在内。", half=True
    )


def _cases(found: Reconciled) -> str:
    if not found.case_counts:
        return section("问题单", '<p class="none">没有。</p>', half=True)
    rows = [
        (each.title, [(STATES[state], getattr(each, state), _STATE_CLASSES[state]) for state in STATES])
        for each in found.case_counts
    ]
    keys = legend([(name, _STATE_CLASSES[state]) for state, name in STATES.items()])
    return section("问题单（待处理 · 已决定 · 已了结）", keys, stacked(rows, label="各类问题单"), half=True)


def _towns(found: Reconciled) -> str:
    parts = []
    for year in sorted({each.year for each in found.towns}):
        towns = [each for each in found.towns if each.year == year]
        drawn = towards([(each.name, each.people, each.target) for each in towns], label=f"{year} 年度乡镇进度")
        header = ("乡镇", "已参保人数", "其中免缴", "其他", "目标", "目标免缴", "目标其他")
        figures = [(t.name, t.people, t.exempt, t.others, t.target, t.target_exempt, t.target_others) for t in towns]
        beside = f'<div class="pair"><div>{drawn}</div><div>{table(header, figures)}</div></div>'
        parts.append(f"<h3>{year} 年度</h3>{beside}")
    note = "浅色是目标，深色是已参保人数；没有目标的，与最多的乡镇相比。"
    return section("各乡镇进度", *(parts or ['<p class="none">还没有缴费。</p>']), note=note)


def _timeline(found: Reconciled) -> str:
    days = _every_day({each.date: (each.people, each.taken_fen) for each in found.timeline})
    if not days:
        return section("每天缴费人数", '<p class="none">还没有缴费。</p>')
    columns = [(day, people, f"{money(fen)} 元") for day, (people, fen) in days]
    said = f"{days[0][0]} 至 {days[-1][0]}，按账日计；作废的不在内。"
    return section("每天缴费人数", timeline(columns, label="每天缴费人数"), note=said)


def _every_day(taken: dict[str, tuple[int, int]]) -> list[tuple[str, tuple[int, int]]]:
    """From the first day to the last, those on which nobody paid too; a date that is none has no place on a line."""
    known = {day: figures for text, figures in taken.items() if (day := _day(text)) is not None}
    if not known:
        return []
    first, last = min(known), max(known)
    if (last - first).days > MOST_DAYS:
        return [(day.isoformat(), known[day]) for day in sorted(known)]
    line = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    return [(day.isoformat(), known.get(day, (0, 0))) for day in line]


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
