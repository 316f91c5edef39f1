"""Cells as people read them, sums, shares, and the order of groups."""

from operator import itemgetter

import pytest

from app.domain.groups import group_order, in_groups
from app.domain.listing import columns, share, shown, totals
from app.domain.public_name import masked_name


@pytest.mark.parametrize(
    ("cell", "kind", "words"),
    [
        (3_800, "yuan", "38.00"), (-50, "yuan", "-0.50"), (12, "count", "12"), (625, "bar", "62.5%"),
        (1000, "bar", "100.0%"),
        (None, "yuan", ""), ("2023-11-15", "date", "2023-11-15"), ("一行\n两行", "text", "一行 两行"),
    ],
)  # fmt: skip
def test_what_is_read_of_a_cell(cell, kind, words):
    assert shown(cell, kind) == words


def test_a_number_is_masked_on_the_screen_only():
    assert shown("341821196505200019", "id") == "341821196505200019"
    assert shown("341821196505200019", "id", on_screen=True) == "341821********0019"
    # Masked already, it stays as it is.
    assert shown("341821********0019", "id", on_screen=True) == "341821********0019"


def test_totals_add_up_figures_and_nothing_else():
    three = columns(("name", "姓名"), ("people", "人数", "count"), ("due", "金额", "yuan"), ("share", "进度", "bar"))
    rows = (("甲", 1, 100, 500), ("乙", 2, None, 250))
    assert totals(three, rows) == ("合计", 3, 100, None)
    assert totals(three, rows, skip=frozenset({"people"})) == ("合计", None, 100, None)


@pytest.mark.parametrize(("part", "whole", "permille"), [(0, 0, 0), (999, 1000, 999), (1999, 2000, 999), (3, 2, 1000)])
def test_nothing_is_whole_before_it_is(part, whole, permille):
    assert share(part, whole) == permille


def test_groups_in_the_order_people_count_them():
    groups = ["十一组", "", "二组", "十组", "一组", "第10组", "第9组", "二十一组", "一百零三组"]
    found = sorted(groups, key=group_order)
    assert found == ["一组", "二组", "十组", "十一组", "二十一组", "一百零三组", "第9组", "第10组", ""]


def test_people_group_by_group():
    people = [("十组", 2), ("", 5), ("二组", 9), ("十组", 1), ("二组", 3)]
    assert list(in_groups(people, itemgetter(0))) == [("二组", 9), ("二组", 3), ("十组", 2), ("十组", 1), ("", 5)]
    ordered = in_groups(people, itemgetter(0), itemgetter(1))
    assert list(ordered) == [("二组", 3), ("二组", 9), ("十组", 1), ("十组", 2), ("", 5)]


@pytest.mark.parametrize(
    ("name", "shown_as"),
    [
        ("王明", "王*"),
        ("王小明", "王*明"),
        ("欧阳修远", "欧**远"),
        ("明", "*"),
        ("阿依·买买提", "阿****提"),
        ("王𠮷祥", "王*祥"),
    ],
)
def test_a_name_on_a_board(name, shown_as):
    assert masked_name(name) == shown_as
