"""Many people as columns: each value once, and for each person the number of its value.

A county is half a million people and very few different values. A column keeps a list of the values and one to four
bytes a person, and questions are asked of the distinct values (or of the distinct rows of several columns), never of
the people one by one.
"""

import sys
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from math import prod
from typing import Any, Generic, TypeVar

from msgspec import Struct

Value = TypeVar("Value")
Other = TypeVar("Other")

# Whole numbers without a sign: bits, type code, bytes. Codes are up to four bytes wide, so that two fit in a key.
WIDTHS = ((8, "B", 1), (16, "H", 2), (32, "I", 4))
KEYS = (*WIDTHS, (64, "Q", 8))
WIDEST = 8


class Column(Struct, Generic[Value], frozen=True, gc=False, eq=False):
    """`values` are distinct; `codes` holds for each person the place of the value in them, as narrow as it fits."""

    values: Sequence[Value]
    codes: "array[int]"

    def __len__(self) -> int:
        return len(self.codes)

    def __iter__(self) -> Iterator[Value]:
        return map(self.values.__getitem__, self.codes)

    def __getitem__(self, place: int) -> Value:
        return self.values[self.codes[place]]


class Places(dict[Any, int]):
    """Value -> place, in the order in which the values come."""

    def __missing__(self, value: Any) -> int:
        self[value] = place = len(self)
        return place


def encoded(values: Iterable[Value]) -> Column[Value]:
    """A column of these values, one for each person. They must be hashable."""
    places = Places()
    codes = array("I", map(places.__getitem__, values))
    return Column(tuple(places), _narrow(codes, len(places)))


def constant(value: Value, people: int) -> Column[Value]:
    """The same value for everybody."""
    return Column((value,), array("B", bytes(people)))


def recoded(column: Column[Value], other: Callable[[Value], Other]) -> Column[Other]:
    """The column of `other(value)`, asked once for each value."""
    places = Places()
    table = [places[other(value)] for value in column.values]
    if len(places) <= 1:
        return Column(tuple(places), array("B", bytes(len(column.codes))))
    if column.codes.itemsize == 1:
        return Column(tuple(places), array("B", column.codes.tobytes().translate(bytes(table).ljust(256, b"\0"))))
    codes = array("I", map(table.__getitem__, column.codes))
    return Column(tuple(places), _narrow(codes, len(places)))


def rows(columns: Sequence[Column[Any]]) -> Column[tuple[Any, ...]]:
    """The distinct rows over several columns of the same people: tuples of their values, in the columns' order."""
    return decided(columns, lambda row: row)


def decided(columns: Sequence[Column[Any]], decide: Callable[[tuple[Any, ...]], Other]) -> Column[Other]:
    """The column of `decide(row)`, asked once for each distinct row over several columns of the same people."""
    varying = [place for place, column in enumerate(columns) if len(column.values) != 1]
    if len(varying) == 1:
        (only,) = varying
        before, after = (tuple(each.values[0] for each in some) for some in (columns[:only], columns[only + 1 :]))
        return recoded(columns[only], lambda value: decide((*before, value, *after)))
    lanes = _lanes(columns)
    if sum(lane.width for lane in lanes) > WIDEST:
        half = len(columns) // 2
        halves = [rows(columns[:half]), rows(columns[half:])]
        return decided(halves, lambda both: decide(both[0] + both[1]))
    decisions = _Decisions(columns, lanes, decide)
    codes = array("I", map(decisions.__getitem__, _keys(lanes, len(columns[0]))))
    return Column(tuple(decisions.places), _narrow(codes, len(decisions.places)))


class _Lane(Struct, frozen=True):
    """Columns whose codes share `width` bytes of a key, as the digits of one number; the first is the lowest digit."""

    columns: tuple[int, ...]
    radices: tuple[int, ...]
    width: int
    codes: bytes


def _lanes(columns: Sequence[Column[Any]]) -> list[_Lane]:
    """Few lanes for many columns: where everybody has one value nothing is kept, small ones share a byte."""
    varying = [place for place, column in enumerate(columns) if len(column.values) > 1]
    groups: list[list[int]] = []
    for place in sorted(varying, key=lambda place: -len(columns[place].values)):
        fitting = (group for group in groups if prod(len(columns[each].values) for each in (*group, place)) <= 256)
        group = next(fitting, None)
        if group is None:
            groups.append([place])
        else:
            group.append(place)
    return [_lane(columns, tuple(group)) for group in groups]


def _lane(columns: Sequence[Column[Any]], group: tuple[int, ...]) -> _Lane:
    """All bytes at once, as long numbers: no byte overflows into the next."""
    radices = tuple(len(columns[place].values) for place in group)
    first = columns[group[0]].codes
    if len(group) == 1:
        return _Lane(group, radices, first.itemsize, first.tobytes())
    whole = 0
    for place, radix in zip(reversed(group), reversed(radices), strict=True):
        whole = whole * radix + int.from_bytes(columns[place].codes.tobytes(), "little")
    return _Lane(group, radices, 1, whole.to_bytes(len(first), "little"))


def _keys(lanes: Sequence[_Lane], people: int) -> "array[int]":
    """The lanes of each person side by side, as one whole number."""
    kind, width = _fitting(KEYS, 8 * sum(lane.width for lane in lanes))
    packed = bytearray(width * people)
    plane = 0
    for lane in lanes:
        for byte in range(lane.width):
            packed[plane::width] = lane.codes[byte :: lane.width]
            plane += 1
    keys = array(kind)
    keys.frombytes(packed)
    return keys


class _Decisions(dict[int, int]):
    """Key -> place of the decision in `places`. A key is met for the first time once, and then its row is decided."""

    def __init__(
        self, columns: Sequence[Column[Any]], lanes: Sequence[_Lane], decide: Callable[[tuple[Any, ...]], Any]
    ) -> None:
        self.places = Places()
        self.columns = columns
        self.lanes = lanes
        self.decide = decide
        self.first = [column.values[0] if column.values else None for column in columns]
        self.width = _fitting(KEYS, 8 * sum(lane.width for lane in lanes))[1]

    def __missing__(self, key: int) -> int:
        self[key] = place = self.places[self.decide(self._row(key))]
        return place

    def _row(self, key: int) -> tuple[Any, ...]:
        packed = key.to_bytes(self.width, sys.byteorder)
        row, plane = list(self.first), 0
        for lane in self.lanes:
            code = int.from_bytes(packed[plane : plane + lane.width], sys.byteorder)
            plane += lane.width
            for place, radix in zip(lane.columns, lane.radices, strict=True):
                code, digit = divmod(code, radix)
                row[place] = self.columns[place].values[digit]
        return tuple(row)


def figures(column: Column[Value], figure: Callable[[Value], int]) -> "array[int]":
    """A number for each person, from the values; 64 bits with a sign."""
    table = [figure(value) for value in column.values]
    if column.codes.itemsize > 1:
        return array("q", map(table.__getitem__, column.codes))
    packed = bytearray(8 * len(column.codes))
    codes = column.codes.tobytes()
    numbers = array("q", table).tobytes()
    for plane in range(8):
        digits = numbers[plane::8]
        if any(digits):
            packed[plane::8] = codes.translate(digits.ljust(256, b"\0"))
    found = array("q")
    found.frombytes(packed)
    return found


def _narrow(codes: "array[int]", count: int) -> "array[int]":
    """The codes in as few bytes as `count` values need: the low bytes of each."""
    kind, width = _fitting(WIDTHS, (max(count, 1) - 1).bit_length())
    wide = codes.itemsize
    if wide == width:
        return codes
    whole, packed = codes.tobytes(), bytearray(width * len(codes))
    low = 0 if sys.byteorder == "little" else wide - width
    for byte in range(width):
        packed[byte::width] = whole[low + byte :: wide]
    found = array(kind)
    found.frombytes(packed)
    return found


def _fitting(widths: Sequence[tuple[int, str, int]], bits: int) -> tuple[str, int]:
    """Type code and bytes of the narrowest whole number with so many bits."""
    return next((kind, width) for most, kind, width in widths if bits <= most)
