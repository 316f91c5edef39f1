"""The rules of a pack as a table of text, section by section, to be laid beside the notice."""

import re
from collections.abc import Callable, Iterator
from unicodedata import east_asian_width

from msgspec import Struct

from app.domain.policy import PackFile, Policy
from app.packs import rows, rows_duties
from app.packs.check_clauses import refs
from app.packs.rows import Row

SECTIONS: tuple[tuple[str, str, Callable[[PackFile], Iterator[Row]]], ...] = (
    ("政策包和通知", "", rows_duties.head),
    ("标准和保障周期", "", rows.prices),
    ("缴费期", "缴费期", rows.windows),
    ("缴费期以后", "逾期规则", rows.lates),
    ("断保等待", "断保等待规则", rows.waits),
    ("资助", "人员类别", rows.subsidies),
    ("参保范围", "参保范围", rows.scopes),
    ("收费", "", rows_duties.collecting),
    ("上报", "上报", rows_duties.reports),
    ("任务", "", rows_duties.targets),
)
# Columns in half-width characters: what, and the value. What is longer goes on in the next line.
WHAT, VALUE = 34, 56
# What may stand at a line's end although the line is full: alone on the next it would look lost.
CLOSING = "，。；：、）”"


class Section(Struct, frozen=True):
    """A part of the table; `kind` is what one of its rows is called when it is new ("" where the row says it)."""

    title: str
    kind: str
    rows: list[Row]


def sections(pack: PackFile) -> list[Section]:
    """All that has a value, in the order of the file; parts the pack does not have are left out."""
    made = (Section(title, kind, list(make(pack))) for title, kind, make in SECTIONS)
    return [section for section in made if section.rows]


def text(policy: Policy) -> str:
    """The whole table: values with clauses, the notice's clauses in order, what is open, answered, to be looked at."""
    lines = [f"{policy.title}（{policy.id}）", f"指纹：{policy.hash[:16]}"]
    if policy.status == "draft":
        lines.append("征求意见稿：只能练习，不得收费")
    parts = sections(policy)
    width = _clause_width(parts)
    for section in parts:
        lines += ["", section.title, *(line for row in section.rows for line in _row(row, width))]
    return "\n".join([*lines, *_clauses(policy, parts, width), *_notes(policy)]) + "\n"


def _clause_width(parts: list[Section]) -> int:
    return 2 + max(columns(row.clause) for section in parts for row in section.rows)


def _notes(policy: PackFile) -> list[str]:
    """What the county has yet to answer, what it has answered, and what has to be looked at again."""
    asked = [(f"{each.id}：{each.text}", f"暂按：{each.default}") for each in policy.open_questions]
    told = [
        (f"{each.id}：{each.text}", f"答复：{each.answer}（{each.by}，{each.on}，{each.source}）")
        for each in policy.confirmed
    ]
    looked = [(each.place, each.text) for each in policy.reviews]
    lines: list[str] = []
    for title, pairs in (("待县级确认", asked), ("县级已确认", told), ("还要核对", looked)):
        said = [line for first, second in pairs for line in (f"  {first}", f"      {second}")]
        lines += ["", title, *said] if said else []
    return lines


def _row(row: Row, clause: int) -> list[str]:
    what = _wrapped(row.what if row.short is None else row.short, WHAT)
    value = _wrapped(row.value, VALUE)
    source = row.clause if not row.question else f"{_pad(row.clause, clause)}{_open(row)}"
    height = max(len(what), len(value))
    cells = zip(_filled(what, height), _filled(value, height), _filled([source], height), strict=True)
    return [f"  {_pad(a, WHAT)}{_pad(b, VALUE)}{c}".rstrip() for a, b, c in cells]


def _open(row: Row) -> str:
    """What the county still has to say: the whole value, or only something about it."""
    return f"{'待确认' if row.silent else '细节待确认'}：{row.question}"


def _clauses(policy: PackFile, parts: list[Section], width: int) -> list[str]:
    """Each clause of the notice in its order, and under it the values made from it."""
    if not policy.clauses:
        return []
    lines = ["", "通知条款对照"]
    for clause in policy.clauses:
        lines.append(f"  {_pad(clause.ref, width)}{clause.about}")
        made = [row for section in parts for row in section.rows if clause.ref in refs(row.clause)]
        told = [f"{row.what}：{row.value}" for row in made]
        if not told:
            told = ["（没有写进任何规则）" if clause.rule else "（与本程序无关）"]
        lines += [" " * 6 + line for said in told for line in _hanging(said, WHAT + VALUE)]
    return lines


def _hanging(said: str, width: int) -> list[str]:
    first, *more = _wrapped(said, width - 2)
    return [f"· {first}", *(f"  {line}" for line in more)]


def _filled(lines: list[str], height: int) -> list[str]:
    return lines + [""] * (height - len(lines))


def _wrapped(words: str, width: int) -> list[str]:
    """The words in lines with at least one column free; numbers and Latin words stay whole."""
    lines, used = [""], 0
    for piece in re.findall(r"[!-~]+|.", words):
        wide = columns(piece)
        if used and used + wide > width - (1 if piece in CLOSING else 3):
            lines.append("")
            used = 0
        lines[-1] += piece
        used += wide
    return lines


def _pad(words: str, width: int) -> str:
    """Padded to a width in half-width columns, and always followed by a space."""
    return words + " " * max(1, width - columns(words))


def columns(words: str) -> int:
    """How many columns a terminal gives the words: two for each full-width character."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in words)
