"""Both importers and the roster's reader against files from hostile hands, also such as an enrolled sender has signed.

What comes out is a named refusal that has changed nothing, or the file was taken. `build/fuzz.py` goes on for as long
as it is told, with atheris or without.
"""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from app.desk.load_roster import load_roster, preview
from app.domain.errors import Refused
from app.store import database
from tests.fuzz import sheets
from tests.fuzz.draws import Bytes
from tests.fuzz.ground import desk_content, ground
from tests.fuzz.mutations import ODD, odd
from tests.fuzz.targets import TARGETS
from tests.simulation.moulds import moulds

ROOT = Path(__file__).resolve().parents[2]
# Not shrunk: the example that failed can be brought again, and each costs a county.
FUZZ = settings(
    max_examples=120, deadline=None, database=None, suppress_health_check=list(HealthCheck), phases=(Phase.generate,)
)


@pytest.mark.parametrize("name", list(TARGETS))
def test_only_named_answers_and_nothing_left_behind(name: str):
    met: set[str] = set()

    @FUZZ
    @given(st.randoms(use_true_random=True))
    def bring(rng: Random) -> None:
        met.add(TARGETS[name](rng))

    bring()
    # What never got past the envelope, or was never refused, would prove nothing.
    assert "" in met and len(met) > 3, met


@settings(FUZZ, max_examples=12)
@given(st.randoms(use_true_random=True))
def test_a_roster_that_is_refused_changes_nothing(rng: Random):
    """Through the child process, as the counter reads it; the rejected rows go beside the file and nowhere else."""
    here = ground()
    with here.writing_somewhere() as folder:
        (folder / "point.db").write_bytes((here.root / "desk" / "point.db").read_bytes())
        db = database.connect(folder / "point.db", moulds().key)
        desk = replace(here.desk, db=db, folder=folder)
        file = folder / f"名册{rng.choice(('.xlsx', '.csv'))}"
        file.write_bytes(sheets.book(rng))
        before = desk_content(desk)
        try:
            load_roster(desk, preview(desk, file))
        except Refused as refusal:
            assert str(refusal) and desk_content(desk) == before
        finally:
            db.conn.close()


def test_the_watch_sees_a_stray_file(tmp_path: Path):
    with pytest.raises(AssertionError, match="stray"), ground().writing_only_in(tmp_path / "inside"):
        (tmp_path / "stray.txt").write_text("x")


def test_each_byte_of_a_fuzzer_decides_something():
    assert (Bytes(b"").randrange(7), Bytes(b"\xff" * 40).random() > 0.99) == (0, True)
    assert len({repr(odd(Bytes(bytes([n])))) for n in range(0, 256, 4)}) > len(ODD) // 2


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the limit of memory is Linux'")
def test_memory_stays_bounded():
    command = [sys.executable, "-m", "tests.fuzz.bounded"]
    child = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert child.returncode == 0, child.stderr[-2000:]
    answers = json.loads(child.stdout)
    assert [wanted for wanted, _ in answers] == [given_ for _, given_ in answers]
