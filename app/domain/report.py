"""The signed 日报: what one day at a point came to, as two people sign it.

The head of the journal stands on it, so that even someone who can open the database cannot rewrite what paper has
witnessed (design §2). Masked or not, no resident is named here.
"""

from datetime import date, datetime

import msgspec

from app.domain import money
from app.domain.receipt import Line, day_text

HEAD_DIGITS = 16

NOTE = (
    "人、票、款、录入信息四相符：缴费人数、有效凭据张数、所收款项与登记条数一致。"
    "流水末值由全部登记逐条推算，任何一条登记事后被改动，都会与本页不符。"
)


class DayReport(msgspec.Struct, frozen=True, kw_only=True):
    """One closed day. Amounts in fen.

    The four-way match 人票款信息四相符 (随县 七(四)): `people` paid for, valid `receipts`, money, journal `records`.
    `cash_fen` and `pos_fen` are takings after voids, `zero_due` the confirmations without money among `people`.
    `expected_fen` = float + cash, `counted_fen` what lay in the drawer, counted blind. `reason` explains a difference.
    `journal_head` is the hash of the close itself, in hex; `notes` is (face value in fen, pieces).
    """

    practice: bool
    point_name: str
    point_code: str
    day: date
    clerk: str
    opened_at: datetime
    closed_at: datetime
    float_fen: int
    cash_fen: int
    pos_fen: int
    people: int
    zero_due: int
    receipts: int
    records: int
    voided: int
    expected_fen: int
    counted_fen: int
    reason: str
    journal_seq: int
    journal_head: str
    notes: tuple[tuple[int, int], ...] = ()

    @property
    def difference_fen(self) -> int:
        """Counted less expected: above zero 长款, below zero 短款."""
        return self.counted_fen - self.expected_fen

    @property
    def clean(self) -> bool:
        """Whether people, receipts and records agree and the drawer held what it should."""
        return self.people == self.receipts == self.records and self.difference_fen == 0


def difference_text(fen: int) -> str:
    """长款 and 短款 in words: a sign alone is overlooked."""
    if fen == 0:
        return "无长短款"
    return f"{'长款' if fen > 0 else '短款'} {money.yuan(abs(fen))} 元"


def lines(report: DayReport) -> tuple[Line, ...]:
    """The report in reading order, without title, mark and signatures. No value is empty."""
    return (*_when(report), *_four(report), *_money(report), *_drawer(report), _head(report))


def _when(report: DayReport) -> tuple[Line, ...]:
    return (
        Line("point", "收款点", f"{report.point_name}（{report.point_code}）"),
        Line("clerk", "收款人", report.clerk),
        Line("day", "日期", day_text(report.day)),
        Line("opened", "开始", f"{report.opened_at:%Y-%m-%d %H:%M}"),
        Line("closed", "结账", f"{report.closed_at:%Y-%m-%d %H:%M}"),
    )


def _four(report: DayReport) -> tuple[Line, ...]:
    zero = f"（其中免缴 {report.zero_due} 人）" if report.zero_due else ""
    voided = f"（另作废 {report.voided} 张）" if report.voided else ""
    return (
        Line("people", "缴费人数", f"{report.people} 人{zero}"),
        Line("receipts", "有效凭据", f"{report.receipts} 张{voided}"),
        Line("records", "登记条数", f"{report.records} 条"),
        Line("match", "四相符", "人票款信息相符" if report.clean else "不相符，见差异说明"),
    )


def _money(report: DayReport) -> tuple[Line, ...]:
    takings = report.cash_fen + report.pos_fen
    return (
        Line("cash", "现金收款", f"{money.yuan(report.cash_fen)} 元"),
        Line("pos", "POS 收款", f"{money.yuan(report.pos_fen)} 元"),
        Line("takings", "收款合计", f"¥{money.yuan(takings)}  人民币{money.upper(takings)}"),
    )


def _drawer(report: DayReport) -> tuple[Line, ...]:
    pieces = "，".join(f"{_face(face)} × {count}" for face, count in report.notes if count)
    notes = (Line("notes", "清点明细", pieces),) if pieces else ()
    return (
        Line("float", "备用金", f"{money.yuan(report.float_fen)} 元"),
        Line("expected", "应有现金", f"{money.yuan(report.expected_fen)} 元"),
        *notes,
        Line("counted", "实点现金", f"{money.yuan(report.counted_fen)} 元"),
        Line("difference", "长短款", difference_text(report.difference_fen)),
        Line("reason", "差异说明", report.reason or "无"),
    )


def _face(fen: int) -> str:
    return f"{fen // 100}元" if fen % 100 == 0 else f"{fen // 10}角"


def _head(report: DayReport) -> Line:
    """The journal's head as four groups of four: short enough to compare by eye, long enough to witness."""
    digits = report.journal_head[:HEAD_DIGITS]
    grouped = " ".join(digits[start : start + 4] for start in range(0, len(digits), 4))
    return Line("head", "流水末值", f"第 {report.journal_seq} 条  {grouped}")
