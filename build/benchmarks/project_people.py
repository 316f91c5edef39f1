"""A county's people as columns of facts, invented and the same each time; made once into a file that both sides read.

Each column holds its values once and a code for each person: plain lists for JSON, and machine integers. Standard
library only: the other side of the comparison runs where this program is not installed.
"""

import json
import struct
from array import array
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

SEED = 643118
KINDS = ((256, "B"), (65_536, "H"), (2**32, "I"))
HEAD = struct.Struct("<Q")

# Per mille of the people. Unknown (None) as in a roster whose columns somebody left empty.
SHARES: dict[str, list[tuple[Any, int]]] = {
    "hukou": [("local", 970), ("same_city", 8), ("other_county", 8), ("other_city", 12), ("foreign", 2)],
    "enrolment": [("ordinary", 940), ("migrant_worker", 30), ("student", 20), ("newborn", 10)],
    "last_year": [(None, 20), ("insured", 935), ("never", 25), ("lapsed", 20)],
    "other_cover": [
        (None, 968), ("employee", 18), ("employee_duty", 3), ("other_place_resident", 3), ("school", 4),
        ("military", 1), ("already_paid", 3),
    ],
}  # fmt: skip
WITH_CATEGORY, SECOND, REMOVED = 0.13, 0.02, 0.03
# Said only of people from elsewhere, and only of those not insured last year: nobody asks the others.
ELSEWHERE = {
    "residence_permit": [(None, 100), (True, 400), (False, 500)],
    "long_term_resident": [(None, 100), (True, 700), (False, 200)],
}
NEW = {"registered": [(None, 300), (True, 400), (False, 300)]}

Columns = dict[str, tuple[list[Any], "array[int]"]]
"""Fact -> its distinct values, and for each person the place of the value among them."""


def write(file: Path, people: int, categories: list[str], on: date) -> None:
    """Invent `people` and write their columns. `on`: the day they would pay."""
    random = Random(SEED)
    drawn: dict[str, Iterable[Any]] = {name: _drawn(random, shares, people) for name, shares in SHARES.items()}
    for name, shares in ELSEWHERE.items():
        told = zip(drawn["hukou"], _drawn(random, shares, people), strict=True)
        drawn[name] = [None if hukou == "local" else value for hukou, value in told]
    for name, shares in NEW.items():
        told = zip(drawn["last_year"], _drawn(random, shares, people), strict=True)
        drawn[name] = [None if last_year == "insured" else value for last_year, value in told]
    drawn["birth_date"] = (_days_before(on, random, 90 * 365) for _ in range(people))
    drawn["categories"] = (_records(random, categories, on) for _ in range(people))
    _save(file, {name: _encoded(values) for name, values in drawn.items()})


def _drawn(random: Random, shares: list[tuple[Any, int]], people: int) -> list[Any]:
    return random.choices([value for value, _ in shares], [share for _, share in shares], k=people)


def _records(random: Random, categories: list[str], on: date) -> tuple[tuple[str, str, str | None], ...]:
    """None, one or two categories: name, recognition, removal. On any day of six years, some after the lists' day."""
    if random.random() >= WITH_CATEGORY:
        return ()
    names = random.sample(categories, 2 if random.random() < SECOND else 1)
    return tuple((name, *_dates(random, on)) for name in names)


def _dates(random: Random, on: date) -> tuple[str, str | None]:
    recognised = _days_before(on, random, 6 * 365, ahead=20)
    if random.random() >= REMOVED:
        return recognised, None
    return recognised, max(recognised, _days_before(on, random, 120, ahead=20))


def _days_before(on: date, random: Random, days: int, *, ahead: int = 0) -> str:
    return str(on - timedelta(days=random.randrange(-ahead, days)))


def _encoded(values: Iterable[Any]) -> tuple[list[Any], "array[int]"]:
    places: dict[Any, int] = {}
    codes = array("I", (places.setdefault(value, len(places)) for value in values))
    return list(places), array(next(kind for most, kind in KINDS if len(places) <= most), codes)


def _save(file: Path, columns: Columns) -> None:
    head = {name: (codes.typecode, len(codes), values) for name, (values, codes) in columns.items()}
    text = json.dumps(head).encode()
    with file.open("wb") as stream:
        stream.write(HEAD.pack(len(text)) + text)
        for _, codes in columns.values():
            codes.tofile(stream)


def read(file: Path, value: Callable[[str, Any], Any]) -> Columns:
    """The columns again; `value` makes of a JSON value what a side wants to have."""
    with file.open("rb") as stream:
        (length,) = HEAD.unpack(stream.read(HEAD.size))
        head = json.loads(stream.read(length))
        columns: Columns = {}
        for name, (kind, count, values) in head.items():
            codes = array(kind)
            codes.fromfile(stream, count)
            columns[name] = ([value(name, each) for each in values], codes)
    return columns
