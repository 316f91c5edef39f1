"""Pieces of the county's page: escaped text, tables, headings. Whatever a point or a list said goes through `text`."""

import html
import re
from collections.abc import Iterable, Sequence
from typing import Any

from app.county.project_text import money

SHOWN_ROWS = 200
# Codes, dates and masked numbers are read as one piece and stay on one line.
_CODE = re.compile(r"[0-9A-Za-z*–-]{1,24}")
# What would change how the rest of a line is read or shown: controls, and marks that turn the writing direction.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


def text(value: object) -> str:
    """Anything as text inside an element or an attribute in double quotes; controls show as a box."""
    return html.escape(_UNSEEN.sub("\N{REPLACEMENT CHARACTER}", str(value)), quote=True)


def count(number: int) -> str:
    return f"{number:,}"


def cell(heading: str, value: object, *, figures: bool) -> str:
    """One cell: figures to the right, fen as yuan where the heading says so, a dash for what is not known."""
    kind = ' class="n"' if figures else ""
    if value is None or value == "":
        return f"<td{kind}>—</td>"
    if isinstance(value, int):
        shown = money(value) if heading.endswith("（元）") else str(value) if heading == "年度" else count(value)
        return f"<td{kind}>{shown}</td>"
    kind = ' class="c"' if _CODE.fullmatch(str(value)) else kind
    return f"<td{kind}><bdi>{text(value)}</bdi></td>"


def table(header: Sequence[str], rows: Iterable[Sequence[Any]], *, more: int = 0, empty: str = "没有。") -> str:
    """A table of at most SHOWN_ROWS rows; `more` are rows beyond those handed in, and how many are left out is said."""
    found = list(rows)
    if not found:
        return f'<p class="none">{text(empty)}</p>'
    shown = found[:SHOWN_ROWS]
    figures = [any(isinstance(row[column], int) for row in shown) for column in range(len(header))]
    heads = "".join(
        f"<th{' class=n' if right else ''}>{text(each)}</th>" for each, right in zip(header, figures, strict=True)
    )
    body = "".join(f"<tr>{_cells(header, row, figures)}</tr>" for row in shown)
    rest = len(found) - len(shown) + more
    note = f'<p class="note">还有 {count(rest)} 行没有列在这里，请看表格文件。</p>' if rest else ""
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>{note}"


def _cells(header: Sequence[str], row: Sequence[Any], figures: Sequence[bool]) -> str:
    return "".join(cell(head, value, figures=right) for head, value, right in zip(header, row, figures, strict=True))


def section(title: str, *parts: str, note: str = "", half: bool = False) -> str:
    """A part of the page under its heading."""
    said = f'<p class="note">{text(note)}</p>' if note else ""
    return f"<section{' class=half' if half else ''}><h2>{text(title)}</h2>{said}{''.join(parts)}</section>"


def tile(label: str, value: str, remark: str = "", *, alarm: bool = False) -> str:
    """A figure to be read from across a room; an alarm is said in words too, not by its colour alone."""
    kind = "tile alarm" if alarm else "tile"
    below = f"<span>{text(remark)}</span>" if remark else ""
    return f'<div class="{kind}"><em>{text(label)}</em><b>{text(value)}</b>{below}</div>'
