"""Points for the till's machine: two clerks, a village and the county beside it, made once and copied for each run."""

import atexit
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path

from app.county import database as county_database
from app.county import office, records, schema
from app.county.enrol import enrol
from app.county.office import County
from app.county.reply import reply
from app.county.upgrade import read_settings
from app.desk.clock import Clock
from app.desk.desk import Desk
from app.desk.hand_over import write_request
from app.desk.open_point import open_point
from app.desk.take_reply import take_reply
from app.devices import envelope
from app.domain.journal import stamp
from app.packs import library
from app.store import database
from tests.factories import CLERK, CODE, MORNING, PACK, PASSPHRASE, Place, desk_at, village

OTHER = "李会计"
PASSPHRASES = {CLERK: PASSPHRASE, OTHER: "李会计的口令"}
HELD_YUAN, WITHIN_DAYS = 1_500, 2

_UNLIMITED = '[remittance]\nclause = "六(二)¶1"\nsilent = true\n'
_LIMITED = f'[remittance]\nheld_yuan = {HELD_YUAN}\nwithin_days = {WITHIN_DAYS}\nclause = "六(二)¶1"\n'
_OWN_PAPER = "[receipt]\ntitle"
_FORMS = '[receipt]\npaper = "prenumbered"\ntitle'


def pack_file(folder: Path, *, forms: bool, limits: bool) -> Path:
    """郎溪's pack in `folder`, with the two values that its notice leaves to the county."""
    text = library.pack_bytes(PACK).decode()
    for wanted, silent, said in ((limits, _UNLIMITED, _LIMITED), (forms, _OWN_PAPER, _FORMS)):
        assert silent in text
        text = text.replace(silent, said) if wanted else text
    file = folder / "pack.toml"
    file.write_text(text, encoding="utf-8")
    return file


class Here:
    """One run's own point and county."""

    def __init__(self, folder: Path, made: Path) -> None:
        self._county = folder / "county"
        self._point = Place(made / "point").at(folder / "point").folder
        shutil.copytree(made / "county", self._county)
        self.place = Place(self._point)
        self.stick = folder / "stick"
        self.stick.mkdir()

    def desk(self, clock: Clock) -> Desk:
        """The point, opened as the program does it, with a clock that goes on through every restart."""
        return replace(open_point(self._point, operator=CLERK, passphrase=PASSPHRASE), clock=clock)

    @contextmanager
    def county(self) -> Iterator[County]:
        """The county beside the point."""
        with _county_at(self._county) as opened:
            yield opened


@contextmanager
def here(*, forms: bool, limits: bool) -> Iterator[Here]:
    """A copy of the made point and county for one run."""
    with tempfile.TemporaryDirectory(prefix="till-") as folder:
        yield Here(Path(folder), _made(forms=forms, limits=limits))


@cache
def _made(*, forms: bool, limits: bool) -> Path:
    """A point with two clerks that knows its county, and a county that knows it."""
    folder = Path(tempfile.mkdtemp(prefix="till-made-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    desk = desk_at(folder / "point", people=village(), pack=str(pack_file(folder, forms=forms, limits=limits)))
    Place(desk.folder).lighten(**{OTHER: PASSPHRASES[OTHER]})
    write_request(desk, folder / "request.json")
    _new_county(folder / "county", desk)
    with _county_at(folder / "county") as county:
        enrol(county, folder / "request.json", fingerprint=None, now=MORNING)
        (file,) = reply(county, point=CODE, folder=folder, now=MORNING)
    take_reply(desk, file)
    database.close(desk.db)
    return folder


_NO_KEY = bytes(32)


def _new_county(folder: Path, desk: Desk) -> None:
    """A practice county without a passphrase in front of it, which would take most of the time."""
    (folder / "files").mkdir(parents=True)
    keys = envelope.to_bytes(envelope.new_keys()).decode()
    kept = {"version": str(schema.VERSION), "name": "郎溪县", "practice": "1", "store": "0" * 32, "keys": keys}
    engine = county_database.connect(folder / "county.db", _NO_KEY)
    county_database.make(engine, kept)
    with engine.begin() as connection:
        known = [*office.bundled_packs(), (desk.policy.hash, desk.policy.id)]
        records.add_packs(connection, known, at=stamp(MORNING))
    engine.dispose()


@contextmanager
def _county_at(folder: Path) -> Iterator[County]:
    engine = county_database.connect(folder / "county.db", _NO_KEY)
    kept = read_settings(engine)
    with County(folder, settings=kept, engine=engine, operator="李科长") as county:
        yield county
