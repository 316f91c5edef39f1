"""A resident of the roster: who someone is and what the county's lists say about them.

Nothing here is decided at the counter; it is what a roster file carried (`roster.py`), with documents already checked
(`identity.py`) and categories already named as the pack names them.
"""

from datetime import date
from typing import Literal

from msgspec import Struct

DocumentType = Literal["id_card", "hmt_residence", "foreign_permanent", "birth_certificate"]
Sex = Literal["male", "female"]
LastYear = Literal["insured", "never", "lapsed"]
# What a list may say besides: 否, which means never or lapsed. Facts do not know it; the counter asks.
ListedLastYear = Literal["insured", "never", "lapsed", "not_insured"]


class CategoryRecord(Struct, frozen=True, gc=False):
    """One subsidised category of a person: the pack's own name for it, and from when to when the list carries them."""

    name: str
    recognised_on: date | None
    removed_on: date | None = None


class Resident(Struct, frozen=True, kw_only=True, gc=False):
    """One person of the roster. A fact that the file did not state is None (or empty), never a guess.

    `last_year_paid_fen` and `last_year_category` are what the file says of the year before, in its own words: the
    category is free text, for that year's pack may have named it otherwise.
    """

    name: str
    document_type: DocumentType
    document_number: str
    birth_date: date | None = None
    sex: Sex | None = None
    household: str = ""
    head: str = ""
    relation: str = ""
    group: str = ""
    phone: str = ""
    hukou: str = "local"
    residence_permit: bool | None = None
    long_term_resident: bool | None = None
    categories: tuple[CategoryRecord, ...] = ()
    last_year: ListedLastYear | None = None
    registered: bool | None = None
    other_cover: str | None = None
    enrolment: str = "ordinary"
    note: str = ""
    town: str = ""
    last_year_paid_fen: int | None = None
    last_year_category: str = ""

    @property
    def key(self) -> str:
        """What makes a person one person in a roster: the kind of document and its number."""
        return f"{self.document_type}:{self.document_number}"

    @property
    def masked_number(self) -> str:
        """The document number as lists and receipts may show it."""
        return masked(self.document_number)


def masked(document_number: str) -> str:
    """341821********1234: first six and last four of an 18-digit number, first two and last two of a shorter one.

    After GB/T 37964 (domain C15): the region and the end are what a clerk reads back to the person; the birth date
    is not.
    """
    head, tail = (6, 4) if len(document_number) >= 18 else (2, 2)
    hidden = len(document_number) - head - tail
    if hidden <= 0:
        return "*" * len(document_number)
    return document_number[:head] + "*" * hidden + document_number[-tail:]
