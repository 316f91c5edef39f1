"""Layouts are data: every file is read, each shows what a receipt must show, and a slip of the pen is named."""

import pytest

from app.devices import day_report_pdf, layouts
from app.domain import receipt
from app.domain.errors import Refused

MUST_SHOW = {"payer", "due", "benefit", "waiting", "late", "paid_by", "sheet", "reverses", "point"}
A5 = (layouts.FOLDER / "receipt-a5.toml").read_text(encoding="utf-8")


def said(text: str) -> str:
    with pytest.raises(Refused) as refused:
        layouts.read(text, "x.toml", known=receipt.KEYS)
    assert refused.value.code == "layout_invalid"
    return str(refused.value)


def test_the_layouts_there_are():
    assert layouts.names() == [
        "family-a4",
        "large-a5",
        "overprint-example",
        "receipt-241",
        "receipt-241-third",
        "receipt-a4",
        "receipt-a5",
        "thermal-58",
        "thermal-80",
    ]
    assert all(title for title in layouts.titles().values())


@pytest.mark.parametrize("name", layouts.names())
def test_each_shows_what_must_be_seen_and_knows_every_key(name):
    keys = layouts.load(name).keys()
    assert MUST_SHOW <= keys <= receipt.KEYS


@pytest.mark.parametrize("name", [name for name in layouts.names() if name != "large-a5"])
def test_each_receipt_has_the_amount_in_both_forms_and_the_masked_id(name):
    found = layouts.load(name)
    assert {"upper", "id"} <= found.keys()
    assert found.barcode is not None


def test_the_report_of_the_day_has_one_too():
    assert layouts.load(day_report_pdf.LAYOUT, day_report_pdf.KEYS).keys() == day_report_pdf.KEYS


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (("[paper]\nwidth", "[paper]\nwidht"), "第 5 行：不认识的项“widht”"),
        (("[title]\n", "[titel]\n"), "行：不认识的项“titel”"),
        (('role = "bold", row = 9.5', 'rolle = "bold", row = 9.5'), "不认识的项“rolle”"),
        (("big = 19\n", ""), "[title]：缺少“big”"),
        (("big = 19\n", 'big = "19"\n'), "值不对"),
        (("big = 19\n", "big = 2\n"), "值不对"),
        (('align = "right"', 'align = "rihgt"'), "值不对"),
        (('["benefit"]', '["benefits"]'), "没有“benefits”这一行内容"),
        (("[paper]", "[paper"), "写法不对"),
        (("[title]\nleft = 12\nright = 151.5\nmiddle = 15.5\nbig = 19\nsmall = 12\n", ""), "没有放“作废”"),
    ],
)
def test_a_slip_of_the_pen_is_named_with_its_place(change, sentence):
    assert change[0] in A5
    found = said(A5.replace(*change, 1))
    assert "x.toml" in found
    assert sentence in found


def test_the_line_of_an_unknown_key_is_the_one_in_its_own_table():
    text = A5.replace("[note]\n", "[note]\nsmal = 7\n")
    line = text[: text.index("smal = 7")].count("\n") + 1
    assert f"第 {line} 行：不认识的项“smal”" in said(text)


@pytest.mark.parametrize("name", ["receipt-a6", "../fonts/fonts", "", "day-a4x"])
def test_a_layout_there_is_not(name):
    with pytest.raises(Refused) as refused:
        layouts.load(name)
    assert refused.value.code == "layout_missing"
    assert "receipt-a5" in str(refused.value)
