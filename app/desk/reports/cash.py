"""现金日记账: every movement of cash in its order, with what is held after each.

Source: domain C13 (长短款 apart, never balanced by a payment; 坐支 forbidden: the only way out is a deposit). Change
money and over or short have columns of their own, so that 结存 is what must be paid in. The open day is left out: it
would tell what to count.
"""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from app.desk.desk import Desk
from app.desk.reports.head import titled
from app.domain import listing
from app.domain.listing import Listing, Row
from app.store import books, money

COLUMNS = listing.columns(
    ("on", "日期", "date"),
    ("what", "摘要"),
    ("float", "备用金（元）", "yuan"),
    ("taken", "收入（元）", "yuan"),
    ("paid_out", "支出（元）", "yuan"),
    ("held", "结存（元）", "yuan"),
    ("over", "长短款（元）", "yuan"),
    ("by", "经手人"),
    ("note", "说明"),
)
STANDS = frozenset({"held"})


class Movement(NamedTuple):
    """One line before it has its balance. Fen; None: this line does not touch that column."""

    on: str
    at: str
    what: str
    by: str
    float_fen: int | None = None
    taken_fen: int | None = None
    paid_out_fen: int | None = None
    over_fen: int | None = None
    note: str = ""


def cash(desk: Desk) -> Listing:
    """The whole book, all journals of this store."""
    days = books.days(desk.db)
    closed = {(day["journal"], day["day"]) for day in days if day["closed_at"]}
    moves = [
        *(move for day in days if day["closed_at"] for move in _day(day)),
        *(_handover(row) for row in books.handovers(desk.db) if (row["journal"], row["day"]) in closed),
        *(_deposit(slip) for slip in money.remitted(desk.db) if slip.method == "cash"),
    ]
    rows = tuple(_balanced(sorted(moves, key=lambda move: (move.on, move.at))))
    return titled(
        desk,
        name="cash",
        title="现金日记账",
        columns=COLUMNS,
        rows=rows,
        totals=listing.totals(COLUMNS, rows, skip=STANDS),
        about=f"{rows[0][0]} 至 {rows[-1][0]}" if rows else "",
        notes=(*_open(days), "结存是已收未解缴的现金，不含备用金；长短款单独列出，不冲抵收款。"),
    )


def _open(days: list[dict[str, Any]]) -> tuple[str, ...]:
    return tuple(f"{day['date']} 的账还没有日结，未列。" for day in days if not day["closed_at"])


def _day(day: dict[str, Any]) -> Iterator[Movement]:
    on, opened, closed, by = day["date"], day["at"], day["closed_at"], day["closed_by"]
    yield Movement(on, opened, "开账，备用金放入", day["by"], float_fen=day["float_fen"])
    if day["cash_count"]:
        yield Movement(on, closed, f"收现金 {day['cash_count']} 笔", by, taken_fen=day["cash_fen"])
    if day["void_count"]:
        yield Movement(on, closed, f"当日作废退还 {day['void_count']} 笔", by, paid_out_fen=day["void_fen"])
    if day["reversed_count"]:
        yield Movement(on, closed, f"红冲 {day['reversed_count']} 笔", by, note="冲销以前账日，不动现金")
    note = "；".join(filter(None, (day["reason"], f"见证 {day['second']}" if day["second"] else "")))
    yield Movement(
        on, closed, "日结，备用金取出", by, float_fen=-day["float_fen"], over_fen=day["difference_fen"], note=note
    )


def _handover(row: dict[str, Any]) -> Movement:
    return Movement(
        row["date"],
        row["at"],
        f"抽屉交接 {row['giver']}→{row['taker']}",
        row["by"],
        over_fen=row["counted_fen"] - row["expected_fen"],
        note=row["reason"] or "",
    )


def _deposit(slip: money.Remitted) -> Movement:
    # Paid in after that day's counter was closed, whenever the slip was entered.
    return Movement(
        slip.remitted_on,
        f"{slip.remitted_on}T99",
        f"解缴 {slip.bank}",
        slip.by,
        paid_out_fen=slip.amount_fen,
        note=f"缴款单 {slip.slip}，账日 {slip.days}",
    )


def _balanced(moves: Iterable[Movement]) -> Iterator[Row]:
    """The movements with the cash held after each."""
    held = 0
    for move in moves:
        held += (move.taken_fen or 0) - (move.paid_out_fen or 0)
        yield (
            move.on, move.what, move.float_fen, move.taken_fen, move.paid_out_fen, held, move.over_fen, move.by,
            move.note,
        )  # fmt: skip
