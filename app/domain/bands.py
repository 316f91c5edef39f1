"""Which dates and words of a person come to the same under a pack on one day of payment.

A rule asks of a birth date whether an age is completed, and of a recognition or removal whether it lies after some day.
Those ages and days stand in the pack or are the day of payment; between two of them one date is as good as another, and
the rules need be asked only once. What counts from a person's own day (a late rule of a newborn, say) asks
more than that: then dates stay as they are. A word (where somebody is registered, say) matters by the pack's lists it
is in.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from msgspec import Struct

from app.domain.facts import Facts
from app.domain.periods import DAY, add_months, is_aged
from app.domain.policy import PackFile, Policy, Window
from app.domain.resident import CategoryRecord

AGE = "age_"

Alike = tuple[tuple[str, date | None, date | None], ...]
"""Categories as plain tuples (name, recognised, removed), which cost little to tell apart."""


class Bands:
    """Dates by the days that matter: a stretch ends with each of those, and the last has no end.

    The rules only ever ask whether a date lies after such a day; one that asked whether it lies before would tell that
    day itself from those ahead of it (tests hold every pack's rules to this).
    """

    def __init__(self, edges: set[date]) -> None:
        self.edges = sorted(edges)
        self.ends = (*self.edges, self.edges[-1] + DAY)

    def standing_for(self, day: date) -> date:
        """The day that stands for this one: the end of its stretch."""
        return self.ends[bisect_left(self.edges, day)]


class Sameness:
    """What of a person's facts comes to the same under `policy` for one who pays on `paid_on`."""

    def __init__(self, policy: Policy, paid_on: date) -> None:
        recognition = (policy.recognition.base, policy.recognition.until)
        # After the season the rules ask who was listed since.
        closes = (window.closes for window in policy.windows)
        self.names = {name: category.name for name, category in policy.category_of.items()}
        self.births = Bands({paid_on, *(latest_birth(age, paid_on) for age in ages(policy))})
        self.standing = Standing(Bands({paid_on, *closes, *(day for day in recognition if day is not None)}))

    def birth(self, day: date | None) -> date | None:
        """A birth date of the same ages."""
        return None if day is None else self.births.standing_for(day)

    def categories(self, records: tuple[CategoryRecord, ...] | None) -> Alike | None:
        """The same categories by the pack's names, with dates that lie alike. Their order never matters."""
        if not records:
            return None if records is None else ()
        if len(records) == 1:
            return (self._record(records[0]),)
        return tuple(sorted(map(self._record, records), key=_place))

    def _record(self, record: CategoryRecord) -> tuple[str, date | None, date | None]:
        name, recognised, removed = record.name, record.recognised_on, record.removed_on
        # Of an unknown recognition every value is tried, and held against the removal; a removal before the
        # recognition is a mistake that a stretch could hide.
        if recognised is None or (removed is not None and removed < recognised):
            return name, recognised, removed
        known = self.names.get(name, name)
        return known, self.standing[recognised], None if removed is None else self.standing[removed]


class Standing(dict[date, date]):
    """Day -> the day that stands for it. A county's lists have few days, each of many people."""

    def __init__(self, bands: Bands) -> None:
        self.bands = bands

    def __missing__(self, day: date) -> date:
        self[day] = found = self.bands.standing_for(day)
        return found


def _place(record: tuple[str, date | None, date | None]) -> tuple[str, date, date]:
    name, recognised, removed = record
    return name, recognised or date.min, removed or date.max


def counts_from_own_day(policy: Policy, facts: Facts) -> bool:
    """Whether a rule may count from a day of the person's own: asked of the enrolment and the event alone.

    Inside a window open to everyone none does. An event told is held against the birth at any time.
    """
    if facts.event_date is not None or facts.paid_on is None:
        return True
    if any(_is_for_all(window) and _is_open(window, facts.paid_on) for window in policy.windows):
        return False
    return facts.enrolment is None or policy.late_of.get(facts.enrolment, policy.late_of["*"]).event is not None


def _is_for_all(window: Window) -> bool:
    return "*" in window.payers and not window.not_for


def _is_open(window: Window, day: date) -> bool:
    return day <= window.closes and (window.opens is None or window.opens <= day)


def kinds(policy: Policy, words: Iterable[str]) -> dict[str, str]:
    """For each word of a fact the first one that the pack names in the same lists: to the rules they are the same.

    Not for last year's words, which the rules know by themselves.
    """
    words = tuple(words)
    lists = [each for each in _lists(policy, PackFile.__struct_fields__) if not each.isdisjoint(words)]
    first: dict[tuple[bool, ...], str] = {}
    return {word: first.setdefault(tuple(word in each for each in lists), word) for word in words}


def _lists(value: Any, fields: tuple[str, ...]) -> Iterator[frozenset[str]]:
    """Every list of words in a struct, single words as lists of one."""
    for field in fields:
        yield from _words(getattr(value, field))


def _words(value: Any) -> Iterator[frozenset[str]]:
    if isinstance(value, Struct):
        yield from _lists(value, value.__struct_fields__)
    elif isinstance(value, str):
        yield frozenset((value,))
    elif isinstance(value, tuple | dict):
        yield frozenset(each for each in value if isinstance(each, str))
        for each in value.values() if isinstance(value, dict) else value:
            if not isinstance(each, str):
                yield from _words(each)


def latest_birth(age: int, on: date) -> date:
    """The last birth date of those who have completed `age` on that day."""
    near = add_months(on, -12 * age)
    return next(day for day in (near + DAY, near, near - DAY) if is_aged(day, age, on))


def ages(policy: Policy) -> set[int]:
    """Every age that the pack names, wherever it does."""
    return {value for name, value in _leaves(policy, PackFile.__struct_fields__) if name.startswith(AGE) and value}


def _leaves(value: Any, fields: tuple[str, ...], name: str = "") -> Iterator[tuple[str, Any]]:
    """Field and value of everything in a struct that is not itself made of values."""
    for field in fields:
        yield from _inside(getattr(value, field), field)


def _inside(value: Any, name: str) -> Iterator[tuple[str, Any]]:
    if isinstance(value, Struct):
        yield from _leaves(value, value.__struct_fields__)
    elif isinstance(value, tuple):
        for each in value:
            yield from _inside(each, name)
    elif isinstance(value, dict):
        for each in value.values():
            yield from _inside(each, name)
    else:
        yield name, value
