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
from app.packs.keys import called
from app.packs.naming import dotted, tree_of, values
from app.packs.reading import load_bytes
from app.packs.sources import Source, read
from app.packs.waiting import waiting


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
    confirm_unsettled (a value would wait for the county with nobody asking), confirm_spoils and confirm_falls_short
    (the pack would not be sound any more), pack_invalid, cases_invalid.
    """
    old = source.policy()
    if answer is None and not reviewed:
        raise WrongUse("confirm_nothing")
    assigned = [_assignment(piece) for piece in sets]
    document = edit.read(source.data)
    if answer is not None:
        _answer(document, old, answer)
    for place in reviewed:
        _tick_off(document, old, place)
    for place, text in assigned:
        edit.set_value(document, place, text)
    if answer is not None:
        _refuse_half(old, answer.question, {place for place, _ in assigned})
    data = edit.written(document)
    new = _checked(data, source.origin, changed=bool(sets))
    worked = cases.read(read(source.cases), str(source.cases)) if source.cases.is_file() else []
    differing = cases.run(new, worked)
    left = len(new.open_questions), len(new.reviews)
    return Settled(new.id, data, changes(old, new), len(worked), differing, *left)


def _assignment(piece: str) -> tuple[str, str]:
    place, equals, text = piece.partition("=")
    if not (place.strip() and equals):
        raise WrongUse("set_invalid", piece=piece)
    return place.strip(), text.strip()


def _refuse_half(old: Policy, question: str, assigned: set[str]) -> None:
    """An answer to one half of a question would close the other half too: each value that waits has to be set.

    Setting it to what it was is an answer as well: the county then decides case by case.
    """
    tree = tree_of(old)
    left = [
        (f"{dotted(tree, place)}.{key}", called(tree, (*place, key)), getattr(said, key))
        for place, said in values(old)
        if said.question == question
        for key in waiting(old, said)
        if f"{dotted(tree, place)}.{key}" not in assigned
    ]
    if left:
        told = "；".join(f"{what}现在是 {now}" for _, what, now in left)
        raise WrongUse("confirm_unsettled", waiting=told, example=f"{left[0][0]}=…")


def _checked(data: bytes, origin: str, *, changed: bool) -> Policy:
    try:
        return load_bytes(data, origin)
    except WrongUse as error:
        code = "confirm_spoils" if changed else "confirm_falls_short"
        raise WrongUse(code, problem=error.facts["problem"], line=error.facts["line"]) from None


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
