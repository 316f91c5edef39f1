"""未缴名单: who has not paid, by group and household, for going from door to door; each group begins a page.

Source: domain D9 (组干部包户, printed due list), D13 (未缴名单 by group for 动员), D14 (refusals with evidence). What
is due stands there where it can be said; whom the notice rules out is counted below, not listed, unless a reason was
noted.
"""

from collections.abc import Mapping
from operator import itemgetter
from typing import Any

from app.desk.decline import REASONS
from app.desk.desk import Desk
from app.desk.due import Due, due_for
from app.desk.look_up import status
from app.desk.reports.head import titled
from app.desk.residents import handle
from app.domain import listing
from app.domain.groups import group_word, in_groups
from app.domain.joining import may_join
from app.domain.listing import Listing, Row
from app.domain.progress import Tick, counted, silent
from app.store import corrections, insured

COLUMNS = listing.columns(
    ("group", "村民小组"),
    ("household", "户号"),
    ("head", "户主"),
    ("name", "姓名"),
    ("id", "证件号码", "id"),
    ("phone", "电话"),
    ("due", "应缴（元）", "yuan"),
    ("state", "情况"),
    ("reason", "不参保原因", "text", 8),
    ("remark", "上门记录", "text", 14),
)
GROUP, HOUSEHOLD = range(2)
STATES = {"unpaid": "未缴", "zero": "免缴，待确认", "refer": "待核定", "refused": "现在不能缴"}
LOOKING, ADDING = "逐人核定应缴", "加总"


def unpaid(desk: Desk, tick: Tick = silent) -> Listing:
    """Everyone of the roster who may join and has not paid. `tick` is told how many people were looked at."""
    said = corrections.declined(desk.db)
    found, ruled_out = _sorted_out(desk, said, tick)
    rows = tuple(in_groups(found, itemgetter(GROUP)))
    homes = len({(row[GROUP], row[HOUSEHOLD]) for row in rows})
    return titled(
        desk,
        name="unpaid",
        title="未缴名单",
        columns=COLUMNS,
        rows=rows,
        totals=listing.totals(COLUMNS, counted(rows, tick, ADDING, len(rows), "行")),
        about=f"{desk.policy.benefit_year} 年度　{homes} 户 {len(rows)} 人",
        signatures=("包户干部（签章）", "村负责人（签章）"),
        notes=(
            "应缴空着的，要到收款点核定后才知道。本表含个人信息，用后交回。",
            *((f"另有 {ruled_out} 人按通知不在这里参保（名册注明已有其他保障等），未列。",) if ruled_out else ()),
        ),
        page_by="group",
    )


def _sorted_out(desk: Desk, said: Mapping[str, dict[str, Any]], tick: Tick) -> tuple[list[Row], int]:
    """Rows of those to go and see, by household, assessed for today, and how many are ruled out by the notice.

    Only rows are kept: sixty thousand assessments take 200 MB, and letting go of them holds the window up.
    """
    found, ruled_out = [], 0
    people = insured.unpaid(desk.db, desk.policy.benefit_year)
    for number, resident in counted(people, tick, LOOKING, None, "人"):
        due = due_for(desk, handle(number), resident)
        if may_join(desk.policy, due.facts) or resident.key in said:
            found.append(_row(due, said.get(resident.key)))
        else:
            ruled_out += 1
    return found, ruled_out


def _row(due: Due, said: dict[str, Any] | None) -> Row:
    r = due.resident
    return (
        group_word(r.group), r.household, r.head, r.name, r.masked_number, r.phone, due.assessment.due_fen,
        STATES[status(due)], _reason(said), "",
    )  # fmt: skip


def _reason(said: dict[str, Any] | None) -> str:
    if said is None:
        return ""
    note = f"（{said['note']}）" if said["note"] else ""
    return f"{REASONS[said['reason']]}{note}"
