"""A county's database as this version of the program wants it: what is in it is kept, what is new is added."""

from sqlalchemy import Connection, Engine, inspect, select

from app.county import schema
from app.domain.errors import Refused


def read_settings(engine: Engine) -> dict[str, str]:
    """The county's settings. Raises Refused: county_unreadable (no county in it), county_too_new."""
    with engine.begin() as connection:
        if not inspect(connection).has_table("settings"):
            raise Refused("county_unreadable", file="county.db")
        found = {row.name: row.value for row in connection.execute(select(schema.settings))}
        version = int(found["version"])
        if version > schema.VERSION:
            raise Refused("county_too_new")
        if version < schema.VERSION:
            _upgrade(connection)
    return found


def _upgrade(connection: Connection) -> None:
    """Tables and columns that this version added, in the caller's transaction.

    What the new tables hold follows from entries of kinds that older versions quarantined; they are judged again when
    files come or a reply is written (take.take_again).
    """
    schema.metadata.create_all(connection)
    known = inspect(connection)
    for table in schema.metadata.tables.values():
        there = {column["name"] for column in known.get_columns(table.name)}
        for column in table.columns:
            if column.name not in there:
                kind = column.type.compile(connection.dialect)
                connection.exec_driver_sql(f"ALTER TABLE {table.name} ADD COLUMN {column.name} {kind}")
    # A count of the first version had no bad notes; its entry gives the same today.
    counts = schema.projections["counts"]
    connection.execute(counts.update().where(counts.c.bad.is_(None)).values(bad="[]", bad_fen=0))
    closes = schema.projections["closes"]
    connection.execute(closes.update().where(closes.c.handed_fen.is_(None)).values(handed_fen=0))
    row = schema.settings.c
    connection.execute(schema.settings.update().where(row.name == "version").values(value=str(schema.VERSION)))
