"""The recovery sheet and the 日报: what people must be able to read off them."""

from datetime import date

import pytest

from app.devices import day_report_pdf, recovery_sheet
from app.domain import report
from tests.devices.pages import copied, ink_at_the_edges, raster
from tests.reports import day

CODE = "7KQ2-MX4P-9RTW-C3HN-V8DY-5FJB-2GZS-6LAE-K4MP-QW7X-TR9C-3NHV-Y8D2"


def sheet(**changes):
    given = {"point_name": "建平镇𠮷村", "point_code": "341821100201", "code": CODE, "practice": False}
    return recovery_sheet.render(**{**given, "made_on": date(2023, 11, 15), **changes})


def test_the_recovery_code_in_numbered_groups():
    for text in copied(sheet()):
        for index, group in enumerate(CODE.split("-"), start=1):
            assert f"{index}{group}" in text
        assert "建平镇𠮷村（341821100201）" in text
        assert "2023年11月15日" in text
        assert "装入信封" in text


@pytest.mark.parametrize(
    ("code", "groups"),
    [("ABCD-EFGH", ["ABCD", "EFGH"]), ("ABC DEF\n", ["ABC", "DEF"]), ("ABCDEFGHIJ", ["ABCD", "EFGH", "IJ"])],
)
def test_groups_as_they_come_or_by_four(code, groups):
    assert recovery_sheet.groups(code) == groups


def test_practice_is_seen_on_both():
    for pdf in (sheet(practice=True), day_report_pdf.render(day(practice=True))):
        assert all("练习不作凭证" in text for text in copied(pdf))


def test_nothing_where_printers_cannot_print():
    for pdf in (sheet(), day_report_pdf.render(day(reason="找零时多找五十元，" * 60))):
        assert not ink_at_the_edges(raster(pdf, 100), 5, 100)


def test_the_report_says_all_its_lines(tmp_path):
    short = day(counted_fen=178800, reason="找零多找", notes=((10000, 17), (100, 3)))
    day_report_pdf.write(short, tmp_path / "report.pdf")
    for text in copied((tmp_path / "report.pdf").read_bytes()):
        for line in report.lines(short):
            assert "".join((line.label + line.value).split()) in text
        assert "复核人（签章）" in text


def test_the_sheets_are_files(tmp_path):
    recovery_sheet.write(
        tmp_path / "code.pdf", point_name="村", point_code="1" * 12, code=CODE, made_on=date(2024, 1, 1), practice=True
    )
    assert (tmp_path / "code.pdf").read_bytes().startswith(b"%PDF")
