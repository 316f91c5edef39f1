"""The power button, two hundred times: a script takes payments and is killed at random moments, over one data folder.

Whatever the script was told is there afterwards; what it was not told it asks again with the same id; nobody is charged
twice, and receipt numbers have no gap.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from random import Random
from signal import SIGKILL

import pytest

from app.devices import keyslots
from app.domain.resident import Resident
from app.store import database, journal, projections
from app.store.database import Database
from tests.factories import PASSPHRASE, Place, enter, villager

fcntl = pytest.importorskip("fcntl", reason="kills, forks and fills pipes as Linux does")

KILLS = 200
SEED = 20231115
# How long after its start, or after an acknowledged payment, a taker may live on: about the time of a few payments.
AFTER_START_S = 0.15
AFTER_PAYMENT_S = 0.006
# Longer than a commit takes; by then the taker hangs on the full pipe.
COMMIT_S = 0.1
REPOSITORY = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="kills, forks and fills pipes as Linux does")


def crowd(size: int) -> list[Resident]:
    """So many people, every ninth with nothing to pay (the zero-due series must hold too)."""
    first = date(1950, 1, 1)
    return [
        villager(
            "曾广福", birth=first + timedelta(days=n), household=f"{n:05d}", category="特困人员" if n % 9 == 0 else None
        )
        for n in range(size)
    ]


class Nursery:
    """The process that forks takers; each taker is killed by its own process id."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.read_end, self.write_end = os.pipe()
        # Through a description of its own, so that not waiting here does not mean not waiting in the taker.
        self.stuffing = os.open(f"/proc/self/fd/{self.write_end}", os.O_WRONLY | os.O_NONBLOCK)
        fcntl.fcntl(self.write_end, fcntl.F_SETPIPE_SZ, 4096)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.stories.killed_child"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=REPOSITORY, pass_fds=[self.write_end],
            env=os.environ | {"PYTHONPATH": str(REPOSITORY)},
        )  # fmt: skip

    def start(self, order: int) -> int:
        """A fresh taker that begins with this order; its process id."""
        self._say(f"{self.folder} {self.write_end} {order}\n")
        return int(self._hear())

    def gone(self) -> None:
        """Wait until the taker's death has been seen."""
        assert self._hear() == "gone\n"

    def stop_listening(self) -> None:
        """Fill the pipe: the taker stores its next payment and cannot tell anybody."""
        with suppress(BlockingIOError):
            while os.write(self.stuffing, b"\n"):
                pass

    def told(self) -> list[str]:
        """Every line that takers have written and nobody has read. Their end of the pipe stays open in us."""
        os.set_blocking(self.read_end, False)
        text = b""
        with suppress(BlockingIOError):
            while part := os.read(self.read_end, 65536):
                text += part
        return text.decode().split("\n")

    def wait_line(self) -> str:
        """The next line, as soon as it is there; byte by byte, so that no later one is swallowed."""
        os.set_blocking(self.read_end, True)
        line = b""
        while not line.endswith(b"\n"):
            line += os.read(self.read_end, 1)
        return line.decode().rstrip()

    def close(self) -> None:
        self.process.communicate(timeout=30)
        for end in (self.read_end, self.write_end, self.stuffing):
            os.close(end)

    def _say(self, line: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(line)
        self.process.stdin.flush()

    def _hear(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline()


@pytest.fixture
def counter_with_crowd(point: Place) -> Place:
    point.now = None
    with point.desk() as desk:
        enter(desk, crowd(5_000))
    point.says("day", "open", "--float-fen", 0)
    return point


@pytest.fixture
def nursery(counter_with_crowd: Place) -> Iterator[Nursery]:
    made = Nursery(counter_with_crowd.folder)
    yield made
    made.close()


def live_a_little(random: Random, seconds: float) -> None:
    """The random moment of the kill. Nothing waits for this; a busy loop hits moments that a sleep rounds away."""
    end = time.perf_counter() + random.random() * seconds
    while time.perf_counter() < end:
        pass


def until_it_commits(db: Database) -> None:
    """Until the taker's next commit shows: what it has stored now, it has not told yet."""
    (before,) = db.conn.execute("PRAGMA data_version").fetchone()
    end = time.perf_counter() + COMMIT_S
    while db.conn.execute("PRAGMA data_version").fetchone() == (before,) and time.perf_counter() < end:
        pass


def one_life(nursery: Nursery, db: Database, random: Random, order: int) -> tuple[list[str], str]:
    """Start a taker, kill it at a random moment; what it told, and in which phase it died."""
    taker = nursery.start(order)
    lines = []
    if random.random() < 0.15:
        live_a_little(random, AFTER_START_S)
    else:
        for _ in range(1 + random.randrange(10)):
            lines.append(nursery.wait_line())
        if random.random() < 0.4:
            nursery.stop_listening()
            until_it_commits(db)
        else:
            live_a_little(random, AFTER_PAYMENT_S)
    os.kill(taker, SIGKILL)
    nursery.gone()
    lines += filter(None, nursery.told())
    return lines, "opening" if not lines else "taking"


def test_killed_at_any_moment(nursery: Nursery, counter_with_crowd: Place):
    random = Random(SEED)
    told: dict[str, tuple[int, str, str]] = {}
    deaths = {"opening": 0, "taking": 0}
    order = again = 0
    db = store_of(counter_with_crowd)
    for _ in range(KILLS):
        # Half the time the last order is asked for again, as a script does that is not sure of its answer.
        lines, phase = one_life(nursery, db, random, order + random.randrange(2))
        deaths[phase] += 1
        for line in lines:
            if line == "open":
                continue
            _, number, payment, receipt, _ = line.split()
            # An order told again after a restart must be told the same.
            assert told.setdefault(payment, (int(number), receipt, payment))[1] == receipt
            order = max(order, int(number))
        again += order_stored(db, order + 1)
        check_told(db, told)
    assert sum(deaths.values()) == KILLS
    # The kills did what they are for: during start-up, and between a commit and its acknowledgement.
    assert deaths["opening"] > 5 and deaths["taking"] > 100 and len(told) > KILLS
    assert again > 20
    print(f"{KILLS} kills {deaths}, {len(told)} payments told, {again} stored but never told")
    check_books(db, told)
    database.close(db)
    assert counter_with_crowd.json("verify")["ok"] is True


def store_of(place: Place) -> Database:
    """The store through the library, beside the taker's own connection."""
    _, key = keyslots.unlock(place.folder / "slots.json", None, PASSPHRASE)
    return database.connect(place.folder / "point.db", key)


def order_stored(db: Database, order: int) -> int:
    """Whether the order that nobody acknowledged was stored all the same: 1 or 0."""
    from tests.stories.killed_child import order_id

    return int(db.conn.execute("SELECT count(*) FROM batches WHERE batch = ?", (order_id(order),)).fetchone()[0])


def check_told(db: Database, told: dict[str, tuple[int, str, str]]) -> None:
    """Every payment the script was told about is there, under the receipt number it was told."""
    stored = dict(db.conn.execute("SELECT payment, receipt FROM payments").fetchall())
    assert {payment: receipt for payment, (_, receipt, _) in told.items()}.items() <= stored.items()


def check_books(db: Database, told: dict[str, tuple[int, str, str]]) -> None:
    people = db.conn.execute("SELECT person, count(*) FROM payments GROUP BY person HAVING count(*) > 1").fetchall()
    assert people == []
    for kind, first in (("fee", 1), ("zero", 900_001)):
        query = "SELECT serial FROM receipts WHERE kind = ? ORDER BY serial"
        serials = [serial for (serial,) in db.conn.execute(query, (kind,))]
        assert serials == list(range(first, first + len(serials))) and len(serials) > 20
    # No half family: an order is there with all its people or not at all.
    halves = db.conn.execute(
        "SELECT b.batch FROM batches b WHERE b.people <> (SELECT count(*) FROM payments p WHERE p.batch = b.batch)"
    ).fetchall()
    assert halves == []
    found = journal.verify(db)
    assert found.broken is None
    live = projections.content_hash(db)
    with database.writing(db):
        projections.rebuild(db)
    assert projections.content_hash(db) == live
    assert len(told) <= db.conn.execute("SELECT count(*) FROM payments").fetchone()[0]
