"""Breaking lines: as large as fits, never a comma first, a figure whole, and nothing lost."""

from hypothesis import given
from hypothesis import strategies as st

from app.devices import fonts, typeset


def test_one_line_as_large_as_it_fits():
    assert typeset.fit("叁拾捌元整", 100, big=14, small=9) == typeset.Fitted(("叁拾捌元整",), 14)
    assert typeset.fit("叁" * 20, 70, big=14, small=9) == typeset.Fitted(("叁" * 20,), 9.5)


def test_lines_of_the_smallest_size_where_one_is_too_long():
    fitted = typeset.fit("叁" * 50, 70, big=14, small=9)
    assert fitted.size == 9
    assert [len(line) for line in fitted.lines] == [22, 22, 6]


def test_no_line_begins_with_a_comma_and_no_figure_is_broken():
    fitted = typeset.fit("低保对象资助，个人缴纳380.00元，由医疗救助资金（县级）资助。" * 3, 30, big=9, small=9)
    assert len(fitted.lines) > 3
    assert all(line[0] not in typeset.NOT_FIRST and line[-1] not in typeset.NOT_LAST for line in fitted.lines)
    assert sum(line.count("380.00") for line in fitted.lines) == 3


@given(st.text(alphabet="城乡居民，。（）380. A", max_size=80), st.integers(20, 60))
def test_nothing_is_lost_and_lines_fit(text, width):
    fitted = typeset.fit(text, width, big=12, small=8)
    assert "".join("".join(fitted.lines).split()) == "".join(text.split())
    for line in fitted.lines:
        unbreakable = len(list(typeset._units(line.strip()))) == 1
        assert unbreakable or fonts.width(line, size=fitted.size) <= width * typeset.MM + 0.01


def test_what_no_line_could_hold_is_broken_all_the_same():
    fitted = typeset.fit("1" * 60, 30, big=9, small=9)
    assert "".join(fitted.lines) == "1" * 60
    assert all(fonts.width(line, size=9) <= 30 * typeset.MM for line in fitted.lines)
