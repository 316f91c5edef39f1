"""参保进度: how far each group is, as bars; the group where most people are missing comes first.

Source: domain D13 (progress vs target). Held against the task of the point where there is one (`desk.target`), else
against those on its roster who may join.
"""

from collections import Counter

from app.desk.desk import Desk
from app.desk.due import facts_of
from app.desk.reports.head import titled
from app.desk.target import PointTarget, target_of
from app.domain import listing
from app.domain.clauses import clause_words
from app.domain.groups import group_order, group_word
from app.domain.joining import may_join
from app.domain.listing import Listing, Row, share
from app.domain.progress import Tick, counted, silent
from app.domain.resident import Resident
from app.store import corrections, insured

COLUMNS = listing.columns(
    ("group", "村民小组"),
    ("target", "应参保", "count"),
    ("paid", "已缴", "count"),
    ("missing", "未缴", "count"),
    ("noted", "其中已记原因", "count"),
    ("share", "进度", "bar"),
)
LOOKING = "逐人查看名册"


def progress(desk: Desk, tick: Tick = silent) -> Listing:
    """One bar for each group, and one for all. `tick` is told how many people were looked at."""
    paid = Counter(group_word(row["group_name"]) for row in insured.paid(desk.db, desk.policy.benefit_year))
    missing, noted = _missing(desk, tick)
    groups = sorted({*paid, *missing}, key=lambda group: (-missing[group], group_order(group)))
    rows = tuple(_row(group, paid[group], missing[group], noted[group]) for group in groups)
    target = target_of(desk)
    return titled(
        desk,
        name="progress",
        title="参保进度",
        columns=COLUMNS,
        rows=rows,
        totals=_all(paid.total(), missing.total(), noted.total(), target),
        about=f"{desk.policy.benefit_year} 年度　截至 {desk.clock():%Y-%m-%d}",
        signatures=(),
        notes=(_against(target),),
    )


def _missing(desk: Desk, tick: Tick) -> tuple[Counter[str], Counter[str]]:
    """By group: who may join and has not paid, and of these whose reason was noted."""
    missing: Counter[str] = Counter()
    noted: Counter[str] = Counter()
    said = corrections.declined(desk.db)
    people = insured.unpaid(desk.db, desk.policy.benefit_year)
    for _, resident in counted(people, tick, LOOKING, None, "人"):
        if _may_join(desk, resident):
            missing[group_word(resident.group)] += 1
            noted[group_word(resident.group)] += resident.key in said
    return missing, noted


def _may_join(desk: Desk, resident: Resident) -> bool:
    return may_join(desk.policy, facts_of(resident, desk.clock().date(), {}))


def _row(group: str, paid: int, missing: int, noted: int) -> Row:
    return (group, paid + missing, paid, missing, noted, share(paid, paid + missing))


def _all(paid: int, missing: int, noted: int, target: PointTarget | None) -> Row:
    whole = target.people if target else paid + missing
    return ("合计", whole, paid, max(0, whole - paid), noted, share(paid, whole))


def _against(target: PointTarget | None) -> str:
    if target is None:
        return "应参保人数：名册上按通知可以在这里参保的人，加上已缴的人。"
    whose, clause = "县里下达", ""
    if target.clause:
        whose, clause = f"通知给{target.town}", f"（{clause_words(target.clause)}）"
    return f"合计的应参保人数是{whose}的任务 {target.people} 人{clause}；各组的是名册上可以参保的人。"
