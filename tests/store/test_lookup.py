"""Looking people up: by every character of a name, by letters in every reading, by both ends of numbers, by
household."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.desk.desk import Desk
from app.store import database, lookup, roster
from tests.factories import desk_at, enter, villager

SURNAMES = {"曾": ("zeng", "ceng"), "单": ("shan", "dan"), "解": ("xie", "jie"), "仇": ("qiu", "chou"),
            "查": ("zha", "cha"), "区": ("ou", "qu")}  # fmt: skip


@pytest.fixture(scope="module")
def counter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A roster of the six polyphonic surnames, rare characters, a compound surname and a long name."""
    people = [villager(f"{surname}国强", order=n, household=f"{n:04d}") for n, surname in enumerate(SURNAMES)]
    people += [
        villager("欧阳修远", order=20, household="A-12", phone="13912345678"),
        villager("阿卜杜热合曼·买买提", order=21, household="建平-7"),
        villager("曾䶮", order=22, birth=date(1931, 7, 8), household="0099", phone="0563-7012345"),
        villager("𠮷田𬭼", order=23),
        villager("刘英", order=24, male=False),
    ]
    folder: Path = tmp_path_factory.mktemp("lookup")
    desk = desk_at(folder / "desk", people=people)
    yield desk
    database.close(desk.db)


def names(desk: Desk, text: str, limit: int = 50) -> list[str]:
    found = [roster.by_id(desk.db, resident) for resident in lookup.find(desk.db, text, limit)]
    return [resident.name for resident in found if resident]


@pytest.mark.parametrize("surname", SURNAMES)
def test_every_reading_of_a_polyphonic_surname(counter: Desk, surname: str):
    name = f"{surname}国强"
    for reading in SURNAMES[surname]:
        for typed in (f"{reading}guoqiang", f"{reading}g", f"{reading[0]}gq", f"{reading[0]}GQ".upper()):
            assert name in names(counter, typed), typed


def test_by_every_character_of_a_name(counter: Desk):
    name = "欧阳修远"
    for typed in ("欧", "阳", "修", "远", "欧阳", "阳修", "修远", name):
        assert name in names(counter, typed), typed
    long = "阿卜杜热合曼·买买提"
    for start in range(len(long)):
        assert long in names(counter, long[start:]), long[start:]
    assert names(counter, "热合") == [long]
    assert names(counter, "欧修") == []


def test_by_initials_from_the_given_name(counter: Desk):
    assert len(names(counter, "gq")) == 6
    assert "欧阳修远" in names(counter, "oyxy")


def test_rare_characters(counter: Desk):
    assert names(counter, "䶮") == ["曾䶮"]
    assert names(counter, "zy") == ["曾䶮"] == names(counter, "zengyan")
    assert names(counter, "𠮷") == ["𠮷田𬭼"] == names(counter, "𬭼")


def test_by_both_ends_of_a_document_number(counter: Desk):
    found = roster.by_id(counter.db, lookup.find(counter.db, "曾䶮", 1)[0])
    assert found is not None
    number = found.document_number
    for typed in (number, number[:14], number[-4:], number[-6:], number.lower()):
        assert "曾䶮" in names(counter, typed), typed
    assert names(counter, number[6:14]) == []


def test_by_the_end_of_a_phone(counter: Desk):
    assert names(counter, "5678") == ["欧阳修远"]
    assert names(counter, "12345678") == ["欧阳修远"]
    assert names(counter, "139123") == []


def test_by_household(counter: Desk):
    assert names(counter, "0003") == ["仇国强"]
    assert names(counter, "A-12") == ["欧阳修远"] == names(counter, "a-12")
    assert names(counter, "建平-7") == ["阿卜杜热合曼·买买提"]


def test_as_an_input_method_leaves_it(counter: Desk):
    """Full-width letters and digits, and blanks in between."""
    assert names(counter, "ｏｙｘｙ") == ["欧阳修远"]
    assert names(counter, "５６７８") == ["欧阳修远"]
    assert names(counter, " 欧 阳\u3000修远 ") == ["欧阳修远"]


def test_blank_and_wild_text_find_nobody(counter: Desk):
    for typed in ("", "   ", "%", "_", "'", "*", "zzzz", "\U0010ffff"):
        assert names(counter, typed) == [], typed


def test_nobody_twice_and_no_more_than_asked_for(counter: Desk):
    everybody = names(counter, "3418", limit=50)
    assert len(everybody) == len(set(everybody)) == 11
    assert len(names(counter, "3418", limit=3)) == 3


def test_a_name_put_right_is_no_longer_found_by_the_wrong_one(tmp_path: Path):
    desk = desk_at(tmp_path / "desk", people=[villager("查国强")])
    enter(desk, [villager("王国强")])
    assert names(desk, "chaguoqiang") == [] == names(desk, "查")
    assert names(desk, "wgq") == ["王国强"]
    database.close(desk.db)
