"""The closed day as the 日报 shows it, and as a page that two people sign."""

from datetime import date, datetime
from pathlib import Path

import msgspec

from app.desk.desk import Desk
from app.devices import day_report_pdf
from app.domain.day import BadNote
from app.domain.errors import Refused
from app.domain.report import DayReport
from app.domain.takings import ClerkTakings, Passed, TerminalTakings
from app.store import books, counter, glance, sync
from app.store import journal as journal_store
from app.store import money as money_store


class Brief(msgspec.Struct, frozen=True, kw_only=True):
    """The line that stands for a closed day: its date, people, and sums in fen."""

    day: date
    people: int
    cash_fen: int
    pos_fen: int
    difference_fen: int


def brief(desk: Desk, day: int) -> Brief:
    """A closed day in a line, without what only its 日报 asks for. Refused("day_not_closed") as there."""
    opened, closed = _closed(desk, day)
    taken = {each.method: each.fen for each in glance.by_method(desk.db, desk.journal, day)}
    return Brief(
        day=date.fromisoformat(opened["date"]), people=closed["people"], cash_fen=taken.get("cash", 0),
        pos_fen=taken.get("pos", 0), difference_fen=closed["counted_fen"] - closed["expected_fen"],
    )  # fmt: skip


def _closed(desk: Desk, day: int) -> tuple[counter.Row, counter.Row]:
    opened, closed = counter.day_row(desk.db, desk.journal, day), counter.close(desk.db, desk.journal, day)
    if opened is None or closed is None:
        raise Refused("day_not_closed")
    return opened, closed


def day_report(desk: Desk, day: int) -> DayReport:
    """The report of a closed day. Refused("day_not_closed") for one that is open or never was."""
    opened, closed = _closed(desk, day)
    count = counter.last_count(desk.db, desk.journal, day)
    if count is None:
        raise Refused("day_not_closed")
    sums = counter.totals(desk.db, desk.journal, day)
    pieces = msgspec.json.decode(count["notes"], type=dict[str, int])
    told = journal_store.entry(desk.db, desk.journal, closed["seq"]).body.get("mismatches", [])
    return DayReport(
        practice=desk.point.practice,
        point_name=desk.point.name,
        point_code=desk.point.code,
        day=date.fromisoformat(sums.date),
        clerk=closed["by"],
        opened_at=datetime.fromisoformat(opened["at"]),
        closed_at=datetime.fromisoformat(closed["at"]),
        float_fen=sums.float_fen,
        cash_fen=sums.cash_fen,
        pos_fen=sums.pos_fen,
        people=closed["people"],
        zero_due=sums.zero,
        receipts=closed["receipts"],
        records=closed["records"],
        voided=sums.voids,
        expected_fen=closed["expected_fen"],
        counted_fen=closed["counted_fen"],
        reason=closed["reason"] or "",
        journal_seq=closed["seq"],
        journal_head=sync.hash_at(desk.db, desk.journal, closed["seq"]) or "",
        notes=tuple(sorted(((int(fen), n) for fen, n in pieces.items()), reverse=True)),
        voided_fen=books.void_fen(desk.db, desk.journal, day),
        late=books.late_count(desk.db, desk.journal, day),
        carried_fen=sums.carried_fen,
        reversed_count=sums.reversed_count,
        reversed_fen=books.reversed_fen(desk.db, desk.journal, day),
        bad=msgspec.json.decode(count["bad"], type=tuple[BadNote, ...]),
        second=closed["second"] or "",
        mismatches=tuple(told),
        passed=_passed(desk, day),
        clerks=tuple(
            ClerkTakings(clerk=row["by"], people=row["people"], cash_fen=row["cash_fen"], pos_fen=row["pos_fen"])
            for row in books.by_clerk(desk.db, desk.journal, day)
        ),
        terminals=_terminals(desk, day),
        perpetual_fen=closed["perpetual_fen"],
    )


def _passed(desk: Desk, day: int) -> tuple[Passed, ...]:
    return tuple(
        Passed(
            giver=row["giver"],
            taker=row["taker"],
            counted_fen=row["counted_fen"],
            difference_fen=row["counted_fen"] - row["expected_fen"],
            reason=row["reason"] or "",
        )
        for row in counter.handovers(desk.db, desk.journal, day)
    )


def _terminals(desk: Desk, day: int) -> tuple[TerminalTakings, ...]:
    """Every terminal that took cards that day or has a settlement slip for it."""
    posted = money_store.posted_by_terminal(desk.db, desk.journal, day)
    slips = {each.terminal: each for each in money_store.settled_terminals(desk.db, desk.journal, day)}
    return tuple(
        TerminalTakings(
            terminal=terminal,
            posted=posted.get(terminal, (0, 0))[0],
            posted_fen=posted.get(terminal, (0, 0))[1],
            slip=slips[terminal].count if terminal in slips else None,
            slip_fen=slips[terminal].amount_fen if terminal in slips else None,
        )
        for terminal in sorted({*posted, *slips})
    )


def print_day_report(desk: Desk, day: int, file: Path) -> Path:
    """Write the 日报 of a closed day as a PDF to `file`."""
    day_report_pdf.write(day_report(desk, day), file)
    return file


def last_closed(desk: Desk) -> int | None:
    """The number of the day closed last, None where none was."""
    last = counter.last_day(desk.db, desk.journal)
    while last and counter.close(desk.db, desk.journal, last) is None:
        last -= 1
    return last or None
