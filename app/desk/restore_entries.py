"""What a restored point lost and the county still holds: entries of journals before this one come back with a reply.

They are checked as a chain that goes on from the last entry known here, and are taken as they are: nobody who paid
before the PC was lost is charged again. Where somebody was, in between, the later payment stands and the county shows
both as a conflict.
"""

from collections.abc import Sequence

import msgspec

from app.desk.desk import Desk
from app.domain import journal as entries
from app.domain.errors import Refused
from app.domain.syncfile import HeldEntry
from app.store import journal as journal_store
from app.store import sync


class Lost(msgspec.Struct, frozen=True, kw_only=True):
    """Lines of one older journal, in order, that are not here yet."""

    of: str
    first: int
    lines: tuple[bytes, ...]

    @property
    def last(self) -> int:
        return self.first + len(self.lines) - 1

    @property
    def payments(self) -> list[str]:
        """The payments among them."""
        return [entry.body["payment"] for entry in map(entries.parse, self.lines) if entry.kind == "payment"]


def lost(desk: Desk, records: Sequence[HeldEntry]) -> tuple[Lost, ...]:
    """What of these entries is missing here, journal by journal; none where nothing is.

    Raises Refused held_foreign (a journal this point never had), held_broken (they do not follow what is here).
    """
    found: dict[str, list[bytes]] = {}
    for each in records:
        found.setdefault(each.journal, []).append(each.line.encode())
    missing = (_lost(desk, of, lines) for of, lines in found.items())
    return tuple(each for each in missing if each.lines)


def _lost(desk: Desk, of: str, lines: Sequence[bytes]) -> Lost:
    if sync.journal_key(desk.db, of) is None or of == desk.journal:
        raise Refused("held_foreign")
    head = journal_store.head(desk.db, of)
    new = [line for line in lines if entries.parse(line).seq > head.seq]
    prev = head.hash
    for seq, line in enumerate(new, start=head.seq + 1):
        entry = entries.parse(line)
        if entry.seq != seq or entry.prev != prev:
            raise Refused("held_broken", seq=seq)
        prev = entries.digest(line)
    return Lost(of=of, first=head.seq + 1, lines=tuple(new))


def restore(desk: Desk, found: Lost, *, store: str, at: str) -> int:
    """Put the lost entries back; the caller holds the transaction. The county has them: they count as 县已收."""
    for line in found.lines:
        journal_store.take_back(desk.db, found.of, line)
    number = sync.last_reply(desk.db, found.of, store) + 1
    sync.add_reply(desk.db, found.of, store=store, number=number, acknowledged_to=found.last, at=at)
    desk.write("entries_restored", {"of": found.of, "upto": found.last})
    return len(found.lines)
