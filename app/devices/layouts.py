"""Reading resources/layouts/*.toml, each file once; what is wrong in one is said with its place."""

import re
import tomllib
from functools import cache

import msgspec

from app import RESOURCES
from app.devices.layout import Layout
from app.domain import receipt
from app.domain.errors import Refused

FOLDER = RESOURCES / "layouts"
# Not for receipts: the 日报.
OTHERS = {"day-a4"}

UNKNOWN = re.compile(r"Object contains unknown field `(.+?)`")
MISSING = re.compile(r"Object missing required field `(.+?)`")
PLACE = re.compile(r" - at `(?:key in )?\$\.?(.*)`$")


def names() -> list[str]:
    """The layouts there are for receipts, by the names of their files."""
    return sorted(file.stem for file in FOLDER.glob("*.toml") if file.stem not in OTHERS)


def titles() -> dict[str, str]:
    """name -> what a clerk reads, for a list to choose from."""
    return {name: load(name).name for name in names()}


@cache
def load(name: str, known: frozenset[str] = receipt.KEYS) -> Layout:
    """The layout of that name, for lines of the `known` keys. Refused("layout_missing"), Refused("layout_invalid")."""
    file = FOLDER / f"{name}.toml"
    if not re.fullmatch(r"[a-z0-9-]+", name) or not file.is_file():
        raise Refused("layout_missing", name=name, known="、".join(names()))
    return read(file.read_text(encoding="utf-8"), file.name, known=known)


def read(text: str, file: str, *, known: frozenset[str]) -> Layout:
    """A layout from the text of its file; `known` are the keys of the lines it may place."""
    try:
        found = msgspec.convert(tomllib.loads(text), Layout)
    except tomllib.TOMLDecodeError as error:
        raise _invalid(file, "", f"写法不对（{error}）") from error
    except msgspec.ValidationError as error:
        raise _wrong(text, file, str(error)) from error
    strange = sorted(found.keys() - known)
    if strange:
        raise _invalid(file, _line(text, f'"{strange[0]}"'), f"没有“{strange[0]}”这一行内容")
    if not found.marked():
        raise _invalid(file, "", "没有放“作废”“补打”等标记的地方，请写 [tags] 或 [title]")
    return found


def _wrong(text: str, file: str, message: str) -> Refused:
    """What msgspec says, in a sentence and with the line where the word stands."""
    place = PLACE.search(message)
    where = place[1] if place else ""
    if unknown := UNKNOWN.search(message):
        return _invalid(file, _line(text, unknown[1], where), f"不认识的项“{unknown[1]}”")
    if missing := MISSING.search(message):
        return _invalid(file, f"[{where}]" if where else "", f"缺少“{missing[1]}”")
    return _invalid(file, _line(text, where.rpartition(".")[2], where.rpartition(".")[0]), "值不对，或不是该有的种类")


def _line(text: str, word: str, table: str = "") -> str:
    """The first line where the word stands, after the head of its table."""
    head = f"[{table.split('[')[0]}]"
    start = max(0, text.find(head)) if table else 0
    at = text.find(word, start)
    return f"第 {text.count(chr(10), 0, at) + 1} 行" if at >= 0 else head


def _invalid(file: str, place: str, problem: str) -> Refused:
    return Refused("layout_invalid", file=file, place=place, problem=problem)
