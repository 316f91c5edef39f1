"""A value as an official types it ("1020", "2024-08-31", "现金、刷卡" …), as the type its place in the pack has."""

import types
from datetime import date
from typing import Any, Literal, Union, get_args, get_origin

import msgspec
from msgspec import Struct, structs

from app.domain.errors import WrongUse
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
    found = [each for each in _alternatives(kind) if isinstance(each, type) and issubclass(each, Struct)]
    return found[0] if found else None


def _alternatives(kind: Any) -> tuple[Any, ...]:
    return get_args(kind) if get_origin(kind) in (Union, types.UnionType) else (kind,)


def read(name: str, place: Place, text: str) -> Any:
    """The value of a text; None for an empty one (back to the default).

    Raises WrongUse: place_unknown (no single value stands there), place_value_invalid.
    """
    kind = kind_of(place)
    if kind is None or not wanted(kind):
        raise WrongUse("place_unknown", place=name)
    if not text:
        return None
    told: Any = _words(text) if _is_words(kind) else text
    try:
        value = msgspec.convert(told, kind, strict=False)
    except msgspec.ValidationError:
        raise WrongUse("place_value_invalid", place=name, text=text, wanted=wanted(kind)) from None
    return list(value) if isinstance(value, tuple) else value


def wanted(kind: Any) -> str:
    """What may be typed for a type, in words; empty for a type no single value can be typed for."""
    if _is_words(kind):
        return "一个或几个词，用顿号分开"
    said = [_wanted(each) for each in _alternatives(kind) if each is not types.NoneType]
    return "，或".join(said) if all(said) else ""


def _wanted(kind: Any) -> str:
    if get_origin(kind) is Literal:
        return "、".join(str(each) for each in get_args(kind)) + " 之一"
    return {int: "整数", bool: "true 或 false", date: "年-月-日的日期", str: "文字"}.get(kind, "")


def _is_words(kind: Any) -> bool:
    return get_origin(kind) is tuple and get_args(kind)[0] is str


def _words(text: str) -> list[str]:
    return [word for word in (each.strip() for each in text.replace("，", "、").replace(",", "、").split("、")) if word]
