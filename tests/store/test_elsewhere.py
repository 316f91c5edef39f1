"""Who has paid at the point's other devices: payment by payment, in whatever order files come."""

from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest

from app.desk.desk import Desk
from app.store import database, elsewhere
from app.store.elsewhere import ToldPayment
from tests.factories import desk_at

AT = "2023-11-15T09:00:00+08:00"
FIRST, SECOND = "11111", "22222"
WHO, YEAR = "id_card:341821196103050118", 2024


@pytest.fixture
def counter(tmp_path: Path) -> Iterator[Desk]:
    desk = desk_at(tmp_path / "desk", people=[])
    yield desk
    database.close(desk.db)


def payment(name: str) -> ToldPayment:
    return ToldPayment(payment=name, person=WHO, year=YEAR, paid_on="2023-11-15")


def knows(desk: Desk) -> bool:
    return elsewhere.paid_there(desk.db, WHO, YEAR) is not None


# Paid, taken back, paid again: what stands is the second payment, whichever file comes first.
FILES = (([payment("a")], []), ([], ["a"]), ([payment("b")], []))


@pytest.mark.parametrize("order", [*permutations(range(3))])
def test_the_order_of_files_changes_nothing(counter: Desk, order: tuple[int, ...]) -> None:
    for place in order:
        paid, ended = FILES[place]
        elsewhere.tell(counter.db, FIRST, paid, ended, at=AT)
    assert knows(counter)
    elsewhere.tell(counter.db, FIRST, [], ["b"], at=AT)
    assert not knows(counter)


def test_a_renewed_journal_ends_what_the_lost_one_took(counter: Desk) -> None:
    elsewhere.tell(counter.db, FIRST, [payment("a")], [], at=AT)
    elsewhere.tell(counter.db, SECOND, [], ["a"], at=AT)
    assert not knows(counter) and elsewhere.persons(counter.db, FIRST) == set()


def test_an_old_end_carried_later_ends_no_other_payment(counter: Desk) -> None:
    """A restored PC carries entries of its lost journal behind newer ones of its own."""
    elsewhere.tell(counter.db, SECOND, [payment("b")], [], at=AT)
    elsewhere.tell(counter.db, SECOND, [payment("a")], ["a"], at=AT)
    assert knows(counter)


def test_the_same_payment_told_twice_counts_once(counter: Desk) -> None:
    for journal in (FIRST, SECOND, FIRST):
        elsewhere.tell(counter.db, journal, [payment("a")], [], at=AT)
    elsewhere.tell(counter.db, SECOND, [], ["a"], at=AT)
    assert not knows(counter)
