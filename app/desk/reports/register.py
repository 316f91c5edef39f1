"""登记表 (参保信息登记表): one row for each person whose payment stands, for the county's medical insurance office.

Source: 郎溪 六(三), by January 10. Its purpose is the ID number, so the number stands in full on paper and in the xlsx
(design §2 rule 10); a screen masks it.
"""

from operator import itemgetter
from typing import Any

from app.desk.desk import Desk
from app.desk.reports.head import METHODS, titled
from app.domain import listing
from app.domain.groups import group_word, in_groups
from app.domain.listing import Listing, Row
from app.store import insured

COLUMNS = listing.columns(
    ("number", "序号", "count"),
    ("name", "姓名"),
    ("id", "证件号码", "id"),
    ("group", "村民小组"),
    ("household", "户号"),
    ("category", "资助类别"),
    ("price", "缴费标准（元）", "yuan"),
    ("subsidy", "资助金额（元）", "yuan"),
    ("due", "个人缴费（元）", "yuan"),
    ("method", "方式"),
    ("paid_on", "缴费日期", "date"),
    ("received_on", "到账日期", "date"),
    ("receipt", "凭据号"),
)


def register(desk: Desk) -> Listing:
    """Everyone insured for the pack's benefit year, by group and household."""
    arrived = {method: insured.received_on(desk.db, method) for method in ("cash", "pos")}
    people = in_groups(
        insured.paid(desk.db, desk.policy.benefit_year), itemgetter("group_name"), itemgetter("household", "receipt")
    )
    rows = tuple(_row(number, row, arrived) for number, row in enumerate(people, start=1))
    return titled(
        desk,
        name="register",
        title="参保信息登记表",
        columns=COLUMNS,
        rows=rows,
        totals=listing.totals(COLUMNS, rows),
        about=f"{desk.policy.benefit_year} 年度　共 {len(rows)} 人",
        notes=("含个人信息，只报县级经办机构，不得张贴、转发。",),
    )


def _row(number: int, row: dict[str, Any], arrived: dict[str, dict[tuple[str, int], str]]) -> Row:
    received = arrived.get(row["money_by"], {}).get((row["money_of"], row["money_day"]))
    return (
        number, row["name"], row["person"].partition(":")[2], group_word(row["group_name"]), row["household"],
        row["category"] or "", row["price_fen"], row["subsidy_fen"], row["due_fen"], METHODS[row["method"]],
        row["paid_on"], received, row["receipt"],
    )  # fmt: skip
