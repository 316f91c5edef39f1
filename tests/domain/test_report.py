"""The 日报 as data: what it says about a clean day and about one that is short."""

from datetime import date, datetime

import pytest

from app.domain import report
from app.domain.report import DayReport
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
