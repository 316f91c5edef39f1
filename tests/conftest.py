"""Fixtures for everybody: a counter with a village's roster, the county beside it, a desk in this process, a stick."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from app.desk.desk import Desk
from app.store import database
from tests.factories import CLERK, CODE, NAME, PACK, Place, desk_at, enter, village

# A machine without a screen runs the tests too; `dev.py test` says the same, but a bare pytest should not abort.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Thousands of people and packs: `pytest --hypothesis-profile=nightly tests/domain`.
settings.register_profile("nightly", max_examples=5_000, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """The folder that stands for the USB stick."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture(scope="session")
def new_point(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """A practice point as `point create` leaves it; tests work on moved copies."""
    place = Place(tmp_path_factory.mktemp("made") / "point")
    made = ("point", "create", "--pack", PACK, "--point", CODE, "--name", NAME, "--operator", CLERK)
    place.says(*made, "--practice", "--on", "2023-11-15")
    return place.lighten()


@pytest.fixture(scope="session")
def new_county(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """A practice county as `county create` leaves it."""
    place = Place(tmp_path_factory.mktemp("made") / "county", passphrase="县里的口令", now="2023-11-16T08:00:00")
    place.says("county", "create", "--name", "郎溪县医保局", "--practice")
    return place.lighten()


@pytest.fixture
def point(new_point: Place, tmp_path: Path) -> Place:
    """A practice point of 郎溪县 on 2023-11-15, its clerk 王会计, with nobody on its roster."""
    return new_point.at(tmp_path / "point")


@pytest.fixture
def counter(point: Place) -> Place:
    """The point with its village's roster loaded (`factories.village`) and the day open, 200 yuan in the drawer."""
    with point.desk() as opened:
        enter(opened, village())
    point.says("day", "open", "--float-fen", 20_000)
    return point


@pytest.fixture
def office(new_county: Place, tmp_path: Path) -> Place:
    """A practice county that has enrolled nobody."""
    return new_county.at(tmp_path / "county")


@pytest.fixture
def pinned(counter: Place, office: Place, tmp_path: Path) -> Place:
    """The county, with the counter enrolled and the county known at the counter. Use it together with `counter`."""
    request = tmp_path / "request.json"
    counter.says("point", "request", request)
    office.says("county", "enrol", request)
    (reply,) = office.json("county", "reply", "--point", CODE, tmp_path)["files"]
    counter.says("import", reply)
    return office


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The same counter in this process: roster loaded, day not yet open."""
    opened = desk_at(tmp_path / "desk", people=village())
    yield opened
    database.close(opened.db)
