"""A county and a point for one hostile file each time, and what must hold after it: only a named refusal, and then
nothing changed; nothing written anywhere but in the data folder.
"""

import hashlib
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any

from app.county import database as county_database
from app.county import office
from app.county.enrol import enrol
from app.county.office import County
from app.county.receive import receive
from app.county.upgrade import read_settings
from app.desk.desk import Desk
from app.desk.take_reply import take_reply
from app.desk.take_sibling import is_of_sibling, take_sibling
from app.devices import keyslots
from app.devices.envelope import PrivateKeys
from app.domain import syncfile
from app.domain.errors import Refused, WrongUse
from app.store import database, sync
from tests.factories import CODE, MORNING, PASSPHRASE, enter, family
from tests.factories_journal import NOON, Village
from tests.fuzz.down_files import records
from tests.fuzz.mutations import canonical
from tests.fuzz.up_files import container, village
from tests.simulation.moulds import moulds, new_desk, scratch


class Ground:
    """The folders of this process, copied for each file. `allowed` is where anything may be written just now."""

    def __init__(self) -> None:
        self.keep = scratch()
        self.root = Path(self.keep.name)
        self.allowed: Path | None = None
        self.strays: list[str] = []
        self.village = village()
        self.sibling = Village(point=CODE, device=2)
        self.sibling.open_day()
        paid = self.sibling.pay(1)
        self.sibling.pay(2)
        self.sibling.void(paid)
        self._make_county()
        self._make_desk()
        self.file = self.root / "stick" / "x.cunjiao"
        self.file.parent.mkdir()
        sys.addaudithook(self._watch)

    def _make_county(self) -> None:
        self.county_folder = shutil.copytree(moulds().county, self.root / "county")
        _, self.county_key = keyslots.unlock(self.county_folder / "slots.json", None, PASSPHRASE)
        with office.open(self.county_folder, passphrase=PASSPHRASE, now=NOON) as made:
            self.county_keys: PrivateKeys = made.keys
            enrol(made, self.village.request(self.root), fingerprint=None, now=NOON)
            first = self.village.file(self.root, made.keys.public, last=3)
            receive(made, [first], now=NOON)

    def _make_desk(self) -> None:
        self.desk = new_desk(self.root / "desk", code=CODE, device=1, name="钟桥村", now=MORNING)
        enter(self.desk, family())
        honest = {"county", "ack", "sibling", "paid_elsewhere", "target"}
        self.head = sync.hash_at(self.desk.db, self.desk.journal, 2) or ""
        made = [each for each in records(self.head, self.county_keys, self.sibling) if each["record"] in honest]
        payload = syncfile.payload_of(canonical(each) for each in made)
        own = self.desk.keys.public
        header: dict[str, Any] = {
            "format": 1, "direction": "down", "practice": True, "from": self.county_keys.public.fingerprint,
            "to": own.fingerprint, "point": CODE, "journal": own.fingerprint, "store": "0" * 32, "number": 1,
            "created": "2023-11-16T08:00:00+08:00", "first_seq": 1, "last_seq": 2, "prev_head": "0" * 64,
            "head": "0" * 64, "payload_sha256": syncfile.sha256(payload), "previous_sha256": None, "packs": [],
            "algorithms": {"hash": "sha-256", "seal": "age-x25519", "signature": "ed25519"},
        }  # fmt: skip
        file = self.root / "first.cunjiao"
        file.write_bytes(container(Random(1), header, payload, self.county_keys, own.seal, layer=9))
        take_reply(self.desk, file)
        database.close(self.desk.db)

    def _watch(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Python tells of every file it opens to write, makes, renames or removes."""
        if self.allowed is None or event not in _WRITES:
            return
        if event == "open" and not _writes(arguments):
            return
        path = arguments[1] if event == "os.rename" else arguments[0]
        if isinstance(path, str | bytes | Path):
            text = path.decode() if isinstance(path, bytes) else str(path)
            if text != os.devnull and not Path(text).resolve().is_relative_to(self.allowed):
                self.strays.append(f"{event} {text}")

    # -- one file

    @contextmanager
    def writing_only_in(self, folder: Path) -> Iterator[None]:
        """Within this block nothing may be written but under `folder`."""
        self.allowed, self.strays = folder.resolve(), []
        try:
            yield
        finally:
            self.allowed = None
        assert not self.strays, self.strays

    @contextmanager
    def writing_somewhere(self) -> Iterator[Path]:
        """A new folder for this block, the only place where anything may be written."""
        folder = self.root / "now"
        folder.mkdir()
        try:
            with self.writing_only_in(folder):
                yield folder
        finally:
            shutil.rmtree(folder)

    def at_county(self, data: bytes, verb: Callable[[County, Path], object]) -> str:
        """Bring a file to the county; the code of the answer, "" where it was taken."""
        folder = self.root / "now"
        (folder / "files").mkdir(parents=True)
        shutil.copyfile(self.county_folder / "county.db", folder / "county.db")
        self.file.write_bytes(data)
        engine = county_database.connect(folder / "county.db", self.county_key)
        try:
            settings = read_settings(engine)
            with County(folder, settings=settings, engine=engine, operator="李") as county:
                return self._tried(folder, lambda: verb(county, self.file), lambda: county_content(county))
        finally:
            shutil.rmtree(folder)

    def at_desk(self, data: bytes) -> str:
        """Bring a file to the point, as `import` would."""
        folder = self.root / "now"
        folder.mkdir()
        for name in ("point.db", "county.slot"):
            shutil.copyfile(self.root / "desk" / name, folder / name)
        self.file.write_bytes(data)
        db = database.connect(folder / "point.db", moulds().key)
        desk = replace(self.desk, db=db, folder=folder)
        try:
            return self._tried(folder, lambda: imported(desk, self.file), lambda: desk_content(desk))
        finally:
            db.conn.close()
            shutil.rmtree(folder)

    def _tried(self, folder: Path, verb: Callable[[], object], content: Callable[[], str]) -> str:
        before = content()
        with self.writing_only_in(folder):
            try:
                found = verb()
                code = found if isinstance(found, str) else ""
            except (Refused, WrongUse) as refusal:
                code = refusal.code
                assert str(refusal)
        if code:
            assert content() == before, f"{code} has left something behind"
        return code


_WRITES = {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.truncate"}


def _writes(arguments: tuple[Any, ...]) -> bool:
    _, mode, flags = arguments
    return any(letter in mode for letter in "wax+") if isinstance(mode, str) else bool(flags & 0o3)


def imported(desk: Desk, file: Path) -> object:
    """The command `import`."""
    return take_sibling(desk, file) if is_of_sibling(desk, file) else take_reply(desk, file)


def received(county: County, file: Path) -> str:
    """The code of a file that `county receive` rejected, "" where it was taken or waits."""
    found = receive(county, [file], now=NOON)
    return found.rejected[0].code if found.rejected else ""


def enrolled(county: County, file: Path) -> object:
    """The command `county enrol`."""
    return enrol(county, file, fingerprint=None, now=NOON)


# What a refused file may leave at the county: a line about it, and of a fork both heads.
_TRACES = {"files", "forks"}


def county_content(county: County) -> str:
    """One hash over every table of the county but those that tell of refused files."""
    total = hashlib.sha256()
    with county.engine.begin() as connection:
        names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        for (name,) in names.fetchall():
            if name not in _TRACES:
                rows = connection.exec_driver_sql(f"SELECT * FROM {name}").fetchall()
                total.update(repr((name, sorted(rows, key=repr))).encode())
    return total.hexdigest()


def desk_content(desk: Desk) -> str:
    """One hash over every table of the point."""
    total = hashlib.sha256()
    names = desk.db.conn.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    for (name,) in names:
        rows = desk.db.conn.execute(f"SELECT * FROM {name}").fetchall()
        total.update(repr((name, sorted(rows, key=repr))).encode())
    return total.hexdigest()


@lru_cache(maxsize=1)
def ground() -> Ground:
    """This process's ground."""
    return Ground()
