"""Names of places: the dotted form an official types (category.低保对象.subsidy) and the path in the file (lines.py).

Entries of a list go by their id or name, not by their number, so that a place survives a new entry above it.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec
from msgspec import Struct, structs

from app.domain.duties import Said
from app.domain.policy import PackFile
from app.packs.lines import Place, line_of

# What an entry of each list is called by. Several fields or words are joined: channel.village/pos, other_cover.prison.
NAMED_BY = {
    "window": ("id",),
    "late": ("id",),
    "scope": ("id",),
    "question": ("id",),
    "confirmed": ("id",),
    "category": ("name",),
    "clause": ("ref",),
    "review": ("place",),
    "refund": ("reason",),
    "report": ("what",),
    "target": ("town",),
    "channel": ("channel", "methods"),
    "other_cover": ("kinds",),
}


def values(value: Any, place: Place = ()) -> Iterator[tuple[Place, Said]]:
    """Every value of the pack that carries a clause, with its place; names as the file writes them."""
    if isinstance(value, Said):
        yield place, value
    if isinstance(value, Struct):
        # A policy's indexes hold the same values again, at places no file has.
        kind = PackFile if isinstance(value, PackFile) else type(value)
        for name, written in zip(kind.__struct_fields__, kind.__struct_encode_fields__, strict=True):
            yield from values(getattr(value, name), (*place, written))
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from values(each, (*place, index))
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from values(each, (*place, key))


def tree_of(pack: PackFile) -> dict[str, Any]:
    """The pack as plain tables and lists, named as the file names them."""
    tree: dict[str, Any] = {}
    for field in structs.fields(PackFile):
        tree[field.encode_name] = msgspec.to_builtins(getattr(pack, field.name))
    return tree


def dotted(tree: Mapping[str, Any], place: Place) -> str:
    """A path in the file as an official writes it: ("category", 3, "subsidy") -> category.低保对象.subsidy."""
    said: list[str] = []
    node: Any = tree
    for index, step in enumerate(place):
        said.append(entry_names(str(place[index - 1]), node)[step] if isinstance(step, int) else step)
        node = node[step] if isinstance(step, int) or step in node else {}
    return ".".join(said)


def find(tree: Mapping[str, Any], name: str) -> Place | None:
    """The path of a dotted place; None where it goes through something the pack does not have.

    The last step need not be there: it may be a value the file leaves to its default.
    """
    place: Place = ()
    node: Any = tree
    rest = name.strip()
    while rest:
        step, rest = _step(place, node, rest)
        if step is None:
            return None
        place = (*place, step)
        if isinstance(step, int) or step in node:
            node = node[step]
        elif rest:
            return None
    return place or None


def named_line(lines: dict[Place, int], tree: Mapping[str, Any], name: str) -> int:
    """The line of a dotted place; of a whole list that of its first entry, of what the file leaves out its table's."""
    place = find(tree, name) or ()
    return line_of(lines, place if place in lines else (*place, 0) if (*place, 0) in lines else place)


def _step(place: Place, node: Any, rest: str) -> tuple[str | int | None, str]:
    if isinstance(node, Mapping):
        head, _, tail = rest.partition(".")
        return head or None, tail
    if not isinstance(node, Sequence) or isinstance(node, str) or not place or not _entries(node):
        return None, rest
    return _entry(entry_names(str(place[-1]), node), rest)


def _entry(names: list[str], rest: str) -> tuple[int | None, str]:
    """The entry whose name begins `rest`; the longest where one name begins another (a name may hold a full stop)."""
    fitting = [name for name in names if rest == name or rest.startswith(name + ".")]
    if not fitting:
        return None, rest
    best = max(fitting, key=len)
    return names.index(best), rest[len(best) + 1 :]


def _entries(node: Sequence[Any]) -> bool:
    return all(isinstance(each, Mapping) for each in node)


def entry_names(table: str, entries: Sequence[Any]) -> list[str]:
    """What each entry of a list is called: its name, or its number from 1 where it has none of its own."""
    said = [_own_name(table, entry) for entry in entries]
    return [name if name and said.count(name) == 1 else str(number) for number, name in enumerate(said, 1)]


def _own_name(table: str, entry: Any) -> str:
    return "/".join(_word(entry.get(field)) for field in NAMED_BY.get(table, ()))


def _word(value: Any) -> str:
    return "+".join(str(each) for each in value) if isinstance(value, list | tuple) else str(value or "")
