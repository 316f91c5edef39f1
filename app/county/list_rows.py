"""The rows of another office's list as rows of the county's tables; bad ones are named with every reason, never the
whole file."""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

from msgspec import Struct

from app.county.list_columns import KINDS, find_columns
from app.county.list_values import day_of, is_online, mark_and_fen, period_year, signed_fen, voucher_of
from app.domain import identity
from app.domain.errors import KnownError, Refused
from app.domain.roster import Rejection, Table
from app.domain.roster_row import Canonical
from app.domain.roster_values import categories_of, name_of, plain, text_of

Value = TypeVar("Value")
Row = tuple[Any, ...]


class Asked(Struct, frozen=True, kw_only=True):
    """What the person who takes a list in says of it: `year` where it has no period, `on` the date of the list."""

    today: date
    year: int | None = None
    on: date | None = None
    whole: bool = False
    canonical: Canonical = lambda name: None


class ListReading(Struct, frozen=True):
    """`rows` fit the table of the kind, without its last column (the list's hash). `read` counts rows with content."""

    rows: list[Row]
    rejections: list[Rejection]
    read: int
    header: tuple[str, ...]


class Cells:
    """The cells of one row by field, and what is wrong with them."""

    def __init__(self, texts: dict[str, str]) -> None:
        self.texts = texts
        self.reasons: list[str] = []

    def get(self, field: str) -> str:
        return self.texts.get(field, "")

    def ask(self, read: Callable[..., Value], *arguments: Any) -> Value | None:
        """The value, or None and one more reason."""
        try:
            return read(*arguments)
        except KnownError as error:
            self.reasons.append(str(error))
            return None


def read_list(table: Table, kind: str, asked: Asked) -> ListReading:
    """Read a list. Raises Refused as `find_columns` does, and sheet_empty."""
    wanted = KINDS[kind]
    found = find_columns(table.rows, wanted)
    keeper = _Keeper(_KEY_LENGTHS[kind])
    for number, row in enumerate(table.rows[found.row + 1 :], start=found.row + 2):
        if any(map(str.strip, row)):
            cells = Cells({field: row[place] for field, place in found.columns.items() if place < len(row)})
            keeper.take(number, row, _READERS[kind](cells, asked), cells.reasons)
    if not keeper.read:
        raise Refused("sheet_empty")
    return ListReading(keeper.rows, keeper.rejections, keeper.read, tuple(table.rows[found.row]))


class _Keeper:
    """Collects the rows of one list, so that a repetition can name the row it repeats."""

    def __init__(self, key_length: int) -> None:
        self.key_length = key_length
        self.rows: list[Row] = []
        self.rejections: list[Rejection] = []
        self.seen: dict[Row, tuple[int, Row]] = {}
        self.read = 0

    def take(self, number: int, cells: list[str], made: list[Row], reasons: list[str]) -> None:
        self.read += 1
        if not reasons:
            for row in made:
                first, before = self.seen.setdefault(row[: self.key_length], (number, row))
                if first != number:
                    code = "row_repeated" if before == row else "list_row_twice"
                    reasons.append(str(Refused(code, first=first)))
        if reasons:
            self.rejections.append(Rejection(number, tuple(reasons), tuple(cells)))
        else:
            self.rows += made


def _person(cells: Cells, asked: Asked) -> str | None:
    document = cells.ask(identity.parse, cells.get("document"))
    return None if document is None else f"{document.type}:{document.number}"


def _name(cells: Cells) -> str:
    """A name only helps people to find a row; without one the row is as good."""
    return (cells.ask(name_of, cells.get("name")) or "") if cells.get("name").strip() else ""


def _year(cells: Cells, asked: Asked) -> int | None:
    year = cells.ask(period_year, cells.get("period"), cells.get("period_end"))
    if year is None and asked.year is None and not cells.reasons:
        cells.reasons.append(str(Refused("list_year_missing")))
    return asked.year if year is None else year


def _tax(cells: Cells, asked: Asked) -> list[Row]:
    person, year = _person(cells, asked), _year(cells, asked)
    voucher = cells.ask(voucher_of, cells.get("voucher"))
    fen = cells.ask(signed_fen, cells.get("amount"), "金额")
    marked = None if fen is None else cells.ask(mark_and_fen, cells.get("mark"), fen)
    remitted_on = cells.ask(day_of, cells.get("remitted_on"), "上解时间")
    received_on = cells.ask(day_of, cells.get("received_on"), "入国库时间")
    mark, amount = marked or ("", 0)
    online = int(is_online(cells.get("channel")))
    return [(person, year, voucher, mark, amount, remitted_on, received_on, online, _name(cells))]


def _employee(cells: Cells, asked: Asked) -> list[Row]:
    employer = cells.ask(text_of, cells.get("employer"), "单位名称", 100)
    since = cells.ask(day_of, cells.get("since"), "参保日期")
    until = cells.ask(day_of, cells.get("until"), "停保日期")
    return [(_person(cells, asked), _name(cells), employer, since, until)]


def _category(cells: Cells, asked: Asked) -> list[Row]:
    person, name = _person(cells, asked), _name(cells)
    texts = (cells.get("category"), cells.get("recognised_on"), cells.get("removed_on"))

    def read() -> Any:
        return categories_of(*texts, canonical=asked.canonical, today=asked.today)

    records = cells.ask(read) or ()
    if not records and not cells.reasons:
        cells.reasons.append(str(Refused("list_category_missing")))
    return [(person, each.name, name, _iso(each.recognised_on or asked.on), _iso(each.removed_on), int(asked.whole))
            for each in records]  # fmt: skip


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _elsewhere(cells: Cells, asked: Asked) -> list[Row]:
    place = cells.ask(text_of, cells.get("place"), "缴费渠道", 100)
    paid_on = cells.ask(day_of, cells.get("paid_on"), "缴费日期")
    return [(_person(cells, asked), _year(cells, asked), _name(cells), place, paid_on)]


def _town(cells: Cells, asked: Asked) -> list[Row]:
    code = cells.ask(_code, cells.get("code"))
    name = cells.ask(text_of, cells.get("name"), "名称", 50)
    if name == "":
        cells.reasons.append(str(Refused("list_name_missing")))
    return [(code, name, cells.ask(_people, cells.get("target")))]


def _code(cell: str) -> str:
    code = plain(cell)
    if not (code.isascii() and code.isdigit() and len(code) in (9, 12)):
        raise Refused("list_town_code", text=cell.strip()[:40])
    # 341821100000 is how tables of codes write the town 341821100.
    return code[:9] if code[9:] == "000" else code


def _people(cell: str) -> int | None:
    word = plain(cell).replace(",", "").removesuffix("人")
    if not word:
        return None
    if not (word.isascii() and word.isdigit() and len(word) < 9):
        raise Refused("list_people", text=cell.strip()[:40])
    return int(word)


_READERS: dict[str, Callable[[Cells, Asked], list[Row]]] = {
    "tax": _tax,
    "employee": _employee,
    "category": _category,
    "elsewhere": _elsewhere,
    "towns": _town,
}
# How many of a row's first values make it one and the same row.
_KEY_LENGTHS = {"tax": 4, "employee": 1, "category": 2, "elsewhere": 2, "towns": 1}
