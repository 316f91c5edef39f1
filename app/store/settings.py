"""Local settings of a point: neither journal nor projection, one of the exceptions design §2 names."""

from typing import Any

import msgspec
from sqlite_utils import Database


def get(db: Database, key: str) -> Any:
    """The value kept under `key`, None where there is none."""
    row = db.conn.execute("SELECT value FROM settings WHERE key = ?", (key,)).fetchone()
    return None if row is None else msgspec.json.decode(row[0])


def put(db: Database, key: str, value: Any) -> None:
    """Keep `value` (anything JSON) under `key`."""
    db.conn.execute(
        "INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key, msgspec.json.encode(value).decode()),
    )


def add_pack(db: Database, *, digest: str, pack: str, content: bytes, at: str) -> None:
    """Keep a pack for ever by its hash; the same pack twice is kept once."""
    db.conn.execute(
        "INSERT OR IGNORE INTO packs (hash, pack, content, added_at) VALUES (?, ?, ?, ?)", (digest, pack, content, at)
    )


def pack(db: Database, digest: str) -> bytes:
    """The bytes of a kept pack; KeyError where it was never kept."""
    row = db.conn.execute("SELECT content FROM packs WHERE hash = ?", (digest,)).fetchone()
    if row is None:
        raise KeyError(digest)
    return bytes(row[0])
