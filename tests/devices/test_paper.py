"""Breaking lines, and writing a file whole or not at all."""

import errno
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.devices import fonts, paper
from app.domain.errors import Refused


def test_one_line_as_large_as_it_fits():
    assert paper.fit("叁拾捌元整", 100, big=14, small=9) == paper.Fitted(("叁拾捌元整",), 14)
    assert paper.fit("叁" * 20, 70, big=14, small=9) == paper.Fitted(("叁" * 20,), 9.5)


def test_lines_of_the_smallest_size_where_one_is_too_long():
    fitted = paper.fit("叁" * 50, 70, big=14, small=9)
    assert fitted.size == 9
    assert [len(line) for line in fitted.lines] == [22, 22, 6]


def test_no_line_begins_with_a_comma_and_no_figure_is_broken():
    fitted = paper.fit("低保对象资助，个人缴纳380.00元，由医疗救助资金（县级）资助。" * 3, 30, big=9, small=9)
    assert len(fitted.lines) > 3
    assert all(line[0] not in paper.NOT_FIRST and line[-1] not in paper.NOT_LAST for line in fitted.lines)
    assert sum(line.count("380.00") for line in fitted.lines) == 3


@given(st.text(alphabet="城乡居民，。（）380. A", max_size=80), st.integers(20, 60))
def test_nothing_is_lost_and_lines_fit(text, width):
    fitted = paper.fit(text, width, big=12, small=8)
    assert "".join("".join(fitted.lines).split()) == "".join(text.split())
    for line in fitted.lines:
        unbreakable = len(list(paper._units(line.strip()))) == 1
        assert unbreakable or fonts.width(line, size=fitted.size) <= width * paper.MM + 0.01


def test_a_file_is_replaced_whole(tmp_path):
    target = tmp_path / "receipt.pdf"
    target.write_bytes(b"old")
    paper.write(b"new", target)
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(Refused) as refused:
        paper.write(b"new", tmp_path / "gone" / "receipt.pdf")
    assert refused.value.code == "cannot_write"
    assert "文件夹不存在" in str(refused.value)


def test_a_folder_of_the_same_name_stays_and_nothing_is_left_over(tmp_path):
    (tmp_path / "receipt.pdf").mkdir()
    with pytest.raises(Refused) as refused:
        paper.write(b"new", tmp_path / "receipt.pdf")
    assert refused.value.code == "cannot_write"
    assert [found.name for found in tmp_path.iterdir()] == ["receipt.pdf"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the administrator may write anywhere")
def test_a_folder_one_may_not_write_to(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(Refused) as refused:
        paper.write(b"new", tmp_path / "receipt.pdf")
    tmp_path.chmod(0o700)
    assert refused.value.code == "cannot_write"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
def test_a_full_disk():
    with pytest.raises(OSError, match="space") as full:
        paper.write_through(b"new", Path("/dev/full"))
    refused = paper.refusal(full.value, Path("receipt.pdf"))
    assert refused.code == "disk_full"
    assert "receipt.pdf" in str(refused)


def test_what_the_system_calls_something_else_is_still_a_sentence():
    refused = paper.refusal(OSError(errno.EXDEV, "Invalid cross-device link"), Path("receipt.pdf"))
    assert (refused.code, refused.facts["why"]) == ("cannot_write", f"系统错误 {errno.EXDEV}")
