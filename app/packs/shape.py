"""Every value of a pack.toml that has the wrong shape: keys that do not exist or are missing, numbers in quotes, words
out of no list. All of them at once, where the reader of values would stop at the first.
"""

import types
from collections.abc import Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from typing import Any, get_args, get_origin

import msgspec
from msgspec import Struct, structs

from app.domain.policy import PackFile
from app.packs.codes import CODES, literals, with_chinese
from app.packs.keys import called, known, word
from app.packs.kinds import alternatives, kind_of, struct_of
from app.packs.lines import Place

Problem = tuple[Place, str]
TYPES = {bool: "true（是）或 false（否）", int: "整数", date: "日期（如 2024-10-08）", str: "文字"}
# How each is written in the file, where somebody has written it otherwise.
QUOTED = {bool: "，不加引号", int: "，不加引号、不写单位", date: "，不加引号", str: "，放在英文双引号里"}
WRITTEN = {
    bool: "true 或 false", int: "数字", float: "带小数点的数", str: "加引号的文字", list: "方括号里的一列值",
    dict: "一张表", date: "日期",
}  # fmt: skip


def problems(tree: Mapping[str, Any]) -> Iterator[Problem]:
    """What is wrong, in the order of the keys; nothing where the tree is a pack."""
    for place, text in _faults(PackFile, tree, ()):
        yield place, text if not place else _about(tree, place, text)


def _about(tree: Mapping[str, Any], place: Place, text: str) -> str:
    return f"{called(tree, place)}：{text}"


def _faults(kind: Any, value: Any, place: Place) -> Iterator[Problem]:
    struct = struct_of(kind)
    if struct is not None:
        yield from _table(struct, value, place) if isinstance(value, dict) else [(place, _no_table(value))]
    elif get_origin(kind) is tuple:
        yield from _list(get_args(kind)[0], value, place)
    elif get_origin(kind) is dict:
        yield from _mapping(get_args(kind)[1], value, place)
    else:
        yield from _leaf(kind, value, place)


def _no_table(value: Any) -> str:
    brackets = "：这里只能有一块，要用一层方括号" if isinstance(value, list) else ""
    return f"应是单独的一块，写成了{_written(value)}{brackets}"


def _table(struct: type[Struct], value: dict[str, Any], place: Place) -> Iterator[Problem]:
    fields = {field.encode_name: field for field in structs.fields(struct)}
    unknown = [key for key in value if key not in fields]
    missing = [field.encode_name for field in fields.values() if field.required and field.encode_name not in value]
    for key in unknown:
        yield (*place, key), unknown_key(key, struct, top=not place)
    for key in missing:
        # A misspelt key is said once, not a second time as a missing one.
        if not any(key in get_close_matches(each, (key,)) for each in unknown):
            yield place, _missing(struct, key)
    for key, each in value.items():
        if key in fields:
            yield from _faults(fields[key].type, each, (*place, key))


def unknown_key(key: str, struct: type[Struct], *, top: bool = False) -> str:
    """What to write instead: the nearest key, else all there are."""
    where = "政策包里" if top else "这一块里"
    near = get_close_matches(key.lower(), known(struct), n=1)
    if near:
        return f"没有这个名称，最像的是 {near[0]}（{word(struct, near[0])}）"
    every = "、".join(f"{each}（{word(struct, each)}）" for each in known(struct))
    return f"没有这个名称，{where}可以写：{every}"


def _missing(struct: type[Struct], key: str) -> str:
    return f"缺少 {key}（{word(struct, key)}）"


def _list(kind: Any, value: Any, place: Place) -> Iterator[Problem]:
    if not isinstance(value, list):
        yield place, _no_list(kind, value, place)
        return
    for index, each in enumerate(value):
        yield from _faults(kind, each, (*place, index))


def _no_list(kind: Any, value: Any, place: Place) -> str:
    if struct_of(kind) is not None:
        return f"可以有好几块，块名要写两层方括号：[[{place[-1]}]]"
    example = f'["{value}"]' if isinstance(value, str) else '["…"]'
    return f"要放在方括号里：{example}"


def _mapping(kind: Any, value: Any, place: Place) -> Iterator[Problem]:
    if not isinstance(value, dict):
        yield place, _no_table(value)
        return
    for key, each in value.items():
        yield from _faults(kind, each, (*place, key))


def _leaf(kind: Any, value: Any, place: Place) -> Iterator[Problem]:
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError:
        yield place, wrong(kind, value, place)


def wrong(kind: Any, value: Any, place: Place) -> str:
    """Why a value cannot stand at a place, with what can."""
    if isinstance(value, str) and int in alternatives(kind) and value.strip().isdecimal():
        return f"数字不加引号，写成 {int(value)}"
    wanted = choices(kind, place)
    if isinstance(value, str) and literals(kind):
        near = get_close_matches(value.lower(), literals(kind), n=1)
        return f"不能写 {value}，" + (f"最像的是 {near[0]}，" if near else "") + f"可以写：{wanted}"
    if str in alternatives(kind) and isinstance(value, int) and not isinstance(value, bool):
        return f'要放在英文双引号里："{value}"'
    return f"应写{wanted}，写成了{_written(value)}"


def choices(kind: Any, place: Place) -> str:
    """What may stand at a place of the file: 整数，不加引号、不写单位，或 full（全额资助）."""
    return _either([TYPES[each] + QUOTED[each] for each in alternatives(kind) if each in TYPES], kind, place)


def typable(kind: Any, place: Place) -> str:
    """What may be typed for a place, without the quotes; empty where no single value can be."""
    plain = [each for each in alternatives(kind) if each is not types.NoneType]
    if not all(each in TYPES or literals(each) for each in plain):
        return ""
    return _either([TYPES[each] for each in plain if each in TYPES], kind, place)


def _either(said: list[str], kind: Any, place: Place) -> str:
    words = literals(kind)
    return "，或 ".join([*said, *([with_chinese(words, _meaning(place))] if words else [])])


def meanings(place: Place) -> str:
    """The words of the list a place takes, with their Chinese; empty where any word will do."""
    meaning = _meaning(place)
    return with_chinese(meaning, meaning)


def _meaning(place: Place) -> Mapping[str, str]:
    above = struct_of(kind_of(place[:-1])) if len(place) > 1 else PackFile
    return CODES.get((above, str(place[-1])), {}) if above else {}


def _written(value: Any) -> str:
    return next((said for kind, said in WRITTEN.items() if isinstance(value, kind)), "别的东西")
