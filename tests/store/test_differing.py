"""Records of a day against receipts and active payments (人、票、信息): each kind of harm to the store is named."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.desk.collect import collect
from app.desk.day import open_day
from app.desk.desk import Desk
from app.domain.payment import Tender
from app.store import counter, database
from tests.factories import desk_at, village


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Three people have paid."""
    made = desk_at(tmp_path / "desk", people=village())
    open_day(made, 20_000)
    for handle in ("r1", "r8", "r9"):
        collect(made, [handle], Tender(method="cash", cash_fen=38_000))
    yield made
    database.close(made.db)


HARM = (
    "DELETE FROM receipts WHERE payment = :payment",
    "UPDATE receipts SET amount_fen = amount_fen + 1 WHERE payment = :payment",
    "UPDATE receipts SET payment = 'of another' WHERE payment = :payment",
    "UPDATE receipts SET receipt = receipt || '9' WHERE payment = :payment",
    "UPDATE payments SET due_fen = due_fen - 1 WHERE payment = :payment",
    "DELETE FROM active WHERE payment = :payment",
    "UPDATE active SET payment = 'of another' WHERE payment = :payment",
)


def test_a_sound_day_has_none(desk: Desk):
    assert counter.differing(desk.db, desk.journal, 1) == []


@pytest.mark.parametrize("harm", HARM)
def test_each_harm_is_named_by_its_receipt(desk: Desk, harm: str):
    wrong = counter.day_payments(desk.db, desk.journal, 1)[1]
    desk.db.conn.execute(harm, {"payment": wrong.payment})
    assert [row["receipt"] for row in counter.differing(desk.db, desk.journal, 1)] == [wrong.receipt]


def test_they_stand_in_the_order_of_payment(desk: Desk):
    desk.db.conn.execute("DELETE FROM receipts")
    paid = [row.receipt for row in counter.day_payments(desk.db, desk.journal, 1)]
    desk.db.conn.execute("UPDATE payments SET due_fen = 100000 - seq")
    assert [row["receipt"] for row in counter.differing(desk.db, desk.journal, 1)] == paid


def test_each_payment_looks_at_its_own_receipt_only(desk: Desk):
    """Looked for among all receipts of the journal, a day at the season's end would take minutes to close."""
    asked: list[str] = []
    desk.db.conn.set_trace_callback(asked.append)
    counter.differing(desk.db, desk.journal, 1)
    desk.db.conn.set_trace_callback(None)
    (query,) = (each for each in asked if "FROM payments p" in each)
    plan = [row[3] for row in desk.db.conn.execute(f"EXPLAIN QUERY PLAN {query}")]
    steps = [step for step in plan if step.startswith(("SEARCH", "SCAN"))]
    assert len(steps) == 4 and not any("(journal=?)" in step or step.startswith("SCAN") for step in steps)
