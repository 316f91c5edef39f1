"""`report` and `decline` as they are typed."""

from pathlib import Path

import openpyxl
import pytest

from tests.factories import Place, family

NAMES = (
    "daily", "cash", "receipts", "stock", "remittances", "progress", "unpaid", "board", "register", "summary",
    "inspection",
)  # fmt: skip


@pytest.fixture
def closed(counter: Place) -> Place:
    """One closed day on which r1 and r2 paid 418 yuan."""
    counter.says("pay", "r1", "r2", "--cash-fen", 41_800)
    counter.says("day", "count", "--fen", 61_800)
    counter.says("day", "close")
    return counter


@pytest.mark.parametrize("name", NAMES)
def test_every_report_as_text_as_json_and_as_files(closed: Place, tmp_path: Path, name: str):
    listings = closed.json("report", name)["listings"]
    said = closed.says("report", name)
    assert all(listing["title"] in said for listing in listings)
    assert "练习 不作凭证" in said
    pdf, xlsx = tmp_path / "a.pdf", tmp_path / "a.xlsx"
    done = closed.json("report", name, "--pdf", pdf, "--xlsx", xlsx)
    assert done == {"report": name, "files": [str(pdf), str(xlsx)]}
    assert pdf.read_bytes().startswith(b"%PDF")
    assert openpyxl.load_workbook(xlsx).sheetnames[0] == "".join(c for c in listings[0]["title"] if c not in "/")


def test_a_table_for_people(closed: Place):
    said = closed.says("report", "summary").splitlines()
    assert said[0] == "参保缴费汇总表"
    assert said[4].split() == ["分类", "名称", "人数", "其中免缴", "缴费标准（元）", "资助金额（元）", "个人缴费（元）"]
    assert said[5].split() == ["按小组", "一组", "2", "0", "760.00", "342.00", "418.00"]


def test_full_numbers_go_into_files_only(closed: Place, tmp_path: Path):
    number = family()[0].document_number
    assert number not in closed.says("report", "register")
    assert number not in closed("report", "register", "--json").out
    closed.says("report", "register", "--xlsx", tmp_path / "a.xlsx")
    cells = [cell.value for row in openpyxl.load_workbook(tmp_path / "a.xlsx").active.iter_rows() for cell in row]
    assert number in cells


def test_the_board_with_whole_names_once_the_county_says_so(closed: Place):
    assert "曾*福" in closed.says("report", "board")
    assert "曾广福" in closed.says("report", "board", "--names", "full")
    assert "曾广福" in closed.says("report", "board")
    assert "曾广福" not in closed.says("report", "board", "--names", "masked")


def test_why_somebody_does_not_join(closed: Place):
    assert closed.says("decline", "r3", "--reason", "away", "--note", "在杭州") == "已登记：曾建国 外出，联系不上。\n"
    rows = closed.json("report", "unpaid")["listings"][0]["rows"]
    assert [row["reason"] for row in rows if row["name"] == "曾建国"] == ["外出，联系不上（在杭州）"]
    assert "unwilling" in closed.refuses("decline_reason", "decline", "r3", "--reason", "busy", exit_code=2)
    closed.refuses("already_paid", "decline", "r1", "--reason", "away")


def test_what_cannot_be_reported(closed: Place, tmp_path: Path):
    assert "daily" in closed.refuses("report_unknown", "report", "weekly", exit_code=2)
    closed.refuses("report_not_by_day", "report", "cash", "--day", 1, exit_code=2)
    closed.refuses("day_not_closed", "report", "daily", "--day", 2)
    closed.refuses("report_file", "report", "cash", "--pdf", tmp_path / "a.txt", exit_code=2)
    closed.refuses("cannot_write", "report", "cash", "--pdf", tmp_path / "none" / "a.pdf")
    assert list(tmp_path.glob("a.*")) == []


def test_a_day_that_is_open_is_not_told(counter: Place):
    counter.says("pay", "r1", "--cash-fen", 38_000)
    assert "380" not in counter.says("report", "cash")
    assert "380" not in counter.says("report", "remittances")
    counter.refuses("day_not_closed", "report", "daily")
