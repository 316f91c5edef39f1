"""The day at a glance: everything the home page shows, as one value.

It brings together what other verbs answer (state.py, day_standing.py, day_report.py, remit.py, reports/progress.py,
left.py) and counts nothing anew but what was taken by each method. At sixty thousand people it is made off the
window's thread.
"""

from collections.abc import Mapping
from datetime import date

import msgspec

from app.desk import remit
from app.desk.day_report import day_report, last_closed
from app.desk.day_standing import Counted, standing
from app.desk.desk import Desk
from app.desk.left import Household, Left, count_left, households
from app.desk.settle_cards import unsettled
from app.desk.state import State, state
from app.desk.target import PointTarget, target_of
from app.domain.groups import group_order, group_word
from app.domain.listing import share
from app.store import glance, money
from app.store.glance import Taken

# So many households are shown with their sums; all of them stand in the 入户名单.
SHOWN = 200
METHODS = ("cash", "pos", "zero", "carried")


class Match(msgspec.Struct, frozen=True, kw_only=True):
    """The four-way match of a counted day; a difference of the drawer above zero is 长款."""

    people: int
    receipts: int
    records: int
    difference_fen: int
    differences: tuple[str, ...]


class Day(msgspec.Struct, frozen=True, kw_only=True):
    """The open account day, or the one closed last. `match` is None until the drawer has been counted."""

    date: str
    number: int
    is_open: bool
    float_fen: int
    taken: tuple[Taken, ...]
    people: int
    receipts: int
    voids: int
    match: Match | None


class Money(msgspec.Struct, frozen=True, kw_only=True):
    """Cash of closed days that waits for the bank, since `oldest`, and money on its way there (已上解); fen. So many
    settlement slips of terminals are `unsettled`."""

    to_bank_fen: int
    oldest: date | None
    on_way_fen: int
    slips: int
    unsettled: int


class Bar(msgspec.Struct, frozen=True, kw_only=True):
    """How far a group is: people insured, of how many, and that in per mille."""

    label: str
    paid: int
    people: int

    @property
    def permille(self) -> int:
        """Rounded down: nothing is done before it is done."""
        return share(self.paid, self.people)


class Home(msgspec.Struct, frozen=True, kw_only=True):
    """Everything the home page shows. `whole` is held against the task, where one is known."""

    state: State
    year: int
    day: Day | None
    money: Money
    whole: Bar
    groups: tuple[Bar, ...]
    target: PointTarget | None
    left: Left
    shown: tuple[Household, ...]


def home(desk: Desk) -> Home:
    """How things stand right now."""
    left = count_left(desk, first=SHOWN)
    paid = glance.paid_by_group(desk.db, desk.policy.benefit_year)
    groups, target = _bars(paid, left.missing), target_of(desk)
    reached = sum(bar.paid for bar in groups)
    return Home(
        state=state(desk),
        year=desk.policy.benefit_year,
        day=_day(desk),
        money=_money(desk),
        whole=Bar(label="合计", paid=reached, people=target.people if target else sum(bar.people for bar in groups)),
        groups=groups,
        target=target,
        left=left,
        shown=households(desk, left.first),
    )


def _bars(paid: Mapping[str, int], missing: Mapping[str, int]) -> tuple[Bar, ...]:
    """As in the report 参保进度: the group where most people are missing comes first."""
    reached: dict[str, int] = {}
    for group, people in paid.items():
        reached[group_word(group)] = reached.get(group_word(group), 0) + people
    order = sorted({*reached, *missing}, key=lambda group: (-missing.get(group, 0), group_order(group)))
    found = ((group, reached.get(group, 0), missing.get(group, 0)) for group in order)
    return tuple(Bar(label=group, paid=done, people=done + open_) for group, done, open_ in found)


def _day(desk: Desk) -> Day | None:
    found = standing(desk)
    if found is not None:
        sums = found.sums
        return Day(
            date=sums.date, number=sums.day, is_open=True, float_fen=sums.float_fen, taken=_taken(desk, sums.day),
            people=sums.people, receipts=sums.receipts, voids=sums.voids,
            match=_match(found.counted) if found.counted else None,
        )  # fmt: skip
    closed = last_closed(desk)
    return None if closed is None else _closed(desk, closed)


def _match(counted: Counted) -> Match:
    four = counted.match
    return Match(
        people=four.people,
        receipts=four.receipts,
        records=four.records,
        difference_fen=counted.difference_fen,
        differences=four.differences,
    )


def _closed(desk: Desk, number: int) -> Day:
    """A closed day as it was closed: what was reversed since does not change it."""
    said = day_report(desk, number)
    match = Match(
        people=said.people,
        receipts=said.receipts,
        records=said.records,
        difference_fen=said.counted_fen - said.expected_fen,
        differences=said.mismatches,
    )
    return Day(
        date=said.day.isoformat(), number=number, is_open=False, float_fen=said.float_fen, taken=_taken(desk, number),
        people=said.people, receipts=said.receipts, voids=said.voided, match=match,
    )  # fmt: skip


def _taken(desk: Desk, day: int) -> tuple[Taken, ...]:
    """In the order of METHODS; cash, card and nothing due are always there, carried money only where there was any."""
    found = {each.method: each for each in glance.by_method(desk.db, desk.journal, day)}
    wanted = [method for method in METHODS if method in found or method != "carried"]
    return tuple(found.get(method, Taken(method=method, people=0, fen=0)) for method in wanted)


def _money(desk: Desk) -> Money:
    closed = [each for each in remit.waiting(desk) if each.is_closed]
    on_way = [each for each in money.remitted(desk.db) if each.received_on is None]
    return Money(
        to_bank_fen=sum(each.open_fen for each in closed),
        oldest=date.fromisoformat(closed[0].on) if closed else None,
        on_way_fen=sum(each.amount_fen for each in on_way),
        slips=len(on_way),
        unsettled=len(unsettled(desk)),
    )
