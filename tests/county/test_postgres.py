"""A county whose tables are in PostgreSQL: made, opened, refused by name, and never with its password on a screen."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection, select

from app.county import database, local, office, postgres, schema
from app.county.local import Local
from app.county.restored import restored
from app.domain.errors import Refused, WrongUse
from tests import private_postgres
from tests.factories import Place
from tests.factories_journal import NOON

PASSWORD = "geheim-4711"


@pytest.fixture
def db(server: str) -> str:
    """The URL of an empty schema; the server asks for no password, so that one more in it does no harm."""
    return private_postgres.fresh(server).replace("cunjiao@", f"cunjiao:{PASSWORD}@")


def test_every_verb_works_on_it_and_none_shows_the_password(db: str, tmp_path: Path) -> None:
    place = Place(tmp_path / "county", passphrase="县里的口令")
    made = place("county", "create", "--name", "郎溪县", "--practice", "--db", db)
    assert made.code == 0, made.err
    assert "必须整盘加密" in made.out
    again = place("county", "reconcile")
    assert (again.code, again.err) == (0, "")
    assert again.out.startswith("0 人")
    assert PASSWORD not in made.out + made.err + again.out


def test_the_folder_holds_the_url_and_the_keys_and_neither_in_plain(db: str, tmp_path: Path) -> None:
    folder = tmp_path / "county"
    made, _ = office.create(
        folder, name="郎溪县", practice=True, passphrase="县里的口令", operator="李科长", now=NOON, db=db
    )
    with made, made.engine.begin() as connection:
        assert "keys" not in connection.execute(select(schema.settings.c.name)).scalars().all()
    assert sorted(path.name for path in folder.iterdir()) == ["county.local", "cunjiao.json", "files", "slots.json"]
    plain = b"".join(path.read_bytes() for path in folder.iterdir() if path.is_file())
    assert PASSWORD.encode() not in plain and b"AGE-SECRET-KEY" not in plain
    with office.open(folder, passphrase="县里的口令", now=NOON + timedelta(days=1)) as opened:
        assert opened.fingerprint == made.fingerprint


def test_new_keys_and_a_new_store_are_known_beside_the_database(db: str, tmp_path: Path) -> None:
    folder = tmp_path / "county"
    made, _ = office.create(
        folder, name="郎溪县", practice=True, passphrase="县里的口令", operator="李科长", now=NOON, db=db
    )
    with made:
        first = made.fingerprint
        made.renew_keys()
        restored(made, now=NOON)
    with office.open(folder, passphrase="县里的口令", now=NOON) as opened:
        assert (opened.store, opened.fingerprint) == (made.store, made.fingerprint)
        assert [each.keys.public.fingerprint for each in opened.former] == [first]
        with opened.engine.begin() as connection:
            names = connection.execute(select(schema.settings.c.name)).scalars().all()
            assert not {"keys", "former"} & set(names)
            # A copy from before the restoration is put back: still this county's, to be restored once more.
            before = json.loads(opened_setting(connection, "stores_before"))
            database.put_rows(connection, schema.settings, [("store", before[0]), ("stores_before", "[]")])
    with office.open(folder, passphrase="县里的口令", now=NOON) as again:
        assert again.store == before[0]


def opened_setting(connection: Connection, name: str) -> str:
    return str(connection.execute(select(schema.settings.c.value).where(schema.settings.c.name == name)).scalar_one())


def test_a_database_that_has_a_county_already(db: str, tmp_path: Path) -> None:
    place = Place(tmp_path / "one", passphrase="县里的口令")
    assert place("county", "create", "--name", "郎溪县", "--practice", "--db", db).code == 0
    other = Place(tmp_path / "two", passphrase="县里的口令")
    other.refuses("county_db_in_use", "county", "create", "--name", "乙县", "--practice", "--db", db, exit_code=2)


def test_another_countys_database(db: str, server: str, tmp_path: Path) -> None:
    folder = tmp_path / "county"
    made, _ = office.create(
        folder, name="郎溪县", practice=True, passphrase="县里的口令", operator="李科长", now=NOON, db=db
    )
    made.close()
    other = postgres.connect(private_postgres.fresh(server))
    database.make(other, {"version": str(schema.VERSION), "name": "乙县", "practice": "1", "store": "f" * 32})
    other.dispose()
    _point_at(folder, str(other.url.render_as_string(hide_password=False)))
    with pytest.raises(Refused) as refusal:
        office.open(folder, passphrase="县里的口令", now=NOON)
    assert refusal.value.code == "county_db_differs"


def _point_at(folder: Path, db: str) -> None:
    from app.devices import keyslots

    _, key = keyslots.unlock(folder / "slots.json", None, "县里的口令")
    kept = local.load(folder, key)
    assert kept is not None
    local.save(folder, Local(db=db, store=kept.store, keys=kept.keys), key)


@pytest.mark.parametrize("url", ["", "郎溪", "mysql://a@b/c", "postgresql://host", "sqlite:///x.db"])
def test_an_address_that_is_none(url: str) -> None:
    with pytest.raises(WrongUse) as refusal:
        postgres.read_url(url)
    assert refusal.value.code == "county_db_url"


def test_a_server_that_does_not_answer(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refusal:
        postgres.connect(f"postgresql://cunjiao:{PASSWORD}@/postgres?host={tmp_path}")
    assert refusal.value.code == "county_db_unreachable"
    assert PASSWORD not in str(refusal.value)


def test_a_search_path_without_a_schema(server: str) -> None:
    with pytest.raises(Refused) as refusal:
        postgres.connect(f"{server}&options=-csearch_path%3Dnowhere")
    assert refusal.value.code == "county_db_unfit"


def test_what_is_shown_of_an_address() -> None:
    assert postgres.shown(f"postgresql://li:{PASSWORD}@db.example/langxi?sslmode=require") == "db.example/langxi"


def test_a_damaged_local_file(tmp_path: Path) -> None:
    key = bytes(32)
    local.save(tmp_path, Local(db="postgresql://x/y", store="0" * 32, keys="{}"), key)
    kept = json.loads((tmp_path / local.NAME).read_bytes())
    for damaged in (b"", b"[]", b"{}", json.dumps(kept | {"sealed": kept["sealed"][2:]}).encode()):
        (tmp_path / local.NAME).write_bytes(damaged)
        with pytest.raises(Refused) as refusal:
            local.load(tmp_path, key)
        assert refusal.value.code == "county_unreadable"


def test_rows_by_copy_and_one_by_one_end_the_same(db: str) -> None:
    """Few rows go in as they are, many by COPY; of two with one key the last stays, and drops take them out again."""
    engine = postgres.connect(db)
    database.make(engine, {"version": str(schema.VERSION)})
    for many in (3, 300):
        rows = [(f"{each:064d}", name, "2023") for name in ("旧", "新") for each in range(many)]
        with engine.begin() as connection:
            database.put_rows(connection, schema.packs, rows)
        with engine.begin() as connection:
            found = connection.execute(select(schema.packs)).all()
            assert sorted(map(tuple, found)) == sorted(rows[many:])
            database.drop_rows(connection, schema.packs, [(row[0],) for row in rows])
            assert not connection.execute(select(schema.packs)).all()
    engine.dispose()
