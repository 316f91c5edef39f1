"""The disk fills up in the middle of a payment: one sentence, nothing half stored, and the next payment works."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.desk.collect import collect
from app.desk.day import open_day
from app.desk.desk import Desk
from app.domain.errors import Refused
from app.domain.payment import Tender
from app.store import journal, projections
from app.store.database import writing
from tests.factories import Answer, Place, sentence_of

REPOSITORY = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits on the size of files are Unix's")
CASH = Tender(method="cash", cash_fen=38_000)


def with_limit(place: Place, kib: int, *words: object) -> Answer:
    """Run a command in a process that may not let any file grow beyond so many KiB."""
    line = " ".join(str(word) for word in (sys.executable, "-m", "app", "--data", place.folder, *words))
    environment = os.environ | {"CUNJIAO_PASSPHRASE": place.passphrase, "CUNJIAO_NOW": str(place.now)}
    command = ["bash", "-c", f"ulimit -f {kib}; exec {line}"]
    done = subprocess.run(
        command, capture_output=True, text=True, env=environment, cwd=REPOSITORY, timeout=60, check=False
    )
    return Answer(done.returncode, done.stdout, done.stderr)


def test_disk_full_while_paying(counter: Place):
    refused = 0
    for kib in (0, 4, 8, 12, 16, 24):
        answer = with_limit(counter, kib, "pay", "r1", "r2", "r3", "--cash-fen", 120_000)
        if answer.code == 0:
            break
        refused += 1
        assert (answer.code, answer.out) == (1, "")
        assert "磁盘已满" in sentence_of(answer.err, "disk_full")
        # Nothing half stored: nobody of the three is paid, and the chain is whole.
        assert {hit["status"] for hit in counter.json("find", "0001")} == {"unpaid"}
        assert counter.json("verify") | {"head": ""} == {"ok": True, "entries": 3, "head": ""}
    assert refused >= 2
    if counter.json("find", "曾广福")[0]["status"] == "unpaid":
        counter.says("pay", "r1", "r2", "r3", "--cash-fen", 120_000)
    numbers = [counter.json("due", person)["outcome"] for person in ("r1", "r2", "r3")]
    assert numbers == ["refuse_duplicate"] * 3
    assert counter.json("pay", "r4", "--cash-fen", 38_000)["payments"][0]["receipt"].endswith("000004")


def test_in_one_session_the_counter_goes_on_when_there_is_room_again(desk: Desk):
    import resource

    open_day(desk, 0)
    collect(desk, ["r1"], CASH)
    kept = resource.getrlimit(resource.RLIMIT_FSIZE)
    log = desk.folder / "point.db-wal"
    resource.setrlimit(resource.RLIMIT_FSIZE, (log.stat().st_size + 2_000, kept[1]))
    try:
        with pytest.raises(Refused) as refusal:
            collect(desk, ["r3"], CASH)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, kept)
    assert refusal.value.code == "disk_full"
    assert not desk.db.conn.in_transaction
    assert collect(desk, ["r3"], CASH).payments[0].receipt.endswith("000002")
    assert journal.verify(desk.db).broken is None
    live = projections.content_hash(desk.db)
    with writing(desk.db):
        projections.rebuild(desk.db)
    assert projections.content_hash(desk.db) == live
