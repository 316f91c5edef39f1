"""A county in PostgreSQL: connecting, one writer at a time, rows by COPY and set-based SQL.

Its tables are those of schema.py, in the schema that the connection's search path names first, one schema a county.
Nothing in here is encrypted by us: the server's disk has to be.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Column, Connection, Engine, Table, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.engine.interfaces import ExceptionContext
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.types import Integer, LargeBinary

from app.domain.errors import Refused, WrongUse

Rows = Sequence[tuple[Any, ...]]

# What BEGIN IMMEDIATE is to SQLite: whoever begins waits until the transaction before has ended. One lock a county.
_LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('cunjiao ' || current_schema(), 0))"
# Below this many rows the statements around a COPY cost more than the rows themselves.
_FEW = 24
_SCHEMES = ("postgresql", "postgres", "postgresql+psycopg")


def read_url(url: str) -> URL:
    """The address of a database as a person writes it. Raises WrongUse county_db_url."""
    try:
        read = make_url(url)
    except ArgumentError as error:
        raise WrongUse("county_db_url") from error
    if read.drivername not in _SCHEMES or not read.database:
        raise WrongUse("county_db_url")
    return read.set(drivername="postgresql+psycopg")


def shown(url: str) -> str:
    """Which database it is, without user and password: host/database."""
    read = read_url(url)
    host = read.host or read.query.get("host") or "本机"
    return f"{host}/{read.database}"


def connect(url: str) -> Engine:
    """The engine for the county at `url`; each transaction waits for the one before it.

    Raises WrongUse county_db_url, county_db_driver; Refused county_db_unreachable, county_db_unfit.
    """
    address = read_url(url)
    try:
        engine = create_engine(address, pool_size=1, max_overflow=0, connect_args={"application_name": "cunjiao"})
    except ModuleNotFoundError as error:
        raise WrongUse("county_db_driver") from error
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(_LOCK))
    event.listen(engine, "handle_error", _lost)
    _check(engine)
    return engine


def _lost(context: ExceptionContext) -> None:
    """A server that goes away in the middle is no bug: its transaction has not happened."""
    if context.is_disconnect:
        raise Refused("county_db_unreachable", problem=_first_line(context.original_exception))


def _check(engine: Engine) -> None:
    """The server answers and fits; no connection stays open, whatever the caller does next."""
    try:
        with engine.connect() as connection:
            found = connection.execute(text("SELECT current_schema(), current_setting('server_encoding')")).one()
    except DBAPIError as error:
        raise Refused("county_db_unreachable", problem=_first_line(error.orig)) from error
    finally:
        engine.dispose()
    if found[0] is None or found[1] != "UTF8":
        raise Refused("county_db_unfit")


def _first_line(error: BaseException | None) -> str:
    """What the server says names hosts and users, never a password."""
    return str(error).strip().partition("\n")[0]


def put_rows(connection: Connection, table: Table, rows: Rows) -> None:
    """Insert or replace rows, each a tuple in the order of the table's columns; of two with one key the last stays."""
    if len(rows) < _FEW:
        connection.exec_driver_sql(_insert(table, f"VALUES ({', '.join(['%s'] * len(table.c))})"), list(rows))
        return
    connection.exec_driver_sql(_make_incoming(table))
    _copy(connection, table, _last_of_each(table, rows))
    connection.exec_driver_sql(_insert(table, f"SELECT * FROM {_incoming(table)}"))
    connection.exec_driver_sql(f"TRUNCATE {_incoming(table)}")


def drop_rows(connection: Connection, table: Table, keys: Rows) -> None:
    """Delete rows by primary key, each key a tuple in the order of the table's key columns, in one statement."""
    columns = list(zip(*keys, strict=True))
    connection.exec_driver_sql(_delete(table), tuple(list(column) for column in columns))


def _copy(connection: Connection, table: Table, rows: Rows) -> None:
    """COPY in binary: the server has no texts to read numbers from."""
    cursor: Any = connection.connection.cursor()
    with cursor.copy(f"COPY {_incoming(table)} FROM STDIN (FORMAT BINARY)") as copy:
        copy.set_types([type_of(column) for column in table.columns])
        for row in rows:
            copy.write_row(row)


def _last_of_each(table: Table, rows: Rows) -> Rows:
    """One INSERT may not meet a key twice, as row after row may."""
    places = [place for place, column in enumerate(table.columns) if column.primary_key]
    if len(places) == 1:
        return list({row[places[0]]: row for row in rows}.values())
    return list({tuple([row[place] for place in places]): row for row in rows}.values())


def type_of(column: Column[Any]) -> str:
    """PostgreSQL's own name of a column's type, for COPY and arrays."""
    if isinstance(column.type, Integer):
        return "int8"
    return "bytea" if isinstance(column.type, LargeBinary) else "text"


def _quoted(name: str) -> str:
    """Names are ours; some (day, of, last) are words of SQL."""
    return f'"{name}"'


def _incoming(table: Table) -> str:
    """The session's own table that rows are copied into; it is empty at the end of each transaction."""
    return f"pg_temp.incoming_{table.name}"


@lru_cache(maxsize=128)
def _make_incoming(table: Table) -> str:
    name = _incoming(table).partition(".")[2]
    return f"CREATE TEMP TABLE IF NOT EXISTS {name} (LIKE {_quoted(table.name)}) ON COMMIT DELETE ROWS"


@lru_cache(maxsize=256)
def _insert(table: Table, source: str) -> str:
    columns = ", ".join(_quoted(column.name) for column in table.columns)
    key = ", ".join(_quoted(column.name) for column in table.primary_key)
    replaced = [_quoted(column.name) for column in table.columns if not column.primary_key]
    what = f"UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in replaced)}" if replaced else "NOTHING"
    return f"INSERT INTO {_quoted(table.name)} ({columns}) {source} ON CONFLICT ({key}) DO {what}"


@lru_cache(maxsize=128)
def _delete(table: Table) -> str:
    key = list(table.primary_key)
    arrays = ", ".join(f"%s::{type_of(column)}[]" for column in key)
    names = ", ".join(_quoted(column.name) for column in key)
    same = " AND ".join(f"{_quoted(table.name)}.{_quoted(column.name)} = gone.{_quoted(column.name)}" for column in key)
    return f"DELETE FROM {_quoted(table.name)} USING unnest({arrays}) AS gone({names}) WHERE {same}"
