"""Receipts for tests: a paid one with everything on it, and the states a receipt can be in."""

from datetime import date, datetime, timedelta, timezone
from typing import Any

from msgspec.structs import replace

from app.domain.receipt import ReceiptView, red_slip, waiting_note

CHINA = timezone(timedelta(hours=8))

ORIGINAL = ReceiptView(
    number="3418211002012410000123",
    title="城乡居民基本医疗保险费收款凭据",
    disclaimer="本凭据非税务/财政票据，正式票据以税务机关开具为准。",
    practice=False,
    draft=False,
    point_name="建平镇钟桥村",
    point_code="341821100201",
    payer_name="曾祥吉",
    id_masked="341821********1234",
    household="0312",
    benefit_year=2024,
    insurance_name="城乡居民基本医疗保险费",
    category="低保对象",
    price_fen=38000,
    subsidy_fen=34200,
    due_fen=3800,
    reason="低保对象，医疗救助资金资助342元，个人缴纳38元",
    clause="三(二)",
    method="cash",
    reference_tail=None,
    terminal=None,
    benefit_start=date(2024, 1, 1),
    benefit_end=date(2024, 12, 31),
    waiting="0",
    waiting_note="",
    clerk="李会计",
    paid_at=datetime(2023, 11, 15, 10, 24, 31, tzinfo=CHINA),
    entry_hash8="9f3ac07e",
    print_count=0,
    voided=False,
)


def view(**changes: Any) -> ReceiptView:
    """An ordinary paid receipt, with changes."""
    return replace(ORIGINAL, **changes)


STATES = {
    "original": view(),
    "reprint": view(print_count=2),
    "pos": view(method="pos", terminal="10023387", reference_tail="4471"),
    "practice": view(practice=True),
    "draft": view(draft=True, practice=True),
    "void": view(voided=True, print_count=1),
    "zero": view(number="3418211002012410900001", method="zero", due_fen=0, subsidy_fen=38000, category="特困供养人员"),
    "waiting": view(waiting="90d", benefit_start=date(2024, 4, 1), waiting_note=waiting_note("90d", date(2024, 4, 1))),
    "rare": view(payer_name="䶮㛃𬭼𠮷"),
    "long": view(payer_name="阿卜杜热西提·买买提艾力·阿卜杜热合曼𠮷䶮"),
    "late": view(late="纸质凭据 0001234，2023-11-14 收款", sheet="00381725"),
    "paid_by": view(paid_by="张三（子）", benefit_provisional=True),
    "reversed": view(reversed=True),
    "red": red_slip(
        view(due_fen=38000, subsidy_fen=0, category=None),
        number="3418211002012410000131",
        reason="错误缴费：收错了人",
        clause="",
        clerk="王会计",
        at=datetime(2023, 11, 17, 9, 5, 0, tzinfo=CHINA),
        entry_hash8="51e0bb92",
    ),
}

# Everything there can be on one receipt, but for the red slip.
FULL = view(
    payer_name="阿卜杜热西提·买买提艾力·阿卜杜热合曼𠮷䶮",
    method="pos",
    terminal="10023387",
    reference_tail="4471",
    waiting="90d",
    waiting_note=waiting_note("90d", date(2024, 4, 1)),
    benefit_start=date(2024, 4, 1),
    benefit_provisional=True,
    late="纸质凭据 0001234，2023-11-14 收款",
    sheet="00381725",
    paid_by="买买提艾力（子）",
    practice=True,
    draft=True,
    print_count=3,
)
