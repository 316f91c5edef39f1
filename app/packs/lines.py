"""Where in a TOML text a value stands: `tomllib` says what a file means but not where, which people need."""

import re
from collections.abc import Iterator

HEADER = re.compile(r"^\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
KEY = re.compile(r"^\s*([A-Za-z0-9_\-\"'.]+)\s*=")
OPENING = re.compile(r'"""|\'\'\'')
Place = tuple[str | int, ...]


def places(text: str) -> dict[Place, int]:
    """Line (from 1) of every table and key: ("category", 2, "subsidy") -> 41; [[tables]] are counted from 0."""
    found: dict[Place, int] = {}
    counts: dict[Place, int] = {}
    table: Place = ()
    for number, line in _code_lines(text):
        header = HEADER.match(line)
        key = KEY.match(line)
        if header:
            table = _table(header[2], header[1] == "[[", counts)
            found.setdefault(table, number)
        elif key:
            found.setdefault((*table, *_parts(key[1])), number)
    return found


def line_of(found: dict[Place, int], place: Place) -> int:
    """The line of `place`, or of the nearest table around it; 1 for the file itself."""
    while place and place not in found:
        place = place[:-1]
    return found.get(place, 1)


def _code_lines(text: str) -> Iterator[tuple[int, str]]:
    """Numbered lines outside multi-line strings and arrays, whose contents may look like keys."""
    quote, depth = "", 0
    for number, line in enumerate(text.splitlines(), 1):
        if quote:
            quote = "" if quote in line else quote
            continue
        if depth == 0:
            yield number, line
        bare = _bare(line)
        depth = max(0, depth + bare.count("[") - bare.count("]")) if not HEADER.match(line) else 0
        opened = OPENING.findall(line)
        quote = opened[0] if len(opened) % 2 else ""


def _bare(line: str) -> str:
    """A line without its strings and comment, in which brackets mean nothing."""
    return re.sub(r'"[^"]*"|\'[^\']*\'', "", line).split("#")[0]


def _table(header: str, is_array: bool, counts: dict[Place, int]) -> Place:
    """The path of a table header; inside arrays of tables the latest entry is meant."""
    path: Place = ()
    names = _parts(header)
    for index, name in enumerate(names):
        path = (*path, name)
        if is_array and index == len(names) - 1:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("\"'") for part in dotted.split("."))
