"""The county's folder: make it, open it, close it.

cunjiao.json  what kind of folder this is, and the store ids that its database has had (plain)
slots.json    the wrapped database key, one slot per operator and one for the recovery sheet
county.db     everything else, the county's private keys included, under SQLCipher; or, for a county in PostgreSQL,
county.local  where its database is, and its private keys, sealed with the database key
files/        the sealed files as they came, by SHA-256
"""

import secrets
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType

import msgspec
from sqlalchemy import Engine

from app.county import database, local, postgres, records, schema
from app.county.local import Beside, Local
from app.county.upgrade import read_settings
from app.devices import envelope, keyslots, stick
from app.devices.envelope import PrivateKeys
from app.domain.errors import Refused, WrongUse
from app.domain.journal import stamp
from app.domain.syncfile import Succession

STORES_BEFORE = "stores_before"
MARK = "cunjiao.json"


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """cunjiao.json: which kind of data folder this is, readable before anything is unlocked.

    `stores` are the ids under which the database went on after it had been put back. They stand here, too, because the
    next copy to be put back may be from before one of them.
    """

    kind: str
    practice: bool
    v: int = 1
    name: str = ""
    stores: tuple[str, ...] = ()


class Former(msgspec.Struct, frozen=True, kw_only=True):
    """Keys that were replaced: points that have not heard of it still seal to them. `succession` names the next."""

    keys: PrivateKeys
    succession: Succession


class County:
    """An open county: its folder, its keys, its database, and who works at it. Close it, or use it in `with`."""

    def __init__(
        self, folder: Path, *, settings: dict[str, str], engine: Engine, operator: str, beside: Beside | None = None
    ) -> None:
        self.folder = folder
        self.name = settings["name"]
        self.practice = settings["practice"] == "1"
        self.store = settings["store"]
        self.keys: PrivateKeys = envelope.from_bytes(settings["keys"].encode())
        self.former = msgspec.json.decode(settings.get("former", "[]"), type=tuple[Former, ...])
        self._beside = beside
        self.engine = engine
        self.operator = operator

    @property
    def fingerprint(self) -> str:
        """The thirty digits that the county reads out to a point on the telephone."""
        return self.keys.public.fingerprint

    def renew_keys(self) -> None:
        """Put new keys in the place of these, which become the newest of the former ones."""
        keys = envelope.new_keys()
        former = (*self.former, Former(keys=self.keys, succession=envelope.succession(self.keys, keys.public)))
        fields = {"keys": envelope.to_bytes(keys).decode(), "former": msgspec.json.encode(former).decode()}
        if self._beside is not None:
            self._beside.put(**fields)
        else:
            with self.engine.begin() as connection:
                database.put_rows(connection, schema.settings, list(fields.items()))
        self.keys, self.former = keys, former

    def begin_store(self, store: str) -> None:
        """The database goes on under a new id; what lies beside it must know it too. Raises Refused as stick.write."""
        mark = read_mark(self.folder)
        mark = msgspec.structs.replace(mark, stores=(*mark.stores, store))
        stick.write(self.folder / MARK, msgspec.json.encode(mark))
        if self._beside is not None:
            self._beside.put(store=store)
        self.store = store

    def raw_file(self, sha256: str) -> Path:
        """Where the sealed file with this SHA-256 is kept."""
        return self.folder / "files" / f"{sha256}.cunjiao"

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    def __enter__(self) -> "County":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def create(
    folder: Path, *, name: str, practice: bool, passphrase: str, operator: str, now: datetime, db: str | None = None
) -> tuple[County, str]:
    """Make a county in a new or empty folder: the open county and the recovery code to print.

    `db` is the URL of a PostgreSQL database that holds the tables; None: SQLCipher in the folder itself.
    Raises WrongUse: folder_in_use, and as postgres.connect and database.make do; Refused as keyslots and stick do.
    """
    if (folder / MARK).exists():
        raise WrongUse("folder_in_use", folder=folder)
    remote = None if db is None else postgres.connect(db)
    (folder / "files").mkdir(parents=True, exist_ok=True)
    slots = folder / "slots.json"
    db_key, code = keyslots.create(slots)
    keyslots.add(slots, db_key, operator, passphrase)
    settings = _new_settings(name, practice=practice, now=now)
    engine = remote or database.connect(folder / "county.db", db_key)
    if db is not None:
        local.save(folder, Local(db=db, store=settings["store"], keys=settings.pop("keys")), db_key)
    with _disposed_on_failure(engine):
        database.make(engine, settings)
        # Last, so that a folder that was only half made is not taken for a county.
        mark = Mark(kind="county", practice=practice, name=name)
        stick.write(folder / MARK, msgspec.json.encode(mark))
    return _opened(folder, engine, db_key, operator=operator, now=now), code


def open(folder: Path, *, passphrase: str, now: datetime, operator: str | None = None) -> County:
    """Open the county in `folder` as `operator` (None: the only one).

    Raises WrongUse: not_a_county; Refused: county_unreadable, county_too_new, county_db_differs, and as keyslots.unlock
    and postgres.connect do.
    """
    read_mark(folder)
    name, db_key = keyslots.unlock(folder / "slots.json", operator, passphrase)
    kept = local.load(folder, db_key)
    if kept is None and not (folder / "county.db").is_file():
        raise Refused("county_unreadable", file="county.db")
    engine = postgres.connect(kept.db) if kept else database.connect(folder / "county.db", db_key)
    return _opened(folder, engine, db_key, operator=name, now=now)


def read_mark(folder: Path) -> Mark:
    """What cunjiao.json says. Raises WrongUse not_a_county."""
    try:
        mark = msgspec.json.decode((folder / MARK).read_bytes(), type=Mark)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise WrongUse("not_a_county", folder=folder) from error
    if mark.kind != "county":
        raise WrongUse("not_a_county", folder=folder)
    return mark


def _new_settings(name: str, *, practice: bool, now: datetime) -> dict[str, str]:
    return {
        "version": str(schema.VERSION),
        "name": name,
        "practice": str(int(practice)),
        "store": secrets.token_hex(16),
        "keys": envelope.to_bytes(envelope.new_keys()).decode(),
        "created": stamp(now),
    }


def _opened(folder: Path, engine: Engine, db_key: bytes, *, operator: str, now: datetime) -> County:
    """A newer program brings newer packs; the county knows them from its next opening on."""
    with _disposed_on_failure(engine):
        settings, kept = read_settings(engine), local.load(folder, db_key)
        if kept is not None:
            if not _is_of(settings, kept):
                raise Refused("county_db_differs")
            settings |= {"keys": kept.keys, "former": kept.former}
        with engine.begin() as connection:
            records.add_packs(connection, bundled_packs(), at=stamp(now))

        beside = Beside(folder, kept, db_key) if kept else None
        return County(folder, settings=settings, engine=engine, operator=operator, beside=beside)


def _is_of(settings: dict[str, str], kept: Local) -> bool:
    """Whether this database is the county's, be it put back from a copy, or put back and then begun anew."""
    before = msgspec.json.decode(settings.get(STORES_BEFORE, "[]"), type=list[str])
    return bool({settings["store"], *before} & {kept.store, *kept.stores})


@contextmanager
def _disposed_on_failure(engine: Engine) -> Iterator[None]:
    with ExitStack() as undo:
        undo.callback(engine.dispose)
        yield
        undo.pop_all()


def bundled_packs() -> list[tuple[str, str]]:
    """Hash and id of the rule packs that came with the program."""
    from app import packs

    return [(info.hash, info.id) for info in packs.available()]
