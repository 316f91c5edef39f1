"""The one way to write: IMMEDIATE, all or nothing, one data sync for a payment, and a second writer that waits."""

import re
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from app.desk.desk import Desk
from app.domain.errors import Refused
from app.store import settings
from app.store.database import BUSY_TIMEOUT_MS, writing
from tests.factories import Place

REPOSITORY = Path(__file__).resolve().parents[2]


def test_a_second_writer_waits_instead_of_failing(desk: Desk):
    """The first holds the transaction until the second has asked for its own; then the second gets its turn."""
    other = desk.connect()
    asked, done = threading.Event(), []

    # Told by the database itself, as it begins to carry the statement out.
    other.conn.set_trace_callback(lambda statement: asked.set() if statement.startswith("BEGIN") else None)

    def second() -> None:
        with writing(other):
            settings.put(other, "second", settings.get(other, "first"))
        done.append("second")

    with writing(desk.db):
        thread = threading.Thread(target=second)
        thread.start()
        assert asked.wait(10)
        settings.put(desk.db, "first", 1)
        done.append("first")
    thread.join(BUSY_TIMEOUT_MS / 1000)
    assert done == ["first", "second"]
    # It saw what the first wrote: its turn began only then.
    assert settings.get(desk.db, "second") == 1
    other.conn.close()


def test_a_writer_that_never_ends_is_said_to_be_busy(desk: Desk):
    other = desk.connect()
    other.conn.execute("PRAGMA busy_timeout = 0")
    with writing(desk.db), pytest.raises(Refused) as refusal, writing(other):
        pass
    assert refusal.value.code == "store_busy"
    other.conn.close()


def test_what_fails_leaves_nothing(desk: Desk):
    with pytest.raises(ZeroDivisionError), writing(desk.db):
        settings.put(desk.db, "half", 1)
        _ = 1 // 0
    assert settings.get(desk.db, "half") is None
    assert not desk.db.conn.in_transaction


def test_only_writing_begins_a_transaction(desk: Desk):
    settings.put(desk.db, "alone", 1)
    assert not desk.db.conn.in_transaction


SCRIPT = """
import sys
from pathlib import Path
from app.desk.collect import collect
from app.desk.open_point import open_point
from app.domain.payment import Tender
desk = open_point(Path(sys.argv[1]), operator=None, passphrase=sys.argv[2])
for person in ("r1", "r3", "r4", "r8", "r9"):
    sys.stderr.write(f"paying {person}\\n")
    sys.stderr.flush()
    collect(desk, [person], Tender(method="cash", cash_fen=38_000))
sys.stderr.write("paid\\n")
sys.stderr.flush()
"""


def can_trace() -> bool:
    """Whether strace is here and allowed to trace a child."""
    strace = shutil.which("strace")
    return (
        bool(strace) and not subprocess.run([strace, "-f", "-o", "/dev/null", "true"], capture_output=True).returncode
    )


@pytest.mark.skipif(not can_trace(), reason="needs strace; `dev.py bench` counts the data syncs too")
def test_a_payment_costs_exactly_one_data_sync(counter: Place, tmp_path: Path):
    trace = tmp_path / "trace"
    counter.now = None
    calls = ["strace", "-f", "-e", "trace=fsync,fdatasync,msync,sync_file_range,write", "-s", "32", "-o", str(trace)]
    subprocess.run(
        [*calls, sys.executable, "-c", SCRIPT, str(counter.folder), counter.passphrase],
        cwd=REPOSITORY, check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    payments: list[int] = []
    for line in trace.read_text().splitlines():
        if re.search(r'write\(2, "paying', line):
            payments.append(0)
        elif re.search(r'write\(2, "paid', line):
            break
        elif re.search(r"\b(fsync|fdatasync|msync|sync_file_range)\(", line) and payments:
            payments[-1] += 1
    assert payments == [1, 1, 1, 1, 1]
