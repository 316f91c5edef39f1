"""A township's roster in which more than forty rows are wrong, each in its own way: the good ones are taken, the
bad ones named."""

import csv
from pathlib import Path
from zipfile import ZipFile

import openpyxl

from tests.factories import Place
from tests.factories_roster import BAD_ROWS, HEADER, id_number, row

GOOD = [
    row(姓名=name, 身份证号=id_number(order=order))
    for order, name in enumerate(("王一", "李二", "单三", "曾四"), start=101)
]


def mixed_roster(file: Path) -> dict[int, str]:
    """Good rows among the bad; returns what must be said of which row."""
    rows, expected = [HEADER, GOOD[0]], {}
    for _, cells, reason in BAD_ROWS:
        rows.append(cells)
        expected[len(rows)] = reason
    rows += GOOD[1:]
    with file.open("w", encoding="gb18030", errors="replace", newline="") as stream:
        csv.writer(stream).writerows(rows)
    return expected


def written(file: Path) -> list[list[str]]:
    """The rejects sheet as a clerk opens it: the row's number, then text only; a formula would run on the machine."""
    workbook = openpyxl.load_workbook(file)
    cells = [list(line) for line in workbook.worksheets[0].iter_rows()]
    assert {cell.data_type for line in cells for cell in line[1:] if cell.value is not None} == {"s"}
    with ZipFile(file) as parts:
        assert all(b"<f>" not in parts.read(name) for name in parts.namelist() if "worksheets" in name)
    return [["" if cell.value is None else str(cell.value) for cell in line] for line in cells]


def test_roster_with_forty_kinds_of_bad_rows(point: Place, tmp_path):
    file = tmp_path / "名册.csv"
    expected = mixed_roster(file)
    assert len(expected) >= 40

    done = point.json("roster", "import", file)
    figures = {name: done[name] for name in ("read", "added", "changed", "rejected")}
    assert figures == {"read": len(expected) + 4, "added": 4, "changed": 0, "rejected": len(expected)}
    assert {hit["name"] for hit in point.json("find", "000001")} == {"王一", "李二", "单三", "曾四"}

    # The sheet lies beside the source: row number, reasons, and the row as it was.
    rejects = Path(done["rejects_file"])
    assert rejects.parent == tmp_path
    header, *lines = written(rejects)
    assert set(HEADER) <= set(header)
    reasons = {int(line[0]): line[1] for line in lines}
    assert set(reasons) == set(expected)
    wrong = {number: (reason, reasons[number]) for number, reason in expected.items() if reason not in reasons[number]}
    assert not wrong

    # Once more changes nothing, and does not write over the first sheet.
    entries = point.json("verify")["entries"]
    again = point.json("roster", "import", file)
    assert (again["added"], again["changed"], again["rejected"]) == (0, 0, len(expected))
    assert again["rejects_file"] != str(rejects) and rejects.exists()
    assert point.json("verify")["entries"] == entries


def test_the_rejected_rows_can_be_mended_and_imported(point: Place, tmp_path):
    file = tmp_path / "名册.csv"
    with file.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream).writerows([HEADER, GOOD[0], row(姓名="李二", 身份证号="", 备注="=1+1")])
    rejects = Path(point.json("roster", "import", file)["rejects_file"])

    workbook = openpyxl.load_workbook(rejects)
    sheet = workbook.worksheets[0]
    columns = {cell.value: cell.column for cell in sheet[1]}
    sheet.cell(2, columns["身份证号"]).value = id_number(order=102)
    sheet.cell(2, columns["备注"]).value = "已补"
    workbook.save(rejects)
    done = point.json("roster", "import", rejects)
    assert (done["added"], done["rejected"], done["rejects_file"]) == (1, 0, None)


def test_a_file_that_is_no_roster_changes_nothing(point: Place, tmp_path):
    (tmp_path / "通知.csv").write_text("关于做好征缴工作的通知\n各村：\n", encoding="utf-8")
    (tmp_path / "坏.xlsx").write_bytes(b"PK\x03\x04" + bytes(200))
    (tmp_path / "照片.jpg").write_bytes(b"\xff\xd8\xff")
    point.refuses("sheet_no_header", "roster", "import", tmp_path / "通知.csv")
    point.refuses("sheet_unreadable", "roster", "import", tmp_path / "坏.xlsx")
    point.refuses("sheet_kind_unknown", "roster", "import", tmp_path / "照片.jpg")
    point.refuses("sheet_missing", "roster", "import", tmp_path / "没有.csv")
    assert point.json("verify")["entries"] == 1


def test_a_changed_roster_changes_people_and_takes_nobody_away(point: Place, tmp_path):
    file = tmp_path / "名册.csv"

    def load(*rows: list[str]) -> tuple[int, int]:
        with file.open("w", encoding="utf-8-sig", newline="") as stream:
            csv.writer(stream).writerows([HEADER, *rows])
        done = point.json("roster", "import", file)
        return done["added"], done["changed"]

    assert load(GOOD[0], GOOD[2]) == (2, 0)
    assert point.json("find", "ds")[0]["name"] == "单三"
    # 单三 was 王三 all along, and now has a category; 王一 is not in the file and stays.
    assert load(row(姓名="王三", 身份证号=id_number(order=103), 人员类别="低保", 认定日期="2023-01-01")) == (0, 1)
    assert [hit["name"] for hit in point.json("find", "ws")] == ["王三"]
    assert point.json("find", "ds") == []
    assert point.json("due", "r2")["due_fen"] == 3_800
    assert [hit["name"] for hit in point.json("find", "王一")] == ["王一"]
