"""One row of a roster becomes one resident, or a list of everything that is wrong with it."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from operator import itemgetter
from typing import TypedDict, TypeVar

from app.domain import roster_values as values
from app.domain.errors import Refused
from app.domain.identity import Document
from app.domain.identity import parse as parse_document
from app.domain.resident import CategoryRecord, DocumentType, ListedLastYear, Resident, Sex

T = TypeVar("T")
Canonical = Callable[[str], str | None]

MAX_RELATION = 20
MAX_GROUP = 40
MAX_TOWN = 40
# Where the file does not say: the document itself shows that these people's register is elsewhere (domain C3, C4).
HUKOU_BY_DOCUMENT = {"hmt_residence": "other_city", "foreign_permanent": "foreign"}

# Stands in for a document that could not be read, so that the other cells of the row are still looked at.
UNREAD = Document("id_card", "", None, None)


class Row:
    """A row under reading. A refused cell adds its reason and reading goes on, so that a row names all its faults.

    `cells` gives the text of each field, "" where the file has no such column.
    """

    def __init__(self, cells: dict[str, str], reasons: list[str]) -> None:
        self.cells = cells
        self.reasons = reasons

    def read(self, otherwise: T, reading: Callable[..., T], *arguments: object) -> T:
        """What `reading` makes of the arguments, or `otherwise` with the reason noted."""
        try:
            return reading(*arguments)
        except Refused as refusal:
            self.reasons.append(str(refusal))
            return otherwise

    def text(self, field: str, title: str, limit: int = values.MAX_TEXT) -> str:
        """A field of free text."""
        cell = self.cells[field]
        return self.read("", values.text_of, cell, title, limit) if cell else ""

    def yes_no(self, field: str, title: str) -> bool | None:
        """A field of 是 and 否."""
        cell = self.cells[field]
        return self.read(None, values.yes_no, cell, title) if cell else None


class Listed(TypedDict):
    """What the lists say of a person that says nothing of who it is: the same few combinations fill a whole roster."""

    relation: str
    group: str
    hukou: str
    residence_permit: bool | None
    long_term_resident: bool | None
    last_year: ListedLastYear | None
    registered: bool | None
    other_cover: str | None
    enrolment: str
    note: str
    town: str
    last_year_paid_fen: int | None
    last_year_category: str


LISTED = (
    "relation", "group", "hukou", "residence_permit", "long_term_resident", "last_year", "registered", "other_cover",
    "migrant", "note", "town", "last_year_paid", "last_year_category",
)  # fmt: skip
listed_cells = itemgetter(*LISTED)


def read_resident(row: Row, canonical: Canonical, today: date) -> Resident | None:
    """The resident of a row, or None; `row.reasons` then says why."""
    cells = row.cells
    document = row.read(UNREAD, _document, row, today)
    listed, faults = _listed(document.type, listed_cells(cells))
    row.reasons.extend(faults)
    resident = Resident(
        name=row.read("", values.name_of, cells["name"]),
        document_type=document.type,
        document_number=document.number,
        birth_date=row.read(None, _birth_date, row, document, today) if cells["birth_date"] else document.birth_date,
        sex=row.read(None, _sex, row, document) if cells["sex"] else document.sex,
        household=row.read("", values.household_of, cells["household"]),
        head=row.text("head", "户主", values.MAX_NAME),
        phone=row.read("", values.phone_of, cells["phone"]),
        categories=row.read((), _categories, row, canonical, today),
        **listed,
    )
    if document.type == "birth_certificate" and resident.birth_date is None:
        # The number tells no date, and a newborn's rules begin with the birth (domain C5).
        row.reasons.append(str(Refused("row_birth_date_missing")))
    return None if row.reasons else resident


@lru_cache(maxsize=4096)
def _listed(document_type: DocumentType, texts: tuple[str, ...]) -> tuple[Listed, tuple[str, ...]]:
    """The listed facts of these cells, and what is wrong with them."""
    row = Row(dict(zip(LISTED, texts, strict=True)), [])
    cells = row.cells
    listed = Listed(
        relation=row.text("relation", "与户主关系", MAX_RELATION),
        group=row.text("group", "村民小组", MAX_GROUP),
        hukou=row.read("local", _hukou, cells["hukou"], document_type),
        # The document is itself the permit (domain C3).
        residence_permit=row.yes_no("residence_permit", "居住证") if document_type != "hmt_residence" else True,
        long_term_resident=row.yes_no("long_term_resident", "长期居住"),
        last_year=row.read(None, values.word_of, cells["last_year"], values.LAST_YEAR, "上年参保"),
        registered=row.yes_no("registered", "参保登记"),
        other_cover=row.read(None, values.word_of, cells["other_cover"], values.OTHER_COVER, "其他参保"),
        enrolment="migrant_worker" if row.yes_no("migrant", "外出务工") else "ordinary",
        note=row.text("note", "备注"),
        town=row.text("town", "乡镇", MAX_TOWN),
        last_year_paid_fen=row.read(None, values.fen_of, cells["last_year_paid"], "上年缴费金额"),
        last_year_category=row.text("last_year_category", "上年资助类别"),
    )
    return listed, tuple(row.reasons)


def _document(row: Row, today: date) -> Document:
    document = parse_document(row.cells["document"], today=today)
    if not row.cells["document_type"]:
        return document
    stated = values.word_of(row.cells["document_type"], values.DOCUMENT_TYPE, "证件类型")
    if stated not in (None, document.type):
        raise Refused("row_document_type_differs")
    return document


def _birth_date(row: Row, document: Document, today: date) -> date | None:
    stated = values.date_of(row.cells["birth_date"], "出生日期")
    if stated is None:
        return document.birth_date
    if stated > today:
        raise Refused("id_birth_in_future")
    if not _agrees(stated, document):
        raise Refused("row_birth_date_differs")
    return stated


def _agrees(stated: date, document: Document) -> bool:
    if document.birth_date is not None:
        return stated == document.birth_date
    # The foreigner's card of 2017 holds two digits of the year.
    return document.type != "foreign_permanent" or f"{stated:%y%m%d}" == document.number[7:13]


def _sex(row: Row, document: Document) -> Sex | None:
    stated = values.word_of(row.cells["sex"], values.SEX, "性别")
    if stated is not None and document.sex is not None and stated != document.sex:
        raise Refused("row_sex_differs")
    return document.sex or stated


def _hukou(cell: str, document_type: DocumentType) -> str:
    if not cell:
        return HUKOU_BY_DOCUMENT.get(document_type, "local")
    return values.word_of(cell, values.HUKOU, "户籍")


def _categories(row: Row, canonical: Canonical, today: date) -> tuple[CategoryRecord, ...]:
    names, recognised, removed = row.cells["categories"], row.cells["recognised_on"], row.cells["removed_on"]
    if not (names or recognised or removed):
        return ()
    return values.categories_of(names, recognised, removed, canonical=canonical, today=today)
