"""汇总表: people and yuan, by group, by category and by who funds the subsidies.

Source: 郎溪 六(三) (登记表和汇总表), 三(二) (who funds). Each person stands once in each part; a payment keeps the
pack it was priced by, so the funder is that pack's.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from app.desk.desk import Desk
from app.desk.reports.head import titled
from app.domain import listing
from app.domain.groups import group_order, group_word
from app.domain.listing import Listing, Row
from app.domain.payment import yuan_plain
from app.store import insured

COLUMNS = listing.columns(
    ("part", "分类"),
    ("what", "名称"),
    ("people", "人数", "count"),
    ("zero", "其中免缴", "count"),
    ("price", "缴费标准（元）", "yuan"),
    ("subsidy", "资助金额（元）", "yuan"),
    ("due", "个人缴费（元）", "yuan"),
)
NO_CATEGORY, NO_FUNDER, UNNAMED = "无资助类别", "无资助", "通知没有写明"
SUMS = ("price_fen", "subsidy_fen", "due_fen")

Person = dict[str, Any]


def summary(desk: Desk) -> Listing:
    """Everyone insured for the pack's benefit year, counted three ways; the total counts each once."""
    people = insured.paid(desk.db, desk.policy.benefit_year)
    rows = (
        *_part("按小组", people, lambda row: group_word(row["group_name"]), order=group_order),
        *_part("按类别", people, lambda row: row["category"] or NO_CATEGORY, order=_last(NO_CATEGORY)),
        *_part("按资助来源", people, lambda row: _funder(desk, row), order=_last(NO_FUNDER)),
    )
    return titled(
        desk,
        name="summary",
        title="参保缴费汇总表",
        columns=COLUMNS,
        rows=rows,
        totals=_sums("合计", "", people),
        about=f"{desk.policy.benefit_year} 年度",
        notes=_notes(desk),
    )


def _part(
    part: str, people: list[Person], of: Callable[[Person], str], *, order: Callable[[str], Any]
) -> Iterator[Row]:
    found: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        found[of(person)].append(person)
    for what in sorted(found, key=order):
        yield _sums(part, what, found[what])


def _last(word: str) -> Callable[[str], tuple[bool, str]]:
    return lambda what: (what == word, what)


def _sums(part: str, what: str, people: list[Person]) -> Row:
    zero = sum(person["method"] == "zero" for person in people)
    return (part, what, len(people), zero, *(sum(person[key] for person in people) for key in SUMS))


def _funder(desk: Desk, person: Person) -> str:
    """Who pays the subsidy of a payment, as the pack it was priced by says."""
    if not person["subsidy_fen"]:
        return NO_FUNDER
    category = desk.pack_by_hash(person["pack_hash"]).category_of.get(person["category"] or "")
    return (category.funder if category else None) or UNNAMED


def _notes(desk: Desk) -> tuple[str, ...]:
    count, fen = insured.waiting_refunds_fen(desk.db, desk.policy.benefit_year)
    waits = f"另有红冲后没有转给他人的 {count} 笔 {yuan_plain(fen)} 元，等待县里退还，不在本表内。"
    return ("三种分类各自合计都等于总计。", *((waits,) if count else ()))
