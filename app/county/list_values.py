"""What the cells of other offices' lists mean: amounts with a sign, periods, marks, dates with a time of day."""

import re
import unicodedata
from datetime import date
from functools import lru_cache

from app.domain.errors import Refused
from app.domain.roster_values import DIGITS_LOST, NOTHING, date_of, plain

PAID, REFUND = "paid", "refund"
_MARKS = {
    PAID: ("缴费", "正常", "正常缴费", "缴", "征收", "征", "入库", "正缴", "首次缴费", "补缴", "+"),
    REFUND: ("退费", "退", "退库", "退款", "冲正", "冲销", "红字", "红冲", "-"),
}
MARKS = {word: mark for mark, words in _MARKS.items() for word in words}

# 1,020.00 and 12345.6; zeros beyond the second decimal are what a spreadsheet's format adds.
_AMOUNT = re.compile(r"(-?)((?:\d{1,3}(?:,\d{3})+)|\d{1,9})(?:\.(\d{1,2})0*)?")
_TIME = re.compile(r"[ T]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$")
_NUMBER = re.compile(r"\d+")
_BETWEEN = re.compile(r"[\s年月日度至到起止~—–./:-]*")
_VOUCHER = re.compile(r"[0-9A-Z][0-9A-Z-]{0,39}")
_ONLINE = ("网", "线上", "微信", "支付宝", "APP", "手机", "掌上", "云闪付", "电子税务", "小程序", "皖事通", "鄂汇办")
MAX_FEN = 10_000_000


@lru_cache(maxsize=4096)
def signed_fen(cell: str, field: str) -> int:
    """Yuan as text or number (380, ￥1,020.00, -380, (380.00), 380元) as fen, with its sign; never zero.

    Raises Refused: list_amount, list_amount_zero, list_amount_large (above 100,000 yuan).
    """
    word = unicodedata.normalize("NFKC", cell).replace(" ", "").removeprefix("¥").removesuffix("元").replace("−", "-")
    if word.startswith("(") and word.endswith(")"):
        word = f"-{word[1:-1]}"
    found = _AMOUNT.fullmatch(word.replace("-¥", "-"))
    if found is None:
        raise Refused("list_amount", field=field, text=cell.strip()[:40])
    sign, whole, decimals = found.groups()
    fen = int(whole.replace(",", "")) * 100 + int((decimals or "").ljust(2, "0"))
    if not fen:
        raise Refused("list_amount_zero", field=field)
    if fen > MAX_FEN:
        raise Refused("list_amount_large", field=field, text=cell.strip()[:40])
    return -fen if sign else fen


def mark_and_fen(mark: str, fen: int) -> tuple[str, int]:
    """paid or refund, and the amount without its sign; `mark` is the cell, "" where the list has none.

    Raises Refused: list_mark (a word not known), list_mark_sign (a negative amount said to be a payment).
    """
    word = plain(mark)
    if word in NOTHING and word != "-":
        return (REFUND if fen < 0 else PAID), abs(fen)
    if word not in MARKS:
        raise Refused("list_mark", text=mark.strip()[:40], known="缴费、退费")
    if fen < 0 and MARKS[word] == PAID:
        raise Refused("list_mark_sign", text=mark.strip()[:40])
    return MARKS[word], abs(fen)


@lru_cache(maxsize=4096)
def period_year(begins: str, ends: str) -> int | None:
    """The benefit year of a period (2024, 2024-01-01至2024-12-31, 202401-202412); None where nothing is written.

    Raises Refused: list_period (cannot be read), list_period_years (it reaches over two years).
    """
    text = " ".join(_TIME.sub("", unicodedata.normalize("NFKC", cell).strip()) for cell in (begins, ends)).strip()
    if text in NOTHING:
        return None
    years = {_year(number) for number in _NUMBER.findall(text)} - {0}
    if None in years or not years or not _BETWEEN.fullmatch(_NUMBER.sub("", text)):
        raise Refused("list_period", text=text[:40])
    if len(years) > 1:
        raise Refused("list_period_years", text=text[:40])
    return years.pop()


def _year(number: str) -> int | None:
    """The year that a number in a period begins with, 0 for a month or day, None for anything else."""
    if len(number) in (4, 6, 8) and number.startswith("20"):
        return int(number[:4])
    return 0 if len(number) < 3 and int(number) < 32 else None


@lru_cache(maxsize=8192)
def day_of(cell: str, field: str) -> str | None:
    """A date, with or without a time of day, as an ISO date; None for an empty cell. Raises Refused as date_of."""
    found: date | None = date_of(_TIME.sub("", cell.strip()), field)
    return None if found is None else found.isoformat()


def voucher_of(cell: str) -> str:
    """The number of an electronic tax voucher. Raises Refused: list_voucher, list_voucher_lost."""
    word = plain(cell).lstrip("'")
    if DIGITS_LOST.fullmatch(word) and "E" in word:
        raise Refused("list_voucher_lost")
    if not _VOUCHER.fullmatch(word):
        raise Refused("list_voucher", text=cell.strip()[:40])
    return word


@lru_cache(maxsize=1024)
def is_online(channel: str) -> bool:
    """Whether a channel's name says that the person paid by telephone or computer."""
    return any(word in plain(channel) for word in _ONLINE)
