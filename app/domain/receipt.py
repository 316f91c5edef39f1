"""The receipt: its number, what stands on it, and in which words.

Every device draws from here (A5 page, thermal slip, preview in the window), so that they cannot say different things.
A 收款凭据 of our own, never an official 票据 (domain.md C10); the fields follow C11.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime

import msgspec
from msgspec.structs import replace

from app.domain import money
from app.domain.clauses import clause_words
from app.domain.errors import Refused, WrongUse

# Inside the last six digits: zero-due confirmations have a series of their own kind, counted apart (design §2 rule 5).
FEE_SERIALS = range(1, 900_000)
ZERO_SERIALS = range(900_001, 1_000_000)

LAYOUT = re.compile(r"([0-9]{12})([0-9]{2})([1-9])([0-9])([0-9]{6})")
SEPARATORS = re.compile(r"[\s-]+")

METHODS = {"cash": "现金", "pos": "POS 刷卡", "zero": "个人免缴，未收款", "carried": "红冲转入，未收款"}

PRACTICE_MARK = "练习 不作凭证"
DRAFT_MARK = "征求意见稿，不得收费"
VOID_MARK = "作废"
REVERSED_MARK = "已红冲"

RED_TITLE = "红字冲销凭据"
RED_NOTE = "红字冲销只更正账目，不从抽屉退付现金；退费按县级规定的程序办理。"
# What the same lines are called where a payment is reversed.
RED_LABELS = {
    "due": "冲销金额",
    "method": "原收款方式",
    "clerk": "经办人",
    "paid_at": "冲销时间",
    "reason": "冲销原因",
}
RED_WITHOUT = {"benefit", "waiting"}

# The keys of all lines there may be.
KEYS = frozenset(
    (
        *("number", "sheet", "reverses", "payer", "id", "household", "insurance", "year"),
        *("category", "price", "subsidy", "due", "upper", "method", "paid_by"),
        *("benefit", "waiting", "reason", "late", "point", "clerk", "paid_at", "entry"),
    )
)


class ReceiptNumber(msgspec.Struct, frozen=True):
    """The parts of the 22 digits: 12 of the point, benefit year without its century, device, renewals, serial."""

    point: str
    year2: int
    device: int
    renewal: int
    serial: int

    @property
    def zero_due(self) -> bool:
        """Whether this is a confirmation that nothing was due."""
        return self.serial in ZERO_SERIALS


class ReceiptView(msgspec.Struct, frozen=True, kw_only=True):
    """Everything a device needs to draw one receipt; nothing on it is computed from anything else.

    `id_masked` is masked already. `method` is cash, pos or zero; `reference_tail` the last digits of the POS reference.
    `waiting` is "0", "<n>d" or "<n>m" as in an assessment, `waiting_note` the sentence of `waiting_note()` below.
    `print_count` 0 is the original, k > 0 the k-th 补打. Amounts in fen.
    `reversed`: a red slip cancels it; `reverses`: this is the red slip, and that the number it cancels. `sheet` is the
    number of the pre-numbered form it is printed on, `paid_by` who paid where it was not the insured ("张三（子）"),
    `late` the paper it was entered from ("纸质凭据 0001234，2023-11-14 收款"). `benefit_provisional`: the start of the
    benefit follows the day the money is received (随县: 到账).
    """

    number: str
    title: str
    disclaimer: str
    practice: bool
    draft: bool
    point_name: str
    point_code: str
    payer_name: str
    id_masked: str
    household: str
    benefit_year: int
    insurance_name: str
    category: str | None
    price_fen: int
    subsidy_fen: int
    due_fen: int
    reason: str
    clause: str
    method: str
    reference_tail: str | None
    terminal: str | None
    benefit_start: date | None
    benefit_end: date | None
    waiting: str
    waiting_note: str
    clerk: str
    paid_at: datetime
    entry_hash8: str
    print_count: int
    voided: bool
    reversed: bool = False
    reverses: str | None = None
    sheet: str | None = None
    paid_by: str | None = None
    late: str | None = None
    benefit_provisional: bool = False


class Line(msgspec.Struct, frozen=True):
    """One line of a receipt: a key for the device that places it, and the two texts a person reads."""

    key: str
    label: str
    value: str


def number(point: str, *, year: int, device: int, renewal: int, serial: int) -> str:
    """The 22 digits (design §2 rule 5). `year` is the full benefit year.

    Parts that cannot stand there are WrongUse("receipt_number_parts"); a serial outside both series is
    Refused("receipt_serials_used_up"): a number is never reused to make room.
    """
    if not (re.fullmatch(r"[0-9]{12}", point) and 2000 <= year <= 2099 and 1 <= device <= 9 and 0 <= renewal <= 9):
        raise WrongUse("receipt_number_parts", point=point, year=year, device=device, renewal=renewal)
    if serial not in FEE_SERIALS and serial not in ZERO_SERIALS:
        raise Refused("receipt_serials_used_up", serial=serial)
    return f"{point}{year % 100:02d}{device}{renewal}{serial:06d}"


def parse(text: str) -> ReceiptNumber:
    """The parts of a receipt number, typed or scanned, with or without the blanks it is printed with.

    Anything else is WrongUse("receipt_number_unreadable").
    """
    match = LAYOUT.fullmatch(SEPARATORS.sub("", text))
    if match is None:
        raise WrongUse("receipt_number_unreadable", text=text)
    point, year2, device, renewal, serial = match.groups()
    if int(serial) not in FEE_SERIALS and int(serial) not in ZERO_SERIALS:
        raise WrongUse("receipt_number_unreadable", text=text)
    return ReceiptNumber(point, int(year2), int(device), int(renewal), int(serial))


def grouped(number: str) -> str:
    """The number as people read it out: point in threes, year, series, serial in threes."""
    ends = (3, 6, 9, 12, 14, 16, 19, 22)
    return " ".join(number[start:end] for start, end in zip((0, *ends), ends, strict=False))


def waiting_note(waiting: str, start: date | None) -> str:
    """The sentence on a waiting period, empty where there is none. `waiting` is "0", "<n>d" or "<n>m"."""
    if waiting == "0":
        return ""
    span = f"{int(waiting[:-1])}{'个月' if waiting.endswith('m') else '天'}"
    begins = f"自{day_text(start)}起享受" if start else "起始日待核定"
    return f"有{span}等待期，等待期内不享受待遇，{begins}。"


def day_text(day: date) -> str:
    """2024-01-01 -> 2024年1月1日."""
    return f"{day.year}年{day.month}月{day.day}日"


def marks(view: ReceiptView) -> tuple[str, ...]:
    """What must be seen before anything else is read, gravest first. An ordinary original has none."""
    found = (
        (VOID_MARK, view.voided),
        (REVERSED_MARK, view.reversed),
        (DRAFT_MARK, view.draft),
        (PRACTICE_MARK, view.practice),
        (reprint_mark(view.print_count), view.print_count > 0),
    )
    return tuple(mark for mark, stands in found if stands)


def reprint_mark(print_count: int) -> str:
    """补打 and its count."""
    return f"补打 {print_count}"


def red_slip(
    view: ReceiptView, *, number: str, reason: str, clause: str, clerk: str, at: datetime, entry_hash8: str
) -> ReceiptView:
    """The red slip that cancels `view`: the amount negative, the cancelled number on it, its own number and entry.

    `reason` and `clause` say why it was cancelled. `sheet`, `late` and the marks of the cancelled one stay with that.
    """
    return replace(
        view,
        number=number,
        title=RED_TITLE,
        disclaimer=f"{RED_NOTE}{view.disclaimer}",
        reverses=view.number,
        due_fen=-view.due_fen,
        reason=reason,
        clause=clause,
        clerk=clerk,
        paid_at=at,
        entry_hash8=entry_hash8,
        print_count=0,
        voided=False,
        reversed=False,
        sheet=None,
        late=None,
    )


def lines(view: ReceiptView) -> tuple[Line, ...]:
    """The receipt in reading order, without title, marks and disclaimer. No value is empty."""
    found = (*_who(view), *_how_much(view), *_why(view), *_where(view))
    return found if view.reverses is None else tuple(_red(found))


def _red(found: tuple[Line, ...]) -> Iterator[Line]:
    """The lines as a red slip words them: it promises no benefit."""
    for line in found:
        if line.key not in RED_WITHOUT:
            yield Line(line.key, RED_LABELS.get(line.key, line.label), line.value)


def _who(view: ReceiptView) -> tuple[Line, ...]:
    return (
        Line("number", "凭据号", grouped(view.number)),
        *_said("sheet", "票证号", view.sheet),
        *_said("reverses", "冲销凭据号", view.reverses and grouped(view.reverses)),
        Line("payer", "参保人", view.payer_name),
        Line("id", "证件号码", view.id_masked),
        Line("household", "户号", view.household or "—"),
        Line("insurance", "项目", view.insurance_name),
        Line("year", "参保年度", f"{view.benefit_year}年度"),
    )


def _said(key: str, label: str, value: str | None) -> tuple[Line, ...]:
    """A line that only some receipts have."""
    return (Line(key, label, value),) if value else ()


def _how_much(view: ReceiptView) -> tuple[Line, ...]:
    return (
        Line("category", "资助类别", view.category or "无"),
        Line("price", "缴费标准", f"{money.yuan(view.price_fen)} 元"),
        Line("subsidy", "资助金额", f"{money.yuan(view.subsidy_fen)} 元"),
        Line("due", "个人实缴", f"¥{money.yuan(view.due_fen)}"),
        Line("upper", "大写", f"人民币{money.upper(view.due_fen)}"),
        Line("method", "收款方式", method_text(view)),
        *_said("paid_by", "缴款人", view.paid_by),
    )


def _why(view: ReceiptView) -> tuple[Line, ...]:
    reason = f"{view.reason}（{clause_words(view.clause)}）" if view.clause else view.reason
    return (
        Line("benefit", "待遇期", benefit_text(view)),
        *_said("waiting", "等待期", view.waiting_note),
        Line("reason", "应缴依据", reason),
        *_said("late", "补录", view.late),
    )


def _where(view: ReceiptView) -> tuple[Line, ...]:
    return (
        Line("point", "收款点", f"{view.point_name}（{view.point_code}）"),
        Line("clerk", "收款人", view.clerk),
        Line("paid_at", "收款时间", f"{view.paid_at:%Y-%m-%d %H:%M:%S}"),
        Line("entry", "登记校验码", view.entry_hash8),
    )


def benefit_text(view: ReceiptView) -> str:
    """From when to when the resident is covered; what is not settled yet is said, not left blank."""
    return _period(view) + ("（起始日以到账日期为准）" if view.benefit_provisional else "")


def _period(view: ReceiptView) -> str:
    if view.benefit_start is None:
        return "待核定"
    if view.benefit_end is None:
        return f"{day_text(view.benefit_start)}起"
    return f"{day_text(view.benefit_start)} 至 {day_text(view.benefit_end)}"


def method_text(view: ReceiptView) -> str:
    """How the money came, with what finds the POS slip again; never more of a card than the last digits."""
    found = (("终端", view.terminal), ("参考号尾号", view.reference_tail)) if view.method == "pos" else ()
    details = "，".join(f"{label} {value}" for label, value in found if value)
    return METHODS[view.method] + (f"（{details}）" if details else "")
