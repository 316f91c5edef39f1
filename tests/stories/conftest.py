"""Counters with two clerks, for stories about the drawer and about paper."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.clerks import At
from tests.factories import CLERK, CODE, NAME, Place, enter, village
from tests.till_places import OTHER, Here, here


@pytest.fixture
def till() -> Iterator[Here]:
    """郎溪 with two clerks, its village on the roster, no day open."""
    with here(forms=False, limits=False) as made:
        yield made


@pytest.fixture
def wang(till: Here) -> At:
    """王会计, who has opened the day with 200 yuan."""
    clerk = At(till.place, CLERK)
    clerk.says("day", "open", "--float-fen", 20_000)
    return clerk


@pytest.fixture
def li(wang: At) -> At:
    """李会计 at the same counter."""
    return At(wang.place, OTHER)


@pytest.fixture(scope="session")
def new_suixian(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """A practice point of 随县 on 2022-11-15 with its village."""
    place = Place(tmp_path_factory.mktemp("made") / "point", now="2022-11-15T09:30:00")
    made = ("point", "create", "--pack", "suixian-2023", "--point", CODE, "--name", NAME, "--operator", CLERK)
    place.says(*made, "--practice", "--on", "2022-11-15")
    with place.desk() as desk:
        enter(desk, village())
    return place.lighten()


@pytest.fixture
def suixian(new_suixian: Place, tmp_path: Path) -> Place:
    """The counter of 随县, the day open with an empty drawer."""
    place = new_suixian.at(tmp_path / "point")
    place.says("day", "open", "--float-fen", 0)
    return place
