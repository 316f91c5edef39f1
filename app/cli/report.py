"""The reports on the screen and as files, and why somebody does not join."""

from pathlib import Path
from typing import Any

import click

from app.cli.context import common, desk
from app.cli.output import answer
from app.domain.listing import FIGURES, Listing, Row, shown

FILE = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.argument("name")
@click.option("--day", type=click.IntRange(1), help="第几个账日（只用于 daily，默认最近日结的一天）")
@click.option("--pdf", type=FILE, help="写成 PDF")
@click.option("--xlsx", type=FILE, help="写成电子表格")
@click.option("--names", type=click.Choice(["masked", "full"]), help="张榜公布的姓名：masked 隐去中间的字，full 写全")
@common
def report(name: str, day: int | None, pdf: Path | None, xlsx: Path | None, names: str | None) -> None:
    """报表：daily、cash、receipts、stock、remittances、progress、unpaid、round、board、register、summary、inspection。"""
    from app.desk.reports.board import show_names
    from app.desk.reports.catalogue import made
    from app.desk.reports.write import write

    with desk() as opened:
        if names is not None:
            show_names(opened, full=names == "full")
        listings = made(opened, name, day=day)
        files = [write(opened, listings, pdf, "pdf")] if pdf else []
        files += [write(opened, listings, xlsx, "xlsx")] if xlsx else []
    value: dict[str, Any] = {"report": name, "files": [str(file) for file in files]}
    if not files:
        value["listings"] = [as_json(each) for each in listings]
    text = "\n".join(f"已写出：{file}" for file in files) or "\n\n".join(as_text(each) for each in listings)
    answer(value, text)


def as_json(listing: Listing) -> dict[str, Any]:
    """A listing for scripts: rows by key, amounts in fen, shares per mille, document numbers masked."""
    return {
        "title": listing.title,
        "subtitle": listing.subtitle,
        "columns": [{"key": c.key, "heading": c.heading, "kind": c.kind} for c in listing.columns],
        "rows": [_by_key(listing, row) for row in listing.rows],
        "totals": _by_key(listing, listing.totals) if listing.totals else None,
        "notes": listing.notes,
    }


def _by_key(listing: Listing, row: Row) -> dict[str, Any]:
    return {
        column.key: shown(cell, "id", on_screen=True) if column.kind == "id" else cell
        for column, cell in zip(listing.columns, row, strict=True)
    }


def as_text(listing: Listing) -> str:
    """A listing as a plain table, columns one under the other; Chinese takes two places."""
    rows = [[column.heading for column in listing.columns]]
    rows += [_cells(listing, row) for row in listing.lines]
    wide = [max(_places(row[place]) for row in rows) for place in range(len(listing.columns))]
    right = [column.kind in FIGURES for column in listing.columns]
    head = (listing.title, *listing.marks, *listing.subtitle)
    return "\n".join((*head, *(_line(row, wide, right) for row in rows), *listing.notes))


def _cells(listing: Listing, row: Row) -> list[str]:
    return [shown(cell, column.kind, on_screen=True) for column, cell in zip(listing.columns, row, strict=True)]


def _line(cells: list[str], wide: list[int], right: list[bool]) -> str:
    padded = (
        " " * (width - _places(cell)) + cell if is_right else cell + " " * (width - _places(cell))
        for cell, width, is_right in zip(cells, wide, right, strict=True)
    )
    return "  ".join(padded).rstrip()


def _places(text: str) -> int:
    return sum(1 if character.isascii() else 2 for character in text)


@click.command()
@click.argument("resident")
@click.option("--reason", required=True, help="原因代码，写错时会列出全部")
@click.option("--note", default="", help="说明")
@common
def decline(resident: str, reason: str, note: str) -> None:
    """登记不参保的原因，供未缴名单和督查使用。"""
    from app.desk.decline import REASONS
    from app.desk.decline import decline as decline_one

    with desk() as opened:
        name = decline_one(opened, resident, reason, note)
    answer({"name": name, "reason": reason, "note": note}, f"已登记：{name} {REASONS[reason]}。")


COMMANDS = (report, decline)
