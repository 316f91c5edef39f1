"""Writing to a stick: done, or one of five named answers and nothing half done."""

import errno
import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.devices import stick
from app.domain.errors import Refused


def refusal(path: Path, data: bytes = b"x") -> Refused:
    with pytest.raises(Refused) as caught:
        stick.write(path, data)
    return caught.value


def test_a_file_is_there_and_nothing_else(tmp_path: Path) -> None:
    assert stick.write(tmp_path / "a", b"hello") == hashlib.sha256(b"hello").hexdigest()
    stick.write(tmp_path / "a", b"again")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"again")]


def test_the_stick_is_not_there(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none" / "a").code == "folder_missing"
    (tmp_path / "file").write_bytes(b"")
    assert refusal(tmp_path / "file" / "a").code == "folder_missing"


def test_something_else_has_the_name(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    assert refusal(tmp_path / "a").code == "cannot_write"
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


@pytest.mark.skipif(
    os.name == "nt" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere"
)
def test_a_read_only_folder(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert refusal(tmp_path / "a").code == "cannot_write"


@pytest.mark.skipif(os.name == "nt", reason="needs limits on a process's files")
def test_no_room(tmp_path: Path) -> None:
    """A process that may write 64 kB and no more stands for a stick with that much room."""
    (tmp_path / "a").write_bytes(b"old")
    script = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from app.devices import stick\n"
        "from app.domain.errors import Refused\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))\n"
        "try:\n"
        "    stick.write(Path(sys.argv[1]), bytes(1 << 20))\n"
        "except Refused as refusal:\n"
        "    print(refusal.code)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "a")], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["disk_full"]
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"old")]


@pytest.mark.parametrize(
    ("number", "status"),
    [
        (errno.ENOSPC, "disk_full"),
        (errno.EDQUOT, "disk_full"),
        (errno.EIO, "stick_gone"),
        (errno.ENODEV, "stick_gone"),
        (errno.ENOENT, "stick_gone"),
        (errno.EROFS, "cannot_write"),
        (errno.EACCES, "cannot_write"),
    ],
)
def test_what_the_system_says_has_a_name(number: int, status: str) -> None:
    assert stick.status(OSError(number, "")) == status
