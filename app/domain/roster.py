"""A roster file's table becomes residents: each row taken or rejected with its number and every reason.

Good rows are taken and bad ones are named; one bad row never stops a village. Nothing here reads a file: the table
comes from `devices/sheets.py`, and what a category is called comes from the rule pack as a function.
"""

from collections.abc import Iterator
from datetime import date
from operator import itemgetter

from msgspec import Struct

from app.domain.errors import Refused
from app.domain.progress import Tick, counted, silent
from app.domain.resident import Resident
from app.domain.roster_columns import ALIASES, Header, find_header
from app.domain.roster_row import Canonical, Row, read_resident

# Header absent -> what is assumed, said once for the whole file rather than row by row.
ASSUMED = {
    "categories": "表中没有“人员类别”一列：所有人先按普通居民导入。请在收费前导入带类别的名单。",
    "hukou": "表中没有“户籍”一列：所有人按本地户籍导入。非本地户籍人员请在收费时核对。",
    "last_year": "表中没有“上年参保”一列：收费时可能需要询问上年是否参保。",
}
ODD_PHONES = "有 {count} 行的手机号不像电话号码，已照原样保留，不影响收费。"
OTHER_SHEETS = "工作簿中另有工作表“{names}”未读入，本次只读了“{sheet}”。需要时请另存为单独的文件再导入。"

CHECKING = "逐行检查名册"


class Table(Struct, frozen=True):
    """The cells of one sheet as text, row 1 of the sheet first; rows may be of different lengths.

    A number too long for a spreadsheet to hold stands as the spreadsheet shows it (3.41821199001E+17).
    """

    rows: list[list[str]]
    sheet: str = ""
    other_sheets: tuple[str, ...] = ()


class Rejection(Struct, frozen=True):
    """A row that was not taken: its number in the sheet (1-based), every reason in Chinese, its cells as they were."""

    row_number: int
    reasons: tuple[str, ...]
    cells: tuple[str, ...]


class RosterReading(Struct, frozen=True):
    """What a file holds.

    `read` counts the rows with content under the header; `repeated` those rejected because their document was there.
    """

    residents: list[Resident]
    rejections: list[Rejection]
    warnings: tuple[str, ...]
    read: int
    repeated: int
    header: tuple[str, ...]


def parse(table: Table, *, canonical: Canonical, today: date, tick: Tick = silent) -> RosterReading:
    """Read a table into residents and rejections; `tick` is told the rows.

    `canonical` gives the pack's name for a category or alias, None for an unknown one. Raises Refused where nothing in
    the file can be read: sheet_empty, sheet_no_header, roster_column_missing, roster_column_twice.
    """
    header = find_header(table.rows)
    reader = _Reader(header, canonical, today)
    below = table.rows[header.row + 1 :]
    for row_number, row in enumerate(counted(below, tick, CHECKING, len(below), "行"), start=header.row + 2):
        if any(map(str.strip, row)):
            reader.take(row_number, row)
    if not reader.read:
        raise Refused("sheet_empty")
    return RosterReading(
        residents=reader.residents,
        rejections=reader.rejections,
        warnings=tuple(_warnings(table, header, reader)),
        read=reader.read,
        repeated=reader.repeated,
        header=tuple(table.rows[header.row]),
    )


class _Reader:
    """Collects the rows of one file, so that a repetition can name the row it repeats."""

    def __init__(self, header: Header, canonical: Canonical, today: date) -> None:
        # Blanks after every row stand for its missing cells, and the last of them for columns the file does not have.
        self.pick = itemgetter(*(header.columns.get(field, -1) for field in ALIASES))
        self.blanks = [""] * (max(header.columns.values()) + 1)
        self.canonical = canonical
        self.today = today
        self.residents: list[Resident] = []
        self.rejections: list[Rejection] = []
        self.first_seen: dict[str, tuple[int, list[str]]] = {}
        self.read = self.repeated = self.odd_phones = 0

    def take(self, row_number: int, row: list[str]) -> None:
        self.read += 1
        reasons: list[str] = []
        cells = dict(zip(ALIASES, self.pick(row + self.blanks), strict=True))
        resident = read_resident(Row(cells, reasons), self.canonical, self.today)
        if resident is not None and not reasons:
            self._refuse_repetition(resident, row_number, row, reasons)
        if resident is None or reasons:
            self.rejections.append(Rejection(row_number, tuple(reasons), tuple(row)))
            return
        self.residents.append(resident)
        self.odd_phones += bool(resident.phone) and not _looks_like_a_phone(resident.phone)

    def _refuse_repetition(self, resident: Resident, row_number: int, row: list[str], reasons: list[str]) -> None:
        first, cells = self.first_seen.setdefault(resident.key, (row_number, row))
        if first != row_number:
            self.repeated += 1
            code = "row_repeated" if cells == row else "row_document_twice"
            reasons.append(str(Refused(code, first=first)))


def _looks_like_a_phone(phone: str) -> bool:
    return phone.isdigit() and 7 <= len(phone) <= 12


def _warnings(table: Table, header: Header, reader: _Reader) -> Iterator[str]:
    yield from (text for field, text in ASSUMED.items() if field not in header.columns)
    if reader.odd_phones:
        yield ODD_PHONES.format(count=reader.odd_phones)
    if table.other_sheets:
        yield OTHER_SHEETS.format(names="”“".join(table.other_sheets), sheet=table.sheet)
