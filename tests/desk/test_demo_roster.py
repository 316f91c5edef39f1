"""Invented rosters: sound, lifelike, and the same for the same seed."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import groupby
from pathlib import Path
from random import Random

import pytest

from app import packs
from app.desk import demo_roster
from app.desk.demo_people import _Maker
from app.devices import sheets
from app.domain import roster
from app.domain.errors import Refused
from app.domain.policy import Policy
from app.domain.resident import Resident

PACKS = ["langxi-2024", "suixian-2023", "xingguo-2024", "yixian-2024"]
PEOPLE = 20_000


@pytest.fixture(scope="module", params=PACKS)
def policy(request: pytest.FixtureRequest) -> Policy:
    return packs.load(request.param)


@pytest.fixture(scope="module")
def people(policy: Policy) -> Iterator[list[Resident]]:
    reading = read(policy, list(demo_roster.lifelike(PEOPLE, seed=1, policy=policy)))
    assert not reading.rejections
    assert not reading.warnings
    yield reading.residents


def read(policy: Policy, rows: list[list[str]]) -> roster.RosterReading:
    table = roster.Table([list(demo_roster.HEADER), *rows])
    on = date(policy.benefit_year - 1, 9, 10)
    return roster.parse(table, canonical=policy.canonical_category, today=on)


def test_everyone_has_a_sound_number_of_the_region_of_their_own(policy: Policy, people: list[Resident]) -> None:
    assert len(people) == PEOPLE
    assert len({each.key for each in people}) == PEOPLE
    assert all(each.document_number.startswith(policy.region_code) for each in people)


def test_households(people: list[Resident]) -> None:
    homes = [list(home) for _, home in groupby(people, key=lambda each: each.household)]
    assert len(homes) == len({each.household for each in people})
    assert all(2 <= len(home) <= 6 for home in homes[:-1])
    for home in homes:
        head = home[0]
        assert head.relation == "户主"
        assert {each.head for each in home} == {head.name}
        assert {each.group for each in home} == {head.group}
        born = head.birth_date
        assert born is not None
        for each in home:
            assert each.birth_date is not None
            if each.relation in ("子", "女"):
                assert each.birth_date > born
                assert head.sex == "female" or each.name[0] == head.name[0]
            if each.relation == "父":
                assert each.name[0] == head.name[0]
                assert 20 <= (born - each.birth_date).days / 365.25 <= 34
    assert len({each.group for each in people}) > 5


def test_names(people: list[Resident]) -> None:
    surnames = Counter(each.name[0] for each in people)
    assert {"李", "王", "张"} <= {surname for surname, _ in surnames.most_common(5)}
    for polyphonic in "曾单解仇查区盖朴缪翟覃尉万":
        assert surnames[polyphonic], polyphonic
    for rare in "䶮㛃𬭼𠮷":
        assert any(rare in each.name[1:] for each in people)


def test_a_village_has_them_too() -> None:
    rows = list(demo_roster.lifelike(3000, seed=1, policy=packs.load("langxi-2024")))
    names = "".join(row[2] for row in rows)
    assert all(character in names for character in "曾单解仇查区盖朴缪翟覃䶮㛃𬭼𠮷")


def test_shares(policy: Policy, people: list[Resident]) -> None:
    def share(of: list[bool]) -> float:
        return sum(of) / PEOPLE

    full = [any(policy.category_of[held.name].subsidy == "full" for held in each.categories) for each in people]
    assert share(full) == pytest.approx(23113 / 643118, abs=0.006)
    assert 0.08 < share([bool(each.categories) for each in people]) < 0.18
    assert share([each.last_year == "insured" for each in people]) > 0.85
    assert {each.last_year for each in people} == {"insured", "never", "lapsed", "not_insured", None}
    assert 0.005 < share([each.enrolment == "migrant_worker" for each in people]) < 0.05
    assert 0.01 < share([each.other_cover is not None for each in people]) < 0.08
    held = {record.name for each in people for record in each.categories}
    assert held == {category.name for category in policy.categories}
    assert all(record.recognised_on for each in people for record in each.categories)
    assert any(record.removed_on for each in people for record in each.categories)
    assert any(len(each.categories) == 2 for each in people)


def test_what_was_last_year(policy: Policy, people: list[Resident]) -> None:
    assert len({each.town for each in people}) > 2
    assert all(each.town for each in people)
    insured = [each for each in people if each.last_year == "insured"]
    assert all(each.last_year_paid_fen is None for each in people if each.last_year != "insured")
    amounts = Counter(each.last_year_paid_fen for each in insured)
    price, share = amounts.most_common(1)[0]
    assert 0 < price < policy.price_fen and share > 0.8 * len(insured)
    assert amounts[0] and len(amounts) > 2
    assert {each.last_year_category for each in people} > {""}
    assert any(each.last_year_category and not each.categories for each in people)


def test_categories_are_written_by_alias_too() -> None:
    policy = packs.load("langxi-2024")
    written = {row[8] for row in demo_roster.lifelike(3000, seed=1, policy=policy)}
    names = {category.name for category in policy.categories}
    aliases = {alias for category in policy.categories for alias in category.aliases}
    assert written & names
    assert written & aliases


def test_ages_fit_the_category(policy: Policy, people: list[Resident]) -> None:
    for each in people:
        for record in each.categories:
            assert each.birth_date is not None
            age = (date(policy.benefit_year - 1, 9, 10) - each.birth_date).days / 365.2425
            category = policy.category_of[record.name]
            assert category.age_from is None or age >= category.age_from
            assert category.age_under is None or age < category.age_under


def test_the_same_seed_gives_the_same_people() -> None:
    policy = packs.load("langxi-2024")
    first, again, other = (list(demo_roster.lifelike(500, seed=seed, policy=policy)) for seed in (7, 7, 8))
    assert first == again
    assert first != other


@pytest.mark.parametrize("people", [1, 2, 3, 7])
def test_exactly_as_many_as_asked(people: int) -> None:
    assert len(list(demo_roster.lifelike(people, seed=1, policy=packs.load("langxi-2024")))) == people


@pytest.mark.parametrize("name", ["名册.xlsx", "名册.csv"])
def test_written_and_read_back(tmp_path: Path, name: str) -> None:
    policy = packs.load("langxi-2024")
    demo_roster.write(tmp_path / name, 50, seed=3, policy=policy)
    table = sheets.read_table(tmp_path / name)
    assert table.rows == [list(demo_roster.HEADER), *demo_roster.lifelike(50, seed=3, policy=policy)]
    assert [each.name for each in tmp_path.iterdir()] == [name]


def test_other_kinds_of_files_are_refused(tmp_path: Path) -> None:
    for name, people, code in (("名册.pdf", 5, "sheet_kind_unknown"), ("名册.xlsx", 1_048_576, "sheet_too_tall")):
        with pytest.raises(Refused) as caught:
            demo_roster.write(tmp_path / name, people, seed=1, policy=packs.load("langxi-2024"))
        assert caught.value.code == code
    assert list(tmp_path.iterdir()) == []


def test_more_births_on_a_day_than_a_day_has_numbers() -> None:
    """Five hundred boys a day and region; the next ones get the day before, and nobody another's number."""
    maker = _Maker(Random(1), demo_roster._names(), "421321", date(2022, 9, 10))
    numbers = [maker._number(date(1990, 1, 2), "male") for _ in range(1200)]
    assert len(set(numbers)) == 1200
    assert {number[6:14] for number in numbers} == {"19900102", "19900101", "19891231"}


@pytest.mark.slow
def test_a_county_shares_no_number() -> None:
    policy = packs.load("suixian-2023")
    numbers = {row[4] for row in demo_roster.lifelike(200_000, seed=1, policy=policy)}
    assert len(numbers) == 200_000
