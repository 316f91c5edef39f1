"""Writing a file whole or not at all."""

import errno
import os
from pathlib import Path

import pytest

from app.devices import paper
from app.domain.errors import Refused


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
