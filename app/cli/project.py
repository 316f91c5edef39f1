"""pack project: what a whole roster comes to, and what another pack or list would change. An official's verb."""

import unicodedata
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.cli.context import common
from app.cli.output import answer

if TYPE_CHECKING:
    from app.county.project import Budget

NOTHING = "—"
FILE = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.option("--roster", type=FILE, required=True, help="名册（.xlsx .xls .csv）")
@click.option("--pack", "pack_id", required=True, help="政策包编号，或 pack.toml 文件")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="都在这一天缴费（默认：集中缴费期的第一天）")
@click.option("--against-pack", help="与这个政策包相比（编号或文件）")
@click.option("--against-roster", type=FILE, help="与这份（从前的）名册相比")
@click.option("--xlsx", type=FILE, help="另存为表格")
@common
def project(
    roster: Path,
    pack_id: str,
    on: datetime | None,
    against_pack: str | None,
    against_roster: Path | None,
    xlsx: Path | None,
) -> None:
    """按名册测算应缴、资助，按类别、乡镇、资金来源汇总；可与另一个政策包或另一份名册相比。只出汇总，不出姓名。"""
    from app.county import project_text, project_workbook
    from app.county.project import budget
    from app.desk import clock

    day: date | None = on.date() if on else None
    today = clock.system().date()
    found = budget(roster, pack_id, today=today, on=day, against_pack=against_pack, against_roster=against_roster)
    if xlsx is not None:
        project_workbook.write(found, xlsx)
    answer(project_text.plain(found), "\n".join(_lines(found)))


def _lines(found: "Budget") -> list[str]:
    from app.county import project_text

    lines = [*project_text.head(found.projected), *project_text.sums(found.projected)]
    for title, headings, rows in project_text.tables(found):
        if title != "合计" and rows:
            lines += ["", title, *_aligned([headings, *(_shown(headings, row) for row in rows)])]
    return [*lines, "", *project_text.changes(found.comparison)] if found.comparison else lines


def _shown(headings: tuple[str, ...], row: tuple[Any, ...]) -> tuple[str, ...]:
    from app.county.project_text import money

    return tuple(
        value if isinstance(value, str) else NOTHING if value is None
        else money(value) if heading.endswith("（元）") else f"{value:,}"
        for heading, value in zip(headings, row, strict=True)
    )  # fmt: skip


def _aligned(rows: list[tuple[str, ...]]) -> list[str]:
    """Columns side by side: words to the left, figures and what stands above them to the right."""
    columns = [_column(column) for column in zip(*rows, strict=True)]
    return ["  ".join(row).rstrip() for row in zip(*columns, strict=True)]


def _column(texts: tuple[str, ...]) -> list[str]:
    width = max(map(_width, texts))
    is_figures = texts[-1][-1:].isdigit() or texts[-1] == NOTHING
    blanks = [" " * (width - _width(text)) for text in texts]
    return [blank + text if is_figures else text + blank for text, blank in zip(texts, blanks, strict=True)]


def _width(text: str) -> int:
    """In a terminal a Chinese character takes two places."""
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text)
