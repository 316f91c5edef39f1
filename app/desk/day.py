"""The day: opened with a float, counted blind, closed with expected, counted, difference and reason."""

from collections.abc import Mapping

import msgspec

from app.desk.desk import Desk
from app.domain import day as days
from app.domain.day import Match, Totals
from app.domain.errors import Refused
from app.domain.payment import check_amount, yuan_plain
from app.store import counter
from app.store.counter import OpenDay
from app.store.database import writing


class Counted(msgspec.Struct, frozen=True, kw_only=True):
    """A count as it was stored; what was expected is not said before the close (it is a blind count)."""

    day: int
    counted_fen: int


class Closed(msgspec.Struct, frozen=True, kw_only=True):
    """How a day was closed. `clean` is False where the four-way match found differences; amounts in fen."""

    day: int
    date: str
    expected_fen: int
    counted_fen: int
    difference_fen: int
    cash_fen: int
    pos_fen: int
    people: int
    receipts: int
    records: int
    clean: bool
    differences: tuple[str, ...]
    reason: str | None
    unprinted: tuple[str, ...]


def open_day(desk: Desk, float_fen: int) -> OpenDay:
    """Open the counter for today with this change money. One day is open at a time."""
    check_amount(float_fen)
    with writing(desk.db):
        now = desk.checked_now()
        already = counter.open_day(desk.db, desk.journal)
        if already:
            raise Refused("day_already_open", date=already.date)
        number = counter.last_day(desk.db, desk.journal) + 1
        desk.write("day_opened", {"day": number, "date": now.date().isoformat(), "float_fen": float_fen}, at=now)
    return OpenDay(number, now.date().isoformat(), float_fen)


def _open(desk: Desk) -> OpenDay:
    day = counter.open_day(desk.db, desk.journal)
    if day is None:
        raise Refused("day_not_open")
    return day


def count_day(desk: Desk, counted_fen: int, notes: Mapping[int, int] | None = None) -> Counted:
    """Store a count of the drawer, float included. Where denominations are given their sum must be the amount."""
    check_amount(counted_fen)
    if notes and days.notes_sum(dict(notes)) != counted_fen:
        raise Refused("notes_differ", notes=yuan_plain(days.notes_sum(dict(notes))), counted=yuan_plain(counted_fen))
    with writing(desk.db):
        day = _open(desk)
        pieces = {str(fen): n for fen, n in (notes or {}).items()}
        desk.write("day_counted", {"day": day.day, "counted_fen": counted_fen, "notes": pieces})
    return Counted(day=day.day, counted_fen=counted_fen)


def totals(desk: Desk, day: int | None = None) -> Totals:
    """The sums of a day (default: the open one)."""
    return counter.totals(desk.db, desk.journal, _open(desk).day if day is None else day)


def four_way(desk: Desk, sums: Totals, counted_fen: int) -> Match:
    """人票款信息四相符 for a day whose drawer holds `counted_fen`."""
    _, due_fen = counter.receipts_sum(desk.db, desk.journal, sums.day)
    rows = tuple(f"凭据 {r['receipt']} 与记录不符" for r in counter.differing(desk.db, desk.journal, sums.day))
    return days.match(sums, counted_fen, due_fen, rows)


def close_day(desk: Desk, reason: str | None = None) -> Closed:
    """Close the open day by its latest count. A difference needs a reason, and the day is then closed, not clean."""
    with writing(desk.db):
        day = _open(desk)
        count = counter.last_count(desk.db, desk.journal, day.day)
        if count is None or moved_since(desk, day.day, count["seq"]):
            raise Refused("day_not_counted")
        sums = totals(desk, day.day)
        found = four_way(desk, sums, count["counted_fen"])
        if found.differences and not (reason or "").strip():
            raise Refused("difference_needs_reason", differences="；".join(found.differences))
        closed = _closed(sums, found, count["counted_fen"], reason=(reason or "").strip() or None, desk=desk)
        body = msgspec.to_builtins(closed)
        body["mismatches"] = body.pop("differences")
        del body["unprinted"], body["cash_fen"]
        desk.write("day_closed", body)
    return closed


def moved_since(desk: Desk, day: int, seq: int) -> bool:
    """Whether money moved in this day after entry `seq`, so that a count made then no longer holds."""
    rows = counter.day_payments(desk.db, desk.journal, day)
    return any(r["seq"] > seq for r in rows) or counter.last_void_seq(desk.db, desk.journal, day) > seq


def _closed(sums: Totals, found: Match, counted_fen: int, *, reason: str | None, desk: Desk) -> Closed:
    return Closed(
        day=sums.day,
        date=sums.date,
        expected_fen=sums.expected_fen,
        counted_fen=counted_fen,
        difference_fen=counted_fen - sums.expected_fen,
        cash_fen=sums.cash_fen,
        pos_fen=sums.pos_fen,
        people=found.people,
        receipts=found.receipts,
        records=found.records,
        clean=not found.differences,
        differences=found.differences,
        reason=reason,
        unprinted=tuple(r["receipt"] for r in counter.unprinted(desk.db, desk.journal, sums.day)),
    )
