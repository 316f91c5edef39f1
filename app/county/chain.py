"""Follow the chain from what the county holds through what a file brings: each line hashed and parsed once."""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from app.county.records import Fork, Journal
from app.domain import journal, nesting, syncfile
from app.domain.errors import Refused
from app.domain.journal import Entry
from app.domain.syncfile import Header


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """A line in its place in the chain. `entry` is None where it is no entry, `problem` says why."""

    seq: int
    hash: str
    line: bytes
    entry: Entry | None
    problem: str = ""


class Forked(Refused):
    """A refusal that carries what is to be kept of the other history."""

    def __init__(self, header: Header, seq: int, *, held_hash: str, other_hash: str) -> None:
        self.fork = Fork(
            seq=seq,
            held_hash=held_hash,
            other_hash=other_hash,
            other_last=header.last_seq,
            other_head=header.head,
        )
        super().__init__("fork", seq=seq)


def new_links(header: Header, payload: bytes, *, sender: Journal, held: Mapping[int, str]) -> Iterator[Link]:
    """The links of a file beyond what the county holds of `sender`; none where it holds them all.

    `held` are the county's hashes from the seq before the file's first up to its last. The file must begin no later
    than the next entry. Raises Forked where the file tells another story of an entry that the county holds, and
    Refused chain_broken, both before or while the links are drawn.
    """
    _check_start(header, sender, held)
    lines = syncfile.lines(payload)
    last_hash = ""
    for seq, line in zip(range(header.first_seq, sender.held + 1), lines, strict=False):
        last_hash = journal.digest(line)
        if last_hash != held[seq]:
            raise Forked(header, seq, held_hash=held[seq], other_hash=last_hash)
    for link in follow(lines, first_seq=sender.held + 1, prev=sender.head):
        yield link
        last_hash = link.hash
    if last_hash != header.head:
        raise Refused("chain_broken", seq=header.last_seq)


def _check_start(header: Header, sender: Journal, held: Mapping[int, str]) -> None:
    before = header.first_seq - 1
    if not before:
        if header.prev_head != journal.first_prev(bytes.fromhex(sender.public_key)):
            raise Refused("chain_broken", seq=1)
    elif header.prev_head != held[before]:
        raise Forked(header, before, held_hash=held[before], other_hash=header.prev_head)


class _Place(msgspec.Struct):
    seq: int
    prev: str


_PLACE = msgspec.json.Decoder(_Place)


def follow(lines: Iterable[bytes], *, first_seq: int, prev: str) -> Iterator[Link]:
    """The lines as links after the hash `prev`. Raises Refused chain_broken at the first that does not follow."""
    for seq, line in enumerate(lines, start=first_seq):
        link = _link(seq, line)
        place = link.entry or _place(line)
        if place is None or place.seq != seq or place.prev != prev:
            raise Refused("chain_broken", seq=seq)
        yield link
        prev = link.hash


def _link(seq: int, line: bytes) -> Link:
    digest = journal.digest(line)
    try:
        return Link(seq=seq, hash=digest, line=line, entry=journal.parse(line))
    except Refused as refusal:
        return Link(seq=seq, hash=digest, line=line, entry=None, problem=str(refusal.facts.get("problem", "")))


def _place(line: bytes) -> _Place | None:
    if nesting.too_deep(line):
        return None
    try:
        return _PLACE.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
