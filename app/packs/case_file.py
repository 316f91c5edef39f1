"""The text of a cases.json -> cases with the line each begins on, or what is wrong with it, in an official's words."""

import json
import re
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

import msgspec
from msgspec import Struct

from app.domain.errors import WrongUse
from app.packs.spelling import character

# What each key of a case is called.
KEYS = {
    "id": "编号", "clause": "出自通知哪一条", "facts": "情况", "expect": "应得的结果",
    "ask": "问哪一类", "note": "说明",
}  # fmt: skip
NEEDED = ("id", "clause", "facts", "expect")
TEXTS, TABLES = ("id", "clause", "ask", "note"), ("facts", "expect")
NOT_UTF8 = "不是 UTF-8 文字。请用记事本打开，另存为，编码选 UTF-8"
ID = re.compile(r'"id"\s*:\s*"?([^",\n}]+)')
BETWEEN = re.compile(r"[\s,]*")
SPELLINGS = (
    ("Expecting property name", "这里应是一个加英文双引号的名称"),
    ("Expecting ',' delimiter", "两项之间少了英文逗号，或前面的引号、括号没有配对"),
    ("Expecting ':' delimiter", "名称后面少了英文冒号"),
    ("Expecting value", "这里少了一个值，或值看不懂：文字要加英文双引号，是否写 true、false，没有写 null"),
    ("Extra data", "最后一个 ] 后面还有字"),
    ("Unterminated string", "引号没有配对"),
    ("Invalid control character", "引号没有配对：开头的英文双引号没有结尾"),
    ("Invalid \\escape", "文字里的反斜杠 \\ 要写成两个 \\\\"),
    ("Illegal trailing comma", "最后一项后面多了一个逗号"),
)


class Item(Struct, frozen=True):
    """One sample as it is written, with the line it begins on, and what is wrong with how it is written."""

    number: int
    line: int
    told: Any
    faults: tuple[str, ...]

    @property
    def name(self) -> str:
        """How it is called in a sentence: by its id, else by its number."""
        id = self.told.get("id") if isinstance(self.told, Mapping) else None
        return f"样例 {id}" if id not in (None, "") else f"第 {self.number} 个样例"


def items(data: bytes, origin: str) -> list[Item]:
    """Every sample of the file. Raises WrongUse("cases_invalid") where it is no list of samples at all."""
    text = _text(data, origin)
    told = _json(text, origin)
    if not isinstance(told, list):
        raise WrongUse("cases_invalid", file=origin, line=1, problem="样例要放在一对方括号 [ ] 里，每个样例一对花括号")
    return [Item(number, line, each, tuple(_faults(each))) for number, (line, each) in enumerate(_lined(text), 1)]


def _text(data: bytes, origin: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise WrongUse("cases_invalid", file=origin, line=line, problem=NOT_UTF8) from None


def _json(text: str, origin: str) -> Any:
    if not text.strip():
        raise WrongUse("cases_invalid", file=origin, line=1, problem="文件是空的；还没有样例，写一对方括号 []")
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        line, problem = _misspelt(text, error)
        raise WrongUse("cases_invalid", file=origin, line=line, problem=problem) from None
    except RecursionError:
        raise WrongUse("cases_invalid", file=origin, line=1, problem="括号套得太深") from None


def _misspelt(text: str, error: json.JSONDecodeError) -> tuple[int, str]:
    """The line and what to write there, led by the sample it is in."""
    before = text[: error.pos].rstrip()
    if error.pos >= len(text.rstrip()):
        return before.count("\n") + 1, "文件没有写完，结尾少了 ] 或 }"
    line = text.splitlines()[error.lineno - 1] if error.lineno <= len(text.splitlines()) else ""
    ids = ID.findall(text[: error.pos + 1])
    sample = f"样例 {ids[-1].strip()}：" if ids else ""
    if before.endswith(",") and text[error.pos : error.pos + 1] in ("]", "}"):
        return before.count("\n") + 1, f"{sample}最后一项后面多了一个逗号"
    said = next((said for begin, said in SPELLINGS if error.msg.startswith(begin)), "这一行的写法不对")
    return error.lineno, sample + (character(line, colon=":") or said)


def _lined(text: str) -> list[tuple[int, Any]]:
    """Each sample with its line; the text has been read whole before, so every piece can be."""
    decoder, at = json.JSONDecoder(), text.index("[") + 1
    found: list[tuple[int, Any]] = []
    while True:
        skipped = BETWEEN.match(text, at)
        at = skipped.end() if skipped else at
        if text[at] == "]":
            return found
        line = text.count("\n", 0, at) + 1
        value, at = decoder.raw_decode(text, at)
        found.append((line, value))


def _faults(told: Any) -> list[str]:
    """What is wrong with the keys and types of one sample."""
    if not isinstance(told, dict):
        return ["应是一对花括号，里面写 id、clause、facts、expect"]
    found = [_unknown(key) for key in told if key not in KEYS]
    found += [f"缺少 {key}（{KEYS[key]}）" for key in NEEDED if key not in told]
    for key, value in told.items():
        if key in TEXTS and not isinstance(value, str):
            found.append(f"{KEYS[key]}（{key}）要放在英文双引号里：{msgspec.json.encode(str(value)).decode()}")
        if key in TABLES and not isinstance(value, dict):
            found.append(f"{KEYS[key]}（{key}）要放在一对花括号里")
    if told.get("id") == "" or told.get("clause") == "":
        found.append("编号（id）和出处（clause）不能空着")
    return found


def _unknown(key: str) -> str:
    near = get_close_matches(key, KEYS, n=1)
    every = "、".join(f"{each}（{chinese}）" for each, chinese in KEYS.items())
    return f"没有 {key} 这个名称，" + (f"最像的是 {near[0]}（{KEYS[near[0]]}）" if near else f"可以写：{every}")
