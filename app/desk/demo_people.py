"""Invented people for practice: households with plausible ages, one surname down the line, sound ID numbers."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate
from random import Random

from msgspec import Struct

from app.domain.identity import check_digit
from app.domain.resident import Sex

GROUP_HOUSEHOLDS = 35


class Generation(Struct, frozen=True):
    """Characters that parents of one time liked."""

    before: int
    male: str
    female: str


class Names(Struct, frozen=True):
    """resources/roster/names.toml."""

    household_with_polyphonic: int
    polyphonic: tuple[str, ...]
    person_with_rare: int
    rare: tuple[str, ...]
    surnames: dict[str, int]
    generations: tuple[Generation, ...]


class Person(Struct, frozen=True, kw_only=True):
    """One invented person."""

    name: str
    sex: Sex
    birth_date: date
    number: str
    relation: str
    age: int


class Household(Struct, frozen=True):
    """People under one 户号; the first is the 户主."""

    number: str
    group: str
    people: list[Person]


class Member(Struct, frozen=True):
    """A place in a household: relation, sex, age in years, and whose surname (the head's, or one's own)."""

    relation: str
    sex: Sex
    age: int
    of_the_line: bool


def households(people: int, *, random: Random, names: Names, region_code: str, on: date) -> Iterator[Household]:
    """Households of two to six until `people` is reached (the last may be smaller). Every ID number occurs once."""
    maker = _Maker(random, names, region_code, on)
    left, count = people, 0
    while left:
        count += 1
        members = plan(random)[:left]
        left -= len(members)
        yield maker.household(count, members)


def plan(random: Random) -> list[Member]:
    """Who lives together: old couples, couples with children, three generations."""
    kind = random.choices(("old_couple", "one_parent", "couple", "family", "three_generations"), (14, 5, 9, 34, 38))[0]
    if kind == "old_couple":
        return _couple(random, random.randint(62, 88))
    age = random.randint(26, 58)
    if kind == "couple":
        return _couple(random, age)
    if kind == "one_parent":
        sex: Sex = random.choice(("male", "female"))
        # A mother at the head: her children bear the father's name, so hers is not of the line.
        return [Member("户主", sex, age, True), *_children(random, age, sex == "male")]
    members = [*_couple(random, age), *_children(random, age, True)]
    return members if kind == "family" else [*members, *_grandparents(random, age)][:6]


def _couple(random: Random, age: int) -> list[Member]:
    wife = max(20, age - random.randint(-2, 5))
    return [Member("户主", "male", age, True), Member("妻", "female", wife, False)]


def _children(random: Random, age: int, of_the_line: bool) -> list[Member]:
    oldest = age - random.randint(21, 30)
    ages = [max(0, oldest)]
    while len(ages) < 3 and random.random() < 0.45 and ages[-1] >= 2:
        ages.append(max(0, ages[-1] - random.randint(1, 6)))
    children = []
    for child_age in ages:
        sex: Sex = random.choice(("male", "female"))
        children.append(Member("子" if sex == "male" else "女", sex, child_age, of_the_line))
    return children


def _grandparents(random: Random, age: int) -> list[Member]:
    father = min(97, age + random.randint(21, 32))
    both = [Member("父", "male", father, True), Member("母", "female", min(97, father - random.randint(-2, 6)), False)]
    return both if random.random() < 0.6 else [random.choice(both)]


class _Maker:
    """Draws names and numbers; remembers the numbers given out."""

    def __init__(self, random: Random, names: Names, region_code: str, on: date) -> None:
        self.random = random
        self.names = names
        self.region_code = region_code
        self.on = on
        self.surnames = tuple(names.surnames)
        self.surname_weights = tuple(accumulate(names.surnames.values()))
        self.given_out: set[str] = set()
        self.made = 0

    def household(self, count: int, members: list[Member]) -> Household:
        line = self._line(count)
        people = [self._person(member, line if member.of_the_line else self._surname()) for member in members]
        return Household(f"{count:06d}", f"第{(count - 1) // GROUP_HOUSEHOLDS % 30 + 1}组", people)

    def _line(self, count: int) -> str:
        turn, rest = divmod(count, self.names.household_with_polyphonic)
        return self._surname() if rest else self.names.polyphonic[(turn - 1) % len(self.names.polyphonic)]

    def _surname(self) -> str:
        return self.random.choices(self.surnames, cum_weights=self.surname_weights)[0]

    def _person(self, member: Member, surname: str) -> Person:
        born = self.on - timedelta(days=int((member.age + self.random.random()) * 365.2425) + 1)
        self.made += 1
        number = self._number(born, member.sex)
        return Person(
            name=surname + self._given(member.sex, born.year),
            sex=member.sex,
            birth_date=date.fromisoformat(number[6:14]),
            number=number,
            relation=member.relation,
            age=member.age,
        )

    def _given(self, sex: Sex, year: int) -> str:
        generation = next(each for each in self.names.generations if year < each.before)
        characters = generation.male if sex == "male" else generation.female
        given = "".join(self.random.sample(characters, 1 if self.random.random() < 0.18 else 2))
        turn, rest = divmod(self.made, self.names.person_with_rare)
        return given if rest else given[:-1] + self.names.rare[(turn - 1) % len(self.names.rare)]

    def _number(self, birth_date: date, sex: Sex) -> str:
        """A number nobody else has: a random order of birth, and the next free one of the sex where it is taken."""
        start = f"{self.region_code}{birth_date:%Y%m%d}"
        odd = sex == "male"
        order = self.random.randrange(500)
        for step in range(500):
            first17 = f"{start}{(order + step) % 500 * 2 + odd:03d}"
            if first17 not in self.given_out:
                self.given_out.add(first17)
                return first17 + check_digit(first17)
        # Five hundred births of one sex on one day have used the day up: the day before is as good.
        return self._number(birth_date - timedelta(days=1), sex)
