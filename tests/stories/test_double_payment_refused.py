"""One person, one benefit year, one payment: asked twice, sent twice, or by two programs at once."""

import os
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

from app.desk.collect import collect
from app.desk.day import open_day
from app.desk.desk import Desk
from app.domain.errors import Refused
from app.domain.payment import Tender
from app.store import counter as books
from tests.factories import Place

ORDER = "01HF7YAT00000000000000000A"
REPOSITORY = Path(__file__).resolve().parents[2]


def test_paid_again_later_the_same_day(counter: Place):
    counter.says("pay", "r1", "--cash-fen", 38_000)
    said = counter.refuses("already_paid", "pay", "r1", "--cash-fen", 38_000)
    assert said == "曾广福 已于 2023-11-15 缴费，凭据 3418211002012410000001。没有重复收款。"
    # Neither does the family get through with him among them.
    counter.refuses("already_paid", "pay", "r3", "r1", "--cash-fen", 76_000)
    assert counter.json("find", "曾建国")[0]["status"] == "unpaid"
    assert counter.json("due", "r1")["outcome"] == "refuse_duplicate"


def test_the_same_command_sent_twice(counter: Place):
    order = ("pay", "r1", "r2", "--cash-fen", 50_000, "--id", ORDER)
    first = counter.json(*order)
    assert counter.json(*order) == first
    # Lower case is the same id.
    assert counter.json("pay", "r1", "r2", "--cash-fen", 50_000, "--id", ORDER.lower()) == first
    assert first["change_fen"] == 50_000 - 41_800
    # Opened, roster, day and two payments: the second time wrote nothing.
    assert counter.json("verify")["entries"] == 5


def test_the_same_command_sent_again_after_the_day_was_closed(counter: Place):
    order = ("pay", "r1", "--cash-fen", 38_000, "--id", ORDER)
    first = counter.json(*order)
    counter.says("day", "count", "--fen", 58_000)
    counter.says("day", "close")
    assert counter.json(*order) == first
    counter.refuses("day_not_open", "pay", "r3", "--cash-fen", 38_000)


def test_the_same_id_with_other_arguments(counter: Place):
    counter.json("pay", "r1", "--cash-fen", 38_000, "--id", ORDER)
    for other in (
        ("r3", "--cash-fen", 38_000),
        ("r1", "--cash-fen", 40_000),
        ("r1", "r3", "--cash-fen", 38_000),
        ("r1", "--pos", "--terminal", "T1", "--reference", "123456"),
        ("r1", "--cash-fen", 38_000, "--fact", "enrolment=migrant_worker"),
    ):
        assert ORDER in counter.refuses("id_reused", "pay", *other, "--id", ORDER)
    counter.refuses("id_invalid", "pay", "r3", "--cash-fen", 38_000, "--id", "12", exit_code=2)
    assert counter.json("find", "曾建国")[0]["status"] == "unpaid"


def test_a_second_connection_racing_for_the_same_person(desk: Desk):
    """Two programs at the same store, one person: both begin at the same moment, one is paid, the other refused."""
    open_day(desk, 0)
    other = replace(desk, db=desk.connect())
    start, answers = threading.Barrier(2), []

    def pay(at: Desk) -> None:
        start.wait()
        for person in ("r1", "r3", "r4", "r8", "r9"):
            try:
                answers.append(collect(at, [person], Tender(method="cash", cash_fen=38_000)).payments[0].receipt)
            except Refused as refusal:
                answers.append(refusal.code)

    threads = [threading.Thread(target=pay, args=(at,)) for at in (desk, other)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    other.db.conn.close()
    receipts = sorted(answer for answer in answers if answer.isdigit())
    assert receipts == [f"341821100201241000000{serial}" for serial in range(1, 6)]
    assert sorted(answer for answer in answers if not answer.isdigit()) == ["already_paid"] * 5


def test_two_processes_racing_with_the_same_id(counter: Place):
    """The same order sent by two processes at once is one payment, and both are told the same."""
    command = [
        sys.executable, "-m", "app", "--data", str(counter.folder), "--json", "pay", "r1", "--cash-fen", "38000",
        "--id", ORDER,
    ]  # fmt: skip
    environment = os.environ | {"CUNJIAO_PASSPHRASE": counter.passphrase, "CUNJIAO_NOW": str(counter.now)}
    both = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=REPOSITORY, env=environment)
        for _ in range(2)
    ]
    answers = [process.communicate(timeout=60) for process in both]
    assert [process.returncode for process in both] == [0, 0], answers
    assert answers[0][0] == answers[1][0]
    with counter.desk() as desk:
        assert len(books.batch_payments(desk.db, ORDER)) == 1
