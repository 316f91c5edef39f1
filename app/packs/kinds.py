"""The types of the rule language: what kind of value stands at a path of a pack.toml."""

import types
from typing import Any, Union, get_args, get_origin

from msgspec import Struct, structs

from app.domain.policy import PackFile
from app.packs.lines import Place


def kind_of(place: Place) -> Any:
    """The type at a path of the file; None where the rule language knows no such key."""
    kind: Any = PackFile
    for step in place:
        kind = _entry(kind) if isinstance(step, int) else _field(kind, step)
        if kind is None:
            return None
    return kind


def _field(kind: Any, name: str) -> Any:
    bare = struct_of(kind)
    if bare is not None:
        return next((field.type for field in structs.fields(bare) if field.encode_name == name), None)
    return get_args(kind)[1] if get_origin(kind) is dict else None


def _entry(kind: Any) -> Any:
    return get_args(kind)[0] if get_origin(kind) is tuple else None


def struct_of(kind: Any) -> type[Struct] | None:
    """The struct of a type, or of one that may be left out."""
    found = [each for each in alternatives(kind) if isinstance(each, type) and issubclass(each, Struct)]
    return found[0] if found else None


def alternatives(kind: Any) -> tuple[Any, ...]:
    return get_args(kind) if get_origin(kind) in (Union, types.UnionType) else (kind,)
