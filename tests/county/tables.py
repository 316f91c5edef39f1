"""The county's tables as plain values, to compare two counties."""

from typing import Any

from sqlalchemy import select

from app.county import schema
from app.county.office import County

# What depends on when and how often files came, not on what they say.
_PASSING = {"settings", "packs", "files", "replies", "forks"}


def content(county: County) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables that must not depend on the order of files, sorted."""
    with county.engine.begin() as connection:
        return {
            name: sorted(map(tuple, connection.execute(select(table))), key=repr)
            for name, table in schema.metadata.tables.items()
            if name not in _PASSING
        }


def rows(county: County, name: str) -> list[dict[str, Any]]:
    """The rows of one table."""
    with county.engine.begin() as connection:
        return [dict(row._mapping) for row in connection.execute(select(schema.metadata.tables[name]))]
