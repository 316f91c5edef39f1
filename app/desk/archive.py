"""The end of a season: an archive sealed to the county, and then the local copy and its key are destroyed (design §2).

Nothing else in this program ever deletes. It happens only on the county's word for exactly the journal as it stands:
one entry more, and the county has to say it again.
"""

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from app.desk import folder as folders
from app.desk.desk import Desk
from app.desk.hand_over import known_county
from app.desk.take_changes import RELEASE
from app.devices import envelope, stick
from app.domain.errors import Refused
from app.domain.payment import yuan_plain
from app.domain.syncfile import Release
from app.store import cards, counter, database, money, settings, stock
from app.store import journal as journal_store

# What is left of a data folder once its journal was archived.
DESTROYED = ("journal.key", "slots.json", "county.slot", folders.MARKER)


class Archived(msgspec.Struct, frozen=True, kw_only=True):
    """The sealed archive on the stick: its path, SHA-256, and the last entry it holds."""

    file: str
    sha256: str
    last_seq: int


def may_archive(desk: Desk) -> bool:
    """Whether the county has released the journal as it stands."""
    kept = settings.get(desk.db, RELEASE)
    head = journal_store.head(desk.db, desk.journal)
    word = msgspec.convert(kept, Release) if kept else None
    return word is not None and (word.upto, word.head) == (head.seq, head.hash)


def left_open(desk: Desk) -> list[str]:
    """What nobody could settle any more once the journal is gone, in words."""
    held = money.holding(desk.db).held_fen
    books = [each for each in stock.accounts(desk.db) if not each.book.settled]
    cards_open, waiting = cards.open_cards(desk.db), [each for each in money.remitted(desk.db) if not each.received_on]
    found = (
        (counter.open_day(desk.db, desk.journal), "账日还没有日结"),
        (held, f"现金 {yuan_plain(held)} 元还没有解缴"),
        (waiting, f"{len(waiting)} 张缴款单还没有登记到账"),
        (cards_open, f"{len(cards_open)} 笔刷卡还没有弄清"),
        (books, f"{len(books)} 本票据还没有结报缴销"),
    )
    return [words for there, words in found if there]


def archive(desk: Desk, into: Path, *, reason: str | None = None) -> Archived:
    """Write the archive into `into`, read it back, and only then destroy what lies here; the desk is closed.

    What is left open is refused (archive_left_open) unless a `reason` says why it need not be settled here.
    The archive is the encrypted store and its wrapped keys, sealed with age to the county: `age -d` opens it there.
    Raises Refused: archive_not_released, county_unknown, folder_missing, disk_full, stick_gone, cannot_write,
    readback_differs.
    """
    county = known_county(desk)
    if county is None:
        raise Refused("county_unknown")
    if not may_archive(desk):
        raise Refused("archive_not_released")
    open_ = left_open(desk)
    if open_ and not (reason or "").strip():
        raise Refused("archive_left_open", what="，".join(open_))
    head = journal_store.head(desk.db, desk.journal)
    file = into / f"cunjiao-archive-{desk.point.code}-{desk.point.year}-{desk.journal[:5]}.zip.age"
    with TemporaryDirectory(dir=desk.folder) as scratch:
        copy = Path(scratch) / "point.db"
        desk.copy_store(copy, None)
        members = {"point.db": copy.read_bytes()}
    kept = ("slots.json", "county.slot")
    members |= {name: (desk.folder / name).read_bytes() for name in kept if (desk.folder / name).exists()}
    sha256 = stick.write(file, envelope.seal_archive(members, to=county.seal_key))
    database.close(desk.db)
    _destroy(desk.folder)
    return Archived(file=str(file), sha256=sha256, last_seq=head.seq)


def _destroy(folder: Path) -> None:
    """The keys first: without them the rest is noise, even where the power goes in between."""
    for name in DESTROYED:
        with suppress(FileNotFoundError):
            (folder / name).unlink()
    for file in folder.glob("point*.db*"):
        file.unlink()
    folders.empty(folders.prints(folder))
