"""解缴登记: what was paid in, for which days, what has arrived, and what still lies here and for how long.

Source: 随县 七(四) 随收取、随入库; domain C13 (限期限额), C14 (settlement T+1), D11; design §2 rule 7 (已收/已上解/
已入库).
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from app.desk.desk import Desk
from app.desk.reports.head import METHODS, titled
from app.domain import listing
from app.domain.listing import Listing, Row
from app.domain.payment import yuan_plain
from app.store import books, money
from app.store.money import Remitted, Takings

COLUMNS = listing.columns(
    ("state", "状态"),
    ("method", "方式"),
    ("slip", "单号"),
    ("days", "账日"),
    ("amount", "金额（元）", "yuan"),
    ("remitted_on", "上解日期", "date"),
    ("received_on", "到账日期", "date"),
    ("bank", "缴存处"),
    ("age", "已过天数", "count"),
    ("by", "经手人"),
    ("note", "说明"),
)
TAKEN = ("cash", "pos")
HELD, SENT, ARRIVED, NOTHING = "未解缴", "已上解", "已入库", "无收款"


def remittances(desk: Desk) -> Listing:
    """Every slip, then the days that still hold money. The sum is all that was taken on closed days."""
    today = desk.clock().date()
    slips = {row["slip"]: row for row in books.settlements(desk.db)}
    takings = [(method, each) for method in TAKEN for each in money.takings(desk.db, method)]
    rows = (
        *(_slip(each, slips, today) for each in money.remitted(desk.db)),
        *(_held(method, each, today) for method, each in takings if each.is_closed and each.open_fen),
        *_empty_slips(slips),
    )
    return titled(
        desk,
        name="remittances",
        title="解缴登记",
        columns=COLUMNS,
        rows=rows,
        totals=listing.totals(COLUMNS, rows, skip=frozenset({"age"})),
        about=f"截至 {today}",
        notes=(_sums(rows), *_open(takings)),
    )


def _slip(each: Remitted, slips: dict[str, dict[str, Any]], today: date) -> Row:
    arrived = each.received_on is not None
    age = None if arrived else (today - date.fromisoformat(each.remitted_on)).days
    return (
        ARRIVED if arrived else SENT, METHODS[each.method], each.slip, each.days, each.amount_fen, each.remitted_on,
        each.received_on, each.bank, age, each.by, _settled(slips.get(each.slip)),
    )  # fmt: skip


def _settled(slip: dict[str, Any] | None) -> str:
    """Where the terminal's slip and the journal differ, both figures and the reason."""
    if slip is None:
        return ""
    if (slip["count"], slip["amount_fen"]) == (slip["expected_count"], slip["expected_fen"]):
        return f"结算单 {slip['count']} 笔，与登记相符"
    expected = f"登记 {slip['expected_count']} 笔 {yuan_plain(slip['expected_fen'])} 元"
    return f"结算单 {slip['count']} 笔，{expected}；{slip['reason'] or ''}"


def _held(method: str, each: Takings, today: date) -> Row:
    age = (today - date.fromisoformat(each.on)).days
    note = "" if each.open_fen > 0 else "缴存多于登记的收款，请核对"
    return (HELD, METHODS[method], "", each.on, each.open_fen, None, None, "", age, "", note)


def _empty_slips(slips: dict[str, dict[str, Any]]) -> Iterator[Row]:
    """Settlement slips without money: entered all the same, and part of the record."""
    for slip in slips.values():
        if not slip["amount_fen"]:
            yield (
                NOTHING, METHODS["pos"], slip["slip"], slip["date"], 0, slip["settled_on"], None,
                f"POS {slip['terminal']}", None, slip["by"], _settled(slip),
            )  # fmt: skip


def _sums(rows: tuple[Row, ...]) -> str:
    sums = {state: sum(int(row[4] or 0) for row in rows if row[0] == state) for state in (HELD, SENT, ARRIVED)}
    words = "，".join(f"{state} {_signed(fen)} 元" for state, fen in sums.items())
    return f"其中{words}。"


def _signed(fen: int) -> str:
    return f"-{yuan_plain(-fen)}" if fen < 0 else yuan_plain(fen)


def _open(takings: list[tuple[str, Takings]]) -> tuple[str, ...]:
    days = dict.fromkeys(each.on for _, each in takings if not each.is_closed)
    return tuple(f"{on} 的账还没有日结，未列。" for on in days)
