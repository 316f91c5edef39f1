"""Lists of categories held against the rosters: who is not on a list that names everybody is of it no longer."""

from datetime import date

import pytest

from app.county import residents, schema
from app.county.database import put_rows
from app.county.office import County
from app.county.send_categories import send_categories
from app.domain.resident import CategoryRecord, Resident
from tests.county.books import key, number
from tests.factories_journal import POINT

LISTED_ON = "2023-11-01"


@pytest.mark.parametrize(
    ("recognised_on", "removed_on"),
    [
        (date(2022, 1, 1), date(2023, 11, 1)),
        (date(2023, 11, 1), date(2023, 11, 1)),
        # Recognised after the list was made: it could not name them, and says nothing of them.
        (date(2023, 11, 2), None),
        (None, date(2023, 11, 1)),
    ],
)
def test_who_is_not_on_the_whole_list(county: County, recognised_on: date | None, removed_on: date | None) -> None:
    with county.engine.begin() as connection:
        residents.store(connection, POINT, [person(recognised_on)], whole=True)
        whole = [("category", "a" * 64, "低保.csv", 1, 1, 0, 1, f"{LISTED_ON}T08:00:00+08:00", "李科长")]
        put_rows(connection, schema.lists, whole)
        put_rows(connection, schema.category_rows, [(key(2), "低保对象", "单秀英", None, None, 1, "a" * 64)])
    sent = send_categories(county)
    assert sent.removed == ({"低保对象": 1} if removed_on else {})
    with county.engine.begin() as connection:
        (change,) = residents.changes(connection, POINT, after=0)
    day = removed_on.isoformat() if removed_on else None
    assert [each.get("removed_on") for each in change.resident["categories"]] == [day]


def person(recognised_on: date | None) -> Resident:
    return Resident(
        name="曾小䶮", document_type="id_card", document_number=number(1), birth_date=date(1980, 5, 20), sex="male",
        household="0001", head="曾大", relation="子", group="三组", phone="",
        categories=(CategoryRecord("低保对象", recognised_on),),
    )  # fmt: skip
