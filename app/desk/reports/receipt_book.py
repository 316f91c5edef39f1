"""收据登记簿: every receipt number in its order, so that a missing one would be seen.

Source: domain C12 (used, void with the copies kept; corrections after the close are negative entries), D 补录, design
§2 rule 5 (gap-free, a void keeps its number). The sum of all amounts is the point's perpetual total.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from app.desk.desk import Desk
from app.desk.reports.head import METHODS, tail, titled
from app.domain import listing
from app.domain.listing import Listing, Row
from app.domain.receipt import FEE_SERIALS, ZERO_SERIALS
from app.store import books

COLUMNS = listing.columns(
    ("receipt", "凭据号"),
    ("on", "账日", "date"),
    ("name", "姓名"),
    ("state", "状态"),
    ("amount", "票面金额（元）", "yuan"),
    ("valid", "有效金额（元）", "yuan"),
    ("method", "方式"),
    ("copies", "打印次数", "count"),
    ("sheet", "票证号"),
    ("by", "收款人"),
    ("note", "说明", "text", 10),
)
MISSING = "缺号"


def receipts(desk: Desk) -> Listing:
    """Every receipt of all journals of this store."""
    rows = tuple(_with_gaps(books.receipts(desk.db)))
    return titled(
        desk,
        name="receipts",
        title="收据登记簿",
        columns=COLUMNS,
        rows=rows,
        totals=listing.totals(COLUMNS, rows),
        notes=(_states(rows), "票面金额合计即累计开票数；红冲只更正账目，所收的钱转给应缴的人或由县里退还。"),
    )


def _with_gaps(found: Iterable[dict[str, Any]]) -> Iterator[Row]:
    """The receipts, and a row for each run of numbers that was never issued."""
    last: dict[tuple[str, str], int] = {}
    for row in found:
        series = (row["journal"], row["kind"])
        first = (ZERO_SERIALS if row["kind"] == "zero" else FEE_SERIALS).start
        expected = last.get(series, first - 1) + 1
        if row["serial"] > expected:
            yield _gap(row["receipt"], expected, row["serial"] - 1)
        last[series] = row["serial"]
        yield _row(row)


def _gap(receipt: str, first: int, last: int) -> Row:
    note = f"{first:06d} 至 {last:06d} 共 {last - first + 1} 个号没有登记，请向县里说明"
    return (f"{receipt[:-6]}{first:06d}", None, "", MISSING, None, None, "", None, "", "", note)


def _row(row: dict[str, Any]) -> Row:
    state = state_of(row)
    return (
        row["receipt"],
        row["date"],
        row["name"],
        state,
        row["amount_fen"],
        0 if state in ("作废", "红冲") else row["amount_fen"],
        METHODS[row["method"]],
        row["copies"],
        row["sheet"] or "",
        row["by"],
        _note(row),
    )


def state_of(row: dict[str, Any]) -> str:
    """作废, 红冲, 补录 or 有效: the gravest that is true."""
    if row["void_reason"] is not None:
        return "作废"
    if row["reversal_reason"] is not None:
        return "红冲"
    return "补录" if row["paper"] else "有效"


def _note(row: dict[str, Any]) -> str:
    words = (
        row["void_reason"] or "",
        f"{row['reversed_on']} 红冲：{row['reversal_reason']}" if row["reversal_reason"] is not None else "",
        f"转入凭据 {tail(row['carried_to'])}" if row["carried_to"] else "",
        f"纸质凭据 {row['paper']}，{row['paper_on']} 收" if row["paper"] else "",
        f"其中 {row['failed']} 次没有打成" if row["failed"] else "",
    )
    return "；".join(filter(None, words))


def _states(rows: Iterable[Row]) -> str:
    found = [str(row[3]) for row in rows]
    counted = "，".join(f"{state} {found.count(state)} 张" for state in ("有效", "补录", "作废", "红冲"))
    missing = found.count(MISSING)
    return f"共 {len(found) - missing} 张：{counted}。" + (f"号码中断 {missing} 处。" if missing else "号码连续。")
