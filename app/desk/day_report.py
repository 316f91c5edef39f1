"""The closed day as the 日报 shows it, and as a page that two people sign."""

from datetime import date, datetime
from pathlib import Path

from app.desk.desk import Desk
from app.devices import day_report_pdf
from app.domain.errors import Refused
from app.domain.report import DayReport
from app.store import counter, sync
from app.store import journal as journal_store


def day_report(desk: Desk, day: int) -> DayReport:
    """The report of a closed day. Refused("day_not_closed") for one that is open or never was."""
    opened = counter.day_row(desk.db, desk.journal, day)
    closed = counter.close(desk.db, desk.journal, day)
    count = counter.last_count(desk.db, desk.journal, day)
    if opened is None or closed is None or count is None:
        raise Refused("day_not_closed")
    sums = counter.totals(desk.db, desk.journal, day)
    pieces = journal_store.entry(desk.db, desk.journal, count["seq"]).body["notes"]
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
        notes=tuple(sorted(((int(fen), int(n)) for fen, n in pieces.items()), reverse=True)),
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
