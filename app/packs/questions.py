"""What a pack still waits for: the open questions with the values that hang on them, and what is to be reviewed."""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct, structs

from app.domain.duties import Channel, Receipt, Refund, Remittance, Report, Said, Target, TargetRule, TaskFormula
from app.domain.policy import (
    Benefit,
    Category,
    Continuity,
    Late,
    OtherCover,
    PackFile,
    Price,
    Recognition,
    Registration,
    Scope,
    Stacking,
    Terms,
    Window,
)
from app.packs import typed
from app.packs.keys import word
from app.packs.lines import Place, line_of
from app.packs.naming import dotted, named_line, tree_of, values
from app.packs.rows import Row
from app.packs.sources import Source
from app.packs.table import sections

# What an answer to a question is likely to change in a value of each kind.
ANSWERED_BY: dict[type[Said], tuple[str, ...]] = {
    Benefit: ("starts", "ends"),
    Category: ("subsidy", "funder", "identifier"),
    Channel: ("listed", "why"),
    Continuity: ("counts_from", "variable_from", "never", "window_from"),
    Late: ("limit", "event_from", "not_before", "closes", "bring"),
    OtherCover: ("decision",),
    Price: ("yuan",),
    Receipt: ("title", "formal"),
    Recognition: ("base", "until"),
    Refund: ("decision", "before", "after"),
    Registration: ("where", "bring"),
    Remittance: ("within_days", "held_yuan"),
    Scope: ("decision",),
    Stacking: ("undetermined",),
    Report: ("due", "to"),
    Target: ("total", "exempt", "others"),
    TargetRule: ("permille",),
    TaskFormula: ("base", "settled_by"),
    Terms: ("decision", "price", "subsidies", "start", "wait", "why"),
    Window: ("opens", "closes"),
}


class Settable(Struct, frozen=True):
    """A value one may type with --set: its place, what it is called, what stands there, and what may."""

    place: str
    what: str
    now: Any
    wanted: str


class Hanging(Struct, frozen=True):
    """A value that hangs on a question. `line` is null for one of the program's own packs."""

    place: str
    what: str
    value: str
    clause: str
    line: int | None
    sets: list[Settable]


class Asked(Struct, frozen=True):
    """An open question, the default in force until it is answered, and what hangs on it."""

    id: str
    text: str
    default: str
    line: int | None
    values: list[Hanging]


class Todo(Struct, frozen=True):
    """Something to be looked at again."""

    place: str
    text: str
    line: int | None


class Open(Struct, frozen=True):
    """All that is open in a pack."""

    id: str
    title: str
    questions: list[Asked]
    reviews: list[Todo]


def open_in(source: Source) -> Open:
    """Raises WrongUse("pack_invalid")."""
    pack = source.policy()
    found = _Found(pack, source)
    asked = [
        Asked(each.id, each.text, each.default, found.line(("question", index)), list(found.hanging(each.id)))
        for index, each in enumerate(pack.open_questions)
    ]
    looked = [Todo(each.place, each.text, found.named_line(each.place)) for each in pack.reviews]
    return Open(pack.id, pack.title, asked, looked)


class _Found:
    """The pack's rows, names and lines, worked out once for all its questions."""

    def __init__(self, pack: PackFile, source: Source) -> None:
        self.pack = pack
        self.tree = tree_of(pack)
        self.rows = [row for section in sections(pack) for row in section.rows]
        self.lines = source.lines() if source.file else None

    def line(self, place: tuple[str | int, ...]) -> int | None:
        return line_of(self.lines, place) if self.lines else None

    def named_line(self, name: str) -> int | None:
        return named_line(self.lines, self.tree, name) if self.lines else None

    def hanging(self, question: str) -> Iterator[Hanging]:
        for place, said in values(self.pack):
            if said.question == question:
                name = dotted(self.tree, place)
                what, value = self._words(name)
                yield Hanging(name, what, value, said.clause, self.line(place), list(_settable(name, place, said)))

    def _words(self, name: str) -> tuple[str, str]:
        """What the table calls a value and says of it; several rows of one value are put together."""
        rows: list[Row] = [row for row in self.rows if row.place == name]
        if rows:
            return rows[0].what, rows[0].value
        parts = [row for row in self.rows if row.place.startswith(f"{name}.")]
        return "、".join(row.what for row in parts) or name, "；".join(row.value for row in parts)


# These are text in the file, but not any text will do.
SPANS = {"wait": "0（不等待）、90d（90日）或 3m（3个月）", "limit": "90d（90日）或 3m（3个月）"}


def _settable(name: str, place: Place, said: Said) -> Iterator[Settable]:
    kinds = {field.encode_name: field.type for field in structs.fields(type(said))}
    for field in ANSWERED_BY.get(type(said), ()):
        wanted = SPANS.get(field) or typed.wanted(kinds[field], (*place, field))
        yield Settable(f"{name}.{field}", word(type(said), field), getattr(said, field), wanted)
