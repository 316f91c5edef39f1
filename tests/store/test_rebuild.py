"""Rebuilt from the journal, the projections have the same content, whatever the counter did (design §2)."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from app.desk.collect import collect
from app.desk.confirm_clock import confirm_clock
from app.desk.day import close_day, count_day, open_day
from app.desk.desk import Desk
from app.desk.print_receipt import print_receipt
from app.desk.void import void
from app.domain.errors import KnownError
from app.domain.payment import Tender
from app.store import journal, money, projections
from app.store.database import writing
from tests.factories import Hands, desk_at, village

people = st.lists(st.sampled_from([f"r{n}" for n in range(1, 10)]), min_size=1, max_size=3, unique=True)
step = st.one_of(
    st.tuples(st.just("open"), st.sampled_from([0, 20_000])),
    st.tuples(st.just("cash"), people, st.sampled_from([0, 38_000, 120_000])),
    st.tuples(st.just("card"), people, st.integers(1000, 1003)),
    st.tuples(st.just("void"), st.integers(0, 5)),
    st.tuples(st.just("print"), st.integers(0, 5)),
    st.tuples(st.just("count"), st.sampled_from([20_000, 58_000, 0])),
    st.tuples(st.just("close"), st.sampled_from([None, "找零"])),
    st.tuples(st.just("clock"), st.integers(-3, 3)),
    st.tuples(st.just("confirm"), st.just("校准")),
)


@contextmanager
def fresh_desk() -> Iterator[Desk]:
    folder = Path(tempfile.mkdtemp())
    desk = desk_at(folder / "desk", people=village())
    try:
        yield desk
    finally:
        desk.db.conn.close()
        shutil.rmtree(folder)


def nth_receipt(desk: Desk, n: int) -> str:
    rows = [row["receipt"] for row in desk.db.query("SELECT receipt FROM payments ORDER BY seq")]
    return rows[n % len(rows)] if rows else "0" * 22


def carry_out(desk: Desk, verb: str, *words) -> None:
    if verb == "open":
        open_day(desk, *words)
    elif verb == "cash":
        collect(desk, words[0], Tender(method="cash", cash_fen=words[1]))
    elif verb == "card":
        collect(desk, words[0], Tender(method="pos", terminal="T1", reference=str(words[1])))
    elif verb == "void":
        void(desk, nth_receipt(desk, *words), "重复")
    elif verb == "print":
        print_receipt(desk, nth_receipt(desk, *words), desk.folder / "页.pdf")
    elif verb == "count":
        count_day(desk, *words)
    elif verb == "close":
        close_day(desk, *words)
    elif verb == "clock":
        assert isinstance(desk.clock, Hands)
        desk.clock.moment += timedelta(minutes=words[0])
    else:
        confirm_clock(desk, *words)


def books_hold(desk: Desk) -> None:
    """What must be true after every step, refused or not."""
    assert not desk.db.conn.in_transaction
    query = "SELECT count(*), count(DISTINCT person || year) FROM active"
    rows, persons = desk.db.conn.execute(query).fetchone()
    assert rows == persons
    for kind, first in (("fee", 1), ("zero", 900_001)):
        serials = [s for (s,) in desk.db.conn.execute("SELECT serial FROM receipts WHERE kind = ? ORDER BY 1", (kind,))]
        assert serials == list(range(first, first + len(serials)))
    valid = desk.db.conn.execute(
        "SELECT count(*) FROM payments p WHERE NOT EXISTS (SELECT 1 FROM voids v WHERE v.payment = p.payment)"
    ).fetchone()[0]
    assert valid == rows


# Not shrunk: each example makes a point, and a failure is to be seen in seconds.
@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
@given(st.lists(step, min_size=8, max_size=40))
def test_rebuilt_equals_live_after_anything(steps):
    with fresh_desk() as desk:
        open_day(desk, 20_000)
        for verb, *words in steps:
            entries = journal.head(desk.db, desk.journal).seq
            try:
                carry_out(desk, verb, *words)
            except KnownError:
                assert journal.head(desk.db, desk.journal).seq == entries, "a refusal wrote something"
            books_hold(desk)
        live = projections.content_hash(desk.db)
        with writing(desk.db):
            projections.rebuild(desk.db)
        assert projections.content_hash(desk.db) == live
        assert journal.verify(desk.db).broken is None


def test_a_row_changed_behind_the_journals_back_is_put_right(desk: Desk):
    """And the content hash sees it: a test of the test."""
    open_day(desk, 0)
    collect(desk, ["r1"], Tender(method="cash", cash_fen=38_000))
    live = projections.content_hash(desk.db)
    desk.db.conn.execute("UPDATE payments SET due_fen = 1")
    assert projections.content_hash(desk.db) != live
    with writing(desk.db):
        projections.rebuild(desk.db)
    assert projections.content_hash(desk.db) == live
    assert money.holding(desk.db).held_fen == 38_000
