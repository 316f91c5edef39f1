"""The receipt on paper: read back by decoders and PDF readers, in every state it can be in."""

import io
import subprocess
import sys

import pypdf
import pytest
import zxingcpp

from app.devices import receipt_pdf
from app.domain import money, receipt
from app.domain.errors import Refused
from tests.devices.pages import copied, ink_at_the_edges, raster
from tests.receipts import STATES, view

PT_PER_MM = 72 / 25.4


def squeezed(text):
    return "".join(text.split())


@pytest.mark.parametrize("state", STATES)
def test_zxing_reads_the_number_from_the_page(state):
    found = zxingcpp.read_barcodes(raster(receipt_pdf.render(STATES[state])))
    assert [(code.text, code.format) for code in found] == [(STATES[state].number, zxingcpp.BarcodeFormat.Code128)]


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("dpi", [203, 300, 600])
def test_zbar_reads_the_number_from_the_page(state, dpi):
    pyzbar = pytest.importorskip("pyzbar.pyzbar", exc_type=ImportError)
    codes = pyzbar.decode(raster(receipt_pdf.render(STATES[state]), dpi), symbols=[pyzbar.ZBarSymbol.CODE128])
    assert [code.data.decode() for code in codes] == [STATES[state].number]


@pytest.mark.parametrize("state", STATES)
def test_everything_on_the_receipt_can_be_copied(state):
    for text in copied(receipt_pdf.render(STATES[state])):
        for line in receipt.lines(STATES[state]):
            assert squeezed(line.label) in text
            assert squeezed(line.value) in text
        for said in (STATES[state].title, STATES[state].disclaimer, *receipt.marks(STATES[state])):
            assert squeezed(said) in text


def test_an_ordinary_original_has_no_mark():
    for text in copied(receipt_pdf.render(view())):
        for mark in ("补打", "练习", "征求意见稿", "作废", "等待期"):
            assert mark not in text


@pytest.mark.parametrize("name", ["𠮷", "𬭼", "䶮", "㛃", "䶮㛃𬭼𠮷", "阿卜杜热西提·买买提"])
def test_a_rare_name_is_copied_as_it_is_written(name):
    for text in copied(receipt_pdf.render(view(payer_name=name))):
        assert f"参保人{name}" in text


@pytest.mark.parametrize("character", "𠮷𬭼䶮㛃")
def test_a_rare_character_is_drawn_and_not_a_box(character):
    """Each leaves ink of its own: a missing glyph would draw the same box for all."""
    name = raster(receipt_pdf.render(view(payer_name=character)))
    blank = raster(receipt_pdf.render(view(payer_name=" ")))
    box = raster(receipt_pdf.render(view(payer_name="□")))
    assert name.tobytes() not in (blank.tobytes(), box.tobytes())


@pytest.mark.parametrize("state", STATES)
def test_one_a5_page_with_nothing_where_printers_cannot_print(state):
    pdf = receipt_pdf.render(STATES[state])
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    assert len(pages) == 1
    assert [float(side) for side in pages[0].mediabox[2:]] == pytest.approx(
        [210 * PT_PER_MM, 148 * PT_PER_MM], abs=0.01
    )
    assert not ink_at_the_edges(raster(pdf), 5)


@pytest.mark.parametrize(
    "changes",
    [
        {"payer_name": "阿卜杜热西提·阿卜杜热合曼·" * 4},
        {"reason": "集中征缴期结束后缴费，本人同时具有低保对象、返贫致贫人口两种身份，按就高不就低取一种，" * 5},
        {"title": "城乡居民基本医疗保险费收款凭据（乡村振兴重点帮扶县试行）" * 2, "print_count": 99},
        {"point_name": "便民服务站" * 20, "category": "脱贫不稳定人口" * 8, "clerk": "欧阳" * 20},
        {"price_fen": 99_999_999_999, "due_fen": 88_888_888_888},
    ],
)
def test_long_texts_are_broken_not_cut(changes):
    long = view(**changes)
    pdf = receipt_pdf.render(long)
    assert not ink_at_the_edges(raster(pdf), 5)
    for text in copied(pdf):
        assert all(squeezed(line.value) in text for line in receipt.lines(long))
        assert squeezed(long.title) in text


def test_all_fonts_are_embedded():
    fonts = pypdf.PdfReader(io.BytesIO(receipt_pdf.render(STATES["rare"]))).pages[0]["/Resources"]["/Font"]
    used = [font.get_object() for font in fonts.values() if font.get_object()["/Subtype"] == "/TrueType"]
    assert len(used) >= 3
    assert all("/FontFile2" in font["/FontDescriptor"] for font in used)


def test_a_name_no_font_can_draw_leaves_no_file(tmp_path):
    with pytest.raises(Refused) as refused:
        receipt_pdf.write(view(payer_name="王\U000323af"), tmp_path / "receipt.pdf")
    assert refused.value.code == "glyph_missing"
    assert refused.value.facts == {"character": "\U000323af U+323AF", "name": "王\U000323af"}
    assert list(tmp_path.iterdir()) == []


def test_the_same_receipt_is_the_same_file(tmp_path):
    receipt_pdf.write(view(), tmp_path / "one.pdf")
    receipt_pdf.write(view(payer_name="𠮷"), tmp_path / "between.pdf")
    receipt_pdf.write(view(), tmp_path / "two.pdf")
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


def test_the_file_says_nothing_of_the_person_outside_its_page():
    pdf = pypdf.PdfReader(io.BytesIO(receipt_pdf.render(view())))
    assert pdf.metadata is not None
    assert "曾祥吉" not in str(dict(pdf.metadata))


def test_a_family_on_pages_of_one_file(tmp_path):
    names = ["曾𠮷祥", "单淑芬", "仇䶮"]
    views = [view(payer_name=name, due_fen=3800 + 100 * index) for index, name in enumerate(names)]
    receipt_pdf.write_many(views, tmp_path / "family.pdf")
    pages = pypdf.PdfReader(tmp_path / "family.pdf").pages
    assert len(pages) == 3
    for page, expected in zip(pages, views, strict=True):
        text = squeezed(page.extract_text())
        assert expected.payer_name in text
        assert money.upper(expected.due_fen) in text


def test_the_pdf_library_is_loaded_only_when_a_receipt_is_drawn():
    """Start-up is spent on the window (design §6)."""
    script = "import sys, app.devices.receipt_pdf; print({'reportlab', 'barcode', 'PIL'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
