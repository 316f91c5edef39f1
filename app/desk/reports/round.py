"""入户名单: household by household in the order one walks, who is still to pay, how much, and what to ask at the door.

Source: domain D9 (组干部包户: a printed due list), D13 (动员 by group). The last column is empty: what was found at the
door is written there. The list 未缴名单 is by person and for the file; this one is by household and for the walk.
"""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any, NamedTuple

from app.desk.decline import REASONS
from app.desk.desk import Desk
from app.desk.due import Due, due_for
from app.desk.left import household_order, is_left, known_sum
from app.desk.look_up import status
from app.desk.reports.head import titled
from app.desk.reports.unpaid import ADDING, LOOKING, STATES
from app.desk.residents import handle
from app.domain import listing
from app.domain.groups import group_word, in_groups
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
    left = _left(desk, corrections.declined(desk.db), tick)
    people = in_groups(left, lambda person: person.group, lambda person: person.order)
    phones = glance.phones_of_heads(desk.db)
    homes = [list(found) for _, found in groupby(people, key=lambda person: person.home)]
    rows = tuple(row for home in homes for row in _block(home, phones))
    return titled(
        desk,
        name="round",
        title="入户名单",
        columns=COLUMNS,
        rows=rows,
        totals=listing.totals(COLUMNS, counted(rows, tick, ADDING, len(rows), "行")),
        about=f"{desk.policy.benefit_year} 年度　{len(homes)} 户 {len(rows)} 人",
        signatures=("入户人（签章）", "村负责人（签章）"),
        notes=(DOOR, EMPTY_SUM, KEEP),
        page_by="group",
    )


class Person(NamedTuple):
    """Somebody who is left, as far as the list needs it: sixty thousand assessments would take 200 MB. Without a
    household number everybody is a `home` alone."""

    number: int
    group: str
    household: str
    head: str
    name: str
    phone: str
    due_fen: int | None
    why: str

    @property
    def home(self) -> tuple[str, str, int]:
        """What keeps a household together."""
        return (self.group, self.household, 0 if self.household else self.number)

    @property
    def order(self) -> tuple[Any, ...]:
        """As one walks in a group."""
        return (household_order(self.household), self.number)


def _left(desk: Desk, said: Mapping[str, dict[str, Any]], tick: Tick) -> Iterator[Person]:
    """Everyone who is left, with what is due today."""
    people = insured.unpaid(desk.db, desk.policy.benefit_year)
    for number, r in counted(people, tick, LOOKING, None, "人"):
        due = due_for(desk, handle(number), r)
        if is_left(desk, due):
            why = _why(due, said.get(r.key))
            yield Person(number, r.group, r.household, r.head, r.name, r.phone, due.assessment.due_fen, why)


def _block(home: list[Person], phones: Phones) -> Iterator[Row]:
    """One line for each person; the head, the telephone and the household's sum stand on the first."""
    first = home[0]
    of_head = phones.get((first.group, first.household))
    phone = of_head or next((person.phone for person in home if person.phone), "")
    total = known_sum(person.due_fen for person in home)
    for place, person in enumerate(home):
        head, own = place == 0, "" if person.phone == phone else person.phone
        yield (
            group_word(person.group), person.household, (first.head or first.name) if head else "",
            phone if head else own, person.name, person.due_fen, person.why, total if head else None, "",
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
