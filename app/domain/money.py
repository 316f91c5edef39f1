"""Money: whole fen, its two written forms, and the strict reading of what a clerk types.

Nothing here or anywhere else divides money or holds it in a float (design §2 rule 1).
"""

import re
import unicodedata

from app.domain.errors import WrongUse

DIGITS = "零壹贰叁肆伍陆柒捌玖"
PLACES = ("仟", "佰", "拾", "")
GROUPS = ("亿", "万", "")
LIMIT_FEN = 10**14  # below 壹万亿元: three groups of four digits

# At most nine digits of yuan: a slip of the finger, not a payment, is longer than that.
AMOUNT = re.compile(r"(0|[1-9][0-9]{0,8})(?:\.([0-9]{1,2}))?")


def yuan(fen: int) -> str:
    """3800 -> "38.00"; -50 -> "-0.50". No thousands separators: nothing for a program to misread."""
    whole, rest = divmod(abs(fen), 100)
    return f"{'-' if fen < 0 else ''}{whole}.{rest:02d}"


def parse_yuan(text: str) -> int:
    """What a clerk typed, in yuan, as fen: "38" "38.5" "38.00"; full-width digits of an input method are taken.

    Signs, separators, exponents, leading zeros and a third decimal are WrongUse("amount_unreadable"): never rounded,
    never guessed.
    """
    match = AMOUNT.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if match is None:
        raise WrongUse("amount_unreadable", text=text)
    whole, decimals = match.groups()
    return int(whole) * 100 + int((decimals or "").ljust(2, "0"))


def upper(fen: int) -> str:
    """大写 as 支付结算办法 附件一 writes it, without the 人民币 that stands before it in print: 60800 -> 陆佰零捌元整.

    Several zeros in a row are one 零; 整 follows 元 or 角, never 分; a negative amount begins with (红字).
    Amounts of 壹万亿元 and more are a ValueError: no counter meets one.
    """
    if abs(fen) >= LIMIT_FEN:
        raise ValueError(f"beyond the written form: {fen} fen")
    whole, cents = divmod(abs(fen), 100)
    return ("(红字)" if fen < 0 else "") + _whole(whole, cents) + _cents(whole, cents)


def _whole(whole: int, cents: int) -> str:
    """The part up to 元; left out where only 角 and 分 are there."""
    if whole == 0:
        return "" if cents else "零元"
    figures = f"{whole:012d}"
    written, zero = "", False
    for place, unit in enumerate(GROUPS):
        group = figures[place * 4 : place * 4 + 4]
        written, zero = _group(written, zero, group)
        # An empty group has no unit, and its zeros stay owed to the next digit: 100000001 壹亿零壹元.
        if int(group):
            written, zero = written + unit, False
    return written + "元"


def _group(written: str, zero: bool, group: str) -> tuple[str, bool]:
    """Add four digits; `zero` says that a 零 is owed before the next digit. Leading zeros owe none."""
    for digit, place in zip(group, PLACES, strict=True):
        if digit == "0":
            zero = bool(written)
        else:
            written, zero = written + ("零" if zero else "") + DIGITS[int(digit)] + place, False
    return written, zero


def _cents(whole: int, cents: int) -> str:
    """角 and 分 with the 整 or 零 that belongs to them; 5 分 after whole yuan is 零伍分."""
    tenths, hundredths = divmod(cents, 10)
    if not cents:
        return "整"
    if not tenths:
        return ("零" if whole else "") + DIGITS[hundredths] + "分"
    return DIGITS[tenths] + "角" + (DIGITS[hundredths] + "分" if hundredths else "整")
