"""How the open day stands: what was taken, and once the drawer has been counted, how the four figures agree."""

import msgspec

from app.desk.day import four_way, moved_since, totals
from app.desk.desk import Desk
from app.domain.day import Match, Totals
from app.store import counter


class Counted(msgspec.Struct, frozen=True, kw_only=True):
    """A count held against the books: difference above zero is 长款. Amounts in fen."""

    counted_fen: int
    difference_fen: int
    match: Match


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """The open day. `counted` is None until the drawer was counted after the last payment and void."""

    sums: Totals
    counted: Counted | None


def standing(desk: Desk) -> Standing | None:
    """How the open day stands, None where no day is open."""
    day = counter.open_day(desk.db, desk.journal)
    if day is None:
        return None
    sums = totals(desk, day.day)
    return Standing(sums=sums, counted=_counted(desk, sums))


def _counted(desk: Desk, sums: Totals) -> Counted | None:
    count = counter.last_count(desk.db, desk.journal, sums.day)
    if count is None or moved_since(desk, sums.day, count["seq"]):
        return None
    fen = count["counted_fen"]
    return Counted(counted_fen=fen, difference_fen=fen - sums.expected_fen, match=four_way(desk, sums, fen))
