"""Who lives where: a roster for each point, with some families on two."""

from datetime import date, timedelta
from random import Random

from app.domain.resident import Resident
from tests.factories import villager

_SURNAMES = "曾单仇查区解盖朴缪翟覃王李张刘陈杨黄赵吴"
_GIVEN = "广福秀英建国长生新民志强小燕修远"


def person(number: int) -> Resident:
    """The person of this number, always the same."""
    name = _SURNAMES[number % len(_SURNAMES)] + _GIVEN[number % len(_GIVEN)] + _GIVEN[(number // 16) % len(_GIVEN)]
    born = date(1960, 1, 1) + timedelta(days=number * 7 % 15_000)
    category = {3: "低保对象", 7: "特困人员"}.get(number % 11)
    return villager(
        name, birth=born, male=bool(number % 2), order=number % 500, household=f"{number // 3:04d}", category=category
    )


def rosters(rng: Random, points: int, people: int) -> list[list[Resident]]:
    """A roster for each point; one in six also stands on the next point's."""
    own = [[person(point * people + each) for each in range(people)] for point in range(points)]
    shared = [[each for each in roster if rng.random() < 0.17] for roster in own]
    return [own[point] + (shared[point - 1] if points > 1 else []) for point in range(points)]
