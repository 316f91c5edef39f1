"""Spreadsheets read in the child process, and the sheet of rejected rows."""

import datetime
import io
from pathlib import Path
from typing import Any

import msgspec
import openpyxl
import pytest
import xlsxwriter
import xlwt

from app.devices import sheet_child, sheet_reader, sheets
from app.devices.frames import Frames
from app.devices.sheet_bounds import Limits, Verdict
from app.domain import roster
from app.domain.errors import Refused
from tests.factories_roster import HEADER, TODAY, canonical, id_number, row

ROWS = [["姓名", "身份证号"], ["张䶮", id_number()], ["𠮷国", id_number(order=2)]]


def csv_file(folder: Path, encoding: str, text: str = "", name: str = "名册.csv") -> Path:
    path = folder / name
    path.write_bytes((text or "\r\n".join(",".join(cells) for cells in ROWS)).encode(encoding))
    return path


def xlsx_file(folder: Path, rows: list[list[Any]], name: str = "名册.xlsx") -> Path:
    path = folder / name
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("一组")
        day = book.add_format({"num_format": "yyyy/m/d"})
        for number, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                sheet.write(number, column, cell, day if isinstance(cell, datetime.date) else None)
    return path


def refusal(path: Path, limits: Limits | None = None) -> Refused:
    with pytest.raises(Refused) as caught:
        sheets.read_table(path, limits)
    assert path.name in str(caught.value) or caught.value.code == "sheet_empty"
    return caught.value


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_csv_in_the_encodings_of_the_county(tmp_path: Path, encoding: str) -> None:
    assert sheets.read_table(csv_file(tmp_path, encoding)).rows == ROWS


@pytest.mark.parametrize("delimiter", ["\t", ";"])
def test_other_delimiters(tmp_path: Path, delimiter: str) -> None:
    text = "\n".join(delimiter.join(cells) for cells in ROWS)
    assert sheets.read_table(csv_file(tmp_path, "utf-8", text)).rows == ROWS


def test_csv_with_guarded_numbers_and_lines_inside_cells(tmp_path: Path) -> None:
    path = csv_file(tmp_path, "utf-8", '姓名,身份证号,备注\n张三,="341821199001010015","第一行\n第二行"\n')
    assert sheets.read_table(path).rows[1] == ["张三", "341821199001010015", "第一行\n第二行"]


def test_xlsx_keeps_row_numbers_and_makes_text_of_everything(tmp_path: Path) -> None:
    path = xlsx_file(
        tmp_path,
        [[], ["标题"], ["姓名", 13800000001, 17, 3.5, datetime.date(2023, 8, 31), True, 341821199001010015, ""]],
    )
    table = sheets.read_table(path)
    assert table.sheet == "一组"
    assert table.rows[0] == [""] * 7
    assert table.rows[2] == ["姓名", "13800000001", "17", "3.5", "2023-08-31", "TRUE", "3.41821199001010E+17"]


def test_xls(tmp_path: Path) -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("名册")
    for number, cells in enumerate(ROWS):
        for column, cell in enumerate(cells):
            sheet.write(number, column, cell)
    sheet.write(3, 0, "李四")
    sheet.write(3, 1, 341821199001010015.0)
    path = tmp_path / "名册.xls"
    book.save(str(path))
    assert sheets.read_table(path).rows == [*ROWS, ["李四", "3.41821199001010E+17"]]


def test_an_id_number_kept_as_a_number_is_rejected_as_damaged(tmp_path: Path) -> None:
    path = xlsx_file(tmp_path, [["姓名", "身份证号", "户号", "手机"], ["张三", 341821199001010015, 17, 13800000001]])
    reading = roster.parse(sheets.read_table(path), canonical=canonical, today=TODAY)
    assert "按数字存放" in reading.rejections[0].reasons[0]


def test_the_first_filled_visible_sheet_is_read_and_the_others_named(tmp_path: Path) -> None:
    path = tmp_path / "名册.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet("空")
        book.get_worksheet_by_name("空").write(0, 0, "")
        hidden = book.add_worksheet("隐藏")
        hidden.write(0, 0, "不读")
        hidden.hide()
        for name in ("一组", "二组"):
            book.add_worksheet(name).write_row(0, 0, ["姓名", name])
    table = sheets.read_table(path)
    assert (table.rows, table.sheet, table.other_sheets) == ([["姓名", "一组"]], "一组", ("二组",))


# -- refusals


def test_files_that_are_no_rosters(tmp_path: Path) -> None:
    def made(name: str, data: bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(data)
        return path

    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
    assert refusal(tmp_path / "无.xlsx").code == "sheet_missing"
    assert refusal(made("空.csv", b"")).code == "sheet_empty"
    assert refusal(made("空行.csv", b",,\n,,\n")).code == "sheet_empty"
    assert refusal(made("照片.jpg", b"\xff\xd8\xff\xe0")).code == "sheet_kind_unknown"
    assert refusal(made("网页.xls", b"<html><table>")).code == "sheet_kind_unknown"
    assert refusal(made("坏.xlsx", b"PK\x03\x04" + b"x" * 500)).code == "sheet_unreadable"
    assert refusal(made("坏.xls", ole)).code == "sheet_unreadable"
    assert refusal(made("密码.xlsx", ole + "EncryptedPackage".encode("utf-16-le"))).code == "sheet_encrypted"
    assert refusal(made("乱.csv", b"\xff\xff\x81")).code == "sheet_unreadable"
    assert refusal(made("零.csv", b"a\0b")).code == "sheet_unreadable"
    (tmp_path / "夹.xlsx").mkdir()
    assert refusal(tmp_path / "夹.xlsx").code == "sheet_kind_unknown"


def test_a_truncated_workbook(tmp_path: Path) -> None:
    path = xlsx_file(tmp_path, [["姓名", id_number()]] * 200)
    path.write_bytes(path.read_bytes()[:-100])
    assert refusal(path).code == "sheet_unreadable"


def test_a_zip_that_is_no_workbook(tmp_path: Path) -> None:
    import zipfile

    path = tmp_path / "文件.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "hello")
    assert refusal(path).code == "sheet_kind_unknown"


def test_reading_that_takes_too_long_is_stopped(tmp_path: Path) -> None:
    path = xlsx_file(tmp_path, [["姓名", id_number()]] * 2000)
    assert refusal(path, Limits(seconds=0.01)).code == "sheet_timeout"


@pytest.mark.parametrize(
    ("limits", "what"),
    [
        (Limits(file_bytes=100), "MB"),
        (Limits(rows=10), "10 行"),
        (Limits(columns=2), "第 C 列"),
        (Limits(cell_characters=5), "5 个字"),
        (Limits(unpacked_bytes=1000), "解压后"),
    ],
)
def test_each_limit_has_its_words(tmp_path: Path, limits: Limits, what: str) -> None:
    path = xlsx_file(tmp_path, [["姓名", id_number(), "备注" * 5]] * 20)
    if limits.columns == 2:
        # Columns are looked at one by one only past Z; before, each row is measured as it is read.
        what = "超过 2 列"
    assert what in refusal(path, limits).facts["what"]


def test_the_reader_is_this_program(monkeypatch: pytest.MonkeyPatch) -> None:
    assert sheet_child.reader_command()[1:] == ["-m", "app.devices.sheet_reader"]
    monkeypatch.setattr("sys.frozen", True, raising=False)
    assert sheet_child.reader_command()[1:] == ["--read-sheet"]


def test_frames_of_a_child_that_died_half_way() -> None:
    output = io.BytesIO()
    frames = sheet_reader._Frames(output)
    frames.write_rows(iter([["甲"]] * 1500), Limits())
    assert taken(output.getvalue()) == ([["甲"]] * 1500, None)
    assert taken(output.getvalue()[:-3]) == ([["甲"]] * 1000, None)
    frames.write(sheet_reader.VERDICT, Verdict("ok"))
    assert taken(output.getvalue())[1] == Verdict("ok")


def taken(output: bytes) -> tuple[list[list[str]], Verdict | None]:
    """What the parent makes of it, in whatever pieces it arrives."""
    frames, found = Frames(), sheet_child.Rows()
    for start in range(0, len(output), 7):
        for frame in frames.take(output[start : start + 7]):
            found.take(frame)
    return found.rows, found.verdict


def test_limits_travel_as_json() -> None:
    assert msgspec.json.decode(msgspec.json.encode(Limits(rows=3)), type=Limits) == Limits(rows=3)


# -- the sheet of rejected rows


def test_rejects_name_never_takes_a_file_that_is_there(tmp_path: Path) -> None:
    source = tmp_path / "名册.csv"
    assert sheets.rejects_path(source).name == "名册_未导入.xlsx"
    (tmp_path / "名册_未导入.xlsx").write_text("somebody's")
    assert sheets.rejects_path(source).name == "名册_未导入2.xlsx"


def test_rejects_hold_number_reason_and_the_cells_as_text(tmp_path: Path) -> None:
    bad = row(姓名="=1+1", 身份证号="3.41821E+17", 备注="http://example.org")
    reading = roster.parse(roster.Table([HEADER, row(), bad]), canonical=canonical, today=TODAY)
    path = tmp_path / "名册_未导入.xlsx"
    sheets.write_rejects(path, reading.header, reading.rejections)
    assert [each.name for each in tmp_path.iterdir()] == [path.name]
    book = openpyxl.load_workbook(path)
    [headings, cells] = [[cell.value for cell in line] for line in book.active.iter_rows()]
    assert headings == ["行号", "未导入原因", *HEADER]
    assert cells[0] == 3
    assert "公式符号" in cells[1]
    assert "按数字存放" in cells[1]
    assert (cells[2], cells[3]) == ("=1+1", "3.41821E+17")
    assert all(cell.data_type != "f" and cell.hyperlink is None for line in book.active.iter_rows() for cell in line)


def test_rejects_can_be_mended_and_imported_as_they_are(tmp_path: Path) -> None:
    reading = roster.parse(roster.Table([HEADER, row(身份证号="1")]), canonical=canonical, today=TODAY)
    path = tmp_path / "名册_未导入.xlsx"
    sheets.write_rejects(path, reading.header, reading.rejections)
    again = roster.parse(sheets.read_table(path), canonical=canonical, today=TODAY)
    assert again.rejections[0].cells[2:] == reading.rejections[0].cells
    assert not again.residents


def test_nowhere_to_write(tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        sheets.write_rejects(tmp_path / "没有" / "名册_未导入.xlsx", ["姓名"], [])
    assert caught.value.code == "cannot_write"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs the device that is always full")
def test_a_full_disk(tmp_path: Path) -> None:
    (tmp_path / ".名册.csv.part").symlink_to("/dev/full")
    with pytest.raises(Refused) as caught:
        sheets.write_rows(tmp_path / "名册.csv", ["姓名"], [["张三"]] * 9000, 9000)
    assert caught.value.code == "disk_full"
    assert list(tmp_path.iterdir()) == []
