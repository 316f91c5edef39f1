"""The villages' ledgers as workbooks, one for each point of a season: what an office would read by hand."""

from pathlib import Path

import xlsxwriter
from benchmarks import county_files, people

from app.devices import envelope
from app.domain.journal import parse
from app.domain.syncfile import lines

MAKERS = (*county_files.MAKERS, "build/benchmarks/county_sheets.py")
# What a ledger shows of a payment; of the payer besides.
COLUMNS = (
    "payment", "person", "year", "day", "paid_on", "method", "terminal", "reference", "receipt", "price_fen",
    "subsidy_fen", "due_fen", "category", "benefit_start", "benefit_end",
)  # fmt: skip
PAYER = ("name", "household", "head", "relation", "group", "phone")


def folder(payments: int) -> Path:
    """The folder of workbooks with so many payments."""
    return people.kept(f"sheets-{payments}", MAKERS, lambda made: _make(made, payments))


def _make(made: Path, payments: int) -> None:
    season = county_files.season(payments)
    made.mkdir()
    for file in season.files:
        _write(file, made / f"{file.stem}.xlsx", season)


def _write(file: Path, to: Path, season: county_files.Season) -> None:
    found = map(parse, lines(envelope.open(file.read_bytes(), keys=season.keys).payload))
    bodies = [entry.body for entry in found if entry.kind == "payment"]
    with xlsxwriter.Workbook(to, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("台账")
        sheet.write_row(0, 0, (*COLUMNS, *PAYER))
        for place, body in enumerate(bodies, start=1):
            payer = body["resident"]
            sheet.write_row(place, 0, [*(body[name] for name in COLUMNS), *(payer[name] for name in PAYER)])
