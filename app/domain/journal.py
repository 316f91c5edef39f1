"""The journal: what happened at a point, entry by entry, and the tables that follow from it.

An entry is stored as its exact canonical JSON line (sorted names, UTF-8, no blanks); `digest` of that line is what
the next entry's `prev` holds. `effects` says which rows an entry puts into or takes out of the projections. It reads
nothing, so the point, a rebuild and the county get the same tables from the same lines (design §2).
"""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

import msgspec

from app.domain.errors import Refused

FORMAT = 1


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One entry. `seq` counts from 1 per journal, `at` is ISO with +08:00, `by` its author, `prev` 64 hex digits."""

    seq: int
    at: str
    by: str
    kind: str
    body: dict[str, Any]
    prev: str
    v: int = FORMAT


class Table(msgspec.Struct, frozen=True):
    """A projection: its key and columns as they stand at a point; the county puts (point, journal) before the key."""

    name: str
    key: tuple[str, ...]
    columns: dict[str, str]


class Put(msgspec.Struct, frozen=True):
    """A new row of `table`: `row` holds key and values. A row of that key already there is the entry's fault."""

    table: str
    row: dict[str, Any]


class Drop(msgspec.Struct, frozen=True):
    """Take the row with this key out of `table`."""

    table: str
    key: dict[str, Any]


Effect = Put | Drop


def _table(name: str, key: str, *, numbers: str = "", texts: str = "") -> Table:
    columns = dict.fromkeys(numbers.split(), "INTEGER") | dict.fromkeys(texts.split(), "TEXT")
    return Table(name, tuple(key.split()), columns)


TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        _table(
            "openings",
            "seq",
            numbers="seq device renewal practice year",
            texts="point name pack pack_hash previous",
        ),
        _table(
            "payments",
            "payment",
            numbers="seq day year price_fen subsidy_fen due_fen",
            texts="payment at by paid_on batch person name household group_name category method terminal reference "
            "receipt benefit_start benefit_end waiting pack_hash hash8",
        ),
        _table(
            "batches",
            "batch",
            numbers="day people total_fen tendered_fen change_fen",
            texts="batch digest",
        ),
        _table("active", "person year", numbers="year", texts="person payment"),
        _table("receipts", "receipt", numbers="day serial amount_fen", texts="receipt payment kind"),
        _table("voids", "payment", numbers="seq day", texts="payment at by reason"),
        _table("prints", "receipt copy", numbers="copy seq", texts="receipt at by"),
        _table("days", "day", numbers="day float_fen", texts="date at by"),
        _table("counts", "seq", numbers="seq day counted_fen", texts="notes at by"),
        _table(
            "closes",
            "day",
            numbers="day seq expected_fen counted_fen difference_fen pos_fen people receipts records clean",
            texts="reason at by",
        ),
    )
}


def line(entry: Entry) -> bytes:
    """The canonical JSON line of an entry, without a line end; this is what is stored, hashed and sent."""
    return msgspec.json.encode(entry, order="sorted")


def digest(stored: bytes) -> str:
    """SHA-256 of a stored line, 64 hex digits."""
    return hashlib.sha256(stored).hexdigest()


def first_prev(public_key: bytes) -> str:
    """What the first entry's `prev` holds: SHA-256 of the journal's public key (32 bytes, Ed25519)."""
    return hashlib.sha256(public_key).hexdigest()


_DECODER = msgspec.json.Decoder(Entry)


def parse(stored: bytes) -> Entry:
    """The entry in a stored line. A line that is no entry, or not canonical, raises Refused("entry_invalid")."""
    try:
        entry = _DECODER.decode(stored)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Refused("entry_invalid", problem=str(error)) from error
    if line(entry) != stored:
        raise Refused("entry_invalid", problem="不是规范写法")
    return entry


class Break(msgspec.Struct, frozen=True):
    """Where a chain stops being one: the first bad seq and why."""

    seq: int
    problem: str


def check_chain(lines: Iterable[tuple[int, bytes, str]], prev: str) -> tuple[int, str, Break | None]:
    """Follow a chain of (seq, line, stored hash) after `prev`: the number of good entries, the last good hash, the
    first break.

    Only `prev` and `seq` are read out of each line, so that checking a whole season costs little more than its
    SHA-256.
    """
    count = 0
    for expected, (seq, stored, kept) in enumerate(lines, start=1):
        problem = _problem(stored, kept, seq, expected, prev)
        if problem:
            return count, prev, Break(seq=expected, problem=problem)
        prev = kept
        count += 1
    return count, prev, None


class _Link(msgspec.Struct):
    seq: int
    prev: str


_LINK = msgspec.json.Decoder(_Link)


def _problem(stored: bytes, kept: str, seq: int, expected: int, prev: str) -> str:
    if seq != expected:
        return "缺号"
    if digest(stored) != kept:
        return "内容与摘要不符"
    try:
        link = _LINK.decode(stored)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return "不是一条记录"
    if link.seq != seq:
        return "编号不符"
    return "" if link.prev == prev else "与上一条不相连"


def effects(entry: Entry, hash8: str = "") -> list[Effect]:
    """The rows that this entry puts or drops; kinds that change no table give an empty list.

    `hash8` are the first eight characters of the entry's own hash, which stand on its receipt. A kind that this
    version does not know, or a body that lacks a field, raises Refused("entry_invalid").
    """
    make = _EFFECTS.get(entry.kind)
    if make is None:
        raise Refused("entry_invalid", problem=f"不认识的种类 {entry.kind}")
    try:
        return list(make(entry, hash8))
    except (KeyError, TypeError) as error:
        raise Refused("entry_invalid", problem=f"{entry.kind} 缺少 {error}") from error


def _nothing(entry: Entry, hash8: str) -> Iterator[Effect]:
    return iter(())


def _opened(entry: Entry, hash8: str) -> Iterator[Effect]:
    b = entry.body
    previous = b["previous"]
    yield Put(
        "openings",
        {
            "seq": entry.seq,
            **{k: b[k] for k in ("point", "name", "device", "renewal", "year", "pack", "pack_hash")},
            "practice": int(b["practice"]),
            "previous": None if previous is None else previous["journal"],
        },
    )


_COPIED = (
    "payment", "day", "paid_on", "year", "person", "category", "price_fen", "subsidy_fen", "due_fen", "method",
    "terminal", "reference",
    "receipt", "benefit_start", "benefit_end", "waiting", "pack_hash",
)  # fmt: skip


def _paid(entry: Entry, hash8: str) -> Iterator[Effect]:
    b = entry.body
    payer, batch = b["resident"], b["batch"]
    row = {k: b[k] for k in _COPIED}
    yield Put(
        "payments",
        row
        | {"seq": entry.seq, "at": entry.at, "by": entry.by, "batch": batch["id"], "hash8": hash8}
        | {"name": payer["name"], "household": payer["household"], "group_name": payer["group"]},
    )
    if batch["index"] == 0:
        yield Put("batches", {"batch": batch["id"], "day": b["day"], **{k: batch[k] for k in _BATCH}})
    yield Put("active", {"person": b["person"], "year": b["year"], "payment": b["payment"]})
    yield Put(
        "receipts",
        {
            "receipt": b["receipt"],
            "payment": b["payment"],
            "day": b["day"],
            "kind": "zero" if b["method"] == "zero" else "fee",
            "serial": int(b["receipt"][-6:]),
            "amount_fen": b["due_fen"],
        },
    )


_BATCH = ("people", "total_fen", "tendered_fen", "change_fen", "digest")


def _voided(entry: Entry, hash8: str) -> Iterator[Effect]:
    b = entry.body
    yield Put(
        "voids",
        {
            "payment": b["payment"],
            "seq": entry.seq,
            "at": entry.at,
            "by": entry.by,
            "day": b["day"],
            "reason": b["reason"],
        },
    )
    yield Drop("active", {"person": b["person"], "year": b["year"]})


def _printed(entry: Entry, hash8: str) -> Iterator[Effect]:
    b = entry.body
    yield Put("prints", {"receipt": b["receipt"], "copy": b["copy"], "seq": entry.seq, "at": entry.at, "by": entry.by})


def _day_opened(entry: Entry, hash8: str) -> Iterator[Effect]:
    b = entry.body
    yield Put("days", {"day": b["day"], "date": b["date"], "float_fen": b["float_fen"], "at": entry.at, "by": entry.by})


def _counted(entry: Entry, hash8: str) -> Iterator[Effect]:
    b = entry.body
    notes = msgspec.json.encode(b["notes"]).decode()
    yield Put(
        "counts",
        {
            "seq": entry.seq,
            "day": b["day"],
            "counted_fen": b["counted_fen"],
            "notes": notes,
            "at": entry.at,
            "by": entry.by,
        },
    )


def _closed(entry: Entry, hash8: str) -> Iterator[Effect]:
    b = entry.body
    numbers = (
        "day",
        "expected_fen",
        "counted_fen",
        "difference_fen",
        "pos_fen",
        "people",
        "receipts",
        "records",
        "reason",
    )
    yield Put(
        "closes",
        {k: b[k] for k in numbers} | {"seq": entry.seq, "clean": int(b["clean"]), "at": entry.at, "by": entry.by},
    )


_EFFECTS = {
    "journal_opened": _opened,
    "clerk_added": _nothing,
    "roster_imported": _nothing,
    "clock_confirmed": _nothing,
    "day_opened": _day_opened,
    "payment": _paid,
    "payment_voided": _voided,
    "receipt_printed": _printed,
    "day_counted": _counted,
    "day_closed": _closed,
}


def stamp(moment: datetime) -> str:
    """A moment as an entry holds it: ISO 8601 with seconds and offset."""
    return moment.isoformat(timespec="seconds")
