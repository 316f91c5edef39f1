"""What the point remembers of its exchange with the county: files it sent, replies it took, records that came back."""

from typing import Any

from sqlite_utils import Database


def acknowledged_to(db: Database, journal: str) -> int:
    """The highest seq that the reply taken last acknowledges, 0 where none came."""
    row = db.conn.execute(
        "SELECT acknowledged_to FROM replies WHERE journal = ? ORDER BY place DESC LIMIT 1", (journal,)
    ).fetchone()
    return int(row[0]) if row else 0


def last_file(db: Database, journal: str) -> tuple[int, str]:
    """Number and SHA-256 of the newest file sent, (0, "") where none was."""
    row = db.conn.execute(
        "SELECT number, sha256 FROM sent_files WHERE journal = ? ORDER BY number DESC LIMIT 1", (journal,)
    ).fetchone()
    return (int(row[0]), row[1]) if row else (0, "")


def add_file(
    db: Database, journal: str, number: int, *, first: int, last: int, sha256: str, name: str, at: str
) -> None:
    """Remember a file that was written and read back."""
    db.conn.execute(
        "INSERT INTO sent_files VALUES (?, ?, ?, ?, ?, ?, ?)", (journal, number, first, last, sha256, name, at)
    )


def last_reply(db: Database, journal: str, store: str) -> int:
    """The highest reply number taken from this county store, 0 where none was."""
    row = db.conn.execute(
        "SELECT max(number) FROM replies WHERE journal = ? AND store = ?", (journal, store)
    ).fetchone()
    return int(row[0] or 0)


def newest_store(db: Database, journal: str) -> str | None:
    """The county store whose reply was taken last, None where none was. Numbers rise per store only."""
    row = db.conn.execute(
        "SELECT store FROM replies WHERE journal = ? ORDER BY place DESC LIMIT 1", (journal,)
    ).fetchone()
    return row[0] if row else None


def add_reply(db: Database, journal: str, *, store: str, number: int, acknowledged_to: int, at: str) -> None:
    """Remember a reply that was taken."""
    db.conn.execute(
        "INSERT INTO replies SELECT ?1, ?2, ?3, ?4, ?5, coalesce(max(place), 0) + 1 FROM replies WHERE journal = ?1",
        (journal, number, store, acknowledged_to, at),
    )


def set_rejected(db: Database, journal: str, records: list[dict[str, Any]]) -> None:
    """The records the county sent back, as its newest reply lists them."""
    db.conn.execute("DELETE FROM rejected WHERE journal = ?", (journal,))
    rows = [(journal, r["seq"], r["code"], r["remedy"]) for r in records]
    db.conn.executemany("INSERT INTO rejected VALUES (?, ?, ?, ?)", rows)


def rejected(db: Database, journal: str) -> list[dict[str, Any]]:
    """Records the county sent back, with code and remedy."""
    rows = db.conn.execute("SELECT seq, code, remedy FROM rejected WHERE journal = ? ORDER BY seq", (journal,))
    return [{"seq": s, "code": c, "remedy": r} for s, c, r in rows]


def journals(db: Database) -> list[str]:
    """The journals this store has had, the oldest first."""
    return [row[0] for row in db.conn.execute("SELECT journal FROM journals ORDER BY renewal")]


def add_journal(
    db: Database, *, journal: str, public_key: str, seal_key: str, device: int, renewal: int, at: str
) -> None:
    """A journal's public side, kept before its first entry."""
    db.conn.execute(
        "INSERT INTO journals VALUES (?, ?, ?, ?, ?, ?)", (journal, public_key, seal_key, device, renewal, at)
    )


def journal_key(db: Database, journal: str) -> str | None:
    """The public key (hex) of a journal of this store, None where it never was one."""
    row = db.conn.execute("SELECT public_key FROM journals WHERE journal = ?", (journal,)).fetchone()
    return row[0] if row else None


def newest_journal(db: Database) -> dict[str, Any] | None:
    """The journal opened last: {journal, public_key, seal_key, device, renewal}; None in an empty store."""
    row = db.conn.execute(
        "SELECT journal, public_key, seal_key, device, renewal FROM journals ORDER BY renewal DESC LIMIT 1"
    ).fetchone()
    return dict(zip(("journal", "public_key", "seal_key", "device", "renewal"), row, strict=True)) if row else None


def hash_at(db: Database, journal: str, seq: int) -> str | None:
    """The hash of entry `seq`, None where the journal does not reach that far."""
    row = db.conn.execute("SELECT hash FROM journal WHERE journal = ? AND seq = ?", (journal, seq)).fetchone()
    return row[0] if row else None
