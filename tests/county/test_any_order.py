"""Whatever a stick does to the order and number of files, the county ends with the same tables."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.county import database, office, records
from app.county.enrol import enrol
from app.county.office import County
from app.county.receive import receive
from app.devices import envelope
from app.domain.journal import stamp
from tests.county.tables import content
from tests.factories_journal import NOON, Village

_KEYS = envelope.new_keys()


@contextmanager
def new_county(folder: Path) -> Iterator[County]:
    """A county without a passphrase in front of it, which would take most of the time."""
    (folder / "files").mkdir(parents=True)
    engine = database.connect(folder / "county.db", bytes(32))
    kept = {
        "version": "1",
        "name": "郎溪县",
        "practice": "1",
        "store": "0" * 32,
        "keys": envelope.to_bytes(_KEYS).decode(),
    }
    database.make(engine, kept)
    with engine.begin() as connection:
        records.add_packs(connection, office.bundled_packs(), at=stamp(NOON))
    with County(folder, settings=kept, engine=engine, operator="李") as county:
        yield county


class Season:
    """Two devices of one village over a few days, a file each after every few entries."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.villages = [Village(), Village(device=2)]
        self.requests = [village.request(folder) for village in self.villages]
        self.files: list[Path] = []
        for village in self.villages:
            village.open_day()
            self._hand_over(village, first=1)
            paid = [village.pay(person) for person in range(3)]
            self._hand_over(village, first=1)
            village.void(paid[0])
            village.add("refund_paid", amount=1)
            self._hand_over(village, first=3)
            village.pay(0)
            self._hand_over(village, first=6)

    def _hand_over(self, village: Village, *, first: int) -> None:
        self.files.append(village.file(self.folder, _KEYS.public, first=first))

    def enrol(self, county: County) -> None:
        for request in self.requests:
            enrol(county, request, fingerprint=None, now=NOON)


@pytest.fixture(scope="module")
def season(tmp_path_factory: pytest.TempPathFactory) -> Season:
    return Season(tmp_path_factory.mktemp("stick"))


@pytest.fixture(scope="module")
def expected(season: Season, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[object, ...]]]:
    with new_county(tmp_path_factory.mktemp("expected") / "county") as county:
        season.enrol(county)
        receive(county, season.files, now=NOON)
        return content(county)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_order_and_repetition_gives_the_same_tables(
    season: Season, expected: dict[str, list[tuple[object, ...]]], data: st.DataObject
) -> None:
    again = data.draw(st.lists(st.sampled_from(range(len(season.files))), max_size=6))
    order = data.draw(st.permutations([*range(len(season.files)), *again]))
    cuts = data.draw(st.lists(st.integers(0, len(order)), max_size=3).map(sorted))
    with TemporaryDirectory() as folder, new_county(Path(folder) / "county") as county:
        season.enrol(county)
        stored = 0
        for start, end in zip([0, *cuts], [*cuts, len(order)], strict=True):
            result = receive(county, [season.files[place] for place in order[start:end]], now=NOON)
            assert not result.rejected
            stored += result.accepted + result.quarantined
        assert content(county) == expected
        assert stored == sum(len(village.lines) for village in season.villages)
        assert result.waiting == 0
