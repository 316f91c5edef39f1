"""督查资料: what an unannounced inspection asks for, one sheet for each question.

Source: 郎溪 八4 (不定期督查); domain D "inspection": stock book, cash book, day closes, voids, overrides, export log.
"""

from collections.abc import Iterator
from typing import Any

from app.desk.ask_county import KINDS
from app.desk.desk import Desk
from app.desk.reports.cash import cash
from app.desk.reports.head import moment, titled
from app.desk.reports.stock_book import stock
from app.domain import listing
from app.domain.listing import Column, Listing, Row
from app.store import books
from app.store import corrections as requests

DAYS = listing.columns(
    ("on", "账日", "date"),
    ("opened", "开账"),
    ("closed", "日结"),
    ("by", "日结人"),
    ("people", "人数", "count"),
    ("receipts", "凭据", "count"),
    ("records", "登记", "count"),
    ("expected", "应有现金（元）", "yuan"),
    ("counted", "实点现金（元）", "yuan"),
    ("difference", "全天长短款（元）", "yuan"),
    ("pos", "刷卡（元）", "yuan"),
    ("match", "四相符"),
    ("perpetual", "累计开票（元）", "yuan"),
    ("note", "差异说明"),
)
CORRECTIONS = listing.columns(
    ("what", "种类"),
    ("at", "办理时间"),
    ("entered_on", "办理账日", "date"),
    ("on", "原账日", "date"),
    ("receipt", "凭据号"),
    ("name", "姓名"),
    ("amount", "金额（元）", "yuan"),
    ("by", "经手人"),
    ("reason", "原因"),
    ("carried_to", "转入凭据"),
)
OVERRIDES = listing.columns(
    ("at", "时间"),
    ("on", "账日", "date"),
    ("what", "事项"),
    ("by", "经手人"),
    ("second", "见证人"),
    ("reason", "原因"),
)
REFUNDS = listing.columns(
    ("at", "申请时间"),
    ("receipt", "凭据号"),
    ("name", "姓名"),
    ("amount", "金额（元）", "yuan"),
    ("reason", "退费原因"),
    ("evidence", "材料"),
    ("by", "经手人"),
    ("state", "状态"),
)
TASKS = listing.columns(
    ("at", "提出时间"),
    ("receipt", "凭据号"),
    ("name", "姓名"),
    ("kind", "事项"),
    ("category", "类别"),
    ("evidence", "材料"),
    ("by", "经手人"),
    ("state", "状态"),
)
FILES = listing.columns(
    ("number", "文件号", "count"),
    ("at", "导出时间"),
    ("name", "文件名"),
    ("first", "起记录", "count"),
    ("last", "止记录", "count"),
    ("state", "县里"),
    ("sha256", "校验值"),
)
WHAT = {"handover": "抽屉交接", "difference": "日结有差异", "limit": "超过现金限额仍收款", "late": "补录纸质凭据"}
STATES = {"requested": "未报", "sent": "已报", "received": "县已收", "withdrawn": "已撤回"}


def inspection(desk: Desk) -> tuple[Listing, ...]:
    """All sheets."""
    return (*stock(desk), cash(desk), closes(desk), corrected(desk), *_exceptions(desk), files(desk))


def closes(desk: Desk) -> Listing:
    """Every day that was closed."""
    rows = tuple(_close(day) for day in books.days(desk.db) if day["closed_at"])
    return _sheet(desk, "closes", "日结登记", DAYS, rows, skip=frozenset({"expected", "counted", "perpetual"}))


def corrected(desk: Desk) -> Listing:
    """Voids and reversals."""
    rows = tuple(_corrected(desk))
    return _sheet(desk, "corrections", "作废红冲登记", CORRECTIONS, rows)


def _sheet(
    desk: Desk,
    name: str,
    title: str,
    columns: tuple[Column, ...],
    rows: tuple[Row, ...],
    *,
    skip: frozenset[str] | None = None,
) -> Listing:
    """One sheet; without figures to add up (`skip` None and no yuan) it has no totals."""
    summed = listing.totals(columns, rows, skip=skip or frozenset())
    has_yuan = any(column.kind == "yuan" for column in columns)
    return titled(desk, name=name, title=title, columns=columns, rows=rows, totals=summed if has_yuan else None)


def _close(day: dict[str, Any]) -> Row:
    note = "；".join(filter(None, (day["reason"], f"见证 {day['second']}" if day["second"] else "")))
    opened, closed = (moment(day[at])[5:] for at in ("at", "closed_at"))
    return (
        day["date"], opened, closed, day["closed_by"], day["people"], day["receipts"], day["records"],
        day["expected_fen"], day["counted_fen"], day["difference_fen"] + day["handed_fen"], day["pos_fen"],
        "相符" if day["clean"] else "不相符", day["perpetual_fen"], note,
    )  # fmt: skip


def _corrected(desk: Desk) -> Iterator[Row]:
    for row in books.corrections(desk.db):
        yield (
            row["what"], moment(row["at"]), row["entered_on"], row["date"], row["receipt"], row["name"],
            row["amount_fen"], row["by"], row["reason"], row["carried_to"] or "",
        )  # fmt: skip


def _exceptions(desk: Desk) -> Iterator[Listing]:
    """What went through on a second person's word, and what the county is asked for."""
    second = (
        (moment(row["at"]), row["date"], WHAT.get(row["what"], row["what"]), row["by"], row["second"], row["reason"])
        for row in books.overrides(desk.db)
    )
    yield _sheet(desk, "overrides", "第二人见证登记", OVERRIDES, tuple(second))
    refunds = (
        (moment(r.at), r.receipt, r.name, r.amount_fen, r.reason, r.evidence, r.by, STATES[r.state])
        for r in reversed(requests.requests(desk.db))
    )
    yield _sheet(desk, "refunds", "退费申请登记", REFUNDS, tuple(refunds))
    tasks = (
        (moment(t.at), t.receipt, t.name, KINDS.get(t.kind, t.kind), t.category, t.evidence, t.by, STATES[t.state])
        for t in reversed(requests.tasks(desk.db))
    )
    yield _sheet(desk, "tasks", "请县里核对的事项", TASKS, tuple(tasks))


def files(desk: Desk) -> Listing:
    """Every file for the county."""
    rows = (
        (
            row["number"], moment(row["at"]), row["name"], row["first_seq"], row["last_seq"],
            "已收" if row["acknowledged_to"] >= row["last_seq"] else "未回执", row["sha256"],
        )
        for row in books.sent_files(desk.db)
    )  # fmt: skip
    return _sheet(desk, "files", "报县文件登记", FILES, tuple(rows))
