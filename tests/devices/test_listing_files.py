"""Listings on paper and in workbooks: the cells of the value, every page, nothing that runs, no growing memory."""

import gc
import io
import subprocess
import sys
import weakref
import zipfile
from pathlib import Path

import openpyxl
import pypdf
import pypdfium2
import pytest
from msgspec.structs import replace
from openpyxl.utils.escape import unescape

from app.devices import collector, listing_pdf, listing_xlsx, pdf
from app.domain.errors import Refused
from app.domain.listing import Listing, columns, shown, totals
from app.domain.progress import Progress
from tests.devices.pages import ink_at_the_edges

COLUMNS = columns(
    ("group", "村民小组"), ("name", "姓名"), ("id", "证件号码", "id"), ("on", "日期", "date"),
    ("people", "人数", "count"), ("due", "金额（元）", "yuan"), ("share", "进度", "bar"), ("note", "说明"),
)  # fmt: skip
ROOT = Path(__file__).resolve().parents[2]
NUMBER = "341821196505200019"
EVIL = (
    '=HYPERLINK("http://x.cn","点")', "=1+1", "+86", "-380", "@SUM(A1)", "\t=1", "'=1", "http://x.cn", "mailto:a@b.cn",
    "00123", "1E5", "TRUE", "{=1}", "</t><x>&amp;", "_x0041_", " =1",
)  # fmt: skip


def listing(people: int = 3, **changes: object) -> Listing:
    rows = tuple(_person(number) for number in range(1, people + 1))
    made = Listing(
        name="unpaid",
        title="未缴名单",
        subtitle=("收款点：建平镇钟桥村（341821100201）", "郎溪县2024年度城乡居民医保　制表 王会计"),
        columns=COLUMNS,
        rows=rows,
        totals=totals(COLUMNS, rows),
        signatures=("制表人（签章）", "村负责人（签章）"),
        notes=("本表含个人信息，用后交回。",),
        marks=("练习 不作凭证",),
    )
    return replace(made, **changes)


def _person(number: int) -> tuple[str | int, ...]:
    return (f"第{number // 40 + 1}组", f"王{number}", NUMBER, "2023-11-15", 1, 38_000 + number, number % 1001, "外出")


def text_of(file: bytes) -> list[str]:
    """Each page's text without blanks, as pdfium reads it."""
    found = []
    with pypdfium2.PdfDocument(file) as document:
        for page in document:
            text = page.get_textpage()
            found.append("".join(text.get_text_range().split()))
            text.close()
            page.close()
    return found


def book(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def test_paper_and_workbook_say_the_same_cells(tmp_path: Path):
    made = listing()
    sheet = book(listing_xlsx.render([made], scratch=tmp_path)).active
    (page,) = text_of(listing_pdf.render([made]))
    table = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5, max_row=9)]
    assert table[0] == [column.heading for column in made.columns]
    for cells, row in zip(table[1:], made.lines, strict=True):
        for value, cell, column in zip(cells, row, made.columns, strict=True):
            factor = {"yuan": 100, "bar": 1000}.get(column.kind, 1)
            assert (round(value * factor) if isinstance(cell, int) else value) == cell
            assert "".join(shown(cell, column.kind).split()) in page
    words = [cell.value for (cell, *_) in sheet.iter_rows() if cell.value]
    for text in (made.title, *made.subtitle, *made.marks, *made.notes):
        assert text in words
        assert "".join(text.split()) in page
    assert all("".join(name.split()) in page for name in made.signatures)


@pytest.mark.parametrize("text", EVIL)
def test_nothing_in_a_cell_runs(tmp_path: Path, text: str):
    rows = ((text, text, text, text, 1, 100, 500, text),)
    data = listing_xlsx.render([listing(rows=rows, title=text, notes=(text,), subtitle=(text,))], scratch=tmp_path)
    sheet = book(data).active
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert [cell.data_type for cell in cells if isinstance(cell.value, str)] == ["s"] * sum(
        isinstance(cell.value, str) for cell in cells
    )
    assert [cell.hyperlink for cell in cells if cell.hyperlink] == []
    assert " ".join(text.split("\t")) in [unescape(cell.value) for cell in cells if isinstance(cell.value, str)]
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        assert b"<f" not in parts.read("xl/worksheets/sheet1.xml").replace(b"<font", b"")
        assert [name for name in parts.namelist() if "rels" in name and b"http://x" in parts.read(name)] == []
    assert {cell.number_format for cell in cells if isinstance(cell.value, str)} == {"@"}


def test_an_id_number_keeps_its_eighteen_digits(tmp_path: Path):
    sheet = book(listing_xlsx.render([listing()], scratch=tmp_path)).active
    cell = sheet.cell(6, 3)
    assert (cell.value, cell.data_type, cell.number_format) == (NUMBER, "s", "@")
    yuan = sheet.cell(6, 6)
    assert (yuan.value, yuan.number_format) == (380.01, "#,##0.00")


def test_a_workbook_is_ready_to_print(tmp_path: Path):
    workbook = book(listing_xlsx.render([listing(100, page_by="group"), listing(title="另一张")], scratch=tmp_path))
    sheet = workbook.worksheets[0]
    assert workbook.sheetnames == ["未缴名单", "另一张"]
    assert sheet.freeze_panes == "A6"
    assert (sheet.print_title_rows, sheet.page_setup.paperSize) == ("$5:$5", 9)
    assert [each.id for each in sheet.row_breaks.brk] == [44, 84]
    # Its parts lay in the private folder while it was made.
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("people", [0, 1, 25, 26, 27, 60])
def test_headings_on_each_page_and_one_end(people: int):
    pages = text_of(listing_pdf.render([listing(people)]))
    for number, page in enumerate(pages, start=1):
        assert f"第{number}页，共{len(pages)}页" in page
        assert "证件号码" in page
        assert "练习不作凭证" in page
    assert [("合计" in page, "村负责人" in page) for page in pages] == [(False, False)] * (len(pages) - 1) + [
        (True, True)
    ]
    assert sum(page.count(NUMBER) for page in pages) == people


def test_each_group_begins_a_page():
    pages = text_of(listing_pdf.render([listing(100, page_by="group")]))
    firsts = [page for page in pages if "村民小组：" in page]
    for group, other in (("第1组", "第2组"), ("第2组", "第3组"), ("第3组", "第1组")):
        mine = [page for page in firsts if f"村民小组：{group}" in page]
        assert mine
        assert all(other not in page for page in mine)


def test_each_page_put_into_the_file_is_told_and_can_be_the_last():
    """The end of a long list takes seconds: there, too, it is heard of and can be stopped."""
    told: list[Progress] = []
    pages = len(text_of(listing_pdf.render([listing(400)], tick=told.append)))
    assert [each.what for each in told].count(pdf.ENDING) > pages

    def stop(progress: Progress) -> None:
        if progress.what == pdf.ENDING:
            raise Refused("cancelled", what=progress.what)

    with pytest.raises(Refused, match="写完文件"):
        listing_pdf.render([listing(400)], tick=stop)


def test_nothing_lies_where_printers_cannot_print():
    long = "说不清楚的事情" * 80
    rows = ((long, "王" * 40, NUMBER, "2023-11-15", 1, 38_000, 1000, long), *listing(40).rows)
    data = listing_pdf.render([listing(rows=rows, marks=())])
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            picture = page.render(scale=100 / 72).to_pil().convert("L")
            assert not ink_at_the_edges(picture, 5, 100)
            page.close()
    assert "（见电子表）" in "".join(text_of(data))


def test_rare_characters_are_drawn_and_missing_ones_refused():
    rows = (("一组", "赵𠮷祥䶮𬱖", NUMBER, "2023-11-15", 1, 1, 1, ""),)
    assert "𠮷祥䶮" in "".join(page.extract_text() for page in pypdf.PdfReader(
        io.BytesIO(listing_pdf.render([listing(rows=rows)]))).pages)  # fmt: skip
    missing = ((*rows[0][:1], "王\ue000", *rows[0][2:]),)
    with pytest.raises(Refused, match="U\\+E000"):
        listing_pdf.render([listing(rows=missing)])


MEASURED = """
import resource, sys
from pathlib import Path
from app.devices import listing_pdf, listing_xlsx, pdf
from tests.devices.test_listing_files import listing
made = listing(int(sys.argv[1]))
listing_pdf.render([made])
listing_xlsx.render([made], scratch=Path(sys.argv[2]))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


@pytest.mark.slow
def test_five_thousand_people_in_flat_memory(tmp_path: Path):
    """A page is drawn and forgotten, a row is written and forgotten: ten times the people need hardly more."""
    pytest.importorskip("resource")

    def peak_kib(people: int) -> int:
        command = [sys.executable, "-c", MEASURED, str(people), str(tmp_path)]
        return int(subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout)

    assert peak_kib(5_000) < peak_kib(500) + 20 * 1024


def test_a_cell_that_is_too_long_says_that_it_was_cut(tmp_path: Path):
    rows = (("一组", "王一", NUMBER, "2023-11-15", 1, 1, 1, "长" * 40_000),)
    sheet = book(listing_xlsx.render([listing(rows=rows)], scratch=tmp_path)).active
    assert len(sheet.cell(6, 8).value) == 32_767
    assert sheet.cell(6, 8).value.endswith("其余见系统记录）")


@pytest.mark.parametrize(("people", "pages"), [(30, 1), (31, 1), (105, 1), (106, 2), (300, 3)])
def test_a_narrow_list_stands_side_by_side(people: int, pages: int):
    narrow = columns(("number", "序号", "count"), ("name", "姓名"), ("state", "状态"))
    rows = tuple((number, f"王{number:03d}", "已参保") for number in range(1, people + 1))
    found = text_of(listing_pdf.render([listing(columns=narrow, rows=rows, totals=None)]))
    assert len(found) == pages
    assert [sum(page.count(f"王{number:03d}") for page in found) for number in (1, people // 2, people)] == [1, 1, 1]
    assert ["村负责人" in page for page in found] == [False] * (pages - 1) + [True]


def test_what_was_made_while_the_collector_paused_is_never_walked() -> None:
    """Walking a county's rows once, right afterwards, would hold up every thread for as long as before; what has no
    cycle is freed all the same."""

    class Made:
        """Something that can be asked whether it is still there."""

    running, before = gc.isenabled(), gc.get_freeze_count()
    with collector.paused():
        rows = [(number, [number]) for number in range(5_000)]
        one = Made()
    frozen = gc.get_freeze_count()
    assert gc.isenabled() == running and frozen >= before + 5_000
    gone = weakref.ref(one)
    del rows, one
    assert gone() is None and gc.get_freeze_count() <= frozen - 5_000
    gc.unfreeze()
