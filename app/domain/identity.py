"""Documents a resident is known by: normalise, check, and read birth date and sex from the number.

Four kinds are taken (domain C1-C5): 居民身份证 (GB 11643-1999), 港澳台居民居住证, 外国人永久居留身份证 in the form of
2023 (18 digits) and of 2017 (three letters and twelve digits), and for a newborn the number of the 出生医学证明.
The first six digits are the place of first registration, and abolished codes stay valid: a region is never a reason to
refuse.
"""

import re
import unicodedata
from datetime import date
from operator import mul

from msgspec import Struct

from app.domain.errors import Refused
from app.domain.resident import DocumentType, Sex

# GB 11643-1999, 4.2.2 and ISO 7064 MOD 11-2.
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK_CHARACTERS = "10X98765432"
# The digits are summed as their ASCII codes, 48 too many each: 60,000 rows are checked while a clerk watches.
ASCII_EXCESS = ord("0") * sum(WEIGHTS)

NUMBER_18 = re.compile(r"[0-9]{17}[0-9X]")
NUMBER_15 = re.compile(r"[0-9]{15}")
FOREIGN_2017 = re.compile(r"[A-Z]{3}[0-9]{12}")
BIRTH_CERTIFICATE = re.compile(r"[A-Z][0-9]{9}")
# What a spreadsheet leaves of a long number: 3.41821E+17, 341821199001010000.0
NUMERIC_REMAINS = re.compile(r"[0-9]+\.[0-9]*|[0-9]+(\.[0-9]*)?E\+?[0-9]+")
TRAVEL_PERMIT = re.compile(r"[HM][0-9]{8}([0-9]{2})?|[0-9]{8}")
# A slip of the pen, not a birth date. (The standard's own example was born in 1880.)
OLDEST_YEAR = 1850

NOISE = re.compile(r"[\s\u200b-\u200f\u2060\ufeff'‘’`]+")


class Document(Struct, frozen=True):
    """A checked document. `birth_date` and `sex` are None where the number does not settle them."""

    type: DocumentType
    number: str
    birth_date: date | None
    sex: Sex | None


def parse(text: str, *, today: date | None = None) -> Document:
    """Read a document number as people write it.

    With `today`, a birth date after it is refused. Raises Refused: id_blank, id_stored_as_number, id_fifteen_digits,
    id_fifteen_unclear, id_digits_lost, id_length, id_form, id_birth_date, id_birth_in_future, id_check_digit,
    id_travel_permit.
    """
    number = text if NUMBER_18.fullmatch(text) else normalise(text)
    if NUMBER_18.fullmatch(number):
        return _eighteen(number, today)
    if FOREIGN_2017.fullmatch(number):
        return _foreign_2017(number, today)
    if BIRTH_CERTIFICATE.fullmatch(number):
        return Document("birth_certificate", number, None, None)
    raise _refusal(number)


def normalise(text: str) -> str:
    """Full-width digits made plain, a lower-case or Roman x made X, blanks and a leading text mark of Excel dropped."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    return NOISE.sub("", text).upper()


def check_digit(first17: str) -> str:
    """The check character of GB 11643-1999 for seventeen digits: 0-9 or X."""
    return CHECK_CHARACTERS[(sum(map(mul, WEIGHTS, first17.encode("ascii"))) - ASCII_EXCESS) % 11]


def check_digit_2017(first14: str) -> str:
    """The check digit of the foreigner's card of 2017: weights 7-3-1, letters from A = 10, modulo 10 (ICAO 9303).

    Checked against the specimen number KAZ110090123105 of the immigration administration's guide to the change of 2023.
    """
    values = (int(character, 36) for character in first14)
    return str(sum(value * (7, 3, 1)[place % 3] for place, value in enumerate(values)) % 10)


def from_fifteen_digits(number: str) -> str | None:
    """The 18-digit form of a number of before 1999, or None where the century is not certain (suffixes 996-999, C2)."""
    if number[12:15] in ("996", "997", "998", "999"):
        return None
    first17 = number[:6] + "19" + number[6:]
    return None if real_date(first17[6:14]) is None else first17 + check_digit(first17)


def real_date(digits: str) -> date | None:
    """yyyymmdd as a date, or None if the calendar has no such day or it is out of all reason."""
    try:
        day = date.fromisoformat(digits)
    except ValueError:
        return None
    return day if day.year >= OLDEST_YEAR else None


def _eighteen(number: str, today: date | None) -> Document:
    sound = check_digit(number[:17]) == number[17]
    if not sound and number.endswith("000"):
        raise Refused("id_digits_lost")
    birth_date = real_date(number[6:14])
    if birth_date is None:
        raise Refused("id_birth_date")
    if not sound:
        raise Refused("id_check_digit")
    if today is not None and birth_date > today:
        raise Refused("id_birth_in_future")
    return Document(_type_of(number), number, birth_date, "male" if number[16] in "13579" else "female")


def _type_of(number: str) -> DocumentType:
    if number[0] == "9":
        return "foreign_permanent"
    if number[:6] in ("810000", "820000", "830000"):
        return "hmt_residence"
    return "id_card"


def _foreign_2017(number: str, today: date | None) -> Document:
    if check_digit_2017(number[:14]) != number[14]:
        raise Refused("id_check_digit")
    birthdays = [day for century in ("19", "20") if (day := real_date(century + number[7:13])) is not None]
    if not birthdays:
        raise Refused("id_birth_date")
    possible = [day for day in birthdays if today is not None and day <= today]
    # Two-digit years: where both centuries are possible the file's own birth date column has to say. The place for the
    # sex is also a sequence number, so nothing is read from it.
    return Document("foreign_permanent", number, possible[0] if len(possible) == 1 else None, None)


def _refusal(number: str) -> Refused:
    if not number:
        return Refused("id_blank")
    if NUMERIC_REMAINS.fullmatch(number):
        return Refused("id_stored_as_number")
    if NUMBER_15.fullmatch(number):
        suggestion = from_fifteen_digits(number)
        return Refused("id_fifteen_digits", suggestion=suggestion) if suggestion else Refused("id_fifteen_unclear")
    if TRAVEL_PERMIT.fullmatch(number):
        return Refused("id_travel_permit")
    if number.isdigit():
        return Refused("id_length", length=len(number))
    return Refused("id_form")
