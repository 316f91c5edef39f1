"""A database of an earlier version opens with all its people, is backed up first, and takes what is new."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from sqlite_utils import Database

from app.domain.resident import CategoryRecord
from app.store import database, lookup, roster
from app.store.migrations import MIGRATIONS
from tests.factories import villager

KEY = bytes(range(32))

# What the first version wrote for two people. Frozen like the schema it belongs to.
PEOPLE_1 = """
INSERT INTO residents (id, person, document_type, document_number, name, birth_date, sex, household, head, relation,
  group_name, phone, hukou, residence_permit, long_term_resident, categories, last_year, registered, other_cover,
  enrolment, note, name2, name3, initials, initials2, pinyin, number_reversed, phone_reversed)
VALUES
 (1, 'id_card:341821196505200011', 'id_card', '341821196505200011', '曾广福', '1965-05-20', 'male', '0001', '曾广福',
  '户主', '一组', '13800001231', 'local', NULL, 1, '[]', 'insured', 1, NULL, 'ordinary', '', '广福', '福', 'zgf', 'gf',
  'zengguangfu', '110002505691128143', '13210000831'),
 (2, 'id_card:341821196701010028', 'id_card', '341821196701010028', '单秀英', '1967-01-01', 'female', '0001', '曾广福',
  '妻', '一组', '', 'local', NULL, NULL,
  '[{"name":"低保对象","recognised_on":"2022-01-01","removed_on":null}]', NULL, NULL, 'employee', 'migrant_worker',
  '备注', '秀英', '英', 'sxy', 'xy', 'shanxiuying', '820010107691128143', NULL)
"""


@pytest.fixture
def first_version(tmp_path: Path) -> Path:
    """A database as the first version left it."""
    file = tmp_path / "point.db"
    db = database.connect(file, KEY)
    MIGRATIONS.apply(db, stop_before="m002_last_year")
    db.conn.execute(PEOPLE_1)
    database.close(db)
    return file


@pytest.fixture
def upgraded(first_version: Path) -> Iterator[Database]:
    db = database.open_store(first_version, KEY)
    yield db
    database.close(db)


def test_its_people_are_all_there(upgraded: Database) -> None:
    first, second = roster.by_id(upgraded, 1), roster.by_id(upgraded, 2)
    assert first is not None and second is not None
    assert (first.name, first.long_term_resident, first.registered, first.categories) == ("曾广福", True, True, ())
    assert second.categories[0] == CategoryRecord("低保对象", second.categories[0].recognised_on)
    assert (second.other_cover, second.enrolment, second.note) == ("employee", "migrant_worker", "备注")
    for person in (first, second):
        assert (person.town, person.last_year_paid_fen, person.last_year_category) == ("", None, "")
    assert lookup.find(upgraded, "zgf", 5) == [1]


def test_it_is_backed_up_before(first_version: Path, upgraded: Database) -> None:
    backup = first_version.with_name("point-before-upgrade.db")
    kept = database.connect(backup, KEY)
    assert [m.name for m in MIGRATIONS.applied(kept)] == ["m001_first"]
    assert roster.count(kept) == 2
    kept.conn.close()


def test_an_import_fills_in_what_is_new(upgraded: Database) -> None:
    before = roster.by_id(upgraded, 1)
    assert before is not None
    people = [
        villager("曾广福", birth=before.birth_date, town="建平镇", last_year_paid_fen=35_000),
        villager("新来人", order=7, town="涛城镇", last_year_category="低保"),
    ]
    people[0] = replace(people[0], document_number=before.document_number)
    added, changed, same = roster.sort_out(upgraded, people)
    assert (len(added), len(changed), same) == (1, 1, 0)
    with database.writing(upgraded):
        roster.save(upgraded, added, changed)
    assert [roster.by_id(upgraded, number) for number in (1, 3)] == people
    assert roster.sort_out(upgraded, people)[2] == 2


def test_which_list_they_came_from_is_not_known(upgraded: Database) -> None:
    assert roster.listed_at(upgraded, 1) is None
