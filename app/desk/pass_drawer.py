"""Handing the drawer from one clerk to another during a day: counted blind, and from then on the other one answers.

The one signed in takes it, the one who held it proves to be there; where he cannot come (ill, called away) the reason
stands in his place.
"""

from collections.abc import Mapping, Sequence

import msgspec

from app.desk.day import count_day, pieces, totals
from app.desk.desk import Desk
from app.desk.second import Second
from app.domain.day import BadNote
from app.domain.errors import Refused
from app.domain.payment import yuan_plain
from app.store.database import writing


class HandedOver(msgspec.Struct, frozen=True, kw_only=True):
    """What was counted and what should have been there, in fen; a difference is the giver's."""

    day: int
    giver: str
    taker: str
    counted_fen: int
    expected_fen: int
    difference_fen: int


def pass_drawer(
    desk: Desk,
    counted_fen: int,
    notes: Mapping[int, int] | None = None,
    *,
    giver: Second | None,
    reason: str | None = None,
    bad: Sequence[BadNote] = (),
) -> HandedOver:
    """Take the drawer over. `giver` None: he is not there, and `reason` says why.

    The count is on record before anything is said about it, as at the close: a difference found is found, and another
    count does not undo the first. Raises Refused: day_not_open, drawer_is_yours, giver_differs, handover_needs_reason
    (the count is kept); and as `count_day`.
    """
    said = (reason or "").strip() or None
    sums = totals(desk)
    if sums.holder == desk.operator:
        raise Refused("drawer_is_yours", name=desk.operator)
    if giver is not None and giver.name != sums.holder:
        raise Refused("giver_differs", holder=sums.holder)
    count_day(desk, counted_fen, notes, bad=bad)
    with writing(desk.db):
        sums = totals(desk)
        difference = counted_fen - sums.expected_fen
        if said is None and (giver is None or difference):
            raise Refused("handover_needs_reason", difference=_difference(giver, difference))
        desk.write(
            "till_handed_over",
            {
                "day": sums.day, "giver": sums.holder, "taker": desk.operator, "counted_fen": counted_fen,
                "expected_fen": sums.expected_fen, "notes": pieces(notes), "reason": said,
                "second": giver.name if giver else None,
            },
            at=desk.checked_now(),
        )  # fmt: skip
    return HandedOver(
        day=sums.day,
        giver=sums.holder,
        taker=desk.operator,
        counted_fen=counted_fen,
        expected_fen=sums.expected_fen,
        difference_fen=difference,
    )


def _difference(giver: Second | None, fen: int) -> str:
    if fen == 0 and giver is None:
        return "交班人不在场，要写明为什么不能来"
    return f"{'长款' if fen > 0 else '短款'} {yuan_plain(abs(fen))} 元"
