"""Looking somebody up among 643,118 people, against one bare range scan over one index of the same database."""

from collections.abc import Callable
from random import Random
from typing import NamedTuple

from benchmarks import people
from benchmarks.measure import Figure, compare, percentile
from benchmarks.size import Size

from app.desk.look_up import look_up
from app.devices.pinyin import search_keys
from app.domain.resident import Resident
from app.store import lookup, roster

LIMIT = 20
AIM, P99 = 5.0, 0.001
STALL = 0.05
LAST = "\U0010ffff"


class Query(NamedTuple):
    """What is typed, and the bare question it comes to: the column and where its range begins."""

    text: str
    column: str
    start: str


def measure(size: Size) -> list[Figure]:
    with people.opened(people.roster_point(size.people)) as desk:
        random = Random(7)
        drawn = [roster.by_id(desk.db, random.randint(1, size.people)) for _ in range(size.queries)]
        queries = [query(random, resident) for resident in drawn if resident]
        # A connection of its own, so that neither side finds pages that the other one has already decrypted.
        bare = desk.connect().conn
        scans = {column: _scan(column) for column in {asked.column for asked in queries}}

        def scan(number: int) -> object:
            _, column, start = queries[number % len(queries)]
            return bare.execute(scans[column], (start, start + LAST, LIMIT)).fetchall()

        def find(number: int) -> object:
            return lookup.find(desk.db, queries[number % len(queries)].text, LIMIT)

        def hits(number: int) -> object:
            return look_up(desk, queries[number % len(queries)].text, limit=LIMIT)

        shared = {"statistic": percentile(0.99), "undisturbed": True}
        label = f"查人 p99，{size.people:,} 人"
        found = [
            compare(label, find, scan, aim=AIM, limit=P99, rounds=size.rounds, each=size.queries, **shared),
            compare("　带应缴和状态 p99", hits, scan, limit=STALL, rounds=3, each=size.queries // 4, **shared),
        ]
        bare.close()
    return found


def _scan(column: str) -> str:
    return f"SELECT id FROM residents WHERE {column} >= ? AND {column} <= ? ORDER BY {column} LIMIT ?"


def query(random: Random, resident: Resident) -> Query:
    """Something a clerk might type to find this person; every way of asking equally often."""
    return random.choice(WAYS)(random, resident)


def _name(random: Random, resident: Resident) -> Query:
    """The name or its beginning."""
    typed = resident.name[: random.randint(1, len(resident.name))]
    return Query(typed, "name", typed)


def _given_name(random: Random, resident: Resident) -> Query:
    """The name from its second or third character."""
    start = random.randint(1, min(2, len(resident.name) - 1)) if len(resident.name) > 1 else 0
    return Query(resident.name[start:], ("name", "name2", "name3")[start], resident.name[start:])


def _initials(random: Random, resident: Resident) -> Query:
    """One to four initials, as far as the name has them."""
    typed = search_keys(resident.name).initials[: random.randint(1, 4)]
    return Query(typed, "initials", typed)


def _pinyin(random: Random, resident: Resident) -> Query:
    """The beginning of the full pinyin."""
    typed = search_keys(resident.name).pinyin
    typed = typed[: random.randint(min(3, len(typed)), len(typed))]
    return Query(typed, "pinyin", typed)


def _number_end(random: Random, resident: Resident) -> Query:
    """The last four to eighteen digits of the document number."""
    typed = resident.document_number[-random.randint(4, 18) :]
    return Query(typed, "number_reversed", typed[::-1])


def _phone_end(random: Random, resident: Resident) -> Query:
    """The last four to eleven digits of the phone, where there is one."""
    if not resident.phone:
        return _number_end(random, resident)
    typed = resident.phone[-random.randint(4, 11) :]
    return Query(typed, "phone_reversed", typed[::-1])


def _household(random: Random, resident: Resident) -> Query:
    """The household number."""
    return Query(resident.household, "household", resident.household)


WAYS: tuple[Callable[[Random, Resident], Query], ...] = (
    _name, _given_name, _initials, _pinyin, _number_end, _phone_end, _household,
)  # fmt: skip
