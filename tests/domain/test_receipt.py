"""The receipt: its number and its words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import receipt
from app.domain.errors import Refused, WrongUse
from tests.receipts import STATES, view

POINT = "341821100201"


def values(changed):
    return {line.key: line.value for line in receipt.lines(changed)}


def test_the_number_is_point_year_series_serial():
    assert receipt.number(POINT, year=2024, device=1, renewal=0, serial=123) == POINT + "24" + "10" + "000123"


@given(
    st.from_regex(r"[0-9]{12}", fullmatch=True),
    st.integers(2000, 2099),
    st.integers(1, 9),
    st.integers(0, 9),
    st.sampled_from([1, 899_999, 900_001, 999_999]) | st.integers(1, 899_999),
)
def test_a_number_reads_back(point, year, device, renewal, serial):
    number = receipt.number(point, year=year, device=device, renewal=renewal, serial=serial)
    assert len(number) == 22
    assert receipt.parse(number) == receipt.ReceiptNumber(point, year % 100, device, renewal, serial)
    assert receipt.parse(receipt.grouped(number)) == receipt.parse(number)


@pytest.mark.parametrize("serial", [0, 900_000, 1_000_000, -1])
def test_a_series_that_is_full_stops(serial):
    with pytest.raises(Refused) as refused:
        receipt.number(POINT, year=2024, device=1, renewal=0, serial=serial)
    assert refused.value.code == "receipt_serials_used_up"


@pytest.mark.parametrize(
    "parts",
    [
        {"point": "34182110020"},
        {"point": "34182110020A"},
        {"point": "３41821100201"},
        {"year": 24},
        {"device": 0},
        {"device": 10},
        {"renewal": 10},
        {"renewal": -1},
    ],
)
def test_parts_that_cannot_stand_in_a_number(parts):
    point, *_ = (parts.pop("point", POINT),)
    with pytest.raises(WrongUse) as refused:
        receipt.number(point, **{"year": 2024, "device": 1, "renewal": 0, "serial": 1, **parts})
    assert refused.value.code == "receipt_number_parts"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "34182110020124100001",
        POINT + "24" + "00" + "000123",
        POINT + "24" + "10" + "000000",
        POINT + "24" + "10" + "900000",
        POINT + "24" + "10" + "000123" + "4",
        POINT + "24" + "10" + "00012x",
    ],
)
def test_what_is_no_receipt_number(text):
    with pytest.raises(WrongUse) as refused:
        receipt.parse(text)
    assert refused.value.code == "receipt_number_unreadable"


def test_confirmations_are_a_series_of_their_own():
    fee = receipt.parse(STATES["original"].number)
    confirmation = receipt.parse(STATES["zero"].number)
    assert (fee.zero_due, confirmation.zero_due) == (False, True)


def test_the_amount_in_figures_and_in_writing():
    found = values(view())
    assert (found["due"], found["upper"]) == ("¥38.00", "人民币叁拾捌元整")
    assert (found["price"], found["subsidy"]) == ("380.00 元", "342.00 元")


def test_the_reason_cites_its_clause():
    assert values(view())["reason"].endswith("（三(二)）")
    assert values(view(clause=""))["reason"] == view().reason


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({"method": "cash"}, "现金"),
        ({"method": "zero"}, "个人免缴，未收款"),
        ({"method": "pos"}, "POS 刷卡"),
        (
            {"method": "pos", "terminal": "10023387", "reference_tail": "4471"},
            "POS 刷卡（终端 10023387，参考号尾号 4471）",
        ),
    ],
)
def test_how_it_was_paid(changes, text):
    assert values(view(**changes))["method"] == text


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({}, "2024年1月1日 至 2024年12月31日"),
        ({"benefit_end": None}, "2024年1月1日起"),
        ({"benefit_start": None}, "待核定"),
        ({"benefit_provisional": True}, "2024年1月1日 至 2024年12月31日（起始日以到账日期为准）"),
        ({"benefit_start": None, "benefit_provisional": True}, "待核定（起始日以到账日期为准）"),
    ],
)
def test_from_when_to_when(changes, text):
    assert values(view(**changes))["benefit"] == text


@pytest.mark.parametrize(
    ("waiting", "start", "sentence"),
    [
        ("0", date(2024, 1, 1), ""),
        ("90d", date(2024, 4, 1), "有90天等待期，等待期内不享受待遇，自2024年4月1日起享受。"),
        ("3m", date(2024, 4, 1), "有3个月等待期，等待期内不享受待遇，自2024年4月1日起享受。"),
        ("3m", None, "有3个月等待期，等待期内不享受待遇，起始日待核定。"),
    ],
)
def test_the_waiting_period_is_a_sentence(waiting, start, sentence):
    assert receipt.waiting_note(waiting, start) == sentence


@pytest.mark.parametrize(
    ("state", "marks"),
    [
        ("original", ()),
        ("reprint", ("补打 2",)),
        ("practice", ("练习 不作凭证",)),
        ("draft", ("征求意见稿，不得收费", "练习 不作凭证")),
        ("void", ("作废", "补打 1")),
        ("reversed", ("已红冲",)),
        ("red", ()),
    ],
)
def test_marks(state, marks):
    assert receipt.marks(STATES[state]) == marks


@pytest.mark.parametrize("state", STATES)
def test_no_line_is_empty_or_said_twice(state):
    found = receipt.lines(STATES[state])
    assert all(line.label and line.value for line in found)
    assert len({line.key for line in found}) == len(found)
    assert {line.key for line in found} <= receipt.KEYS


def test_a_void_receipt_that_was_reversed_says_both():
    assert receipt.marks(view(voided=True, reversed=True)) == ("作废", "已红冲")


@pytest.mark.parametrize(
    ("changes", "key", "label", "text"),
    [
        ({"sheet": "00381725"}, "sheet", "票证号", "00381725"),
        ({"paid_by": "张三（子）"}, "paid_by", "缴款人", "张三（子）"),
        (
            {"late": "纸质凭据 0001234，2023-11-14 收款"},
            "late",
            "补录",
            "纸质凭据 0001234，2023-11-14 收款",
        ),
    ],
)
def test_what_only_some_receipts_say(changes, key, label, text):
    assert receipt.Line(key, label, text) in receipt.lines(view(**changes))
    assert key not in values(view())


def test_a_red_slip_takes_the_amount_back_and_cites_the_number():
    red = STATES["red"]
    found = {line.key: (line.label, line.value) for line in receipt.lines(red)}
    assert red.title == "红字冲销凭据"
    assert found["reverses"] == ("冲销凭据号", receipt.grouped(view().number))
    assert found["due"] == ("冲销金额", "¥-380.00")
    assert found["upper"] == ("大写", "人民币(红字)叁佰捌拾元整")
    assert found["clerk"] == ("经办人", "王会计")
    assert found["reason"] == ("冲销原因", "错误缴费：收错了人")
    assert not {"benefit", "waiting"} & found.keys()
    assert red.disclaimer.startswith("红字冲销只更正账目，不从抽屉退付现金")


def test_a_red_slip_is_an_original_of_its_own():
    """The marks, the form and the late paper of what it cancels stay with that."""
    first = view(print_count=3, voided=True, reversed=True, sheet="00381725", late="纸质凭据 0001234", paid_by="张三")
    red = receipt.red_slip(
        first,
        number="3418211002012410000131",
        reason="错误缴费",
        clause="六",
        clerk="王会计",
        at=view().paid_at,
        entry_hash8="51e0bb92",
    )
    assert receipt.marks(red) == ()
    assert (red.sheet, red.late, red.paid_by) == (None, None, "张三")
    assert (red.number, red.reverses) == ("3418211002012410000131", first.number)
    assert values(red)["reason"] == "错误缴费（六）"
