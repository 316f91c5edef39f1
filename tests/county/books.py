"""A village with people whose numbers are sound, whole account days, and the lists that other offices send."""

import csv
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from tests.factories import id_number
from tests.factories_journal import Village

Row = Iterable[object]
SUBSIDIES = {None: 0, "低保对象": 34_200, "特困人员": 38_000}


def number(person: int) -> str:
    """The ID number of person number `person`."""
    return id_number(date(1980, 5, 20), male=True, order=person)


def key(person: int) -> str:
    return f"id_card:{number(person)}"


def facts(*categories: str, recognised_on: str = "2022-01-01") -> dict[str, Any]:
    """Facts with which everybody may pay the full price of 郎溪 2024, less what the categories bring."""
    records = [{"name": name, "recognised_on": recognised_on, "removed_on": None} for name in categories]
    return {
        "birth_date": "1980-05-20", "hukou": "local", "residence_permit": None, "long_term_resident": None,
        "categories": records, "enrolment": "ordinary", "last_year": "insured", "registered": True, "other_cover": None,
        "paid_on": "2023-11-15",
    }  # fmt: skip


def pay(
    village: Village,
    person: int,
    *,
    category: str | None = None,
    recognised_on: str = "2022-01-01",
    name: str = "曾小䶮",
    pos: bool = False,
    day: int = 1,
) -> dict[str, Any]:
    """A payment at the price of 38,000 fen, less the category's subsidy; returns its body."""
    due = 38_000 - SUBSIDIES[category]
    body = village.payment(person, due_fen=due)
    resident = body["resident"] | {"name": name, "document_number": number(person)}
    card = {"method": "pos", "terminal": "T1", "reference": f"R{len(village.lines)}"} if pos else {}
    said = {"person": key(person), "resident": resident, "category": category, "day": day}
    told = facts(*([category] if category else []), recognised_on=recognised_on)
    body |= said | {"facts": told} | card
    village.add("payment", **body)
    return body


def reverse(village: Village, paid: dict[str, Any], *, day: int = 1, carried_to: str | None = None) -> None:
    village.add(
        "payment_reversed", payment=paid["payment"], receipt=paid["receipt"], person=paid["person"], year=paid["year"],
        day=day, name="曾小䶮", amount_fen=paid["due_fen"], reason="缴错人", carried_to=carried_to,
    )  # fmt: skip


def close(village: Village, day: int = 1, *, people: int, cash_fen: int, pos_fen: int = 0, **changes: Any) -> None:
    """A clean day close over a float of 20,000 fen; `changes` override what it says."""
    said = {
        "day": day, "date": "2023-11-15", "expected_fen": 20_000 + cash_fen, "counted_fen": 20_000 + cash_fen,
        "difference_fen": 0, "pos_fen": pos_fen, "people": people, "receipts": people, "records": people, "clean": True,
        "mismatches": [], "reason": None, "second": None, "perpetual_fen": cash_fen + pos_fen,
    }  # fmt: skip
    village.add("day_closed", **said | changes)


def remit(village: Village, slip: str, fen: int, *, day: int = 1, amount_fen: int | None = None) -> None:
    days = [{"of": village.id, "day": day, "amount_fen": fen}]
    amount = fen if amount_fen is None else amount_fen
    village.add("remitted", slip=slip, amount_fen=amount, remitted_on="2023-11-16", bank="农商行", days=days)


def arrive(village: Village, slip: str) -> None:
    village.add("remittance_arrived", slip=slip, received_on="2023-11-18")


def sheet(file: Path, heading: str, *rows: Row, above: Iterable[Row] = ()) -> Path:
    """A .csv with these headings (blanks between them) and rows; `above` are lines of title before them."""
    with file.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream).writerows([*above, heading.split(), *rows])
    return file


TAX = "电子税票号 身份证号 费款所属期 缴费/退费标识 上解时间 入国库时间 金额"


def tax_row(voucher: str, person: int, yuan: object, *, mark: str = "缴费", period: str = "2024") -> list[object]:
    return [voucher, number(person), period, mark, "2023-11-16", "2023-11-18 10:20:30", yuan]
