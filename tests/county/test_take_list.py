"""Lists of other offices: columns by any usual name, bad rows named, the same file twice, and sheets made to harm."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from app.county.list_values import mark_and_fen, period_year, signed_fen, voucher_of
from app.county.office import County
from app.county.take_list import TakenList, take_list
from app.domain.errors import Refused
from tests.county.books import TAX, key, number, sheet, tax_row
from tests.county.tables import content, rows
from tests.factories_journal import NOON, Village

LATER = NOON + timedelta(days=30)


def take(county: County, file: Path, kind: str = "tax", **asked: Any) -> TakenList:
    return take_list(county, file, kind=kind, now=LATER, **asked)


def reasons(file: str) -> dict[int, str]:
    sheet = openpyxl.load_workbook(file).active
    return {row[0]: row[1] for row in sheet.iter_rows(min_row=2, values_only=True)}


def test_a_tax_list_with_titles_above(county: County, tmp_path: Path) -> None:
    file = sheet(
        tmp_path / "税务.csv", TAX, tax_row("3340001", 1, "380.00"), tax_row("3340002", 2, "-380", mark="退费"),
        above=[["郎溪县税务局"], [], ["制表 2023-12-01"]],
    )  # fmt: skip
    done = take(county, file)
    assert (done.read, done.taken, done.rejected, done.known, done.rejects_file) == (2, 2, 0, False, None)
    assert sorted((r["person"], r["year"], r["mark"], r["amount_fen"]) for r in rows(county, "tax_rows")) == [
        (key(1), 2024, "paid", 38_000),
        (key(2), 2024, "refund", 38_000),
    ]
    assert {(r["remitted_on"], r["received_on"]) for r in rows(county, "tax_rows")} == {("2023-11-16", "2023-11-18")}


def test_other_names_for_the_same_columns(county: County, tmp_path: Path) -> None:
    heading = "序号 纳税人识别号 公民身份号码* 完税凭证号 所属期起 所属期止 实缴金额（元） 应缴金额 入库日期 征收渠道"
    row = [1, "91341821MA0000", number(1), "ab-12", "2024-01-01", "2024-12-31", "￥1,020.50", "999", "", "微信支付"]
    take(county, sheet(tmp_path / "a.csv", heading, row))
    (found,) = rows(county, "tax_rows")
    assert (found["person"], found["voucher"], found["amount_fen"], found["online"]) == (key(1), "AB-12", 102_050, 1)


def test_the_same_list_twice_changes_nothing(county: County, tmp_path: Path) -> None:
    file = sheet(tmp_path / "a.csv", TAX, tax_row("V1", 1, 380), tax_row("V2", 2, "x"))
    first = take(county, file)
    before = content(county)
    again = take(county, file)
    assert (again.known, again.taken, again.rejected, again.rejects_file) == (True, 1, 1, None)
    assert content(county) == before
    assert Path(str(first.rejects_file)).name == "a_未导入.xlsx" and len(list(tmp_path.glob("*.xlsx"))) == 1


def test_a_cumulative_list_brings_only_what_is_new(county: County, tmp_path: Path) -> None:
    take(county, sheet(tmp_path / "a.csv", TAX, tax_row("V1", 1, 380)))
    take(county, sheet(tmp_path / "b.csv", TAX, tax_row("V1", 1, 380), tax_row("V2", 2, 380)))
    assert len(rows(county, "tax_rows")) == 2


def test_bad_rows_are_named_and_the_rest_is_taken(county: County, tmp_path: Path) -> None:
    wrong = [
        (["V2", "341821", "2024", "", "", "", "380"], "18 位"),
        (tax_row("V3", 3, "三百八"), "不是金额"),
        (tax_row("V4", 4, "0"), "是 0"),
        (tax_row("V5", 5, "380", period="2024-09-01至2025-08-31"), "跨了两个年度"),
        (tax_row("V6", 6, "-380"), "不知道是缴是退"),
        (tax_row("V7", 7, "380", mark="代扣"), "不能识别"),
        (tax_row("3.34182E+17", 8, "380"), "按数字存放"),
        (tax_row("V9", 9, "380", period=""), "没有费款所属期"),
        (tax_row("V1", 1, "190"), "内容不同"),
        (tax_row("V1", 1, "380"), "完全相同"),
        (tax_row("V10", 10, "3800000"), "超过 100000 元"),
    ]
    done = take(county, sheet(tmp_path / "a.csv", TAX, tax_row("V1", 1, "380"), *(row for row, _ in wrong)))
    assert (done.read, done.taken, done.rejected) == (12, 1, 11)
    said = reasons(str(done.rejects_file))
    assert [text for (_, text), found in zip(wrong, said.values(), strict=True) if text not in found] == []
    assert list(said) == list(range(3, 14))


def test_cells_that_would_be_formulas(county: County, tmp_path: Path) -> None:
    file = tmp_path / "公式.xlsx"
    with xlsxwriter.Workbook(file) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, ["姓名", *TAX.split()])
        page.write_row(1, 0, ["张三", *map(str, tax_row("V1", 1, "380"))])
        page.write_row(2, 0, ["", *map(str, tax_row("V2", 2, ""))])
        page.write_string(2, 0, '=HYPERLINK("http://example.invalid","点")')
        page.write_formula(2, 7, "=380+0", value=380)
    done = take(county, file)
    assert (done.taken, done.rejected) == (1, 1)
    rejected = openpyxl.load_workbook(done.rejects_file).active
    assert "公式符号" in rejected["B2"].value
    assert rejected["C2"].data_type == "s"


@pytest.mark.parametrize(
    ("heading", "code"),
    [
        ("姓名 住址 电话", "list_no_header"),
        ("身份证号 金额 上解时间", "list_column_missing"),
        ("电子税票号 身份证号 金额 金额", "list_column_twice"),
    ],
)
def test_sheets_with_the_wrong_columns(county: County, tmp_path: Path, heading: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        take(county, sheet(tmp_path / "a.csv", heading, ["1", "2", "3", "4"]))
    assert refused.value.code == code
    assert rows(county, "lists") == []


@pytest.mark.slow
def test_a_million_rows_are_refused_before_they_are_read(county: County, tmp_path: Path) -> None:
    file = tmp_path / "大.csv"
    file.write_text(TAX.replace(" ", ",") + "\n" + "V,1,2,3,4,5,6\n" * 1_000_000, encoding="utf-8")
    with pytest.raises(Refused) as refused:
        take(county, file)
    assert refused.value.code == "sheet_too_large"


def test_a_whole_list_takes_others_off(county: County, tmp_path: Path) -> None:
    heading = "姓名 身份证号 单位名称 参保日期"
    for name, people in (("a.csv", (1, 2)), ("b.csv", (2,))):
        people_rows = [["张三", number(person), "水务公司", "2023-12-01"] for person in people]
        take(county, sheet(tmp_path / name, heading, *people_rows), "employee", whole=True)
    assert [row["person"] for row in rows(county, "employees")] == [key(2)]


def test_a_whole_list_with_a_bad_row_is_not_whole(county: County, tmp_path: Path) -> None:
    heading = "身份证号 单位名称"
    take(county, sheet(tmp_path / "a.csv", heading, [number(1), "甲"]), "employee")
    with pytest.raises(Refused) as refused:
        take(county, sheet(tmp_path / "b.csv", heading, [number(2), "甲"], ["1", "乙"]), "employee", whole=True)
    assert refused.value.code == "list_whole_rejected"
    assert [row["person"] for row in rows(county, "employees")] == [key(1)]


def test_categories_by_any_name_the_packs_know(county: County, village: Village, tmp_path: Path) -> None:
    heading = "姓名 身份证号 困难类别 认定日期"
    file = sheet(
        tmp_path / "a.csv", heading, ["张三", number(1), "低保对象、特困人员", "2023-01-01"],
        ["李四", number(2), "没有这一类", ""], ["王五", number(3), "", ""],
    )  # fmt: skip
    done = take(county, file, "category")
    assert sorted(row["category"] for row in rows(county, "category_rows")) == ["低保对象", "特困人员"]
    assert ["不在本县政策" in text or "没有人员类别" in text for text in reasons(str(done.rejects_file)).values()] == [
        True, True,
    ]  # fmt: skip


def test_values() -> None:
    assert [signed_fen(text, "金额") for text in ("380", "380.5", "(380.00)", "－380", "12,380.10元", "380.000")] == [
        38_000, 38_050, -38_000, -38_000, 1_238_010, 38_000,
    ]  # fmt: skip
    assert [mark_and_fen("", -1), mark_and_fen("退库", 1), mark_and_fen("正常", 1)] == [
        ("refund", 1), ("refund", 1), ("paid", 1),
    ]  # fmt: skip
    periods = ("2024", "2024年度", "202401-202412", "2024.01-2024.12", "2024年1月至2024年12月", "2024-01-01 00:00:00")
    assert {period_year(text, "") for text in periods} == {2024}
    assert period_year("", "") is None
    assert voucher_of(" ３３４a ") == "334A"
