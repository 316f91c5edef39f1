"""The 日报 as data: what it says about a clean day and about one that is short."""

from datetime import date, datetime

import pytest

from app.domain import report
from app.domain.day import BadNote
from app.domain.report import DayReport
from app.domain.takings import ClerkTakings, Passed, TerminalTakings
from tests.reports import day


def values(found: DayReport) -> dict[str, str]:
    return {line.key: line.value for line in report.lines(found)}


def test_a_clean_day():
    found = values(day())
    assert found["match"] == "人票款信息相符"
    assert found["difference"] == "无长短款"
    assert found["reason"] == "无"
    assert found["takings"] == "¥2018.00  人民币贰仟零壹拾捌元整"


def test_a_day_short_of_fifty_yuan():
    found = values(day(counted_fen=178800, reason="找零多找"))
    assert found["match"] == "不相符，见差异说明"
    assert found["difference"] == "短款 50.00 元"
    assert found["reason"] == "找零多找"


@pytest.mark.parametrize("odd", ["people", "receipts", "records"])
def test_one_record_too_many_is_not_clean(odd):
    assert day().clean
    assert not day(**{odd: 13}).clean


def test_only_notes_that_were_there():
    found = values(day(notes=((10000, 18), (5000, 0), (1000, 3), (50, 16))))
    assert found["notes"] == "100元 × 18，10元 × 3，5角 × 16"
    assert "notes" not in values(day(notes=()))


def test_the_head_of_the_journal_in_groups():
    assert values(day(journal_head="0123456789abcdef" * 4, journal_seq=57))["head"] == "第 57 条  0123 4567 89ab cdef"


def test_times_and_date():
    found = values(day(day=date(2023, 11, 5), opened_at=datetime(2023, 11, 5, 8, 2)))
    assert (found["day"], found["opened"]) == ("2023年11月5日", "2023-11-05 08:02")


def test_what_only_some_days_have():
    plain = values(day())
    assert not {"late", "red", "carried", "clerks", "cards", "handover", "bad", "second", "perpetual"} & set(plain)
    found = values(
        day(
            voided_fen=38_000,
            late=2,
            carried_fen=38_000,
            reversed_count=1,
            reversed_fen=38_000,
            bad=(BadNote(kind="counterfeit", fen=5_000, pieces=1),),
            second="村主任",
            passed=(Passed(giver="甲", taker="乙", counted_fen=50_000, difference_fen=-1_000, reason="找零"),),
            perpetual_fen=201_800,
        )
    )
    assert found["receipts"] == "12 张（另作废 1 张 380.00 元）"
    assert found["late"] == "2 张纸质凭据当日录入"
    assert found["carried"] == "380.00 元，不动现金"
    assert found["red"] == "1 笔 -380.00 元，冲销以前账日，不动现金"
    assert found["bad"] == "假币 50 元 × 1"
    assert found["second"] == "村主任"
    assert found["handover"] == "甲 交 乙，点得 500.00 元，短款 10.00 元（找零）"
    assert found["perpetual"] == "2018.00 元（含作废，只增不减）"


def test_takings_by_clerk_only_where_there_are_several():
    one = ClerkTakings(clerk="甲", people=5, cash_fen=190_000, pos_fen=0)
    two = ClerkTakings(clerk="乙", people=1, cash_fen=0, pos_fen=38_000)
    assert "clerks" not in values(day(clerks=(one,)))
    said = values(day(clerks=(one, two)))["clerks"]
    assert said == "甲 5 人，现金 1900.00 元；乙 1 人，现金 0.00 元，刷卡 380.00 元"


@pytest.mark.parametrize(
    ("slip", "verdict"), [((None, None), "结算单未录入"), ((1, 38_000), "相符"), ((2, 76_000), "不相符")]
)
def test_a_terminal_beside_its_slip(slip, verdict):
    found = TerminalTakings(terminal="T1", posted=1, posted_fen=38_000, slip=slip[0], slip_fen=slip[1])
    said = values(day(terminals=(found,)))["cards"]
    assert said.startswith("终端 T1 登记 1 笔 380.00 元，")
    assert said.endswith(verdict)


def test_a_slip_that_differs_keeps_the_day_from_being_clean():
    assert not day(mismatches=("终端 T1 结算单 2 笔",)).clean
