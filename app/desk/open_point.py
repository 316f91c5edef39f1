"""Creating a point and opening one: keys, store, journal, pack and clock come together into a Desk."""

from contextlib import ExitStack, suppress
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import msgspec

from app import packs
from app.desk import clock as clocks
from app.desk import folder as folders
from app.desk import recovery as recovery_sheet
from app.desk.begin_journal import begin_journal
from app.desk.clock import Clock
from app.desk.desk import Desk
from app.desk.folder import Marker
from app.devices import journal_key, keyslots, stick
from app.devices.envelope import PrivateKeys
from app.domain.errors import Refused, WrongUse
from app.domain.journal import stamp
from app.domain.point import Point
from app.packs.install import installable
from app.store import journal as journal_store
from app.store import settings, sync
from app.store.database import Database, connect, copy_to, open_store, writing

# What a receipt has room for.
NAME_MOST = 60


def create_point(
    folder: Path,
    point: Point,
    *,
    operator: str,
    passphrase: str,
    clock: Clock,
    pack: bytes,
    sheet_missing: bool = False,
) -> tuple[Desk, str]:
    """Make the folder, the keys, the store and the first entry; returns the desk and the recovery code to print.

    `sheet_missing`: until `recovery.confirm` the recovery sheet counts as not written.

    Raises Refused: folder_taken where the folder already holds a point or a county, folder_unwritable, and what stick
    and keyslots name. After a refusal the folder can be used again; one half made when the power went cannot
    (slots_exist), since its keys might be all that is left of a real point.
    """
    taken = folders.marker(folder)
    if taken is not None and taken.kind == "county":
        raise WrongUse("folder_of_county", folder=folder)
    if taken is not None:
        raise Refused("folder_taken", folder=folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refused("folder_unwritable", folder=folder) from error
    slots = folders.slots(folder)
    db_key, recovery = keyslots.create(slots)
    with ExitStack() as undo:
        undo.callback(_unmake, folder)
        keyslots.add(slots, db_key, operator, passphrase)
        db = open_store(folders.database(folder), db_key)
        with writing(db):
            settings.put(db, "point", msgspec.to_builtins(point))
            settings.add_pack(db, digest=point.pack_hash, pack=point.pack, content=pack, at=stamp(clock()))
            if sheet_missing:
                recovery_sheet.miss(db)
        desk = begin_journal(_desk(folder, db, db_key, point, operator, clock))
        # The marker comes last: a folder without it was never finished.
        stick.write(folder / folders.MARKER, msgspec.json.encode(Marker(kind="point", practice=point.practice)))
        undo.pop_all()
    return desk, recovery


def _unmake(folder: Path) -> None:
    """Take away what `create_point` had made when it was refused; nobody can have used it yet."""
    made = folders.database(folder)
    for file in (folders.slots(folder), folders.journal_key(folder), made, *made.parent.glob(f"{made.name}-*")):
        with suppress(OSError):
            file.unlink()


def open_point(folder: Path, *, operator: str | None, passphrase: str, moment: datetime | None = None) -> Desk:
    """Open a point for a clerk; `moment` sets the clock of a practice point and is WrongUse at a real one.

    A database that came here as a copy begins a new journal (its first entry cites the old one).
    """
    found = folders.require_point(folder)
    if moment is not None and not found.practice:
        raise WrongUse("clock_is_real")
    name, db_key = keyslots.unlock(folders.slots(folder), operator, passphrase)
    if not folders.database(folder).is_file():
        raise Refused("store_missing", folder=folder)
    db = open_store(folders.database(folder), db_key)
    point = msgspec.convert(settings.get(db, "point"), Point)
    if point.practice != found.practice:
        # The marker is plain text: whoever turns it over must not turn a real point into a practice one.
        db.conn.close()
        raise WrongUse("folder_damaged", folder=folder)
    desk = _desk(folder, db, db_key, point, name, _clock(point, db, moment))
    # Print copies and parts of reports left behind by a crash hold names (design §2, rule 10).
    folders.empty(folders.prints(folder))
    keys = journal_key.load(folders.journal_key(folder), db_key)
    newest = sync.newest_journal(db)
    if keys is None or newest is None or keys.public.fingerprint != newest["journal"]:
        return begin_journal(desk)
    return replace(desk, keys=keys, journal=newest["journal"], renewal=newest["renewal"])


def _clock(point: Point, db: Database, moment: datetime | None) -> Clock:
    if moment is not None:
        return clocks.fixed(moment)
    if point.on is not None:
        return clocks.on_day(point.on, lambda: journal_store.last_moment(db))
    return clocks.system


def _desk(folder: Path, db: Database, db_key: bytes, point: Point, operator: str, clock: Clock) -> Desk:
    return Desk(
        folder=folder,
        db=db,
        point=point,
        journal="",
        renewal=0,
        keys=_NO_KEYS,
        policy=packs.load_kept(settings.pack(db, point.pack_hash)),
        operator=operator,
        clock=clock,
        connect=lambda: connect(folders.database(folder), db_key),
        copy_store=lambda file, tick: copy_to(folders.database(folder), file, db_key, tick=tick),
        open_for_county=lambda recipient: keyslots.wrap_for_county(folders.county_slot(folder), db_key, recipient),
        keep_keys=lambda keys: journal_key.save(folders.journal_key(folder), keys, db_key),
    )


# Stands in for the moment between opening the store and opening or beginning the journal; signs nothing.
_NO_KEYS = PrivateKeys(sign=b"", seal="")


def point_of(
    *, code: str, name: str, device: int, practice: bool, on: date | None, pack_id: str
) -> tuple[Point, bytes]:
    """A point by its settings, and the bytes of its pack (id or file).

    Raises WrongUse: point_code, point_name, on_is_practice, and what `packs.install.installable` raises.
    """
    if len(code) != 12 or not (code.isascii() and code.isdigit()):
        raise WrongUse("point_code", point=code)
    if not 0 < len(name.strip()) <= NAME_MOST or not name.strip().isprintable():
        raise WrongUse("point_name", most=NAME_MOST)
    if on is not None and not practice:
        raise WrongUse("on_is_practice")
    policy, content = installable(pack_id)
    point = Point(
        code=code, name=name.strip(), device=device, practice=practice, on=on, pack=policy.id, pack_hash=policy.hash,
        year=policy.benefit_year,
    )  # fmt: skip
    return point, content
