"""A value as an official types it ("1020", "2024-08-31", "现金、刷卡" …), as the type its place in the pack has."""

from typing import Any, get_args, get_origin

import msgspec

from app.domain.errors import WrongUse
from app.packs import shape
from app.packs.kinds import kind_of
from app.packs.lines import Place


def read(name: str, place: Place, text: str) -> Any:
    """The value of a text; None for an empty one (back to the default).

    Raises WrongUse: place_unknown (no single value stands there), place_value_invalid.
    """
    kind = kind_of(place)
    if kind is None or not wanted(kind, place):
        raise WrongUse("place_unknown", place=name)
    if not text:
        return None
    told: Any = _words(text) if _is_words(kind) else text
    try:
        value = msgspec.convert(told, kind, strict=False)
    except msgspec.ValidationError:
        raise WrongUse("place_value_invalid", place=name, text=text, wanted=wanted(kind, place)) from None
    return list(value) if isinstance(value, tuple) else value


def wanted(kind: Any, place: Place) -> str:
    """What may be typed for a type, in words; empty for a type no single value can be typed for."""
    if _is_words(kind):
        words = shape.meanings(place)
        return "一个或几个词，用顿号分开" + (f"：{words}" if words else "")
    return shape.typable(kind, place)


def _is_words(kind: Any) -> bool:
    return get_origin(kind) is tuple and get_args(kind)[0] is str


def _words(text: str) -> list[str]:
    return [word for word in (each.strip() for each in text.replace("，", "、").replace(",", "、").split("、")) if word]
