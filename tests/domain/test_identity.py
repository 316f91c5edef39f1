"""Document numbers: the examples of domain.md C1-C5, and what spreadsheets and people do to them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import identity
from app.domain.errors import Refused
from app.domain.resident import DocumentType, Resident, Sex, masked

TODAY = date(2023, 11, 15)


def refusal(text: str) -> Refused:
    with pytest.raises(Refused) as caught:
        identity.parse(text, today=TODAY)
    return caught.value


@pytest.mark.parametrize(
    ("number", "kind", "birth_date", "sex"),
    [
        ("11010519491231002X", "id_card", date(1949, 12, 31), "female"),
        ("440524188001010014", "id_card", date(1880, 1, 1), "male"),
        ("810000190001010018", "hmt_residence", date(1900, 1, 1), "male"),
        ("820000190001010028", "hmt_residence", date(1900, 1, 1), "female"),
        ("830000190001010038", "hmt_residence", date(1900, 1, 1), "male"),
        ("934840190001010013", "foreign_permanent", date(1900, 1, 1), "male"),
        ("932682198501010017", "foreign_permanent", date(1985, 1, 1), "male"),
    ],
)
def test_eighteen_digits(number: str, kind: DocumentType, birth_date: date, sex: Sex) -> None:
    assert identity.parse(number, today=TODAY) == identity.Document(kind, number, birth_date, sex)


@pytest.mark.parametrize(
    "written",
    [
        "11010519491231002x",
        "１１０１０５１９４９１２３１００２Ｘ",
        " 110105 19491231 002X ",
        "110105\u3000194912310\u200b02X\ufeff",
        "'11010519491231002X",
        "11010519491231002Ⅹ",
    ],
)
def test_written_as_people_write(written: str) -> None:
    assert identity.parse(written).number == "11010519491231002X"


def test_foreigners_card_of_2017() -> None:
    """The specimen of the guide to the change of 2023. Weights 7-3-1 over letters from A = 10 give its last digit."""
    document = identity.parse("kaz110090123105", today=TODAY)
    assert document == identity.Document("foreign_permanent", "KAZ110090123105", date(1990, 12, 31), None)
    assert refusal("KAZ110090123106").code == "id_check_digit"


def test_a_year_of_two_digits_is_left_open_where_both_centuries_are_possible() -> None:
    first14 = "KAZ11001012310"
    assert identity.parse(first14 + identity.check_digit_2017(first14), today=TODAY).birth_date is None


def test_newborn_by_birth_certificate() -> None:
    assert identity.parse("r340123456") == identity.Document("birth_certificate", "R340123456", None, None)


def test_fifteen_digits_come_with_a_suggestion() -> None:
    refused = refusal("110105491231002")
    assert (refused.code, refused.facts) == ("id_fifteen_digits", {"suggestion": "11010519491231002X"})
    assert refusal("110105001231999").code == "id_fifteen_unclear"
    assert refusal("110105491331002").code == "id_fifteen_unclear"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "id_blank"),
        ("  ", "id_blank"),
        ("3.41821E+17", "id_stored_as_number"),
        ("3.41821199001011e+17", "id_stored_as_number"),
        ("341821199001010015.0", "id_stored_as_number"),
        ("341821199001010000", "id_digits_lost"),
        ("34182119900230001X", "id_birth_date"),
        ("110105194912310021", "id_check_digit"),
        ("1101051949123100", "id_length"),
        ("M1234567890", "id_travel_permit"),
        ("12345678", "id_travel_permit"),
        ("张三", "id_form"),
        ("AB12345678", "id_form"),
    ],
)
def test_refused_by_name(text: str, code: str) -> None:
    assert refusal(text).code == code


def test_a_number_ending_in_three_zeros_may_be_right() -> None:
    orders = (f"3418211990{month:02d}01{n}00" for month in range(1, 13) for n in range(10))
    first17 = next(digits for digits in orders if identity.check_digit(digits) == "0")
    assert identity.parse(first17 + "0").birth_date is not None


def test_birth_date_is_not_in_the_future() -> None:
    first17 = "34182120231116001"
    number = first17 + identity.check_digit(first17)
    assert refusal(number).code == "id_birth_in_future"
    assert identity.parse(number, today=date(2023, 11, 16)).birth_date == date(2023, 11, 16)


def test_an_unknown_region_never_blocks() -> None:
    first17 = "99999919900101001".replace("9", "7", 6)
    assert identity.parse(first17 + identity.check_digit(first17)).type == "id_card"


@given(st.dates(date(1900, 1, 1), TODAY), st.integers(0, 999), st.integers(0, 17), st.sampled_from("0123456789X"))
def test_any_single_wrong_character_is_noticed(birth: date, order: int, place: int, wrong: str) -> None:
    first17 = f"341821{birth:%Y%m%d}{order:03d}"
    number = first17 + identity.check_digit(first17)
    assert identity.parse(number, today=TODAY).sex == ("male" if order % 2 else "female")
    changed = number[:place] + wrong + number[place + 1 :]
    if changed != number:
        with pytest.raises(Refused):
            identity.parse(changed, today=TODAY)


@given(st.text(max_size=30))
def test_no_text_ends_in_anything_but_a_document_or_a_refusal(text: str) -> None:
    try:
        identity.parse(text, today=TODAY)
    except Refused as refused:
        assert str(refused)


def test_masked() -> None:
    assert masked("341821199001011234") == "341821********1234"
    assert masked("KAZ110090123105") == "KA***********05"
    assert masked("R340123456") == "R3******56"
    assert masked("R34") == "***"


def test_a_person_is_one_person_by_kind_and_number() -> None:
    someone = Resident(name="张三", document_type="id_card", document_number="11010519491231002X")
    assert someone.key == "id_card:11010519491231002X"
    assert someone.masked_number == "110105********002X"
