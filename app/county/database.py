"""Opening the county's encrypted database with SQLAlchemy Core, and writing many rows at once."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table, create_engine, event, inspect
from sqlalchemy.dialects import sqlite
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2 as sqlcipher

from app.county import postgres, schema
from app.domain.errors import Refused, WrongUse

_PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "busy_timeout = 5000",
    "cache_size = -65536",
)
_DIALECT = sqlite.dialect(paramstyle="qmark")


def connect(file: Path, key: bytes) -> Engine:
    """The engine for SQLCipher with its raw 32-byte key; each transaction begins IMMEDIATE.

    Raises Refused county_unreadable where the key does not fit or the file is damaged.
    """

    def opened() -> Any:
        connection = sqlcipher.connect(str(file), isolation_level=None, check_same_thread=False)
        try:
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlcipher.DatabaseError as error:
            connection.close()
            raise Refused("county_unreadable", file=file.name) from error
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        return connection

    engine = create_engine("sqlite://", module=sqlcipher, creator=opened, poolclass=StaticPool)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine


def make(engine: Engine, settings: Mapping[str, str]) -> None:
    """Create the tables of a new county with its settings, in one transaction. Raises WrongUse county_db_in_use."""
    with engine.begin() as connection:
        if inspect(connection).has_table("settings"):
            raise WrongUse("county_db_in_use")
        schema.metadata.create_all(connection)
        rows = [{"name": name, "value": value} for name, value in settings.items()]
        connection.execute(schema.settings.insert(), rows)


def put_rows(connection: Connection, table: Table, rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert or replace rows, each a tuple in the order of the table's columns."""
    if not rows:
        return
    if connection.dialect.name == "postgresql":
        postgres.put_rows(connection, table, rows)
    else:
        connection.exec_driver_sql(_put_statement(table), list(rows))


def drop_rows(connection: Connection, table: Table, keys: Sequence[tuple[Any, ...]]) -> None:
    """Delete rows by primary key, each key a tuple in the order of the table's key columns."""
    if not keys:
        return
    if connection.dialect.name == "postgresql":
        postgres.drop_rows(connection, table, keys)
    else:
        connection.exec_driver_sql(_drop_statement(table), list(keys))


def in_chunks(values: Iterable[str], size: int = 500) -> Iterable[list[str]]:
    """Values in lists short enough for one statement's parameters."""
    whole = list(values)
    return (whole[start : start + size] for start in range(0, len(whole), size))


# The statements are compiled once and given to the driver as text: SQLAlchemy's own executemany spends more time on
# each row than the encrypted database does.
@lru_cache(maxsize=64)
def _put_statement(table: Table) -> str:
    values = {column.name: None for column in table.columns}
    statement = sqlite.insert(table).values(values)
    key = [column.name for column in table.primary_key]
    replaced = {name: statement.excluded[name] for name in values if name not in key}
    whole = (
        statement.on_conflict_do_update(index_elements=key, set_=replaced)
        if replaced
        else statement.on_conflict_do_nothing(index_elements=key)
    )
    return str(whole.compile(dialect=_DIALECT))


@lru_cache(maxsize=64)
def _drop_statement(table: Table) -> str:
    statement = table.delete()
    for column in table.primary_key:
        statement = statement.where(column == "")
    return str(statement.compile(dialect=_DIALECT))
