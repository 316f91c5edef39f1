"""Where a file that is no TOML went wrong: the line an official has to change, which is not always the one named."""

import re

from app.packs.spelling import spelling

PLACE = re.compile(r"\(at line (\d+), column \d+\)")
HEADER = re.compile(r"^\s*(\[\[?)\s*([^\[\]]+?)\s*\]")
KEY = re.compile(r"^\s*([A-Za-z0-9_-]+)\s*=")


def misspelt(message: str, text: str) -> tuple[int, str]:
    """The line (from 1) and what to write there."""
    found, lines = PLACE.search(message), text.splitlines() or [""]
    number = int(found[1]) if found else len(lines)
    number = max(1, min(number, len(lines)))
    if message.startswith(("Cannot overwrite", "Cannot declare")):
        return _twice(number, lines)
    line = lines[number - 1]
    runs_on = message.startswith("Unclosed") and KEY.match(line) and not re.search(r"[\[{]", line)
    return _unclosed(number, lines) if runs_on or not line.strip() else (number, spelling(message, line))


def _unclosed(number: int, lines: list[str]) -> tuple[int, str]:
    """The file ends, or a line is empty, where a list or a text should go on: the line it began on."""
    opened = [at for at in range(1, number + 1) if "[" in lines[at - 1] and "]" not in lines[at - 1]]
    return (opened[-1], "方括号没有配对") if opened else (number, "前面的引号或括号没有配对")


def _twice(number: int, lines: list[str]) -> tuple[int, str]:
    header = HEADER.match(lines[number - 1])
    return _block_twice(number, header[2], lines) if header else _key_twice(number, lines)


def _block_twice(number: int, name: str, lines: list[str]) -> tuple[int, str]:
    """A list whose entries have one bracket too few, or a single block written again."""
    headers = [(at, HEADER.match(line)) for at, line in enumerate(lines, 1)]
    same = [(at, found[1]) for at, found in headers if found and found[2] == name]
    if any(brackets == "[[" for _, brackets in same):
        at = next(at for at, brackets in same if brackets == "[")
        return at, f"[{name}] 应写成 [[{name}]]：可以有好几块的，块名用两层方括号"
    return number, f"[{name}] 写了两次，第 {same[0][0]} 行已经有了；两处合成一块"


def _key_twice(number: int, lines: list[str]) -> tuple[int, str]:
    """Most often the header above the second one was forgotten."""
    key = KEY.match(lines[number - 1])
    name = key[1] if key else "这个名称"
    before = [at for at in range(number - 1, 0, -1) if (found := KEY.match(lines[at - 1])) and found[1] == name]
    first = f"，第 {before[0]} 行已经写过" if before else ""
    return number, f"{name} 在同一块里写了两次{first}；也可能是上面少了一行块名（如 [[category]] 或 [window.terms]）"
