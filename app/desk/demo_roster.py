"""A lifelike roster for practice: invented people in the headings and words of a real one, the same for the same seed.

Names and proportions come from resources/roster; region, categories and their aliases from the rule pack.
"""

import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random

import msgspec
from msgspec import Struct

from app import RESOURCES
from app.desk.demo_people import Household, Names, Person, households
from app.devices import sheets
from app.domain.policy import Category, Policy

HEADER = (
    "户号", "户主", "姓名", "性别", "身份证号", "与户主关系", "村民小组", "联系电话", "人员类别", "认定日期",
    "取消日期", "上年参保", "其他参保", "户籍", "外出务工", "备注", "乡镇", "上年缴费金额", "上年资助类别",
)  # fmt: skip
MOBILE = ("130", "131", "132", "135", "136", "137", "138", "139", "150", "158", "159", "177", "180", "186", "189")
OLDEST = 130


class Shares(Struct, frozen=True):
    """resources/roster/shares.toml: per mille of the people, where the file does not say otherwise."""

    full_subsidy: int
    some_subsidy: int
    no_subsidy: int
    undetermined: int
    second_category: int
    written_as_alias: int
    recognised_late: int
    removed: int
    last_year_blank: int
    last_year_lapsed: int
    last_year_never: int
    employee: int
    other_place_resident: int
    military: int
    already_paid: int
    student_at_school: int
    category_lost: int
    migrant_worker: int
    without_phone: int
    last_year_less_yuan: int
    town_households: int
    towns: tuple[str, ...]
    weight: dict[str, float]
    ages: dict[str, tuple[int, int]]


def write(path: Path, people: int, *, seed: int, policy: Policy) -> None:
    """Write a roster of `people` rows to an .xlsx or .csv, by its suffix, without holding it in memory.

    Raises Refused as `sheets.write_rows`.
    """
    sheets.write_rows(path, HEADER, lifelike(people, seed=seed, policy=policy), people)


def lifelike(people: int, *, seed: int, policy: Policy) -> Iterator[list[str]]:
    """Rows under HEADER, household by household. The roster is as of the middle of the collection season."""
    random = Random(seed)
    on = date(policy.benefit_year - 1, 9, 10)
    facts = _Facts(random, policy, on)
    before = LastYear(Random(seed), policy, _shares(), on)
    for household in households(people, random=random, names=_names(), region_code=policy.region_code, on=on):
        for person in household.people:
            row = facts.row(household, person)
            yield [*row, town_of(household), *before.cells(person, dict(zip(HEADER, row, strict=False)))]


@cache
def _names() -> Names:
    document = tomllib.loads(_resource("names.toml"))
    return msgspec.convert({**document, "generations": document["generation"]}, Names)


@cache
def _shares() -> Shares:
    return msgspec.convert(tomllib.loads(_resource("shares.toml")), Shares)


def _resource(name: str) -> str:
    return (RESOURCES / "roster" / name).read_text(encoding="utf-8")


class _Facts:
    """What a county's lists say of a person: drawn in the proportions of shares.toml."""

    def __init__(self, random: Random, policy: Policy, on: date) -> None:
        self.random = random
        self.shares = _shares()
        self.drawing = Drawing(policy.categories, self.shares)
        self.on = on

    def row(self, household: Household, person: Person) -> list[str]:
        categories, recognised, removed = self._categories(person)
        return [
            household.number,
            household.people[0].name,
            person.name,
            "男" if person.sex == "male" else "女",
            person.number,
            person.relation,
            household.group,
            self._phone(person),
            categories,
            recognised,
            removed,
            self._last_year(person),
            self._other_cover(person),
            "本县",
            "是" if 18 <= person.age <= 60 and self._happens(self.shares.migrant_worker) else "",
            "",
        ]

    def _happens(self, per_mille: float) -> bool:
        return self.random.random() * 1000 < per_mille

    def _categories(self, person: Person) -> tuple[str, str, str]:
        first = self.drawing.draw(self.random, person.age)
        if first is None:
            return "", "", ""
        second = self.drawing.another(self.random, person.age) if self._happens(self.shares.second_category) else None
        drawn = [first, second] if second and second.name != first.name else [first]
        recognised = self._recognised(person)
        removed = f"{self.on - timedelta(days=self.random.randrange(120)):%Y-%m-%d}"
        gone = recognised < removed and self._happens(self.shares.removed)
        return "、".join(map(self._written, drawn)), recognised, removed if gone else ""

    def _written(self, category: Category) -> str:
        if category.aliases and self._happens(self.shares.written_as_alias):
            return self.random.choice(category.aliases)
        return category.name

    def _recognised(self, person: Person) -> str:
        """Mostly before the lists of the end of August, a few in the days after."""
        if self._happens(self.shares.recognised_late):
            return f"{self.on - timedelta(days=self.random.randrange(9)):%Y-%m-%d}"
        earliest = max(person.birth_date, date(self.on.year - 6, 1, 1))
        latest = max(earliest, date(self.on.year, 8, 25))
        return f"{earliest + timedelta(days=self.random.randrange((latest - earliest).days + 1)):%Y-%m-%d}"

    def _phone(self, person: Person) -> str:
        number = f"{self.random.choice(MOBILE)}{self.random.randrange(10**8):08d}"
        return "" if not 15 <= person.age <= 78 or self._happens(self.shares.without_phone) else number

    def _last_year(self, person: Person) -> str:
        if person.age < 1:
            return "否"
        shares = (self.shares.last_year_blank, self.shares.last_year_lapsed, self.shares.last_year_never)
        words = ("", "断保", "从未", "是")
        return self.random.choices(words, (*shares, 1000 - sum(shares)))[0]

    def _other_cover(self, person: Person) -> str:
        shares = self.shares
        words = ["异地居民医保", "已缴"]
        weights = [shares.other_place_resident, shares.already_paid]
        if 18 <= person.age <= 60:
            words += ["职工医保", "部队"]
            weights += [shares.employee, shares.military]
        if 18 <= person.age <= 22:
            words.append("学校")
            weights.append(shares.student_at_school)
        return self.random.choices([*words, ""], [*weights, 1000 - sum(weights)])[0]


def town_of(household: Household) -> str:
    """Households of one number after the other live in one town."""
    shares = _shares()
    return shares.towns[(int(household.number) - 1) // shares.town_households % len(shares.towns)]


class LastYear:
    """What the lists of the year before said. A dice of its own: the other columns stay what they are without it."""

    def __init__(self, random: Random, policy: Policy, shares: Shares, on: date) -> None:
        self.random = random
        self.policy = policy
        self.shares = shares
        self.on = on
        self.price_yuan = policy.prices.individual.yuan - shares.last_year_less_yuan

    def cells(self, person: Person, row: dict[str, str]) -> tuple[str, str]:
        """What was paid in yuan, and the category then; both empty for one who was not insured."""
        if row["上年参保"] != "是":
            return "", ""
        category = self._category(person, row)
        subsidy = category.subsidy if category else 0
        # Nobody knows what one paid whose category had no amount.
        if subsidy == "undetermined":
            return "", category.name if category else ""
        paid = 0 if subsidy == "full" else max(0, self.price_yuan - int(subsidy))
        return f"{paid}.00", category.name if category else ""

    def _category(self, person: Person, row: dict[str, str]) -> Category | None:
        """The category of this year where it is more than a year old; a few had one that they have no longer."""
        last = self.on.replace(year=self.on.year - 1)
        held = [self.policy.category_of[name] for name in row["人员类别"].split("、") if name]
        if held and row["认定日期"] <= f"{last:%Y-%m-%d}":
            return held[0]
        if held or self.random.random() * 1000 >= self.shares.category_lost:
            return None
        fitting = [category for category in self.policy.categories if _fits(category, self.shares, person.age)]
        return self.random.choice(fitting) if fitting else None


class Group(Struct):
    """Categories of one kind of subsidy, and how many people have been seen: all, and those of a fitting age."""

    per_mille: int
    by_age: list[tuple[list[Category], list[float]]]
    seen: int = 0
    fitting: int = 0


class Drawing:
    """Draws categories so that each group's share of all the people comes out as shares.toml says.

    A group open only to some ages is drawn among them the oftener.
    """

    def __init__(self, categories: tuple[Category, ...], shares: Shares) -> None:
        self.groups = [
            Group(per_mille, [_fitting(group, shares, age) for age in range(OLDEST)])
            for group, per_mille in _groups(categories, shares)
        ]

    def draw(self, random: Random, age: int) -> Category | None:
        """The person's category, or None; to be asked once for each person."""
        drawn = None
        for group in self.groups:
            categories, weights = group.by_age[age]
            group.seen += 1
            group.fitting += bool(categories)
            if categories and random.random() * 1000 * group.fitting < group.per_mille * group.seen:
                drawn = drawn or random.choices(categories, weights)[0]
        return drawn

    def another(self, random: Random, age: int) -> Category | None:
        """Some category that fits the age, for people who are in two."""
        categories, weights = random.choice(self.groups).by_age[age]
        return random.choices(categories, weights)[0] if categories else None


def _fitting(group: list[Category], shares: Shares, age: int) -> tuple[list[Category], list[float]]:
    categories = [category for category in group if _fits(category, shares, age)]
    return categories, [shares.weight.get(category.name, 1) for category in categories]


def _groups(categories: tuple[Category, ...], shares: Shares) -> list[tuple[list[Category], int]]:
    full = [c for c in categories if c.subsidy == "full"]
    unknown = [c for c in categories if c.subsidy == "undetermined"]
    nothing = [c for c in categories if c.subsidy == 0]
    some = [c for c in categories if c not in full and c not in unknown and c not in nothing]
    return [
        (full, shares.full_subsidy),
        (some, shares.some_subsidy),
        (nothing, shares.no_subsidy),
        (unknown, shares.undetermined),
    ]


def _fits(category: Category, shares: Shares, age: int) -> bool:
    youngest, oldest = shares.ages.get(category.name, (0, 130))
    youngest = max(youngest, category.age_from or 0)
    return youngest <= age <= oldest and (category.age_under is None or age < category.age_under)
