"""A county without a passphrase in front of it, which would take most of a test's time."""

from functools import cache
from pathlib import Path

from sqlalchemy import Engine

from app.county import database, office, postgres, records, schema
from app.county.office import County
from app.devices import envelope
from app.devices.envelope import PrivateKeys
from app.domain.journal import stamp
from tests.factories_journal import NOON


@cache
def keys() -> PrivateKeys:
    """The same for every county of a run, so that files made once can be read by all of them."""
    return envelope.new_keys()


def light(folder: Path, *, db: str | None = None) -> County:
    """A new practice county in `folder`; its tables in the PostgreSQL at `db`, or in SQLCipher."""
    (folder / "files").mkdir(parents=True)
    engine = _engine(folder, db)
    settings = {"version": str(schema.VERSION), "name": "郎溪县", "practice": "1", "store": "0" * 32}
    database.make(engine, settings)
    with engine.begin() as connection:
        records.add_packs(connection, office.bundled_packs(), at=stamp(NOON))
    return _county(folder, engine, settings)


def again(folder: Path, *, db: str | None = None) -> County:
    """The county that `light` made, opened once more."""
    engine = _engine(folder, db)
    return _county(folder, engine, database.read_settings(engine))


def _engine(folder: Path, db: str | None) -> Engine:
    return postgres.connect(db) if db else database.connect(folder / "county.db", bytes(32))


def _county(folder: Path, engine: Engine, settings: dict[str, str]) -> County:
    kept = settings | {"keys": envelope.to_bytes(keys()).decode()}
    return County(folder, settings=kept, engine=engine, operator="李科长")
