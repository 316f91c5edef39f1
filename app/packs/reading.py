"""Bytes of a pack.toml -> `Policy`. Strict: an unknown key, a wrong type, a missing clause is refused with its line."""

import hashlib
import tomllib
from typing import Any

import msgspec

from app.domain.errors import WrongUse
from app.domain.policy import Late, PackFile, Policy
from app.packs import lines, shape
from app.packs.checks import Finding, findings
from app.packs.misspelt import misspelt

NOT_UTF8 = "不是 UTF-8 文字。请用记事本打开，另存为，编码选 UTF-8"


def load_bytes(data: bytes, origin: str) -> Policy:
    """The policy of a pack file; `origin` names the file in sentences.

    Raises WrongUse("pack_invalid", file=, line=, problem=) for the first thing that is wrong.
    """
    pack, found = parse(data, origin)
    for finding in found:
        if finding.severe:
            raise WrongUse("pack_invalid", file=origin, line=finding.line, problem=finding.problem)
    return policy_of(pack, data)


def load_kept(data: bytes) -> Policy:
    """The policy of a pack that was accepted once and kept by its hash: checks made since do not judge it again."""
    return policy_of(msgspec.convert(tomllib.loads(data.decode("utf-8-sig")), PackFile), data)


def parse(data: bytes, origin: str) -> tuple[PackFile, list[Finding]]:
    """The file's values and what the checks say about them. Raises WrongUse("pack_invalid") where it cannot be read."""
    text = _text(data, origin)
    places = lines.places(text)
    tree = _tree(text, origin)
    try:
        pack = msgspec.convert(tree, PackFile)
    except msgspec.ValidationError:
        first = shapes(tree, places)[0]
        raise WrongUse("pack_invalid", file=origin, line=first.line, problem=first.problem) from None
    return pack, findings(pack, places)


def unreadable(data: bytes, origin: str) -> list[Finding]:
    """Every value whose shape keeps the file from being read; empty where it can be. Raises as parse does."""
    text = _text(data, origin)
    tree = _tree(text, origin)
    try:
        msgspec.convert(tree, PackFile)
    except msgspec.ValidationError:
        return shapes(tree, lines.places(text))
    return []


def shapes(tree: dict[str, Any], places: dict[lines.Place, int]) -> list[Finding]:
    """What `shape` finds, in the order of the file; at least one, for the reader of values has refused the tree."""
    found = [Finding(lines.line_of(places, place), text) for place, text in shape.problems(tree)]
    return sorted(found, key=lambda each: each.line) or [Finding(1, "有一个值不合要求")]


def policy_of(pack: PackFile, data: bytes) -> Policy:
    """A pack with its hash and indexes."""
    named = {name: category for category in pack.categories for name in (category.name, *category.aliases)}
    return Policy(
        **{name: getattr(pack, name) for name in PackFile.__struct_fields__},
        hash=hashlib.sha256(data).hexdigest(),
        category_of=named,
        rank_of={category.name: rank for rank, category in enumerate(pack.categories)},
        late_of=_by_payer(pack),
        cover_of={kind: cover for cover in pack.covers for kind in cover.kinds},
        question_of={question.id: question for question in pack.open_questions},
    )


def _by_payer(pack: PackFile) -> dict[str, Late]:
    return {payer: late for late in pack.lates for payer in late.payers}


def _text(data: bytes, origin: str) -> str:
    try:
        # Windows' Notepad may put a byte order mark in front.
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise WrongUse("pack_invalid", file=origin, line=line, problem=NOT_UTF8) from None


def _tree(text: str, origin: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line, problem = misspelt(str(error), text)
        raise WrongUse("pack_invalid", file=origin, line=line, problem=problem) from None
    except RecursionError:
        raise WrongUse("pack_invalid", file=origin, line=1, problem="括号套得太深") from None
