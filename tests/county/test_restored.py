"""A county whose database was put back from a copy, more than once: it names every store id it ever had."""

import shutil
from pathlib import Path

from app.county import office
from app.county.restored import restored, stores_before
from tests.factories_journal import NOON

WORDS = "县里的口令"


def put_back(folder: Path, copy: Path) -> str:
    """Put the database back from a copy and begin a new store: its id."""
    for left in folder.glob("county.db*"):
        left.unlink()
    shutil.copyfile(copy, folder / "county.db")
    with office.open(folder, passphrase=WORDS, now=NOON) as county:
        return restored(county, now=NOON).store


def test_a_copy_older_than_the_last_restoration_names_that_store_too(tmp_path: Path) -> None:
    folder, copy = tmp_path / "county", tmp_path / "copy.db"
    made, _ = office.create(folder, name="郎溪县", practice=True, passphrase=WORDS, operator="李科长", now=NOON)
    first = made.store
    made.close()
    shutil.copyfile(folder / "county.db", copy)
    second = put_back(folder, copy)
    third = put_back(folder, copy)
    with office.open(folder, passphrase=WORDS, now=NOON) as county, county.engine.begin() as connection:
        assert county.store == third
        assert stores_before(connection) == [first, second]
