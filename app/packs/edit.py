"""Changing a pack.toml in place: comments, order and blank lines stay as the official wrote them (tomlkit)."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import tomlkit
from tomlkit import TOMLDocument
from tomlkit.items import AoT, Comment, Table

from app.domain.errors import WrongUse
from app.packs import typed
from app.packs.kinds import kind_of, struct_of
from app.packs.lines import Place
from app.packs.naming import find

LONE_END = re.compile(r"(?<!\r)\n")


def read(data: bytes) -> TOMLDocument:
    """The document of a file that has been read as a pack before; a byte order mark is not kept."""
    return tomlkit.parse(data.decode("utf-8-sig"))


def written(document: TOMLDocument) -> bytes:
    """The file's bytes; what was added ends its lines as the rest of the file does."""
    text = tomlkit.dumps(document)
    return (LONE_END.sub("\r\n", text) if "\r\n" in text else text).encode()


def at(document: TOMLDocument, place: Place) -> Any:
    """The table or value at a path. KeyError or IndexError where it is not there."""
    node: Any = document
    for step in place:
        node = node[step]
    return node


def set_value(document: TOMLDocument, name: str, text: str) -> None:
    """Put a typed text at a dotted place; an empty one takes the key away.

    Raises WrongUse: place_unknown, place_value_invalid.
    """
    place = find(document, name)
    if place is None:
        place = _with_new_table(document, name)
    value = typed.read(name, place, text)
    table, key = at(document, place[:-1]), place[-1]
    if value is not None:
        table[key] = value
    elif key in table:
        del table[key]


def _with_new_table(document: TOMLDocument, name: str) -> Place:
    """The path of a key in a table the pack may have and has not yet (prices.fiscal), made empty."""
    above, _, key = name.rpartition(".")
    place = find(document, above) if above else None
    if place is None or kind_of((*place, key)) is None or struct_of(kind_of(place)) is None:
        raise WrongUse("place_unknown", place=name)
    at(document, place[:-1])[place[-1]] = tomlkit.table()
    return (*place, key)


def take_out(document: TOMLDocument, table: str, index: int) -> None:
    """Remove an entry of a list of tables; a comment after it, which heads what follows, stays."""
    entries: AoT = document[table]
    if index > 0:
        _move_comments(entries[index], entries[index - 1])
    del entries[index]
    if not entries:
        del document[table]


def _move_comments(gone: Table, kept: Table) -> None:
    tail: list[Any] = []
    for key, item in reversed(gone.value.body):
        if key is not None:
            break
        tail.insert(0, item)
    if any(isinstance(item, Comment) for item in tail):
        for item in tail:
            kept.value.add(item)


def add(document: TOMLDocument, table: str, entry: Mapping[str, Any]) -> None:
    """One more entry at the end of a list of tables, which begins at the file's end where there is none."""
    made = tomlkit.table()
    for key, value in entry.items():
        made.add(key, value)
    if table not in document:
        document.append(table, tomlkit.aot())
    entries: AoT = document[table]
    if entries and not entries[-1].as_string().endswith("\n\n"):
        entries[-1].value.add(tomlkit.nl())
    entries.append(made)


def end_with(document: TOMLDocument, heading: str, table: str, entries: Sequence[Mapping[str, Any]]) -> None:
    """A headed list of tables at the file's end."""
    document.add(tomlkit.nl())
    document.add(tomlkit.comment(heading))
    document.add(tomlkit.nl())
    for entry in entries:
        add(document, table, entry)
