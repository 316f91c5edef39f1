"""The stick goes while the file is being written, is full, or cannot be written: nothing half stays, nothing is
counted as sent.

No mock of a file system: the kernel itself refuses (a folder that is gone, a device that is full, a limit on file
size).
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.domain import syncfile
from tests.factories import CODE, Answer, Place, sentence_of

REPOSITORY = Path(__file__).resolve().parents[2]
linux = pytest.mark.skipif(sys.platform != "linux", reason="what this kernel refuses is Linux's")


@pytest.fixture
def trading(counter: Place, pinned: Place) -> Place:
    """The counter with the county pinned and one payment to hand over."""
    counter.says("pay", "r1", "--cash-fen", 38_000)
    return counter


def first_name(place: Place) -> str:
    """What the first file will be called."""
    with place.desk() as desk:
        return f"practice-{CODE}-{desk.journal[:5]}-up-000001{syncfile.SUFFIX}"


def in_a_shell(place: Place, script: str) -> Answer:
    """Run `export` in a process of its own, after what the shell script does to that process first."""
    environment = os.environ | {
        "CUNJIAO_PASSPHRASE": place.passphrase, "CUNJIAO_NOW": str(place.now), "PYTHONPATH": str(REPOSITORY),
        "EXPORT": f"{sys.executable} -m app --data {place.folder} export",
    }  # fmt: skip
    done = subprocess.run(
        ["bash", "-c", script], capture_output=True, text=True, env=environment, timeout=60, check=False
    )
    return Answer(done.returncode, done.stdout, done.stderr)


def nothing_sent_and_nothing_left(place: Place, stick: Path) -> None:
    """Nothing on the stick but what was there, nothing 已报, and the same file goes onto the next stick."""
    assert [path for path in stick.iterdir() if not path.is_symlink()] == []
    with place.desk() as desk:
        states = desk.db.query("SELECT sync_state FROM payment_states")
        assert [row["sync_state"] for row in states] == ["unsent"]
    other = stick.parent / "another stick"
    other.mkdir()
    done = place.json("export", other)
    assert Path(done["file"]).name == first_name_of(done["file"])
    # Opened, roster, day, payment.
    assert (done["first_seq"], done["last_seq"], done["entries"]) == (1, 4, 4)


def first_name_of(file: str) -> str:
    name = Path(file).name
    assert name.endswith("-up-000001.cunjiao")
    return name


@linux
def test_the_stick_is_pulled_under_the_program(trading: Place, stick: Path):
    """The program stands in the stick's folder; it is gone when the file is to be written."""
    gone = stick / "gone"
    answer = in_a_shell(trading, f"mkdir '{gone}' && cd '{gone}' && rmdir '{gone}' && exec $EXPORT .")
    assert (answer.code, answer.out) == (1, "")
    assert "请重新插好优盘" in sentence_of(answer.err, "stick_gone")
    nothing_sent_and_nothing_left(trading, stick)


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="needs the device that is always full")
def test_the_stick_is_full(trading: Place, stick: Path):
    """/dev/full answers every byte with "no space left on device"."""
    (stick / f".{first_name(trading)}.part").symlink_to("/dev/full")
    said = trading.refuses("disk_full", "export", stick)
    assert "磁盘已满" in said
    nothing_sent_and_nothing_left(trading, stick)


@linux
def test_the_stick_fills_up_in_the_middle_of_the_file(trading: Place, stick: Path):
    """A limit of one kilobyte on the size of files stops the write after its first part."""
    # The store itself must be able to write: its log is truncated by now, and a block of the limit is 1 KiB.
    said = in_a_shell(trading, f"ulimit -f 1; exec $EXPORT '{stick}'")
    assert (said.code, said.out) == (1, "")
    sentence_of(said.err, "disk_full")
    nothing_sent_and_nothing_left(trading, stick)


@linux
def test_a_small_stick_that_is_really_mounted(trading: Place, stick: Path):
    """A file system of 4 KiB, where mounting is allowed."""
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4k", "tmpfs", str(stick)], capture_output=True).returncode:
        pytest.skip("mounting a small file system is not allowed here; the other tests of this file use other means")
    try:
        (stick / "other.jpg").write_bytes(bytes(4000))
        trading.refuses("disk_full", "export", stick)
        assert [path.name for path in stick.iterdir()] == ["other.jpg"]
    finally:
        subprocess.run(["umount", "-l", str(stick)], check=True)
    nothing_sent_and_nothing_left(trading, stick)


@linux
def test_a_stick_that_cannot_be_written(trading: Place, stick: Path):
    """A folder in which not even root may make a file."""
    said = trading.refuses(
        "cannot_write", "export", "/proc/self/fdinfo" if not Path("/sys/kernel").is_dir() else "/sys/kernel"
    )
    assert "只读或没有权限" in said
    nothing_sent_and_nothing_left(trading, stick)


def test_no_stick_at_all(trading: Place, stick: Path):
    trading.refuses("folder_missing", "export", stick / "not there")
    (stick / "a file").write_text("")
    trading.refuses("folder_missing", "export", stick / "a file")
    (stick / "a file").unlink()
    nothing_sent_and_nothing_left(trading, stick)


def test_pulled_halfway_and_brought_to_the_county_all_the_same(trading: Place, pinned: Place, stick: Path):
    """What lay on the stick when it was pulled by force is a named answer at the county, and costs nothing."""
    whole = Path(trading.json("export", stick)["file"])
    half = stick / "half.cunjiao"
    half.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    empty = stick / "empty.cunjiao"
    empty.write_bytes(b"")
    answer = pinned("county", "receive", half, empty, "--json")
    assert answer.code == 1
    assert [(r["file"], r["code"]) for r in answer.json["rejected"]] == [
        ("half.cunjiao", "damaged"), ("empty.cunjiao", "damaged")
    ]  # fmt: skip
    assert pinned.json("county", "receive", whole)["accepted"] == 4
