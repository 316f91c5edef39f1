"""Day reports for tests: a clean day, with changes."""

from datetime import date, datetime
from typing import Any

from msgspec.structs import replace

from app.domain.report import DayReport

CLEAN = DayReport(
    practice=False,
    point_name="建平镇钟桥村",
    point_code="341821100201",
    day=date(2023, 11, 15),
    clerk="李会计",
    opened_at=datetime(2023, 11, 15, 8, 2),
    closed_at=datetime(2023, 11, 15, 17, 40),
    float_fen=20000,
    cash_fen=163800,
    pos_fen=38000,
    people=12,
    zero_due=2,
    receipts=12,
    records=12,
    voided=1,
    expected_fen=183800,
    counted_fen=183800,
    reason="",
    journal_seq=57,
    journal_head="9f3ac07e11aa22bb33cc44dd55ee66ff",
)


def day(**changes: Any) -> DayReport:
    """A clean day, with changes."""
    return replace(CLEAN, **changes)
