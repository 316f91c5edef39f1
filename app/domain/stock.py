"""Pre-numbered forms from the tax bureau or the county (C12): 领用, used in order, 作废, lost, 结报缴销.

Nothing here is counted twice: what a sheet is follows from the records of it, and at any moment
received = used + void + lost + returned + unused.
"""

from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec

from app.domain.errors import WrongUse

End = Literal["void", "lost"]
ENDS: dict[str, str] = {"void": "作废", "lost": "遗失"}


class Book(msgspec.Struct, frozen=True, kw_only=True):
    """One 领用: forms first..last of a code, numbers printed with `width` digits. `settled`: 结报缴销 has been done."""

    stock: str
    form: str
    code: str
    first: int
    last: int
    width: int
    issued_on: str
    issuer: str
    settled: bool

    def text(self, number: int) -> str:
        """A number as it is printed on the form."""
        return f"{number:0{self.width}d}"

    def holds(self, code: str, number: int) -> bool:
        """Whether this book has the form of that code and number."""
        return self.code == code and self.first <= number <= self.last


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """How a book stands, in sheets. `next` is the sheet to be used next, None where none is left.

    `missing`: sheets that were passed over and of which nobody has said what became of them; part of `unused`.
    """

    book: Book
    received: int
    used: int
    void: int
    lost: int
    returned: int
    unused: int
    missing: tuple[int, ...]
    next: int | None


def account(book: Book, used: Mapping[int, str], ends: Mapping[int, str], mark: int | None) -> Account:
    """The account of a book: `used` maps sheets to receipts, `ends` to void or lost.

    `mark` is the sheet last confirmed to lie in the printer: from it the numbers go on. A form further on that was
    found spoilt or lost before its turn passes over nothing.
    """
    touched = {number for number in (*used, *ends) if book.first <= number <= book.last}
    upcoming = book.first if mark is None else mark
    while upcoming in touched:
        upcoming += 1
    beyond = max((number for number in used if number in touched), default=book.first - 1) + 1
    left = book.last - book.first + 1 - len(touched)
    void = sum(ends.get(number) == "void" for number in touched)
    lost = sum(ends.get(number) == "lost" for number in touched)
    passed = range(book.first, min(max(upcoming, beyond), book.last + 1))
    missing = () if book.settled else tuple(n for n in passed if n not in touched and n != upcoming)
    return Account(
        book=book,
        received=book.last - book.first + 1,
        used=len(touched) - void - lost,
        void=void,
        lost=lost,
        returned=left if book.settled else 0,
        unused=0 if book.settled else left,
        missing=missing,
        next=upcoming if upcoming <= book.last and not book.settled else None,
    )


def parse_range(first: str, last: str) -> tuple[int, int, int]:
    """First and last number and the width they are printed with. Raises WrongUse: stock_numbers, stock_too_many."""
    first, last = first.strip(), last.strip()
    if not (first.isascii() and last.isascii() and first.isdigit() and last.isdigit() and len(first) == len(last)):
        raise WrongUse("stock_numbers", first=first, last=last)
    if len(first) > 18 or int(last) < int(first):
        raise WrongUse("stock_numbers", first=first, last=last)
    if int(last) - int(first) >= MOST:
        raise WrongUse("stock_too_many", most=MOST)
    return int(first), int(last), len(first)


# A book has 25 or 50 forms, a box some thousands; a slip of the finger has millions.
MOST = 100_000


def parse_sheet(text: str) -> int:
    """A sheet's number as typed. Raises WrongUse: sheet_number."""
    text = text.strip()
    if not (text.isascii() and text.isdigit() and len(text) <= 18):
        raise WrongUse("sheet_number", number=text)
    return int(text)


def ranges(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Numbers as runs of first..last, for a list that people read."""
    found: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if found and number == found[-1][1] + 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found
