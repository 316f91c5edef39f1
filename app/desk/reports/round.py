"""入户名单: household by household in the order one walks, who is still to pay, how much, and what to ask at the door.

Source: domain D9 (组干部包户: a printed due list), D13 (动员 by group). The last column is empty: what was found at the
door is written there. The list 未缴名单 is by person and for the file; this one is by household and for the walk.
"""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from app.desk.decline import REASONS
from app.desk.desk import Desk
from app.desk.due import Due, due_for
from app.desk.left import household_order, is_left, known_sum
from app.desk.look_up import status
from app.desk.reports.head import titled
from app.desk.reports.unpaid import LOOKING, STATES
from app.desk.residents import handle
from app.domain import listing
from app.domain.groups import group_order, group_word
from app.domain.listing import Listing, Row
from app.domain.progress import Tick, counted, silent
from app.domain.wording import sentence
from app.store import corrections, glance, insured

COLUMNS = listing.columns(
    ("group", "村民小组"),
    ("household", "户号"),
    ("head", "户主"),
    ("phone", "电话"),
    ("name", "姓名"),
    ("due", "应缴（元）", "yuan"),
    ("why", "还要问清的", "text", 14),
    ("sum", "全户（元）", "yuan"),
    ("found", "上门情况", "text", 16),
)
DOOR = "上门情况请写明：不参保（为什么）、外出（怎么联系）、已在别处缴（哪里缴的），或者哪一天来缴。"
EMPTY_SUM = "应缴空着的，问清以后到收款点核定才知道；全户的合计里没有他们。"
KEEP = "本表含个人信息，用后交回。"

Phones = Mapping[tuple[str, str], str]


def door_to_door(desk: Desk, tick: Tick = silent) -> Listing:
    """Everyone who is left, a block for each household. `tick` is told how many people were looked at."""
    people = sorted(_left(desk, tick), key=_order)
    phones, said = glance.phones_of_heads(desk.db), corrections.declined(desk.db)
    homes = [list(found) for _, found in groupby(people, key=_home)]
    rows = tuple(row for home in homes for row in _block(home, phones, said))
    return titled(
        desk,
        name="round",
        title="入户名单",
        columns=COLUMNS,
        rows=rows,
        totals=listing.totals(COLUMNS, rows),
        about=f"{desk.policy.benefit_year} 年度　{len(homes)} 户 {len(rows)} 人",
        signatures=("入户人（签章）", "村负责人（签章）"),
        notes=(DOOR, EMPTY_SUM, KEEP),
        page_by="group",
    )


def _left(desk: Desk, tick: Tick) -> Iterator[tuple[int, Due]]:
    """Handle number and what is due today, for everyone who is left."""
    people = insured.unpaid(desk.db, desk.policy.benefit_year)
    for number, resident in counted(people, tick, LOOKING, None, "人"):
        due = due_for(desk, handle(number), resident)
        if is_left(desk, due):
            yield number, due


def _home(found: tuple[int, Due]) -> tuple[str, str, int]:
    """What keeps a household together; somebody without a household number is one alone."""
    number, due = found
    return (due.resident.group, due.resident.household, 0 if due.resident.household else number)


def _order(found: tuple[int, Due]) -> tuple[Any, ...]:
    group, household, _ = _home(found)
    return (group_order(group), household_order(household), found[0])


def _block(home: list[tuple[int, Due]], phones: Phones, said: Mapping[str, dict[str, Any]]) -> Iterator[Row]:
    """One line for each person; the head, the telephone and the household's sum stand on the first."""
    first = home[0][1].resident
    of_head = phones.get((first.group, first.household))
    phone = of_head or next((due.resident.phone for _, due in home if due.resident.phone), "")
    total = known_sum(due for _, due in home)
    for place, (_, due) in enumerate(home):
        r, head = due.resident, place == 0
        own = "" if r.phone == phone else r.phone
        yield (
            group_word(r.group), r.household, (first.head or first.name) if head else "", phone if head else own,
            r.name, due.assessment.due_fen, _why(due, said.get(r.key)), total if head else None, "",
        )  # fmt: skip


def _why(due: Due, said: Mapping[str, Any] | None) -> str:
    """Why no money can be taken yet, and what was noted already; "" for who just pays."""
    found, stands = due.assessment, status(due)
    word = "" if stands == "unpaid" else STATES[stands]
    if found.outcome == "refer" and found.questions:
        word = f"{word}：{found.questions[0].text}"
    elif stands in ("refer", "refused"):
        word = f"{word}：{sentence(found.policy, found.asking)}"
    return "；".join(filter(None, (word, _noted(said))))


def _noted(said: Mapping[str, Any] | None) -> str:
    """已记：外出，联系不上（在苏州）."""
    if said is None:
        return ""
    more = f"（{said['note']}）" if said["note"] else ""
    return f"已记：{REASONS[said['reason']]}{more}"
