"""Who has paid twice is noted once, whoever the two payments come from, and asking reads no more than that."""

from pathlib import Path
from typing import Any

import pytest

from app.county import conflicts, doubles
from app.county.enrol import enrol
from app.county.office import County
from app.county.receive import receive
from tests.county.tables import rows
from tests.factories_journal import NOON, Village


def two_villages(county: County, stick: Path) -> tuple[Village, Village]:
    here, there = Village(), Village(point="341821100002")
    for village in (here, there):
        enrol(county, village.request(stick), fingerprint=None, now=NOON)
    return here, there


def test_at_two_points_in_two_calls(county: County, stick: Path) -> None:
    here, there = two_villages(county, stick)
    for village in (here, there):
        village.pay(1)
        village.pay(2 if village is here else 3)
    first = receive(county, [here.file(stick, county.keys.public)], now=NOON)
    second = receive(county, [there.file(stick, county.keys.public)], now=NOON)
    assert first.conflicts == []
    assert [[each.point for each in found.payments] for found in second.conflicts] == [[here.point, there.point]]
    assert sorted(row["point"] for row in rows(county, "twice")) == [here.point, there.point]


def test_one_that_is_void_is_no_case_but_stays_noted(county: County, stick: Path) -> None:
    here, there = two_villages(county, stick)
    here.pay(1)
    there.void(there.pay(1))
    done = receive(county, [village.file(stick, county.keys.public) for village in (here, there)], now=NOON)
    assert done.conflicts == []
    assert len(rows(county, "twice")) == 2


def test_a_call_that_was_cut_short_is_made_good(county: County, stick: Path) -> None:
    here, there = two_villages(county, stick)
    for village in (here, there):
        village.pay(1)
    receive(county, [village.file(stick, county.keys.public) for village in (here, there)], now=NOON)
    with county.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM twice")
        connection.exec_driver_sql("UPDATE journals SET noted = NULL")
    assert len(receive(county, [], now=NOON).conflicts) == 1


def test_nothing_reads_all_payments(county: County, stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite's plans: each payment by its key or its person, as few as there are cases and new people."""
    if county.engine.dialect.name != "sqlite":
        pytest.skip("plans are SQLite's")
    here, _ = two_villages(county, stick)
    here.pay(1)
    receive(county, [here.file(stick, county.keys.public)], now=NOON)
    plans: list[str] = []
    with county.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE journals SET noted = NULL")
        execute = connection.execute

        def explained(query: Any, *rest: Any) -> Any:
            words = str(query.compile(county.engine, compile_kwargs={"literal_binds": True}))
            plans.extend(row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {words}"))
            return execute(query, *rest)

        monkeypatch.setattr(connection, "execute", explained)
        doubles.note(connection)
        conflicts.conflicts(connection)
    assert len([plan for plan in plans if "SEARCH payments" in plan]) >= 3
    assert not [plan for plan in plans if "SCAN payments" in plan]
