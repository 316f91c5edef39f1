"""Bytes of a pack.toml -> `Policy`. Strict: an unknown key, a wrong type, a missing clause is refused with its line."""

import hashlib
import re
import tomllib
from typing import Any, NoReturn

import msgspec

from app.domain.errors import WrongUse
from app.domain.policy import Late, PackFile, Policy
from app.packs import lines
from app.packs.checks import Finding, findings
from app.packs.spelling import mismatch, spelling

STEP = re.compile(r"\[(\d+|\.\.\.)\]|\.?([^.\[\]]+)")
TOML_PLACE = re.compile(r"\(at line (\d+), column \d+\)|\(at end of document\)")


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
    except msgspec.ValidationError as error:
        _refuse(str(error), tree, places, origin)
    return pack, findings(pack, places)


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
        raise WrongUse("pack_invalid", file=origin, line=line, problem="不是 UTF-8 文字，请另存为 UTF-8") from None


def _tree(text: str, origin: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = TOML_PLACE.search(str(error))
        line = int(place[1]) if place and place[1] else text.count("\n") + 1
        problem = f"不合 TOML 写法：{spelling(str(error))}"
        raise WrongUse("pack_invalid", file=origin, line=line, problem=problem) from None
    except RecursionError:
        raise WrongUse("pack_invalid", file=origin, line=1, problem="括号套得太深") from None


def _refuse(message: str, tree: dict[str, Any], places: dict[lines.Place, int], origin: str) -> NoReturn:
    """The validator's sentence, with its path turned into a line."""
    what, _, path = message.partition(" - at `$")
    place = _place(path.rstrip("`"), tree)
    key = re.search(r"`(\w+)`", what)
    name = ".".join(str(part) for part in place if not isinstance(part, int)) or "政策包"
    if what.startswith("Object contains unknown field") and key:
        place, problem = (*place, key[1]), f"{name} 里没有名为 {key[1]} 的键"
    elif what.startswith("Object missing required field") and key:
        problem = f"{name} 缺少 {key[1]}" + ("（出自通知哪一条）" if key[1] == "clause" else "")
    else:
        problem = f"{name} 的值不对：{mismatch(what)}"
    raise WrongUse("pack_invalid", file=origin, line=lines.line_of(places, place), problem=problem)


def _place(path: str, tree: dict[str, Any]) -> lines.Place:
    """`.category[2].subsidy` as a place of `lines`; `[...]` (a value of a mapping) stays at its table."""
    parts: list[str | int] = []
    for index, name in STEP.findall(path):
        if index == "...":
            break
        parts.append(int(index) if index else name)
    return tuple(parts)
