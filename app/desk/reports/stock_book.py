"""票证领用存登记簿: pre-numbered forms by book, and each form that was spoilt or lost.

Source: domain C12: 领用 → 使用 → 作废 (all copies kept, reason, replacement) → 遗失 → 结报缴销; 郎溪 六(三)
(筹资票据上缴、结报).
"""

from collections.abc import Iterator
from typing import Any

from app.desk.desk import Desk
from app.desk.reports.head import moment, tail, titled
from app.desk.stock import missing_text
from app.domain import listing
from app.domain.listing import Listing, Row
from app.domain.stock import ENDS, Account
from app.store import books
from app.store import stock as store

COLUMNS = listing.columns(
    ("form", "票证名称"),
    ("code", "票证代码"),
    ("first", "起号"),
    ("last", "止号"),
    ("issued_on", "领用日期", "date"),
    ("issuer", "发放单位"),
    ("received", "领用", "count"),
    ("used", "已用", "count"),
    ("void", "作废", "count"),
    ("lost", "遗失", "count"),
    ("returned", "缴回", "count"),
    ("unused", "结存", "count"),
    ("missing", "其中缺号"),
    ("settled", "结报缴销"),
)
SPOILT = listing.columns(
    ("code", "票证代码"),
    ("number", "号码"),
    ("state", "状态"),
    ("copies", "联数", "count"),
    ("receipt", "原凭据"),
    ("replacement", "换用号码"),
    ("reason", "原因"),
    ("at", "登记时间"),
    ("by", "经手人"),
)
BOTH = ("领用人（签章）", "发放人（签章）")


def stock(desk: Desk) -> tuple[Listing, Listing]:
    """The books, and the forms spoilt or lost."""
    settled = {(row["code"], row["first"]): row for row in books.stock_settlements(desk.db)}
    rows = tuple(_book(each, settled) for each in store.accounts(desk.db))
    book = titled(
        desk,
        name="stock",
        title="票证领用存登记簿",
        columns=COLUMNS,
        rows=rows,
        totals=listing.totals(COLUMNS, rows),
        signatures=BOTH,
        notes=("领用 = 已用 + 作废 + 遗失 + 缴回 + 结存；缺号是跳过而没有说明去向的号码，包含在结存里。",),
    )
    return book, spoilt(desk)


def spoilt(desk: Desk) -> Listing:
    """Forms spoilt or lost, with what replaced them."""
    return titled(
        desk, name="spoilt", title="作废遗失票证登记", columns=SPOILT, rows=_spoilt(desk), signatures=BOTH,
        notes=("作废票证各联保存备查；遗失票证应立即报告。",),
    )  # fmt: skip


def _book(found: Account, settled: dict[tuple[str, int], dict[str, Any]]) -> Row:
    book = found.book
    done = settled.get((book.code, book.first))
    return (
        book.form, book.code, book.text(book.first), book.text(book.last), book.issued_on, book.issuer, found.received,
        found.used, found.void, found.lost, found.returned, found.unused, missing_text(found),
        f"{done['settled_on']} {done['receiver']}" if done else "未结报",
    )  # fmt: skip


def _spoilt(desk: Desk) -> Iterator[Row]:
    for row in books.stock_ends(desk.db):
        width = row["width"] or 0
        replacement = "" if row["replacement"] is None else f"{row['replacement']:0{width}d}"
        yield (
            row["code"], f"{row['number']:0{width}d}", ENDS[row["state"]], row["copies"], tail(row["receipt"] or ""),
            replacement, row["reason"], moment(row["at"]), row["by"],
        )  # fmt: skip
