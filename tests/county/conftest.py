"""A county on a real database in a temporary folder: SQLCipher, and for the modules named here PostgreSQL as well."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.county import office, postgres
from app.county.enrol import enrol
from app.county.office import County
from tests import private_postgres
from tests.county.light import emptied, light, make
from tests.factories_journal import NOON, Village

# Intake, quarantine, replies and books ask the database everything it is ever asked; the rest would only take longer.
ON_BOTH = {
    "test_account_days", "test_cases", "test_claims_and_progress", "test_enrol", "test_killed_intake",
    "test_pack_known_later", "test_quarantine", "test_receive", "test_reconcile", "test_reply", "test_take_list",
    "test_doubles", "test_tax_match",
}  # fmt: skip


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    name = metafunc.module.__name__.rpartition(".")[2]
    if "store" in metafunc.fixturenames and name in ON_BOTH:
        metafunc.parametrize("store", ["sqlite", "postgresql"], indirect=True)


@pytest.fixture
def store(request: pytest.FixtureRequest) -> str:
    """Where the county's tables are: sqlite or postgresql."""
    kind: str = getattr(request, "param", "sqlite")
    return kind


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The URL of a PostgreSQL of our own. CI must have one; elsewhere its tests are left out where there is none."""
    if private_postgres.programs() is None and not os.environ.get("CI"):
        pytest.skip("没有装 Debian 的 postgresql：apt-get install postgresql")
    with private_postgres.server() as url:
        yield url


@pytest.fixture(scope="session")
def schema_url(server: str) -> str:
    """A schema with the county's tables, made once: making eighty tables and indexes takes longer than most tests."""
    url = private_postgres.fresh(server)
    make(postgres.connect(url))
    return url


@pytest.fixture
def county(request: pytest.FixtureRequest, store: str, tmp_path: Path) -> Iterator[County]:
    """A practice county without points."""
    if store == "postgresql":
        made = light(tmp_path / "county", db=emptied(request.getfixturevalue("schema_url")))
    else:
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
