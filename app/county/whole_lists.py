"""Lists that name everybody of a category: who is missing from one is of the category no longer."""

from datetime import date

from sqlalchemy import Connection, select

from app.county import schema
from app.domain.resident import CategoryRecord


def listed_on(connection: Connection) -> dict[str, date]:
    """By category, as the lists name it, the day the latest list that names everybody of it was taken in."""
    rows, taken = schema.category_rows.c, schema.lists.c
    query = select(rows.category, taken.at).where(rows.whole == 1, taken.sha256 == rows.sha256).distinct()
    found: dict[str, date] = {}
    for category, at in connection.execute(query.where(taken.kind == "category")):
        day = date.fromisoformat(at[:10])
        found[category] = max(day, found.get(category, day))
    return found


def speaks_of(day: date, record: CategoryRecord) -> bool:
    """Whether a list of this day could name the one with this record: recognised after it, nobody could be on it."""
    return record.recognised_on is None or record.recognised_on <= day
