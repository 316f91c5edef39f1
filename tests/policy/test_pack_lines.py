"""Lines of a TOML text: values that look like keys, arrays over several lines, tables inside arrays of tables."""

from app.packs.lines import line_of, places

TEXT = '''\
title = "a"  # 1
note = """
fake = 3
[fake]
"""
names = [
  "x = 1", # 7
  "[y]",
]
[prices.full]
yuan = 1
[[late]]
id = "first"
[late.within]
clause = "一"
[[late]]
id = "second"
[late.over]
clause = "二"
'''


def test_tables_and_keys_are_found_where_they_stand() -> None:
    found = places(TEXT)
    assert found["title",] == 1
    assert found["names",] == 6
    assert found["prices", "full", "yuan"] == 11
    assert found["late", 0] == 12
    assert found["late", 0, "within", "clause"] == 15
    assert found["late", 1, "id"] == 17
    assert found["late", 1, "over"] == 18


def test_what_looks_like_a_key_inside_a_value_is_none() -> None:
    assert not [place for place in places(TEXT) if "fake" in place or "x" in place or "y" in place]


def test_a_place_that_is_not_there_is_named_by_its_table() -> None:
    found = places(TEXT)
    assert line_of(found, ("late", 1, "clause")) == 16
    assert line_of(found, ("nothing",)) == 1
