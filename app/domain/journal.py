"""The journal: what happened at a point, entry by entry, and the tables that follow from it.

An entry is stored as its exact canonical JSON line (sorted names, UTF-8, no blanks); `digest` of that line is what
the next entry's `prev` holds. `effects` says which rows an entry puts into or takes out of the projections. It reads
nothing, so the point, a rebuild and the county get the same tables from the same lines (design §2).
"""

import hashlib
from collections.abc import Iterable
from datetime import datetime
from typing import Any

import msgspec

from app.domain import effects_day, effects_exchange, effects_money, effects_paper, effects_payment, nesting
from app.domain.effects import Kinds, Stamp
from app.domain.errors import Refused
from app.domain.tables import Effect

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
    if nesting.too_deep(stored):
        raise Refused("entry_invalid", problem=nesting.PROBLEM)
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
    if nesting.too_deep(stored):
        return nesting.PROBLEM
    try:
        link = _LINK.decode(stored)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return "不是一条记录"
    if link.seq != seq:
        return "编号不符"
    return "" if link.prev == prev else "与上一条不相连"


# Begins the reason where an entry is of a later version; the kind follows.
UNKNOWN_KIND = "不认识的种类 "

KINDS: Kinds = {
    **effects_exchange.KINDS,
    **effects_payment.KINDS,
    **effects_day.KINDS,
    **effects_money.KINDS,
    **effects_paper.KINDS,
}


def effects(entry: Entry, hash8: str = "") -> list[Effect]:
    """The rows that this entry puts or drops; kinds that change no table give an empty list.

    `hash8` are the first eight characters of the entry's own hash, which stand on its receipt. A kind that this
    version does not know, or a body that lacks a field, raises Refused("entry_invalid").
    """
    make = KINDS.get(entry.kind)
    if make is None:
        raise Refused("entry_invalid", problem=f"{UNKNOWN_KIND}{entry.kind}")
    try:
        return list(make(entry.body, Stamp(entry.seq, entry.at, entry.by, hash8)))
    except (KeyError, TypeError) as error:
        raise Refused("entry_invalid", problem=f"{entry.kind} 缺少 {error}") from error


def stamp(moment: datetime) -> str:
    """A moment as an entry holds it: ISO 8601 with seconds and offset."""
    return moment.isoformat(timespec="seconds")
