"""A counter after three days (tests/season.py), made once for all tests that only read it."""

from collections.abc import Iterator

import pytest

from app.desk.desk import Desk
from app.store import database
from tests.factories import desk_at, village
from tests.season import three_days


@pytest.fixture(scope="session")
def season(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Noon of day 3."""
    opened = three_days(desk_at(tmp_path_factory.mktemp("season") / "desk", people=village()))
    yield opened
    database.close(opened.db)
