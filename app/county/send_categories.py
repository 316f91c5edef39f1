"""The lists of who is of which category, carried into the rosters that points have, and so sent down with replies."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

import msgspec
from sqlalchemy import Connection, select

from app.county import residents, schema, whole_lists
from app.county.office import County
from app.domain.resident import CategoryRecord, Resident


class CategoriesSent(msgspec.Struct, frozen=True, kw_only=True):
    """What the lists change at the points with their next replies: people by category, newly of it and no longer."""

    points: int
    people: int
    recognised: dict[str, int]
    removed: dict[str, int]


class _Lists(msgspec.Struct, frozen=True, kw_only=True):
    """What the lists say: records by person, and of which day the latest list is that names everybody of a category."""

    records: dict[str, list[CategoryRecord]]
    whole: dict[str, date]


def send_categories(county: County) -> CategoriesSent:
    """Hold the category lists taken so far against the rosters that were loaded for points, and change those.

    A list's record takes the place of the roster's of the same category. Whoever is missing from a list that names
    everybody is of the category no longer, from the day that list was taken in, unless recognised after that day.
    """
    recognised, removed, points, people = Counter[str](), Counter[str](), set[str](), 0
    with county.engine.begin() as connection:
        lists = _lists(connection)
        for point, known in _rosters(connection):
            changed = [(before, after) for before in known if (after := _with_lists(before, lists)) != before]
            residents.store(connection, point, [after for _, after in changed], whole=False)
            points |= {point} if changed else set()
            people += len(changed)
            for before, after in changed:
                recognised.update(_names(after) - _names(before))
                removed.update(_names(before) - _names(after))
    return CategoriesSent(points=len(points), people=people, recognised=dict(recognised), removed=dict(removed))


def _lists(connection: Connection) -> _Lists:
    c = schema.category_rows.c
    records: dict[str, list[CategoryRecord]] = {}
    for row in connection.execute(select(c.person, c.category, c.recognised_on, c.removed_on)):
        record = CategoryRecord(row.category, _day(row.recognised_on), _day(row.removed_on))
        records.setdefault(row.person, []).append(record)
    return _Lists(records=records, whole=whole_lists.listed_on(connection))


def _rosters(connection: Connection) -> Iterable[tuple[str, list[Resident]]]:
    """Each point with the people of its roster."""
    table = schema.residents.c
    for point in connection.execute(select(table.point).distinct().order_by(table.point)).scalars().all():
        query = select(table.content).where(table.point == point, table.content.is_not(None)).order_by(table.person)
        yield point, [msgspec.json.decode(text, type=Resident) for text in connection.execute(query).scalars()]


def _with_lists(resident: Resident, lists: _Lists) -> Resident:
    listed = {record.name: record for record in lists.records.get(resident.key, [])}
    kept = [listed.pop(each.name) if each.name in listed else _ended(each, lists) for each in resident.categories]
    return msgspec.structs.replace(resident, categories=(*kept, *(listed[name] for name in sorted(listed))))


def _ended(record: CategoryRecord, lists: _Lists) -> CategoryRecord:
    day = lists.whole.get(record.name)
    if day is None or record.removed_on is not None or not whole_lists.speaks_of(day, record):
        return record
    return CategoryRecord(record.name, record.recognised_on, day)


def _names(resident: Resident) -> set[str]:
    """The categories that are not over."""
    return {each.name for each in resident.categories if each.removed_on is None}


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
