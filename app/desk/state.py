"""The states every screen shows (design §7): practice or real, the roster's age, what is not yet with the county,
cash held and how near its limit, cards without a result, what waits to be printed.
"""

from datetime import datetime

import msgspec

from app.desk.desk import Desk
from app.desk.limits import limit
from app.domain.holding import Limit
from app.store import cards, counter, money, roster, settings
from app.store.counter import OpenDay, Row


class State(msgspec.Struct, frozen=True, kw_only=True):
    """The state bar. Amounts in fen; `sync` counts payments by unsent | sent | acknowledged | rejected. `year_over` is
    the pack's benefit year where that has passed: nobody can pay for it any more."""

    practice: bool
    draft: bool
    year_over: int | None
    point_name: str
    pack_title: str
    operator: str
    now: datetime
    day: OpenDay | None
    closed_today: bool
    residents: int
    roster_at: datetime | None
    cash_held_fen: int
    limit: Limit
    cards_open: int
    unprinted: int
    sync: dict[str, int]
    county_known: bool


def state(desk: Desk) -> State:
    """How things stand right now."""
    at, held, now = roster.latest_source(desk.db), money.holding(desk.db), desk.clock()
    return State(
        practice=desk.point.practice,
        draft=desk.policy.status == "draft",
        year_over=desk.policy.benefit_year if now.year > desk.policy.benefit_year else None,
        point_name=desk.point.name,
        pack_title=desk.policy.title,
        operator=desk.operator,
        now=now,
        day=counter.open_day(desk.db, desk.journal),
        closed_today=counter.closed_on(desk.db, desk.journal) == f"{now:%Y-%m-%d}",
        residents=roster.count(desk.db),
        roster_at=datetime.fromisoformat(at) if at else None,
        cash_held_fen=held.held_fen,
        limit=limit(desk, held=held),
        cards_open=len(cards.open_cards(desk.db)),
        unprinted=counter.unprinted_count(desk.db, desk.journal),
        sync=counter.sync_figures(desk.db),
        county_known=settings.get(desk.db, "county") is not None,
    )


def last_taken(desk: Desk) -> Row | None:
    """Name, sum (`due_fen`) and time (`at`) of the last payment of the open day, None where there is none."""
    day, last = counter.open_day(desk.db, desk.journal), counter.last_payment(desk.db, desk.journal)
    return last if day is not None and last is not None and last["day"] == day.day else None
