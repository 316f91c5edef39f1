"""The day: opened with a float, counted blind, closed with expected, counted, difference and reason."""

from collections.abc import Mapping, Sequence

import msgspec

from app.desk.desk import Desk
from app.desk.second import Second, has_colleague
from app.domain import day as days
from app.domain.day import BadNote, Match, Totals
from app.domain.errors import Refused
from app.domain.payment import SUM_MAX_FEN, check_amount, yuan_plain
from app.store import cards, counter, money
from app.store.counter import OpenDay
from app.store.database import writing


class Counted(msgspec.Struct, frozen=True, kw_only=True):
    """A count as it was stored; what was expected is not said before the close (it is a blind count)."""

    day: int
    counted_fen: int


class Closed(msgspec.Struct, frozen=True, kw_only=True):
    """How a day was closed. `clean` is False where the four-way match found differences; amounts in fen.

    `handed_fen` is what handovers before had differed by; with `difference_fen` it is the whole day's 长短款.
    `perpetual_fen` is every yuan ever put on a receipt at this point: it only ever grows, so that no day can be left
    out unnoticed. `second` answers for a difference together with the clerk. `unsettled_terminals` took cards today,
    and nobody has entered their settlement slips.
    """

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
    second: str | None
    handed_fen: int
    perpetual_fen: int
    unsettled_terminals: tuple[str, ...]


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


def count_day(
    desk: Desk, counted_fen: int, notes: Mapping[int, int] | None = None, *, bad: Sequence[BadNote] = ()
) -> Counted:
    """Store a count of the drawer, float included, as a record of its own: a recount never replaces an earlier one.

    Where denominations are given their sum must be the amount. `bad` are counterfeit and torn notes: in the drawer, but
    no money; they explain what is missing and are not part of `counted_fen`.
    """
    check_count(counted_fen, notes)
    check_amount(sum(each.fen * each.pieces for each in bad))
    with writing(desk.db):
        day = _open(desk)
        body = {"day": day.day, "counted_fen": counted_fen, "notes": pieces(notes)}
        desk.write("day_counted", body | {"bad": [msgspec.to_builtins(each) for each in bad]})
    return Counted(day=day.day, counted_fen=counted_fen)


def check_count(counted_fen: int, notes: Mapping[int, int] | None) -> None:
    """A count that can be. Raises WrongUse amount_negative, amount_too_large; Refused notes_differ."""
    check_amount(counted_fen, SUM_MAX_FEN)
    if notes and days.notes_sum(dict(notes)) != counted_fen:
        raise Refused("notes_differ", notes=yuan_plain(days.notes_sum(dict(notes))), counted=yuan_plain(counted_fen))


def pieces(notes: Mapping[int, int] | None) -> dict[str, int]:
    """Denominations as an entry holds them."""
    return {str(fen): n for fen, n in (notes or {}).items()}


def totals(desk: Desk, day: int | None = None) -> Totals:
    """The sums of a day (default: the open one)."""
    return counter.totals(desk.db, desk.journal, _open(desk).day if day is None else day)


def four_way(desk: Desk, sums: Totals, counted_fen: int) -> Match:
    """人票款信息四相符 for a day whose drawer holds `counted_fen`, and its cards against the terminals' slips."""
    _, due_fen = counter.receipts_sum(desk.db, desk.journal, sums.day)
    rows = tuple(f"凭据 {r['receipt']} 与记录不符" for r in counter.differing(desk.db, desk.journal, sums.day))
    return days.match(sums, counted_fen, due_fen, rows + slip_differences(desk, sums.day))


def slip_differences(desk: Desk, day: int) -> tuple[str, ...]:
    """Where a terminal's settlement slip and the journal do not say the same of a day."""
    posted = money.posted_by_terminal(desk.db, desk.journal, day)
    return tuple(
        f"终端 {slip.terminal} 结算单 {slip.count} 笔 {yuan_plain(slip.amount_fen)} 元，"
        f"程序里记着 {count} 笔 {yuan_plain(fen)} 元"
        for slip in money.settled_terminals(desk.db, desk.journal, day)
        for count, fen in (posted.get(slip.terminal, (0, 0)),)
        if (slip.count, slip.amount_fen) != (count, fen)
    )


def unsettled_terminals(desk: Desk, day: int) -> tuple[str, ...]:
    """Terminals that took cards on a day and whose settlement slip nobody has entered."""
    return tuple(each.terminal for each in money.unsettled(desk.db, desk.journal) if each.day == day)


def close_day(desk: Desk, reason: str | None = None, *, second: Second | None = None) -> Closed:
    """Close the open day by its latest count; closed is final.

    A card without a certain result blocks it (`cards_open`). A difference needs a reason and, where the point has
    several clerks, a second person; the day is then closed, not clean.
    """
    with writing(desk.db):
        day = _open(desk)
        count = counter.last_count(desk.db, desk.journal, day.day)
        if count is None or moved_since(desk, day.day, count["seq"]):
            raise Refused("day_not_counted")
        sums = totals(desk, day.day)
        # Those of an earlier journal too: nobody else will ever clear them up.
        waiting = cards.open_cards(desk.db)
        if waiting:
            raise Refused("cards_open", count=len(waiting))
        found = four_way(desk, sums, count["counted_fen"])
        if found.differences and not (reason or "").strip():
            raise Refused("difference_needs_reason", differences="；".join(found.differences))
        witness = _answering(desk, second) if found.differences else None
        closed = _closed(
            sums, found, count["counted_fen"], reason=(reason or "").strip() or None, second=witness, desk=desk
        )
        body = msgspec.to_builtins(closed)
        body["mismatches"] = body.pop("differences")
        del body["unprinted"], body["cash_fen"]
        desk.write("day_closed", body)
    return closed


def _answering(desk: Desk, second: Second | None) -> str | None:
    """Who answers for a difference together with the clerk who closes: always somebody else, so that at least one of
    the two does not hold the drawer. Nobody need be there where the point has one clerk only.
    """
    if second is None and has_colleague(desk):
        raise Refused("difference_needs_second")
    return second.name if second else None


def moved_since(desk: Desk, day: int, seq: int) -> bool:
    """Whether money moved or the drawer changed hands in this day after entry `seq`, so that a count made then no
    longer holds.
    """
    return counter.last_move(desk.db, desk.journal, day) > seq


def _closed(
    sums: Totals, found: Match, counted_fen: int, *, reason: str | None, second: str | None, desk: Desk
) -> Closed:
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
        unprinted=tuple(each.receipt for each in counter.unprinted(desk.db, desk.journal, sums.day)),
        second=second,
        handed_fen=sums.handed_fen,
        perpetual_fen=counter.perpetual_fen(desk.db),
        unsettled_terminals=unsettled_terminals(desk, sums.day),
    )
