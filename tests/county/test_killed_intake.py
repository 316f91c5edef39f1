"""The power goes, or somebody ends the program, in the middle of taking a file in: nothing half is left."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import func, select

from app.county import schema
from app.county.enrol import enrol
from app.county.receive import receive
from tests.county import light
from tests.county.tables import content
from tests.factories_journal import NOON, Village

# More than are taken at once, so that rows of the file are already in its transaction when it is killed.
PAYMENTS = 4_500

# Takes the file as `receive` does, and dies by its own hand once so many rows were written in the open transaction.
_CHILD = """
import os, signal, sys
from pathlib import Path
from app.county import take
from app.county.receive import receive
from tests.county import light
from tests.factories_journal import NOON

folder, file, keys, db, parts = sys.argv[1:]
light.use(bytes.fromhex(keys))
put, calls = take.put_rows, 0

def put_until_killed(connection, table, rows):
    global calls
    put(connection, table, rows)
    calls += table.name == "entries"
    if calls == int(parts):
        os.kill(os.getpid(), signal.SIGKILL)

take.put_rows = put_until_killed
with light.again(Path(folder), db=db or None) as county:
    receive(county, [Path(file)], now=NOON)
"""


@pytest.mark.parametrize("parts", [1, 3])
def test_a_killed_intake_leaves_nothing_half(
    request: pytest.FixtureRequest, store: str, stick: Path, tmp_path: Path, parts: int
) -> None:
    db = light.emptied(request.getfixturevalue("schema_url")) if store == "postgresql" else None
    village = Village()
    with light.light(tmp_path / "county", db=db) as county:
        enrol(county, village.request(stick), fingerprint=None, now=NOON)
        village.open_day()
        first = village.file(stick, county.keys.public)
        receive(county, [first], now=NOON)
        for person in range(PAYMENTS):
            village.pay(person)
        whole = village.file(stick, county.keys.public)
        before = content(county)

    words = [str(tmp_path / "county"), str(whole), light.keys_hex(), db or "", str(parts)]
    child = subprocess.run([sys.executable, "-c", _CHILD, *words], cwd=Path(__file__).parents[2])
    assert child.returncode == -signal.SIGKILL

    with light.again(tmp_path / "county", db=db) as county:
        assert content(county) == before
        assert receive(county, [whole], now=NOON).accepted == PAYMENTS
        with county.engine.begin() as connection:
            assert connection.execute(select(func.count()).select_from(schema.payments)).scalar_one() == PAYMENTS
