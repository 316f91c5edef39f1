"""A county without a passphrase in front of it, which would take most of a test's time."""

from pathlib import Path

from sqlalchemy import Engine, text

from app.county import database, office, postgres, records, schema
from app.county.office import County
from app.county.upgrade import read_settings
from app.devices import envelope
from app.devices.envelope import PrivateKeys
from app.domain.journal import stamp
from tests.factories_journal import NOON

_KEYS: list[PrivateKeys] = []


def keys() -> PrivateKeys:
    """The same for every county of a run, so that files made once can be read by all of them."""
    if not _KEYS:
        _KEYS.append(envelope.new_keys())
    return _KEYS[0]


def keys_hex() -> str:
    """These keys for a child process, which takes them with `use`."""
    return envelope.to_bytes(keys()).hex()


def use(given: bytes) -> None:
    """Work with the keys of the process that started this one."""
    _KEYS[:] = [envelope.from_bytes(given)]


def light(folder: Path, *, db: str | None = None) -> County:
    """A practice county in `folder`: its tables in a new SQLCipher file, or at `db`, where `make` has made them."""
    (folder / "files").mkdir(parents=True)
    if db is None:
        make(database.connect(folder / "county.db", bytes(32)))
    return again(folder, db=db)


def again(folder: Path, *, db: str | None = None) -> County:
    """The county that `light` made, opened once more."""
    engine = postgres.connect(db) if db else database.connect(folder / "county.db", bytes(32))
    settings = read_settings(engine) | {"keys": envelope.to_bytes(keys()).decode()}
    return County(folder, settings=settings, engine=engine, operator="李科长")


def make(engine: Engine) -> None:
    """The tables of a county without points."""
    settings = {"version": str(schema.VERSION), "name": "郎溪县", "practice": "1", "store": "0" * 32}
    database.make(engine, settings)
    with engine.begin() as connection:
        records.add_packs(connection, office.bundled_packs(), at=stamp(NOON))
    engine.dispose()


def emptied(db: str) -> str:
    """The same database as `make` left it."""
    engine = postgres.connect(db)
    names = [f'DELETE FROM "{name}"' for name in schema.metadata.tables if name != "settings"]
    with engine.begin() as connection:
        connection.execute(text("; ".join(names)))
        records.add_packs(connection, office.bundled_packs(), at=stamp(NOON))
    engine.dispose()
    return db
