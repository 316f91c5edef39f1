"""The signed 日报: what one day at a point came to, as two people sign it.

The head of the journal stands on it, so that even someone who can open the database cannot rewrite what paper has
witnessed (design §2). Masked or not, no resident is named here.
"""

from collections.abc import Callable
from datetime import date, datetime

import msgspec

from app.domain import money
from app.domain.day import BadNote, bad_text
from app.domain.payment import yuan_plain
from app.domain.receipt import Line, day_text
from app.domain.takings import ClerkTakings, Passed, TerminalTakings, clerk_text, terminal_text

HEAD_DIGITS = 16

NOTE = (
    "人、票、款、录入信息四相符：缴费人数、有效凭据张数、所收款项与登记条数一致。"
    "流水末值由全部登记逐条推算，任何一条登记事后被改动，都会与本页不符。"
)


class DayReport(msgspec.Struct, frozen=True, kw_only=True):
    """One closed day. Amounts in fen.

    The four-way match 人票款信息四相符 (随县 七(四)): `people` paid for, valid `receipts`, money, journal `records`.
    `cash_fen` and `pos_fen` are takings after voids, `zero_due` the confirmations without money among `people`.
    `expected_fen` = float + cash, `counted_fen` what lay in the drawer, counted blind. `reason` explains a difference,
    `second` answers for it with the clerk. `journal_head` is the hash of the close itself, in hex; `notes` is (face
    value in fen, pieces), `bad` counterfeit and torn ones, which are no money. `carried_fen` came from payments
    reversed in favour of others, `reversed_*` are the 红冲 entered that day: neither moves cash. `mismatches` are the
    sentences the close was told. `perpetual_fen` is all that was ever put on a receipt here (None: an older close).
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
    voided_fen: int = 0
    late: int = 0
    carried_fen: int = 0
    reversed_count: int = 0
    reversed_fen: int = 0
    bad: tuple[BadNote, ...] = ()
    second: str = ""
    mismatches: tuple[str, ...] = ()
    passed: tuple[Passed, ...] = ()
    clerks: tuple[ClerkTakings, ...] = ()
    terminals: tuple[TerminalTakings, ...] = ()
    perpetual_fen: int | None = None

    @property
    def difference_fen(self) -> int:
        """Counted less expected: above zero 长款, below zero 短款."""
        return self.counted_fen - self.expected_fen

    @property
    def clean(self) -> bool:
        """Whether people, receipts and records agree and the drawer held what it should."""
        agrees = self.people == self.receipts == self.records and self.difference_fen == 0
        return agrees and not self.mismatches


def difference_text(fen: int, sum_text: Callable[[int], str] = yuan_plain) -> str:
    """长款 and 短款 in words: a sign alone is overlooked. The report itself writes every sum with its fen."""
    if fen == 0:
        return "无长短款"
    return f"{'长款' if fen > 0 else '短款'} {sum_text(abs(fen))} 元"


def lines(report: DayReport) -> tuple[Line, ...]:
    """The report in reading order, without title, mark and signatures. No value is empty.

    Keys that only some days have: late, red, carried, clerks, cards, handover, bad, second, perpetual.
    """
    return (
        *_when(report),
        *_four(report),
        *_money(report),
        *_by_whom(report),
        *_drawer(report),
        *_perpetual(report),
        _head(report),
    )


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
    voided = f"（另作废 {report.voided} 张{_of(report.voided_fen)}）" if report.voided else ""
    return (
        Line("people", "缴费人数", f"{report.people} 人{zero}"),
        Line("receipts", "有效凭据", f"{report.receipts} 张{voided}"),
        Line("records", "登记条数", f"{report.records} 条"),
        Line("match", "四相符", "人票款信息相符" if report.clean else "不相符，见差异说明"),
        *_if(report.late, "late", "补录", f"{report.late} 张纸质凭据当日录入"),
    )


def _of(fen: int) -> str:
    return f" {money.yuan(fen)} 元" if fen else ""


def _if(there: object, key: str, label: str, value: str) -> tuple[Line, ...]:
    """A line that only some days have."""
    return (Line(key, label, value),) if there else ()


def _money(report: DayReport) -> tuple[Line, ...]:
    takings = report.cash_fen + report.pos_fen
    return (
        Line("cash", "现金收款", f"{money.yuan(report.cash_fen)} 元"),
        Line("pos", "POS 收款", f"{money.yuan(report.pos_fen)} 元"),
        Line("takings", "收款合计", f"¥{money.yuan(takings)}  人民币{money.upper(takings)}"),
        *_if(report.carried_fen, "carried", "红冲转入", f"{money.yuan(report.carried_fen)} 元，不动现金"),
        *_if(report.reversed_count, "red", "红冲", red_text(report)),
    )


def red_text(report: DayReport) -> str:
    """The reversals entered that day: they correct the books of earlier days and move no money."""
    return f"{report.reversed_count} 笔 {money.yuan(-report.reversed_fen)} 元，冲销以前账日，不动现金"


def _by_whom(report: DayReport) -> tuple[Line, ...]:
    clerks = "；".join(clerk_text(each) for each in report.clerks)
    cards = "；".join(terminal_text(each) for each in report.terminals)
    passed = "；".join(passed_text(each) for each in report.passed)
    return (
        *_if(len(report.clerks) > 1, "clerks", "分人收款", clerks),
        *_if(cards, "cards", "刷卡核对", cards),
        *_if(passed, "handover", "交接", passed),
    )


def passed_text(each: Passed) -> str:
    """One handover of the drawer."""
    reason = f"（{each.reason}）" if each.reason else ""
    difference = difference_text(each.difference_fen, money.yuan)
    return f"{each.giver} 交 {each.taker}，点得 {money.yuan(each.counted_fen)} 元，{difference}{reason}"


def _drawer(report: DayReport) -> tuple[Line, ...]:
    pieces = "，".join(f"{_face(face)} × {count}" for face, count in report.notes if count)
    notes = (Line("notes", "清点明细", pieces),) if pieces else ()
    return (
        Line("float", "备用金", f"{money.yuan(report.float_fen)} 元"),
        Line("expected", "应有现金", f"{money.yuan(report.expected_fen)} 元"),
        *notes,
        Line("counted", "实点现金", f"{money.yuan(report.counted_fen)} 元"),
        *_if(report.bad, "bad", "假币残币", bad_text(report.bad)),
        Line("difference", "长短款", difference_text(report.difference_fen, money.yuan)),
        Line("reason", "差异说明", report.reason or "无"),
        *_if(report.second, "second", "差异见证", report.second),
    )


def _perpetual(report: DayReport) -> tuple[Line, ...]:
    fen = report.perpetual_fen
    return () if fen is None else (Line("perpetual", "累计开票", f"{money.yuan(fen)} 元（含作废，只增不减）"),)


def _face(fen: int) -> str:
    return f"{fen // 100}元" if fen % 100 == 0 else f"{fen // 10}角"


def _head(report: DayReport) -> Line:
    """The journal's head as four groups of four: short enough to compare by eye, long enough to witness."""
    digits = report.journal_head[:HEAD_DIGITS]
    grouped = " ".join(digits[start : start + 4] for start in range(0, len(digits), 4))
    return Line("head", "流水末值", f"第 {report.journal_seq} 条  {grouped}")
