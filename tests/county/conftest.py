"""A county on a real encrypted database in a temporary folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.county import office
from app.county.enrol import enrol
from app.county.office import County
from tests.factories_journal import NOON, Village


@pytest.fixture
def county(tmp_path: Path) -> Iterator[County]:
    """A practice county without points."""
    made, _ = office.create(
        tmp_path / "county", name="郎溪县", practice=True, passphrase="县里的口令", operator="李科长", now=NOON
    )
    with made:
        yield made


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """The folder that stands for the USB stick."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def village(county: County, stick: Path) -> Village:
    """An enrolled village with an open day and nobody paid."""
    made = Village()
    enrol(county, made.request(stick), fingerprint=None, now=NOON)
    made.open_day()
    return made
