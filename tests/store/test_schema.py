"""The schema keeps the promises that no code path may break: append-only, strict, one active payment, no database from
the future."""

import shutil

import pytest
from sqlcipher3 import dbapi2 as sqlcipher
from sqlite_utils import Database

from app.desk.collect import collect
from app.desk.day import open_day
from app.desk.desk import Desk
from app.devices import keyslots
from app.domain.errors import Refused
from app.domain.payment import Tender
from app.domain.tables import TABLES
from app.store import database, journal
from app.store.database import writing
from app.store.migrations import MIGRATIONS
from tests.factories import PASSPHRASE

CASH = Tender(method="cash", cash_fen=38_000)


@pytest.fixture
def db(desk: Desk) -> Database:
    open_day(desk, 0)
    collect(desk, ["r1"], CASH)
    return desk.db


def test_an_entry_is_never_changed_deleted_or_replaced(db: Database):
    before = db.conn.execute("SELECT * FROM journal").fetchall()
    for statement in (
        "UPDATE journal SET hash = ''",
        "UPDATE journal SET seq = seq + 100",
        "DELETE FROM journal",
        "DELETE FROM journal WHERE seq = 4",
        "INSERT OR REPLACE INTO journal SELECT journal, seq, x'00', hash FROM journal WHERE seq = 4",
        "REPLACE INTO journal SELECT journal, seq, x'00', hash FROM journal WHERE seq = 1",
        "INSERT INTO journal SELECT journal, seq, line, hash FROM journal WHERE seq = 4 "
        "ON CONFLICT DO UPDATE SET line = x'00'",
    ):
        with pytest.raises(sqlcipher.IntegrityError, match="append-only"):
            db.conn.execute(statement)
    assert db.conn.execute("SELECT * FROM journal").fetchall() == before


def test_a_journal_has_no_gap(db: Database):
    for seq in (6, 0, -1):
        with pytest.raises(sqlcipher.IntegrityError, match="gap"):
            db.conn.execute("INSERT INTO journal SELECT journal, ?, line, hash FROM journal WHERE seq = 4", (seq,))


def test_every_table_is_strict(db: Database):
    # sqlite-utils keeps its own list of migrations; everything of ours is STRICT.
    loose = db.conn.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict "
        "AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_sqlite%' ESCAPE '\\'"
    ).fetchall()
    assert loose == []
    with pytest.raises(sqlcipher.IntegrityError, match="cannot store"):
        db.conn.execute("UPDATE payments SET due_fen = 380.5")
    with pytest.raises(sqlcipher.IntegrityError, match="cannot store"):
        db.conn.execute("UPDATE payments SET due_fen = '三百八'")


def test_projections_are_what_the_domain_says(db: Database):
    for name, table in TABLES.items():
        columns = db.conn.execute("SELECT name, type, pk FROM pragma_table_info(?)", (name,)).fetchall()
        assert {column: kind for column, kind, _ in columns} == {"journal": "TEXT", **table.columns}
        assert [column for column, _, place in sorted(columns, key=lambda c: c[2]) if place] == ["journal", *table.key]


def test_one_active_payment_for_a_person_and_year(db: Database):
    """Whatever the code above may do, under whichever journal."""
    with pytest.raises(sqlcipher.IntegrityError, match=r"active\.person, active\.year"):
        db.conn.execute("INSERT INTO active SELECT 'another', person, year, 'another' FROM active")
    # The next benefit year is another matter.
    db.conn.execute("INSERT INTO active SELECT journal, person, year + 1, 'next' FROM active")


def test_a_receipt_number_is_used_once(db: Database):
    with pytest.raises(sqlcipher.IntegrityError, match=r"receipts\.serial"):
        db.conn.execute("INSERT INTO receipts SELECT journal, receipt || 'x', 'p', day, kind, serial, 0 FROM receipts")
    columns = ", ".join(c for c in ("journal", *TABLES["payments"].columns) if c != "payment")
    with pytest.raises(sqlcipher.IntegrityError, match=r"payments\.receipt"):
        db.conn.execute(f"INSERT INTO payments (payment, {columns}) SELECT 'other', {columns} FROM payments")


def test_a_database_from_the_future_is_refused(desk: Desk):
    desk.db["_sqlite_migrations"].insert(
        {"migration_set": "point", "name": "m999_next_year", "applied_at": "2030-01-01"}
    )
    _, key = keyslots.unlock(desk.folder / "slots.json", None, PASSPHRASE)
    with pytest.raises(Refused) as refusal:
        database.open_store(desk.folder / "point.db", key)
    assert refusal.value.code == "store_from_future"


def test_opening_again_changes_nothing(desk: Desk):
    _, key = keyslots.unlock(desk.folder / "slots.json", None, PASSPHRASE)
    before = desk.db.schema
    again = database.open_store(desk.folder / "point.db", key)
    assert again.schema == before
    assert [m.name for m in MIGRATIONS.pending(again)] == []
    again.conn.close()
    assert not (desk.folder / "point-before-upgrade.db").exists()


def test_another_key_opens_nothing(desk: Desk):
    with pytest.raises(Refused) as refusal:
        database.connect(desk.folder / "point.db", bytes(32))
    assert refusal.value.code == "store_unreadable"
    assert b"SQLite format" not in (desk.folder / "point.db").read_bytes()


def test_nothing_readable_lies_on_the_disk(desk: Desk, tmp_path):
    """Names, numbers and categories are in the store only, and the store is encrypted, its log too."""
    open_day(desk, 0)
    collect(desk, ["r1", "r2"], Tender(method="cash", cash_fen=50_000))
    words = [word.encode() for word in ("曾广福", "341821196505", "低保对象", "13800001231", "钟桥村")]
    shutil.copytree(desk.folder, tmp_path / "stolen")
    for file in (tmp_path / "stolen").rglob("*"):
        content = file.read_bytes() if file.is_file() else b""
        assert not [word.decode() for word in words if word in content], file.name


def test_the_head_of_an_empty_journal_is_its_key(desk: Desk):
    first = journal.entry(desk.db, desk.journal, 1)
    from app.domain.journal import first_prev

    assert first.prev == first_prev(bytes.fromhex(desk.keys.public.sign))
    with writing(desk.db):
        pass
