"""A county of the first version opens with all it has, and takes what it could not read then."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.county import office, schema
from app.county.enrol import enrol
from app.county.office import County
from app.county.receive import receive
from app.county.reconcile import reconcile
from app.domain.journal import UNKNOWN_KIND
from tests.county.tables import content
from tests.factories_journal import NOON, Village

PASSPHRASE = "县里的口令"
# What this version added to the tables of the first one.
NEW_TABLES = sorted(
    {"reversals", "refunds", "refund_ends", "tasks", "late_papers", "declines", "overrides", "handovers", "cards"}
    | {"card_people", "card_results", "settlements", "remittances", "remitted_days", "arrivals", "print_failures"}
    | {"stocks", "sheet_uses", "sheet_ends", "sheet_marks", "stock_settlements", "twice"}
)
NEW_COLUMNS = {"counts": ("bad_fen", "bad"), "closes": ("second", "perpetual_fen")}


def season(village: Village) -> None:
    """A day with a count and a close, and a reversal of the next day, which the first version did not know."""
    village.open_day()
    paid = village.pay(1)
    village.pay(2)
    village.add("day_counted", day=1, counted_fen=96_000, notes={})
    closed = {"people": 2, "receipts": 2, "records": 2, "expected_fen": 96_000, "counted_fen": 96_000, "pos_fen": 0}
    village.add("day_closed", day=1, difference_fen=0, clean=True, reason=None, **closed)
    village.open_day(2)
    cited = {name: paid[name] for name in ("payment", "receipt", "person", "year")}
    village.add("payment_reversed", name="曾小䶮", amount_fen=38_000, day=2, reason="同名", carried_to=None, **cited)
    village.pay(1, day=2)


@pytest.fixture
def village() -> Village:
    made = Village()
    season(made)
    return made


@pytest.fixture
def old(tmp_path: Path, village: Village) -> Path:
    """The folder of a county as the first version left it, with the village's file received."""
    folder = tmp_path / "old"
    county, _ = office.create(
        folder, name="郎溪县", practice=True, passphrase=PASSPHRASE, operator="李科长", now=NOON
    )  # fmt: skip
    with county:
        enrol(county, village.request(tmp_path), fingerprint=None, now=NOON)
        receive(county, [village.file(tmp_path, county.keys.public)], now=NOON)
        _make_old(county, village)
    return folder


def _make_old(county: County, village: Village) -> None:
    seqs = [seq for seq, line in enumerate(village.lines, start=1) if b'"payment_reversed"' in line]
    with county.engine.begin() as connection:
        for name in NEW_TABLES:
            connection.exec_driver_sql(f"DROP TABLE {name}")
        for table, columns in NEW_COLUMNS.items():
            for column in columns:
                connection.exec_driver_sql(f"ALTER TABLE {table} DROP COLUMN {column}")
        # Its reversal was sent back as a kind nobody knew, and the person's payment still stood.
        facts = f'{{"problem":"{UNKNOWN_KIND}payment_reversed"}}'
        values = [(village.point, village.id, seq, "entry_invalid", facts, "2023-11-15T12:00:00+08:00") for seq in seqs]
        connection.exec_driver_sql("INSERT INTO quarantine VALUES (?, ?, ?, ?, ?, ?)", values)
        connection.exec_driver_sql("UPDATE settings SET value = '1' WHERE name = 'version'")


@pytest.fixture
def upgraded(old: Path) -> Iterator[County]:
    with office.open(old, passphrase=PASSPHRASE, now=NOON) as county:
        yield county


def test_it_says_what_a_new_county_says(upgraded: County, village: Village, tmp_path: Path):
    summed = reconcile(upgraded)
    assert (summed.people, summed.active_payments, summed.conflicts, summed.quarantined) == (2, 2, [], 0)
    fresh, _ = office.create(
        tmp_path / "new", name="郎溪县", practice=True, passphrase=PASSPHRASE, operator="李科长", now=NOON
    )  # fmt: skip
    with fresh:
        enrol(fresh, village.request(tmp_path), fingerprint=None, now=NOON)
        receive(fresh, [village.file(tmp_path, fresh.keys.public)], now=NOON)
        assert content(upgraded) == content(fresh)


def test_it_is_upgraded_once(upgraded: County, old: Path):
    upgraded.close()
    query = "SELECT value FROM settings WHERE name = 'version'"
    with office.open(old, passphrase=PASSPHRASE, now=NOON) as again, again.engine.begin() as connection:
        assert connection.exec_driver_sql(query).scalar_one() == str(schema.VERSION)


def test_what_nobody_knows_stays_in_quarantine(upgraded: County, village: Village, tmp_path: Path):
    reconcile(upgraded)
    village.add("refund_paid", amount=1)
    receive(upgraded, [village.file(tmp_path, upgraded.keys.public)], now=NOON)
    assert reconcile(upgraded).quarantined == 1
