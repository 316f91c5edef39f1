"""The county's answers in a pack: a question answered and recorded, or something looked at again ticked off.

Works on the file's bytes; whoever calls writes them. What comes out has been read and checked whole.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

import msgspec
from msgspec import Struct
from tomlkit import TOMLDocument

from app.domain.errors import WrongUse
from app.domain.notice import Confirmation, OpenQuestion
from app.domain.policy import Policy, Price
from app.packs import cases, edit
from app.packs.cases import Difference
from app.packs.compare import Change, changes
from app.packs.naming import dotted, tree_of, values
from app.packs.reading import load_bytes
from app.packs.sources import Source


class Answer(Struct, frozen=True, kw_only=True):
    """What the county said to one question: who, when, and in which document."""

    question: str
    answer: str
    by: str
    on: date
    source: str


class Settled(Struct, frozen=True):
    """The file as it is to be written, what is different in it, and which worked cases now come out otherwise."""

    id: str
    data: bytes
    changes: list[Change]
    cases_run: int
    differences: list[Difference]
    questions_left: int
    reviews_left: int


def settle(
    source: Source, *, answer: Answer | None = None, reviewed: Sequence[str] = (), sets: Sequence[str] = ()
) -> Settled:
    """Answer a question and tick off reviews, with the values that follow from it ("place=value").

    Raises WrongUse: question_unknown, review_unknown, place_unknown, place_value_invalid, set_invalid, confirm_nothing,
    confirm_spoils (the pack would not be sound any more), pack_invalid.
    """
    old = source.policy()
    if answer is None and not reviewed:
        raise WrongUse("confirm_nothing")
    document = edit.read(source.data)
    if answer is not None:
        _answer(document, old, answer)
    for place in reviewed:
        _tick_off(document, old, place)
    for place, text in map(_assignment, sets):
        edit.set_value(document, place, text)
    data = edit.written(document)
    new = _checked(data, source.origin)
    worked = cases.read(source.cases.read_bytes(), str(source.cases)) if source.cases.is_file() else []
    differing = cases.run(new, worked)
    left = len(new.open_questions), len(new.reviews)
    return Settled(new.id, data, changes(old, new), len(worked), differing, *left)


def _assignment(piece: str) -> tuple[str, str]:
    place, equals, text = piece.partition("=")
    if not (place.strip() and equals):
        raise WrongUse("set_invalid", piece=piece)
    return place.strip(), text.strip()


def _checked(data: bytes, origin: str) -> Policy:
    try:
        return load_bytes(data, origin)
    except WrongUse as error:
        raise WrongUse("confirm_spoils", problem=error.facts["problem"], line=error.facts["line"]) from None


def _answer(document: TOMLDocument, old: Policy, answer: Answer) -> None:
    question = _question(old, answer.question)
    about = [(place, said) for place, said in values(old) if said.question == question.id]
    names = tuple(dotted(tree_of(old), place) for place, _ in about)
    for place, said in about:
        _settle_value(edit.at(document, place), isinstance(said, Price))
    _remove(document, "question", "id", question.id)
    _remove(document, "review", "place", f"question.{question.id}")
    told = Confirmation(
        id=question.id, text=question.text, answer=answer.answer, by=answer.by, on=answer.on, source=answer.source,
        places=names,
    )  # fmt: skip
    edit.add(document, "confirmed", msgspec.structs.asdict(told) | {"places": list(names)})


def _question(old: Policy, id: str) -> OpenQuestion:
    found = old.question_of.get(id)
    if found is None:
        raise WrongUse("question_unknown", pack=old.id, question=id, known="、".join(old.question_of) or "没有")
    return found


def _settle_value(table: Any, is_price: bool) -> None:
    """A value that is no default any more. A price the county has named is a figure, no floor."""
    for name in ("silent", "question", *(["at_least"] if is_price else [])):
        if name in table:
            del table[name]
    if is_price:
        table["confirmed"] = True


def _tick_off(document: TOMLDocument, old: Policy, place: str) -> None:
    """A review done. A price looked at is confirmed, unless a question about it is still open."""
    if not _remove(document, "review", "place", place):
        known = "、".join(each.place for each in old.reviews) or "没有"
        raise WrongUse("review_unknown", pack=old.id, place=place, known=known)
    for at, said in values(old):
        if isinstance(said, Price) and ".".join(map(str, at)) == place and said.question is None:
            edit.at(document, at)["confirmed"] = True


def _remove(document: TOMLDocument, table: str, key: str, name: str) -> bool:
    """Take the entry of that name out of a list of tables; False where there is none."""
    entries: Any = document.get(table, [])
    for index, entry in enumerate(entries):
        if entry[key] == name:
            edit.take_out(document, table, index)
            return True
    return False
