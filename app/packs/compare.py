"""What changes from one pack to another, value by value, in an official's words."""

import re

from msgspec import Struct

from app.domain.policy import PackFile
from app.packs import rows_duties
from app.packs.rows import Row
from app.packs.table import Section, sections

# A comma between parts, not one inside brackets.
PART = re.compile(r"，(?![^（）]*）)")


class Change(Struct, frozen=True):
    """One value that differs. `before` null: new; `after` null: gone. `text` says it in a line."""

    place: str
    before: str | None
    after: str | None
    clause: str
    text: str


def changes(old: PackFile, new: PackFile) -> list[Change]:
    """Every value that differs, in the order of the new pack; what is gone comes last."""
    was, now = _rows(old), _rows(new)
    found = [_changed(was[place][1], row) for place, (_, row) in now.items() if place in was]
    added = [_added(kind, row) for place, (kind, row) in now.items() if place not in was]
    gone = [_gone(kind, row) for place, (kind, row) in was.items() if place not in now]
    return [each for each in found if each] + added + gone


def _rows(pack: PackFile) -> dict[str, tuple[str, Row]]:
    """Each row by its place, with the word for a new one of its kind."""
    parts = [
        *sections(pack),
        Section("待县级确认", "待县级确认的", list(rows_duties.open_questions(pack))),
        Section("县级已确认", "", list(rows_duties.answers(pack))),
    ]
    return {row.place: (part.kind, row) for part in parts for row in part.rows}


def _changed(was: Row, now: Row) -> Change | None:
    before, after = _said(was), _said(now)
    if before != after:
        text = f"{now.what}：{' → '.join(_unlike(before, after))}{_source(now)}"
    elif was.clause != now.clause:
        text = f"{now.what}：出处 {was.clause} → {now.clause}"
    elif was.what != now.what:
        text = f"{was.what} 改为 {now.what}{_source(now)}"
    else:
        return None
    return Change(now.place, before, after, now.clause, text)


def _unlike(before: str, after: str) -> tuple[str, str]:
    """Both without the end they share: who pays a subsidy need not be read twice where its amount changed."""
    was, now = PART.split(before), PART.split(after)
    while len(was) > 1 and len(now) > 1 and was[-1] == now[-1]:
        was, now = was[:-1], now[:-1]
    return "，".join(was), "，".join(now)


def _added(kind: str, row: Row) -> Change:
    said = _said(row)
    return Change(row.place, None, said, row.clause, f"新增{_called(kind, row)}：{said}{_source(row)}")


def _gone(kind: str, row: Row) -> Change:
    said = _said(row)
    return Change(row.place, said, None, row.clause, f"没有了{_called(kind, row)}（原为：{said}）")


def _called(kind: str, row: Row) -> str:
    return f"{kind} {row.what}" if kind else row.what


def _said(row: Row) -> str:
    if not row.question:
        return row.value
    return row.value + ("（待县级确认）" if row.silent else "（细节待县级确认）")


def _source(row: Row) -> str:
    return f"（{row.clause}）" if row.clause else ""
