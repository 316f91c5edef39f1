"""Code 128 of receipt numbers: set C all through, and every bar where a decoder expects it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from app.devices import barcode
from app.domain.errors import WrongUse

zxingcpp = pytest.importorskip("zxingcpp")

START_C = "11010011100"
STOP = "1100011101011"
NUMBER = "3418211002012410000123"

numbers = st.from_regex(r"[0-9]{22}", fullmatch=True)


def picture(digits: str) -> Image.Image:
    """The modules at two dots each with their quiet zones, as a 203 dpi head prints them."""
    dots = "".join(
        bit * 2 for bit in "0" * barcode.QUIET_MODULES + barcode.modules(digits) + "0" * barcode.QUIET_MODULES
    )
    image = Image.new("L", (len(dots), 88), 255)
    image.putdata([0 if dot == "1" else 255 for dot in dots] * 88)
    return image


def test_twenty_two_digits_are_fourteen_symbols_of_set_c():
    modules = barcode.modules(NUMBER)
    assert modules.startswith(START_C)
    assert modules.endswith(STOP)
    assert len(modules) == 11 * (1 + 11 + 1) + len(STOP)


@given(numbers)
def test_bars_are_the_modules(digits):
    drawn = ["0"] * len(barcode.modules(digits))
    for start, count in barcode.bars(digits):
        drawn[start : start + count] = "1" * count
    assert "".join(drawn) == barcode.modules(digits)


@given(numbers)
def test_any_number_reads_back(digits):
    found = zxingcpp.read_barcodes(picture(digits))
    assert [code.text for code in found] == [digits]


def test_a_number_that_begins_with_99_keeps_its_first_pair():
    """python-barcode 0.16 takes the pair for a change of code set and drops it."""
    digits = "99" + NUMBER[2:]
    assert [code.text for code in zxingcpp.read_barcodes(picture(digits))] == [digits]


@pytest.mark.parametrize("text", ["123", "12a4", "１２"])
def test_only_pairs_of_digits(text):
    with pytest.raises(WrongUse) as refused:
        barcode.modules(text)
    assert refused.value.code == "barcode_digits"
