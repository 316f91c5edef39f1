"""收款日报: one closed day with everything two people sign for.

Source: 随县 七(四) 四相符; domain D10 (denominations, 长短款, two signatures), C13 and C14. The open day has none: it
would tell what to count.
"""

from collections.abc import Iterator

from app.desk.day_report import day_report, last_closed
from app.desk.desk import Desk
from app.desk.reports.head import titled
from app.domain import listing, report
from app.domain.day import BAD_KINDS
from app.domain.errors import Refused
from app.domain.listing import Listing, Row
from app.domain.payment import yuan_plain
from app.domain.receipt import day_text
from app.domain.report import DayReport

COLUMNS = listing.columns(
    ("part", "部分"), ("item", "项目"), ("count", "数量", "count"), ("fen", "金额（元）", "yuan"), ("note", "说明")
)


def daily(desk: Desk, day: int | None = None) -> Listing:
    """The report of a closed day (default: the last). Refused("day_not_closed") where there is none."""
    number = last_closed(desk) if day is None else day
    if number is None:
        raise Refused("day_not_closed")
    found = day_report(desk, number)
    return titled(
        desk,
        name="daily",
        title="收款日报",
        columns=COLUMNS,
        rows=rows(found),
        about=f"{day_text(found.day)}　第 {number} 个账日",
        signatures=("收款人（签章）", "复核人（签章）"),
        notes=(report.NOTE,),
    )


def rows(found: DayReport) -> Iterator[Row]:
    """The day as rows, part by part."""
    yield from _four(found)
    yield from _money(found)
    yield from _cards(found)
    yield from _drawer(found)
    yield "账簿", "累计开票", None, found.perpetual_fen, "含作废，只增不减"
    yield "账簿", "流水末值", found.journal_seq, None, found.journal_head[: report.HEAD_DIGITS]


def _four(found: DayReport) -> Iterator[Row]:
    yield "四相符", "缴费人数", found.people, None, f"其中免缴 {found.zero_due} 人"
    yield "四相符", "有效凭据", found.receipts, None, ""
    yield "四相符", "登记条数", found.records, None, ""
    yield "四相符", "结论", None, None, "相符" if found.clean else "；".join(found.mismatches) or "不相符"
    yield "更正", "作废凭据", found.voided, found.voided_fen, "当日作废，现金已退"
    yield "更正", "补录", found.late, None, "纸质凭据当日录入"
    yield "更正", "红冲", found.reversed_count, -found.reversed_fen, "冲销以前账日，不动现金"


def _money(found: DayReport) -> Iterator[Row]:
    yield "收款", "现金", None, found.cash_fen, ""
    yield "收款", "刷卡", None, found.pos_fen, ""
    yield "收款", "收款合计", None, found.cash_fen + found.pos_fen, ""
    yield "收款", "红冲转入", None, found.carried_fen, "开了凭据，没有收款"
    for each in found.clerks:
        note = f"现金 {yuan_plain(each.cash_fen)} 元，刷卡 {yuan_plain(each.pos_fen)} 元"
        yield "收款人", each.clerk, each.people, each.cash_fen + each.pos_fen, note


def _cards(found: DayReport) -> Iterator[Row]:
    for each in found.terminals:
        yield "刷卡核对", f"终端 {each.terminal} 登记", each.posted, each.posted_fen, ""
        verdict = {None: "结算单未录入", True: "相符", False: "不相符"}[each.agrees]
        yield "刷卡核对", f"终端 {each.terminal} 结算单", each.slip, each.slip_fen, verdict


def _drawer(found: DayReport) -> Iterator[Row]:
    yield "抽屉", "备用金", None, found.float_fen, ""
    for each in found.passed:
        note = f"点得 {yuan_plain(each.counted_fen)} 元{f'，{each.reason}' if each.reason else ''}"
        yield "抽屉", f"交接 {each.giver}→{each.taker}", None, each.difference_fen, note
    yield "抽屉", "应有现金", None, found.expected_fen, ""
    for fen, pieces in found.notes:
        if pieces:
            yield "清点", f"{yuan_plain(fen)} 元", pieces, fen * pieces, ""
    for bad in found.bad:
        yield "清点", f"{BAD_KINDS[bad.kind]} {yuan_plain(bad.fen)} 元", bad.pieces, None, "不计入实点现金"
    yield "抽屉", "实点现金", None, found.counted_fen, ""
    yield "抽屉", report.difference_text(found.difference_fen).split()[0], None, found.difference_fen, _answered(found)


def _answered(found: DayReport) -> str:
    words = (found.reason, f"见证 {found.second}" if found.second else "")
    return "；".join(filter(None, words))
