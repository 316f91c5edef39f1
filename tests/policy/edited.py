"""A pack of the program with some values changed, for tests of what an official does to one."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from app import packs
from app.packs import edit
from app.packs.reading import parse

PACK = "langxi-2024"


def changed(*sets: str, add: Mapping[str, list[dict[str, Any]]] | None = None, pack_id: str = PACK) -> bytes:
    """The pack's file after `sets` (place=value) and with more entries in its lists."""
    document = edit.read(packs.pack_bytes(pack_id))
    for piece in sets:
        place, _, text = piece.partition("=")
        edit.set_value(document, place, text)
    for table, entries in (add or {}).items():
        for entry in entries:
            edit.add(document, table, entry)
    return edit.written(document)


def found(data: bytes, *, severe: bool | None = None) -> list[str]:
    """What the checks say, with the text of the line they name: "problem @ line"."""
    lines = data.decode().splitlines()
    _, findings = parse(data, "pack.toml")
    return [f"{f.problem} @ {lines[f.line - 1]}" for f in findings if severe is None or f.severe == severe]


def own_copy(folder: Path, data: bytes | None = None) -> Path:
    """A county's own file of the pack."""
    file = folder / PACK / "pack.toml"
    file.parent.mkdir(parents=True)
    file.write_bytes(packs.pack_bytes(PACK) if data is None else data)
    return file
