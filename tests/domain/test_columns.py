"""Columns hold what was put in, whatever the number of values; rows of several columns are told apart exactly."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.columns import Column, constant, encoded, figures, recoded, rows


@pytest.mark.parametrize(("kinds", "width"), [(1, 1), (256, 1), (257, 2), (65_536, 2), (65_537, 4)])
def test_as_narrow_as_it_fits(kinds: int, width: int) -> None:
    values = [number % kinds for number in range(kinds + 5)]
    column = encoded(values)
    assert list(column) == values
    assert (len(column), len(column.values), column.codes.itemsize) == (kinds + 5, kinds, width)
    assert column[kinds] == 0


@pytest.mark.parametrize("kinds", [3, 300, 70_000])
@pytest.mark.parametrize("fewer", [2, 290, 66_000])
def test_recoded(kinds: int, fewer: int) -> None:
    values = [number * 11 % kinds for number in range(kinds * 2)]
    found = recoded(encoded(values), lambda value: value % fewer)
    assert list(found) == [value % fewer for value in values]
    assert len(found.values) == min(kinds, fewer)


@given(st.lists(st.tuples(st.integers(0, 2), st.booleans(), st.text(max_size=1)), max_size=60))
def test_rows(people: list[tuple[int, bool, str]]) -> None:
    found = rows([encoded(person[place] for person in people) for place in range(3)])
    assert list(found) == people
    assert len(set(found.values)) == len(found.values)


@pytest.mark.parametrize("columns", [1, 2, 4, 5, 8, 9, 17, 40])
@pytest.mark.parametrize("kinds", [1, 2, 300])
def test_rows_of_many_columns(columns: int, kinds: int) -> None:
    random = Random(columns * kinds)
    people = [tuple(random.randrange(kinds) for _ in range(columns)) for _ in range(400)]
    people += people[:100]
    found = rows([encoded(person[place] for person in people) for place in range(columns)])
    assert list(found) == people


def test_rows_of_wide_columns() -> None:
    count = 70_000
    wide = [encoded(range(count)), encoded(range(count, 0, -1)), encoded(number // 2 for number in range(count))]
    assert list(rows(wide)) == [(number, count - number, number // 2) for number in range(count)]


def test_constants_cost_no_key() -> None:
    mixed: list[Column[object]] = [constant("a", 3), encoded([1, 2, 1]), constant(None, 3)]
    assert list(rows(mixed)) == [("a", 1, None), ("a", 2, None), ("a", 1, None)]
    assert list(rows([constant("a", 2), constant("b", 2)])) == [("a", "b"), ("a", "b")]


@pytest.mark.parametrize("kinds", [1, 5, 256, 300])
def test_figures(kinds: int) -> None:
    values = [number % kinds for number in range(700)]
    found = figures(encoded(values), lambda value: value * 10**12 - 1)
    assert list(found) == [value * 10**12 - 1 for value in values]


def test_nobody() -> None:
    assert list(rows([encoded([]), encoded([])])) == []
    assert list(recoded(encoded([]), str)) == []
