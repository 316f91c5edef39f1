"""A distributed PostgreSQL can shard the county by point: read off the tables, and off the statements of an intake."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import event

from app.county import schema
from app.county.enrol import enrol
from app.county.office import County
from app.county.receive import receive
from tests.factories_journal import NOON, Village

# Small tables that every shard has whole, and other offices' lists by person: a county's own, not a point's.
SHARED = {"settings", "packs", "pack_texts", "towns", "lists"}
BY_PERSON = {"tax_rows", "employees", "category_rows", "paid_elsewhere"}
BY_POINT = {name: table for name, table in schema.metadata.tables.items() if name not in SHARED | BY_PERSON}


def test_the_point_comes_first_in_every_key_of_what_points_send() -> None:
    assert {"entries", "payments", "journals", "files", "quarantine", "voids", "cases"} <= BY_POINT.keys()
    assert {next(iter(table.primary_key)).name for table in BY_POINT.values()} == {"point"}


def test_the_person_comes_first_in_the_keys_of_other_offices_lists() -> None:
    assert {next(iter(schema.metadata.tables[name].primary_key)).name for name in BY_PERSON} == {"person"}


def test_nothing_is_numbered_or_checked_across_points() -> None:
    """No sequence, no foreign key, no uniqueness but the key's own: each would ask all shards at every row."""
    for table in schema.metadata.tables.values():
        assert not table.foreign_keys, table.name
        assert not any(index.unique for index in table.indexes), table.name
        assert {type(constraint).__name__ for constraint in table.constraints} == {"PrimaryKeyConstraint"}
        for column in table.columns:
            assert column.default is None and column.server_default is None and column.identity is None
            assert column.autoincrement is False


@contextmanager
def _statements(county: County) -> Iterator[list[str]]:
    seen: list[str] = []

    def note(connection: object, cursor: object, statement: str, *rest: object) -> None:
        seen.append(" ".join(statement.split()))

    event.listen(county.engine, "before_cursor_execute", note)
    yield seen
    event.remove(county.engine, "before_cursor_execute", note)


def _across(statements: list[str]) -> list[str]:
    """Those that read or change points' tables without saying which point, however many values they list."""
    names = "|".join(BY_POINT)
    return [
        re.sub(r"IN \(\?(, \?)*\)", "IN (?)", each)
        for each in statements
        if re.search(rf'(FROM|JOIN|UPDATE) "?({names})\b', each) and not re.search(r"\bpoint = [?%]", each)
    ]


def test_no_statement_of_an_intake_asks_all_points(county: County, stick: Path) -> None:
    """What asks all of them does so once a call (who paid twice, what waits for a pack), not once a file."""
    villages = [Village(point=f"34182110000{number}") for number in range(1, 5)]
    for village in villages:
        enrol(county, village.request(stick), fingerprint=None, now=NOON)
        village.open_day()
        village.void(village.pay(1))
    files = [village.file(stick, county.keys.public) for village in villages]
    with _statements(county) as one:
        receive(county, files[:1], now=NOON)
    with _statements(county) as three:
        receive(county, files[1:], now=NOON)

    assert len(three) > 2 * len(one)
    assert sorted(_across(three)) == sorted(_across(one))
    assert len(_across(one)) == 6
