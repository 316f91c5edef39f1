"""A receipt on every kind of paper: read back by decoders at the head's resolution, complete, in its margins."""

import io

import pypdf
import pytest
import zxingcpp

from app.devices import layouts, picture, receipt_pdf
from app.devices.drawing import Box, Mark, Rules, Text
from app.devices.receipt_drawing import drawings, form
from app.devices.sheet import Sheet
from app.domain import receipt
from app.domain.errors import Refused
from tests.devices.pages import copied, ink_at_the_edges, raster
from tests.receipts import FULL, STATES, view

ALL = {**STATES, "full": FULL}
RECEIPTS = layouts.names()
SHEETS = [name for name in RECEIPTS if not name.startswith("thermal")]
CONTINUOUS = ["receipt-241", "receipt-241-third"]
NEEDLES_DPI, HEAD_DPI = 180, 203
TRACTOR_MM = 12.7


def placed(name):
    """The keys of the lines that have a place on this paper."""
    return layouts.load(name).keys()


def squeezed(text):
    return "".join(text.split())


def page(name, state):
    (found,) = drawings([ALL[state]], name)
    return found


def texts(drawn):
    """All texts of a drawing in one string, runs put together."""
    return squeezed("".join(item.text for item in drawn.items if isinstance(item, Text | Mark)))


@pytest.mark.parametrize("name", SHEETS)
@pytest.mark.parametrize("state", ALL)
def test_the_bars_are_read_at_the_resolution_of_the_head(name, state):
    dpi = NEEDLES_DPI if name in CONTINUOUS else HEAD_DPI
    found = zxingcpp.read_barcodes(raster(receipt_pdf.render(ALL[state], name), dpi))
    assert {code.text for code in found} == {ALL[state].number}
    assert len(found) == (2 if name == "receipt-a4" else 1)


@pytest.mark.parametrize("name", CONTINUOUS)
def test_needles_print_readable_bars(name):
    """What a 24-pin head of 180 dpi puts on paper: whole dots, black or nothing."""
    dots = picture.dots(page(name, "void"), NEEDLES_DPI / 25.4).convert("L")
    assert [code.text for code in zxingcpp.read_barcodes(dots)] == [STATES["void"].number]


@pytest.mark.parametrize("name", RECEIPTS)
@pytest.mark.parametrize("state", ALL)
def test_every_line_with_a_place_is_there_and_every_mark(name, state):
    shown, seen = ALL[state], texts(page(name, state))
    for line in receipt.lines(shown):
        if line.key in placed(name):
            assert squeezed(line.value) in seen
    assert squeezed(receipt.grouped(shown.number)) in seen
    for mark in receipt.marks(shown):
        assert squeezed(mark) in seen


@pytest.mark.parametrize("name", SHEETS)
def test_what_is_copied_out_is_right(name):
    for text in copied(receipt_pdf.render(FULL, name)):
        for line in receipt.lines(FULL):
            if line.key in placed(name):
                assert squeezed(line.value) in text


@pytest.mark.parametrize("name", SHEETS)
@pytest.mark.parametrize("state", ALL)
def test_nothing_where_printers_cannot_print(name, state):
    border = 2.4 if name in CONTINUOUS else 4.9
    assert not ink_at_the_edges(raster(receipt_pdf.render(ALL[state], name), 100), border, 100)


@pytest.mark.parametrize("name", RECEIPTS)
def test_a_character_no_font_has_is_refused_on_every_paper(name):
    with pytest.raises(Refused) as refused:
        list(drawings([view(payer_name="王\U000323af")], name))
    assert refused.value.code == "glyph_missing"
    assert refused.value.facts["character"] == "\U000323af U+323AF"


@pytest.mark.parametrize("name", CONTINUOUS)
@pytest.mark.parametrize("state", ALL)
def test_a_ribbon_gets_black_lines_it_can_draw(name, state):
    drawn = page(name, state)
    for item in drawn.items:
        match item:
            case Text():
                assert (item.grey, item.size >= 9) == (0, True)
            case Rules() | Box():
                assert (item.grey, item.weight >= 0.7) == (0, True)
            case Mark():
                assert (item.colour, item.outline) == ((0, 0, 0), True)
    ink = (
        picture.dots(drawn, 8).getbbox() and picture.dots(drawn, 8).convert("L").point(lambda dot: 255 - dot).getbbox()
    )
    assert ink[0] >= TRACTOR_MM * 8
    assert ink[2] <= (241 - TRACTOR_MM) * 8


def test_two_copies_with_their_names_and_a_line_to_cut():
    (drawn,) = drawings([view()], "receipt-a4")
    seen = texts(drawn)
    assert seen.count("曾祥吉") == 2
    assert "收据联（交缴款人）" in seen
    assert "存根联（收款点留存）" in seen
    assert [item.ends[0][1] for item in drawn.items if isinstance(item, Rules) and item.dash] == [148.5]


def test_a_family_on_as_many_sheets_as_it_needs():
    names = ["曾𠮷祥", "单淑芬", "仇䶮", "解春花"]
    views = [view(payer_name=name, number=f"34182110020124100001{index:02d}") for index, name in enumerate(names)]
    pdf = receipt_pdf.render_many(views, "family-a4")
    assert len(pypdf.PdfReader(io.BytesIO(pdf)).pages) == 2
    found = zxingcpp.read_barcodes(raster(pdf))
    assert sorted(code.text for code in found) == [each.number for each in views[:3]]
    first, second = (texts(drawn) for drawn in drawings(views, "family-a4"))
    assert all(name in first for name in names[:3])
    assert names[3] in second
    assert names[3] not in first


def test_the_slip_for_elders_is_large_and_says_what_it_is_not():
    drawn = page("large-a5", "waiting")
    said = {item.text: item.size for item in drawn.items if isinstance(item, Text)}
    for text in ("曾祥吉", "2024年度", "¥38.00", "2024年4月1日 至 2024年12月31日"):
        assert said[text] >= 18
    assert "本单不能代替收款凭据" in texts(drawn)
    assert "收款凭据" not in next(iter(said))


def test_overprinting_puts_down_values_only():
    drawn = page("overprint-example", "original")
    assert {type(item).__name__ for item in drawn.items} == {"Text", "Bars"}
    assert "参保人" not in texts(drawn)
    assert "参保人" in texts(form("overprint-example"))
    for item in form("overprint-example").items:
        assert item.grey >= 0.5


def test_there_is_a_form_only_for_overprinting():
    with pytest.raises(Refused) as refused:
        form("receipt-a5")
    assert (refused.value.code, refused.value.facts["known"]) == ("layout_missing", "overprint-example")


@pytest.mark.parametrize("name", ["receipt-a5", "receipt-241-third", "family-a4"])
def test_too_much_to_say_is_refused_not_cut(name):
    endless = view(reason="集中征缴期结束后缴费，本人同时具有低保对象、返贫致贫人口两种身份，按就高不就低取一种，" * 30)
    with pytest.raises(Refused) as refused:
        list(drawings([endless], name))
    assert refused.value.code == "layout_full"
    assert view().number in str(refused.value)


def test_a_red_slip_promises_nothing_and_cites_what_it_cancels():
    seen = texts(page("receipt-a5", "red"))
    assert "红字冲销凭据" in seen
    assert "¥-380.00" in seen
    assert "人民币(红字)叁佰捌拾元整" in seen
    assert "冲销凭据号" + squeezed(receipt.grouped(view().number)) in seen
    assert "待遇期" not in seen


def test_a_mark_no_font_has_is_refused_too():
    with pytest.raises(Refused) as refused:
        Sheet((100, 100)).mark("作\U000323af", 50, 50, size=20, angle=0)
    assert refused.value.code == "glyph_missing"
