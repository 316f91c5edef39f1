"""Next year's pack from this year's, or a county's from a template: copied with its comments, dates moved on, and a
list of everything an official must look at again.

Nothing is taken over as settled: the copy is a draft, prices are unconfirmed, and the answers the county gave become
open questions again, since they were given for another year.
"""

import calendar
import re
from datetime import date, datetime
from typing import Any

import msgspec
from msgspec import Struct
from tomlkit import TOMLDocument

from app.domain.errors import WrongUse
from app.domain.notice import Review
from app.domain.policy import Policy
from app.packs import edit
from app.packs.lines import places
from app.packs.naming import find, named_line, tree_of
from app.packs.reading import load_bytes
from app.packs.reviews import reviews
from app.packs.sources import Source

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# Words of the pack that name a year; comments and clauses keep theirs.
WORDED = {
    "window": ("name",), "late": ("name",), "scope": ("who",), "report": ("what",), "question": ("text", "default"),
}  # fmt: skip
YEAR = re.compile(r"(?<!\d)\d{4}(?=年)")


class ToReview(Struct, frozen=True):
    """One thing to look at again, with the line in the new file where it stands."""

    line: int
    place: str
    text: str


class Renewed(Struct, frozen=True):
    """The new file's bytes and what is to be looked at again, in the order of the file; `moved`: to another year."""

    id: str
    data: bytes
    reviews: list[ToReview]
    moved: bool


def new_id(old: Policy, year: int, wanted: str | None) -> str:
    """The id asked for, or the old one with its year changed. Raises WrongUse: pack_id_invalid, pack_id_same."""
    told, so_far = str(year), str(old.benefit_year)
    id = wanted or (old.id.replace(so_far, told) if so_far in old.id else f"{old.id}-{told}")
    if not ID.fullmatch(id):
        raise WrongUse("pack_id_invalid", id=id)
    if id == old.id:
        raise WrongUse("pack_id_same", id=id)
    return id


def renew(source: Source, *, year: int, id: str | None = None) -> Renewed:
    """The pack of another benefit year. Raises WrongUse: pack_invalid, pack_id_invalid, pack_id_same."""
    old = source.policy()
    called = new_id(old, year, id)
    document = edit.read(source.data)
    _head(document, old, year, called)
    _move(document, year - old.benefit_year)
    _open_again(document, old)
    moved = load_bytes(edit.written(document), f"{called}/pack.toml")
    asked = _asked(old, moved)
    if "review" in document:
        del document["review"]
    edit.end_with(document, "── 从上一份政策包复制来，要逐项核对 " + "─" * 20, "review", msgspec.to_builtins(asked))
    data = edit.written(document)
    lined = _lined(load_bytes(data, f"{called}/pack.toml"), data)
    return Renewed(called, data, lined, moved=year != old.benefit_year)


def _head(document: TOMLDocument, old: Policy, year: int, id: str) -> None:
    """Name, year and state; of the notice only who issued it, for this year's is another."""
    document["id"] = id
    document["benefit_year"] = year
    document["status"] = "draft"
    document["copied_from"] = old.id
    document["title"] = _worded(old.title, year - old.benefit_year)
    notice: Any = document["notice"]
    notice["title"] = ""
    for name in ("number", "issued_on", "bases"):
        if name in notice:
            del notice[name]
    prices: Any = document["prices"]
    for price in prices.values():
        price["confirmed"] = False


def _move(document: TOMLDocument, years: int) -> None:
    """Every date, and every year in the pack's words, by as many years. Answers are dated when they were given."""
    for name in [name for name in document if name != "confirmed"]:
        document_part: Any = document[name]
        _move_dates(document_part, years)
    for table, names in WORDED.items():
        entries: Any = document.get(table, [])
        for entry in entries:
            for name in names:
                if name in entry and _worded(entry[name], years) != entry[name]:
                    entry[name] = _worded(entry[name], years)


def _move_dates(node: Any, years: int) -> None:
    keys = range(len(node)) if isinstance(node, list) else list(node) if isinstance(node, dict) else ()
    for key in keys:
        value = node[key]
        if isinstance(value, date) and not isinstance(value, datetime):
            node[key] = later_year(value, years)
        else:
            _move_dates(value, years)


def later_year(day: date, years: int) -> date:
    """The same day in another year; a month's last day stays one (2月底 is 02-29 in a leap year, 02-28 in others)."""
    year = day.year + years
    last = calendar.monthrange(year, day.month)[1]
    if day.day == calendar.monthrange(day.year, day.month)[1]:
        return date(year, day.month, last)
    return date(year, day.month, min(day.day, last))


def _worded(words: str, years: int) -> str:
    return YEAR.sub(lambda found: str(int(found[0]) + years), words)


def _open_again(document: TOMLDocument, old: Policy) -> None:
    """Answers become questions whose default is last year's answer, so that this year's is asked for and recorded.

    They hang on the values they were about again, unless the official has taken those out or renamed them since.
    """
    if not old.confirmed:
        return
    del document["confirmed"]
    for each in old.confirmed:
        given = f"{each.by}，{each.on}，{each.source}"
        default = f"照 {old.id} 的答复“{each.answer}”（{given}）"
        edit.add(document, "question", {"id": each.id, "text": each.text, "default": default})
        for name in each.places:
            place = find(document, name)
            if place is not None:
                edit.at(document, place).update({"silent": True, "question": each.id})


def _asked(old: Policy, moved: Policy) -> list[Review]:
    """What the copy calls for, and what the old pack had not been looked at either."""
    made = list(reviews(moved, old.id, moved=moved.benefit_year != old.benefit_year))
    known, tree = {each.place for each in made}, tree_of(moved)
    left = [each for each in old.reviews if each.place not in known and find(tree, each.place) is not None]
    return made + left


def _lined(policy: Policy, data: bytes) -> list[ToReview]:
    tree, lines = tree_of(policy), places(data.decode())
    found = [ToReview(named_line(lines, tree, each.place), each.place, each.text) for each in policy.reviews]
    return sorted(found, key=lambda each: each.line)
