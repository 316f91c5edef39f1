"""What stands over every report: the point, the pack, the time it is about, who made it and when."""

from collections.abc import Iterable

from app.desk.desk import Desk
from app.domain import listing
from app.domain.listing import Column, Listing, Row

# Who signs what a village hands in (domain C12: 领/发 both sign; D10: two signatures).
TWO = ("制表人（签章）", "村负责人（签章）")

METHODS = {"cash": "现金", "pos": "刷卡", "zero": "免缴", "carried": "红冲转入"}


def titled(
    desk: Desk,
    *,
    name: str,
    title: str,
    columns: tuple[Column, ...],
    rows: Iterable[Row],
    about: str = "",
    totals: Row | None = None,
    signatures: tuple[str, ...] = TWO,
    notes: tuple[str, ...] = (),
    page_by: str | None = None,
) -> Listing:
    """A listing of this point, dated and marked; `about` says which time or part it covers."""
    listed = tuple(rows)
    point = f"收款点：{desk.point.name}（{desk.point.code}）"
    made = f"{desk.policy.title}　制表 {desk.operator} {desk.clock():%Y-%m-%d %H:%M}"
    return Listing(
        name=name,
        title=title,
        subtitle=(f"{point}　{about}".rstrip("　"), made),
        columns=columns,
        rows=listed,
        totals=totals,
        signatures=signatures,
        notes=notes if listed else ("没有记录。", *notes),
        marks=listing.marks(practice=desk.point.practice, draft=desk.policy.status == "draft"),
        page_by=page_by,
    )


def moment(iso: str) -> str:
    """2023-11-15T09:30:00+08:00 -> 2023-11-15 09:30."""
    return iso[:16].replace("T", " ")


def tail(receipt: str) -> str:
    """The part of a receipt number that tells receipts of one point and year apart: series and serial."""
    return receipt[-8:]
