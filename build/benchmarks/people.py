"""The stores that are measured on: points with a lifelike roster, made once and kept in out/bench."""

import hashlib
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from itertools import islice
from pathlib import Path

from app.desk import clock, demo_roster
from app.desk.desk import Desk
from app.desk.open_point import create_point, open_point, point_of
from app.domain import roster as rosters
from app.domain.resident import Resident
from app.domain.roster import Table
from app.store import database, roster

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / "out" / "bench"

PACK = "langxi-2024"
CLERK, PASSPHRASE = "测量", "celiang"
NOW = datetime(2023, 11, 15, 9, 30, tzinfo=clock.CHINA)
SEED = 643118
CHUNK = 20_000

# What a kept roster store depends on. A change anywhere else leaves it valid.
MAKERS = (
    "app/store/migrations.py", "app/store/roster.py", "app/store/search_keys.py", "app/devices/pinyin.py",
    "app/devices/keyslots.py", "app/domain/resident.py", "app/desk/demo_people.py", "app/desk/demo_roster.py",
    "resources/roster/names.toml", "resources/roster/shares.toml", f"resources/policy/{PACK}/pack.toml",
    "build/benchmarks/people.py",
)  # fmt: skip


def kept(name: str, makers: tuple[str, ...], make: Callable[[Path], None]) -> Path:
    """A folder in the cache, made by `make` where the code of `makers` has not made it yet; older ones are deleted."""
    digest = hashlib.sha256(b"\0".join((ROOT / maker).read_bytes() for maker in makers)).hexdigest()[:12]
    folder = CACHE / f"{name}-{digest}"
    if folder.exists():
        return folder
    for old in CACHE.glob(f"{name}-*"):
        shutil.rmtree(old)
    CACHE.mkdir(parents=True, exist_ok=True)
    print(f"（准备 {name}，只做一次……）", file=sys.stderr, flush=True)
    with tempfile.TemporaryDirectory(dir=CACHE) as making:
        make(Path(making) / name)
        (Path(making) / name).rename(folder)
    return folder


def roster_point(people: int) -> Path:
    """The data folder of a practice point with `people` people on its roster."""
    return kept(f"roster-{people}", MAKERS, lambda folder: _make_roster_point(folder, people))


def _make_roster_point(folder: Path, people: int) -> None:
    desk = new_point(folder)
    rows = demo_roster.lifelike(people, seed=SEED, policy=desk.policy)
    while chunk := list(islice(rows, CHUNK)):
        with database.writing(desk.db):
            roster.save(desk.db, [roster.to_row(r) for r in residents(desk, chunk)], [])
        database.checkpoint(desk.db)
    database.close(desk.db)


def residents(desk: Desk, rows: list[list[str]]) -> Iterator[Resident]:
    """The residents of rows under the demo roster's headings."""
    table = Table([list(demo_roster.HEADER), *rows])
    reading = rosters.parse(table, canonical=desk.policy.canonical_category, today=NOW.date())
    return iter(reading.residents)


def new_point(folder: Path) -> Desk:
    """A new practice point with an empty roster; its clock stands still at NOW."""
    point, pack = point_of(
        code="341821100201", name="建平镇钟桥村", device=1, practice=True, on=None, pack_id=PACK
    )  # fmt: skip
    desk, _ = create_point(
        folder, point, operator=CLERK, passphrase=PASSPHRASE, clock=clock.fixed(NOW), pack=pack
    )  # fmt: skip
    return desk


@contextmanager
def opened(folder: Path) -> Iterator[Desk]:
    """The point in `folder`, for reading."""
    desk = open_point(folder, operator=CLERK, passphrase=PASSPHRASE, moment=NOW)
    try:
        yield desk
    finally:
        database.close(desk.db)


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder for the time of a measurement, on the disk where the kept stores are."""
    CACHE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=CACHE) as folder:
        yield Path(folder)


@contextmanager
def opened_copy(folder: Path) -> Iterator[Desk]:
    """A copy of the point in `folder`, for writing: like any copy it begins a journal of its own."""
    with scratch() as place:
        shutil.copytree(folder, place / "point")
        with opened(place / "point") as desk:
            yield desk
