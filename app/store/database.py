"""Opening the point's encrypted database, and the one way to write to it.

SQLCipher is opened with the raw 256-bit key (no derivation: 1-3 ms). The connection is in autocommit, so that nothing
but `writing` begins a transaction: sqlite-utils' own `atomic()` begins deferred, and then a second writer fails at
once with "database is locked".
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher
from sqlite_utils import Database

from app.domain.errors import Refused
from app.store.migrations import KNOWN, MIGRATIONS

BUSY_TIMEOUT_MS = 5_000
# 4 KiB each; so many are copied at once.
COPY_PAGES = 256

# What a connection keeps of the pages it has decrypted. The window's looks people up among hundreds of thousands; one
# for long work in the background reads each page once.
LOOKUP_CACHE_KIB, CACHE_KIB = 32_768, 4_096

# A unique index said no: a second active payment for a person and year, or a number used twice.
Conflict = sqlcipher.IntegrityError

# Whatever the database itself complains of; `explain` has the sentence.
StoreError = sqlcipher.DatabaseError


def connect(file: Path, key: bytes, *, cache_kib: int = CACHE_KIB) -> Database:
    """Open (or make) the database with its 32-byte key, without touching its schema.

    WAL and synchronous=FULL make each commit one data sync; checkpoints run only from `checkpoint`. Raises
    Refused("store_unreadable") where the key does not fit or the file is damaged.
    """
    try:
        connection = sqlcipher.connect(str(file), isolation_level=None, check_same_thread=False, cached_statements=256)
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlcipher.DatabaseError as error:
        raise explain(error) from error
    for pragma in (
        f"busy_timeout = {BUSY_TIMEOUT_MS}",
        "journal_mode = WAL",
        "synchronous = FULL",
        "wal_autocheckpoint = 0",
        "foreign_keys = ON",
        "temp_store = MEMORY",
        f"cache_size = -{cache_kib}",
    ):
        connection.execute(f"PRAGMA {pragma}")
    return Database(connection, recursive_triggers=True, execute_plugins=False)


def open_store(file: Path, key: bytes) -> Database:
    """Connect and bring the schema up to date; a database from a newer program is refused (`store_from_future`)."""
    db = connect(file, key, cache_kib=LOOKUP_CACHE_KIB)
    applied = {m.name for m in MIGRATIONS.applied(db)}
    if not applied <= KNOWN:
        db.conn.close()
        raise Refused("store_from_future")
    if MIGRATIONS.pending(db):
        if applied:
            _back_up(db, file, key)
        MIGRATIONS.apply(db)
    _begin_log(db)
    return db


def _back_up(db: Database, file: Path, key: bytes) -> None:
    copy = connect(file.with_name(f"{file.stem}-before-upgrade.db"), key)
    db.conn.backup(copy.conn)
    copy.conn.close()


def copy_to(source: Path, file: Path, key: bytes, *, tick: Callable[[int, int], None] | None = None) -> None:
    """Copy the whole store into a new file under the same key, as one file without a log beside it.

    `tick` is told the pages copied and how many there are, and may raise. Raises Refused as `explain` names it; what
    was begun of the copy is then to be thrown away.
    """
    # A connection of its own: the copy is made off the window's thread, and the window's must not wait for it.
    db, copy = connect(source, key), connect(file, key)
    try:
        # Reading all the time, so that a payment made meanwhile does not begin the copy anew.
        db.conn.execute("BEGIN")
        db.conn.execute("SELECT count(*) FROM sqlite_master").fetchone()
        told = (lambda _status, left, of: tick(of - left, of)) if tick else None
        db.conn.backup(copy.conn, pages=COPY_PAGES, progress=told)
        copy.conn.execute("PRAGMA journal_mode = DELETE")
    except sqlcipher.DatabaseError as error:
        raise explain(error) from error
    finally:
        copy.conn.close()
        db.conn.close()


@contextmanager
def writing(db: Database) -> Iterator[Database]:
    """One transaction begun IMMEDIATE: all of it is on the disk when the block ends, or none of it.

    A full disk, a locked or a damaged database come out as Refused with the sentence for it.
    """
    try:
        db.conn.execute("BEGIN IMMEDIATE")
    except sqlcipher.DatabaseError as error:
        raise explain(error) from error
    try:
        yield db
        db.conn.execute("COMMIT")
    except sqlcipher.IntegrityError:
        _roll_back(db)
        raise
    except sqlcipher.DatabaseError as error:
        _roll_back(db)
        raise explain(error) from error
    except BaseException:
        _roll_back(db)
        raise


def _roll_back(db: Database) -> None:
    # SQLite may already have rolled back by itself (disk full); a second ROLLBACK would hide the first error.
    if db.conn.in_transaction:
        db.conn.execute("ROLLBACK")


def _begin_log(db: Database) -> None:
    """Give an empty write-ahead log its head now, by writing the first page as it is.

    The first write to a log waits for the disk up to three times, and that must not fall to a payment (design §2,
    rule 3). Where nothing can be written (another connection is writing, the disk is full) nothing is lost: whoever
    writes next does it, or says what is wrong.
    """
    (version,) = db.conn.execute("PRAGMA user_version").fetchone()
    db.conn.execute("PRAGMA busy_timeout = 0")
    with suppress(sqlcipher.OperationalError):
        db.conn.execute(f"PRAGMA user_version = {version}")
    db.conn.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")


def checkpoint(db: Database) -> None:
    """Move the write-ahead log into the database; called when idle and at close, never between BEGIN and COMMIT."""
    db.conn.execute("PRAGMA wal_checkpoint(PASSIVE)")
    _begin_log(db)


def close(db: Database) -> None:
    """Checkpoint and close."""
    db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.conn.close()


def explain(error: sqlcipher.DatabaseError) -> Refused:
    """The known error for what the database complains of: disk_full, store_busy, store_unwritable, store_unreadable."""
    text = str(error)
    if "full" in text or "disk I/O" in text:
        return Refused("disk_full", file="point.db")
    if "locked" in text or "busy" in text:
        return Refused("store_busy")
    if "readonly" in text or "unable to open" in text:
        return Refused("store_unwritable")
    return Refused("store_unreadable", problem=text)


__all__ = [
    "Conflict",
    "Database",
    "StoreError",
    "checkpoint",
    "close",
    "connect",
    "copy_to",
    "explain",
    "open_store",
    "writing",
]
