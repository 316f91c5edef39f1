"""The order of village groups: 一组, 二组 … 十一组, as people count them and not as their characters sort."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

Item = TypeVar("Item")

DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
NUMBER = re.compile(r"[0-9]+|[零〇一二两三四五六七八九十百]+")

NO_GROUP = "未分组"


def group_word(name: str) -> str:
    """The group as a list names it; somebody without one is not lost."""
    return name or NO_GROUP


def group_order(name: str) -> tuple[int, tuple[str, ...], tuple[int, ...]]:
    """A key to sort groups with: the words in it, then its numbers as numbers; people without a group come last."""
    words = tuple(NUMBER.split(name))
    return (int(not name or name == NO_GROUP), words, tuple(map(_number, NUMBER.findall(name))))


def in_groups(
    items: Iterable[Item], group: Callable[[Item], str], within: Callable[[Item], Any] | None = None
) -> Iterator[Item]:
    """Group after group, each in the order of the key `within`, or as its items came.

    A group is put in order once those before it are done: sorting a whole county's people is one step of a twentieth of
    a second in which no other thread runs, the window's neither.
    """
    by_group: defaultdict[str, list[Item]] = defaultdict(list)
    for item in items:
        by_group[group(item)].append(item)
    for name in sorted(by_group, key=group_order):
        yield from sorted(by_group[name], key=within) if within else by_group[name]


def _number(text: str) -> int:
    """十一 -> 11, 二十 -> 20, 一百零三 -> 103, 12 -> 12."""
    if text.isdigit() and text.isascii():
        return int(text)
    whole, digit = 0, 0
    for character in text:
        unit = {"十": 10, "百": 100}.get(character)
        if unit is None:
            digit = DIGITS[character]
        else:
            whole, digit = whole + (digit or 1) * unit, 0
    return whole + digit
