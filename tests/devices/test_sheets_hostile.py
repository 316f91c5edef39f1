"""Small files made to kill a reader end as a refusal, soon, and the program goes on."""

import struct
import time
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest

from app.devices import sheets
from app.devices.sheet_bounds import Limits
from app.domain.errors import Refused
from tests.factories_roster import id_number

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORKBOOK = f'''<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}">
<sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>'''
PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": WORKBOOK,
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}
BEGIN, END = f'<worksheet xmlns="{MAIN}"><sheetData>', "</sheetData></worksheet>"
# On a machine shared by others; alone it is well under one.
SOON_SECONDS = 10


def workbook(folder: Path, rows: str | Iterable[str], begin: str = BEGIN) -> Path:
    """A workbook whose sheet holds the given XML."""
    path = folder / "名册.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, text in PARTS.items():
            archive.writestr(name, text)
        with archive.open("xl/worksheets/sheet1.xml", "w") as sheet:
            for text in (begin, *([rows] if isinstance(rows, str) else rows), END):
                sheet.write(text.encode())
    return path


def cell(reference: str, text: str = "1") -> str:
    return f'<row><c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c></row>'


def refused_at_once(path: Path, limits: Limits | None = None) -> Refused:
    """The refusal as too large, which must come soon."""
    start = time.monotonic()
    with pytest.raises(Refused) as caught:
        sheets.read_table(path, limits)
    assert time.monotonic() - start < SOON_SECONDS
    assert caught.value.code == "sheet_too_large"
    return caught.value


def test_the_maker_of_these_files_makes_good_ones_too(tmp_path: Path) -> None:
    assert sheets.read_table(workbook(tmp_path, cell("A1", "姓名"))).rows == [["姓名"]]


@pytest.mark.parametrize("far", ["A1048576", "B9999999", "XFD1", "XFD1048576", "ZZ2", "CW5", "AAAA1", "A99999999999"])
def test_a_cell_far_away(tmp_path: Path, far: str) -> None:
    path = workbook(tmp_path, cell("A1") + cell(far))
    assert path.stat().st_size < 1500
    refused_at_once(path)


def test_a_dimension_that_exaggerates_harms_nothing(tmp_path: Path) -> None:
    """Formatting whole columns leaves such a dimension in honest files."""
    begin = BEGIN.replace("<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>')
    assert sheets.read_table(workbook(tmp_path, cell("A1", "姓名"), begin)).rows == [["姓名"]]


@pytest.mark.parametrize(
    "text",
    [
        '<row ><c\n r="XFD1048576" ><v>1</v></c></row>',
        "<row><c r='XFD1048576'><v>1</v></c></row>",
        '<row><c r = "XFD1048576"><v>1</v></c></row>',
        '<row r="1048576"><c><v>1</v></c></row>',
        '<row r="4294967295"><c><v>1</v></c></row>',
        '<row><c r="&#88;FD1048576"><v>1</v></c></row>',
    ],
)
def test_the_same_written_otherwise_dies_in_the_child_alone(tmp_path: Path, text: str) -> None:
    path = workbook(tmp_path, cell("A1") + text)
    try:
        table = sheets.read_table(path)
    except Refused as refused:
        assert refused.code in ("sheet_too_large", "sheet_unreadable")
    else:
        assert len(table.rows) < 100


def test_a_reference_across_the_border_of_two_chunks(tmp_path: Path) -> None:
    filler = "<!--" + "x" * ((1 << 20) - len(BEGIN) - 12) + "-->"
    refused_at_once(workbook(tmp_path, filler + cell("XFD1048576")))


@pytest.mark.parametrize("row", ["<row/>", '<row r="%d"/>', '<row r="%d"><c r="A%d"><v>1</v></c></row>'])
def test_four_million_rows(tmp_path: Path, row: str) -> None:
    numbers = range(1, 4_000_001)
    texts = (row.replace("%d", str(start)) * 4000 if row != "<row/>" else row * 4000 for start in numbers[::4000])
    path = workbook(tmp_path, texts)
    assert path.stat().st_size < 1_500_000
    refused_at_once(path)


def test_rows_beyond_the_limit_that_do_not_compress_well(tmp_path: Path) -> None:
    rows = (f'<row r="{n}"><c r="A{n}"><v>{n * 7919 % 999983}</v></c></row>' for n in range(1, 90_001))
    assert "80000 行" in refused_at_once(workbook(tmp_path, ["".join(rows)]), Limits(rows=80_000)).facts["what"]


def test_one_huge_string(tmp_path: Path) -> None:
    path = workbook(tmp_path, (cell("A1", "啊" * 200_000),))
    assert "个字" in refused_at_once(path).facts["what"]


def test_nothing_but_blanks(tmp_path: Path) -> None:
    path = workbook(tmp_path, (" " * (1 << 20) for _ in range(70)))
    assert "压缩比" in refused_at_once(path).facts["what"]
    assert "解压后" in refused_at_once(path, Limits(unpacked_bytes=64 << 20, ratio=10_000)).facts["what"]


def test_a_directory_that_lies_about_sizes(tmp_path: Path) -> None:
    """The sizes in the zip's directory say ten bytes where there are millions."""
    path = workbook(tmp_path, ("<row/>" * 4000 for _ in range(1000)))
    data = bytearray(path.read_bytes())
    entry = data.rindex(b"xl/worksheets/sheet1.xml") - 46
    data[entry + 24 : entry + 28] = struct.pack("<I", 10)
    path.write_bytes(data)
    with pytest.raises(Refused) as caught:
        sheets.read_table(path)
    assert caught.value.code in ("sheet_too_large", "sheet_unreadable")


def test_many_members(tmp_path: Path) -> None:
    path = workbook(tmp_path, cell("A1"))
    with zipfile.ZipFile(path, "a") as archive:
        for number in range(1200):
            archive.writestr(f"xl/media/{number}", "")
    refused_at_once(path)


def test_what_slips_through_meets_the_memory_limit(tmp_path: Path) -> None:
    """With the bounds before parsing taken away, the child dies of its limit and the parent says so."""
    path = workbook(tmp_path, cell("A1") + cell("XFD1048576"))
    with pytest.raises(Refused) as caught:
        sheets.read_table(path, Limits(rows=2_000_000, columns=20_000))
    assert caught.value.code == "sheet_too_large"
    assert "内存" in caught.value.facts["what"]


def test_a_csv_of_one_endless_cell(tmp_path: Path) -> None:
    path = tmp_path / "名册.csv"
    path.write_text('姓名,身份证号\n"' + "啊" * 500_000, encoding="utf-8")
    refused_at_once(path)


def test_a_csv_of_a_million_columns(tmp_path: Path) -> None:
    path = tmp_path / "名册.csv"
    path.write_text("姓名" + "," * 1_000_000, encoding="utf-8")
    refused_at_once(path)


def test_a_csv_of_two_million_rows(tmp_path: Path) -> None:
    path = tmp_path / "名册.csv"
    path.write_text(f"姓名,身份证号\n张三,{id_number()}\n" + "a,b\n" * 2_000_000, encoding="utf-8")
    refused_at_once(path)
