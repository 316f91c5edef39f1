"""Fen in and out of writing: figures, what a clerk types, and 大写 (domain.md C9)."""

import random
import re

import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import money
from app.domain.errors import WrongUse

C9 = [
    ("0", "零元整"),
    ("10", "壹拾元整"),
    ("30", "叁拾元整"),
    ("38", "叁拾捌元整"),
    ("45", "肆拾伍元整"),
    ("60", "陆拾元整"),
    ("76", "柒拾陆元整"),
    ("80", "捌拾元整"),
    ("175", "壹佰柒拾伍元整"),
    ("190", "壹佰玖拾元整"),
    ("280", "贰佰捌拾元整"),
    ("350", "叁佰伍拾元整"),
    ("380", "叁佰捌拾元整"),
    ("608", "陆佰零捌元整"),
    ("1020", "壹仟零贰拾元整"),
    ("10005", "壹万零伍元整"),
    ("100000", "壹拾万元整"),
    ("16409.02", "壹万陆仟肆佰零玖元零贰分"),
    ("325.04", "叁佰贰拾伍元零肆分"),
    ("6007.14", "陆仟零柒元壹角肆分"),
    ("1409.50", "壹仟肆佰零玖元伍角整"),
]

FURTHER = [
    ("0.05", "伍分"),
    ("0.50", "伍角整"),
    ("0.55", "伍角伍分"),
    ("107000.53", "壹拾万柒仟元伍角叁分"),
    ("100000001", "壹亿零壹元整"),
    ("100010000", "壹亿零壹万元整"),
    ("101010101", "壹亿零壹佰零壹万零壹佰零壹元整"),
]

DIGITS = {digit: value for value, digit in enumerate("零壹贰叁肆伍陆柒捌玖")}
UNITS = {"拾": 10, "佰": 100, "仟": 1000}


def read(text: str) -> int:
    """大写 back to fen, written from the rules of reading and not from money.upper."""
    sign = -1 if text.startswith("(红字)") else 1
    match = re.fullmatch(r"(?:(.+)元)?(?:零?(.)角)?(?:零?(.)分)?整?", text.removeprefix("(红字)"))
    assert match
    whole, tenths, hundredths = match.groups()
    cents = 10 * DIGITS[tenths or "零"] + DIGITS[hundredths or "零"]
    return sign * (100 * read_whole(whole or "零") + cents)


def read_whole(text: str) -> int:
    total = section = digit = 0
    for character in text:
        if character in DIGITS:
            digit = DIGITS[character]
        elif character in UNITS:
            section, digit = section + digit * UNITS[character], 0
        else:
            total, section, digit = total + (section + digit) * {"万": 10**4, "亿": 10**8}[character], 0, 0
    return total + section + digit


@pytest.mark.parametrize(("amount", "written"), C9 + FURTHER)
def test_written_out(amount, written):
    assert money.upper(money.parse_yuan(amount)) == written


def test_a_negative_amount_is_in_red_letters():
    assert money.upper(-3800) == "(红字)叁拾捌元整"


@pytest.mark.parametrize(("amount", "written"), C9)
def test_a_red_amount_is_the_same_amount_in_red_letters(amount, written):
    fen = money.parse_yuan(amount)
    assert money.upper(-fen) == (f"(红字){written}" if fen else written)


def in_cn2an_words(fen: int) -> str:
    """Our form as cn2an 0.5 words it. It differs from 支付结算办法 附件一 in two things:

    - after 角 the standard leaves 整 to the writer, and we close the amount with it so that nothing can be added;
      cn2an leaves it out;
    - a negative amount is "(红字)" and the amount (domain.md C9), where cn2an writes 负.
    """
    return re.sub("角整$", "角", money.upper(fen)).replace("(红字)", "负")


def random_amounts() -> list[int]:
    """200 amounts in fen, as many small as large, whole yuan among them; the same in every run."""
    drawn = random.Random(20231115)
    amounts = [drawn.randrange(1, 10 ** drawn.randint(2, 13)) for _ in range(150)]
    return [
        *amounts,
        *(drawn.randrange(1, 10**7) * 100 for _ in range(30)),
        *(-drawn.randrange(1, 10**6) for _ in range(20)),
    ]


@pytest.mark.parametrize("fen", random_amounts())
def test_as_another_program_writes_it(fen):
    assert in_cn2an_words(fen) == cn2an.an2cn(money.yuan(fen), "rmb")


@pytest.mark.parametrize(("amount", "written"), C9)
def test_the_vectors_as_another_program_writes_them(amount, written):
    fen = money.parse_yuan(amount)
    assert in_cn2an_words(fen) == cn2an.an2cn(money.yuan(fen), "rmb")


@given(st.integers(min_value=-(10**14) + 1, max_value=10**14 - 1))
def test_what_is_written_out_reads_back(fen):
    assert read(money.upper(fen)) == fen


@given(st.integers(min_value=0, max_value=10**14 - 1))
def test_written_out_well(fen):
    written = money.upper(fen)
    assert "零零" not in written
    assert not written.startswith("零") or fen == 0
    assert written.endswith("分") == bool(fen % 10)


def test_beyond_the_written_form_is_a_bug_not_a_wrong_receipt():
    with pytest.raises(ValueError, match="beyond"):
        money.upper(10**14)


@given(st.integers(min_value=0, max_value=99_999_999_999))
def test_figures_read_back(fen):
    assert money.parse_yuan(money.yuan(fen)) == fen


@pytest.mark.parametrize(("fen", "figures"), [(0, "0.00"), (3800, "38.00"), (5, "0.05"), (-50, "-0.50")])
def test_figures(fen, figures):
    assert money.yuan(fen) == figures


@pytest.mark.parametrize(("text", "fen"), [("38", 3800), ("38.5", 3850), (" 0.05 ", 5), ("３８０．００", 38000)])
def test_what_a_clerk_types(text, fen):
    assert money.parse_yuan(text) == fen


@pytest.mark.parametrize(
    "text", ["", "38.", ".5", "-38", "+38", "038", "1,020", "38.005", "3e2", "三十八", "38元", "1" * 10, "38\n38", "٣٨"]
)
def test_what_cannot_be_read_is_never_guessed(text):
    with pytest.raises(WrongUse) as refused:
        money.parse_yuan(text)
    assert refused.value.code == "amount_unreadable"
