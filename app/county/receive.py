"""Take files from sticks: each entry exactly once, in whatever order; a file not taken gets a named answer."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import msgspec
from sqlalchemy import Connection

from app.county import chain, doubles, lineage, records, revoke
from app.county.carried import carried
from app.county.check import kind_name
from app.county.conflicts import Conflict, conflicts
from app.county.office import County
from app.county.records import Journal, Waiting
from app.county.take import Taken, take, take_again, take_later
from app.devices import collector, envelope, stick
from app.devices.envelope import Opened
from app.domain import errors, journal, syncfile
from app.domain.errors import Refused
from app.domain.syncfile import Header


class RejectedFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file of which nothing was taken, and why."""

    file: str
    code: str
    message: str


class Doubtful(msgspec.Struct, frozen=True, kw_only=True):
    """Entries of one journal that are out of the accounts for one reason; `message` says it and what to do here."""

    point: str
    name: str
    journal: str
    code: str
    message: str
    seqs: list[int]


class ReceiveResult(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What came in (design §5): `files` read, the rest are entries.

    `waiting` counts those of these files that still wait for an earlier one; `conflicts` are all open at the county.
    `quarantine` are the entries of these files that are out of the accounts, from this call or from one before, and
    `taken_again` counts those that had been and came in now that their pack is known, or the payment that they end;
    both only where there are any.
    """

    files: int
    accepted: int
    duplicate: int
    waiting: int
    quarantined: int
    rejected: list[RejectedFile]
    conflicts: list[Conflict]
    quarantine: list[Doubtful] = []
    taken_again: int = 0


class _Brought(msgspec.Struct, frozen=True, kw_only=True):
    """A file that an enrolled journal has signed; `sha256` is that of the sealed bytes."""

    name: str
    sha256: str
    opened: Opened

    @property
    def header(self) -> Header:
        return self.opened.header


class _Intake:
    """The running count of one call, and the time that stands on what it stores."""

    def __init__(self, county: County, at: str) -> None:
        self.county, self.at = county, at
        self.files = self.accepted = self.duplicate = self.quarantined = 0
        self.rejected: list[RejectedFile] = []
        self.waiting: dict[tuple[str, str], set[str]] = {}
        self.taken: list[Header] = []
        self.taken_again = 0

    def reject(self, name: str, refusal: Refused) -> None:
        self.rejected.append(RejectedFile(file=name, code=refusal.code, message=str(refusal)))


@collector.paused()
def receive(county: County, paths: Iterable[Path], *, now: datetime) -> ReceiveResult:
    """Take these files in, in whatever order they are given.

    A file that comes too early waits and is taken once the gap is filled; a file that cannot be taken is listed under
    `rejected` and changes nothing. Each file is one transaction, and its raw bytes are kept before it is taken.
    """
    intake = _Intake(county, journal.stamp(now))
    with county.engine.begin() as connection:
        intake.taken_again = take_again(connection)
    for path in paths:
        intake.files += 1
        name = envelope.name_of(path)
        try:
            data = envelope.read(path)
            brought = _open(county, name, data)
        except Refused as refusal:
            intake.reject(name, refusal)
            continue
        _keep(county, brought.sha256, data)
        if _take_in(intake, brought):
            _take_waiting(intake, brought.header)
    with county.engine.begin() as connection:
        doubles.note(connection)
        return _result(connection, intake)


def _open(county: County, name: str, data: bytes) -> _Brought:
    """Everything that can be said of a file before looking at its entries."""
    opened = envelope.open(data, keys=county.keys, former=[each.keys for each in county.former])
    header = opened.header
    if header.direction != "up":
        raise Refused("wrong_direction")
    if header.practice != county.practice:
        raise Refused("practice_mismatch", theirs=kind_name(header.practice), ours=kind_name(county.practice))
    with county.engine.begin() as connection:
        sender = records.journal(connection, header.point, header.journal)
        reason = revoke.why(connection, sender) if sender else None
        end = lineage.ended_at(connection, sender) if sender else None
    if sender is None:
        raise Refused("not_enrolled", point=header.point)
    envelope.verify(opened, sender.public_key)
    if reason is not None:
        _keep(county, syncfile.sha256(data), data)
        raise Refused("revoked", point=header.point, reason=reason)
    if end is not None and header.last_seq > end:
        _keep(county, syncfile.sha256(data), data)
        raise Refused("journal_ended", point=header.point, end=end)
    return _Brought(name=name, sha256=syncfile.sha256(data), opened=opened)


def _keep(county: County, sha256: str, data: bytes) -> None:
    """Keep the sealed file as it came; it is what a dispute goes back to."""
    raw = county.raw_file(sha256)
    if not raw.exists():
        stick.write(raw, data)


def _take_in(intake: _Intake, brought: _Brought) -> bool:
    """Take a file, or let it wait, or reject it; whether the journal has grown by it."""
    try:
        with intake.county.engine.begin() as connection:
            sender = _sender(connection, brought.header)
            early = brought.header.first_seq > sender.held + 1
            taken = None if early else _take(connection, sender, brought, intake)
            _note(connection, intake, brought, "waiting" if early else "taken")
    except Refused as refusal:
        _refuse(intake, brought, refusal)
        return False
    if taken is None:
        owner = (brought.header.point, brought.header.journal)
        intake.waiting.setdefault(owner, set()).add(brought.sha256)
        return False
    intake.taken.append(brought.header)
    new = taken.accepted + taken.quarantined
    intake.accepted += taken.accepted
    intake.quarantined += taken.quarantined
    intake.duplicate += brought.header.count - new
    return new > 0


def _sender(connection: Connection, header: Header) -> Journal:
    sender = records.journal(connection, header.point, header.journal)
    if sender is None:
        raise Refused("not_enrolled", point=header.point)
    return sender


def _note(connection: Connection, intake: _Intake, brought: _Brought, status: str, code: str | None = None) -> None:
    by = intake.county.operator
    header, sha256, name = brought.header, brought.sha256, brought.name
    records.put_file(connection, header, sha256=sha256, name=name, status=status, code=code, at=intake.at, by=by)


def _refuse(intake: _Intake, brought: _Brought, refusal: Refused) -> None:
    """What a refused file leaves: the answer, a line about it, and of a fork both heads."""
    intake.reject(brought.name, refusal)
    with intake.county.engine.begin() as connection:
        _note(connection, intake, brought, "refused", refusal.code)
        if isinstance(refusal, chain.Forked):
            sender = _sender(connection, brought.header)
            records.put_fork(connection, sender, refusal.fork, sha256=brought.sha256, at=intake.at)


def _take(connection: Connection, sender: Journal, brought: _Brought, intake: _Intake) -> Taken:
    """Compare what the county holds already, take the rest."""
    header = brought.header
    held = records.hashes(connection, sender, first=header.first_seq - 1, last=min(header.last_seq, sender.held))
    links = chain.new_links(header, brought.opened.payload, sender=sender, held=held)
    taken = take(connection, sender, links, practice=intake.county.practice, at=intake.at)
    if taken.accepted + taken.quarantined:
        _take_carried(connection, sender, intake)
    return taken


def _take_carried(connection: Connection, sender: Journal, intake: _Intake) -> None:
    """What journals of this device carry of older ones may follow by now, whichever of them has just grown."""
    for each in _of_device(connection, sender)[1:]:
        while found := carried(connection, each):
            before, links = found
            take(connection, before, links, practice=intake.county.practice, at=intake.at)
    intake.taken_again += take_later(connection, _of_device(connection, sender)[1:])


def _take_waiting(intake: _Intake, header: Header) -> None:
    """After a journal has grown: take the files that waited for just that, the earliest first."""
    while ready := _ready(intake, header):
        of, file = ready
        _take_kept(intake, msgspec.structs.replace(header, journal=of.journal), file)


def _ready(intake: _Intake, header: Header) -> tuple[Journal, Waiting] | None:
    """A file whose turn it is, of this journal or of an older one of its device, of which it carries entries."""
    with intake.county.engine.begin() as connection:
        for each in _of_device(connection, _sender(connection, header)):
            for file in records.waiting(connection, each):
                if file.first_seq <= each.held + 1:
                    return each, file
    return None


def _of_device(connection: Connection, sender: Journal) -> list[Journal]:
    return [each for each in records.journals(connection, point=sender.point) if each.device == sender.device]


def _take_kept(intake: _Intake, header: Header, file: Waiting) -> None:
    try:
        data = envelope.read(intake.county.raw_file(file.sha256))
        brought = _open(intake.county, file.name, data)
    except Refused as refusal:
        # The county's own copy has gone bad; the point sends these entries again until they are acknowledged.
        intake.reject(file.name, refusal)
        with intake.county.engine.begin() as connection:
            records.give_up(connection, header, file.sha256, code=refusal.code)
        return
    _take_in(intake, brought)


def _result(connection: Connection, intake: _Intake) -> ReceiveResult:
    return ReceiveResult(
        files=intake.files,
        accepted=intake.accepted,
        duplicate=intake.duplicate,
        waiting=sum(_still_waiting(connection, owner, files) for owner, files in intake.waiting.items()),
        quarantined=intake.quarantined,
        rejected=intake.rejected,
        conflicts=conflicts(connection),
        quarantine=_doubtful(connection, intake.taken),
        taken_again=intake.taken_again,
    )


# The point is told what it has to do, the county what is its own to do.
_HERE = {"payment_pack_unknown": "pack_to_add"}


def _doubtful(connection: Connection, taken: list[Header]) -> list[Doubtful]:
    """The quarantined entries of these files, those with the same reason together."""
    found: dict[tuple[str, ...], set[int]] = {}
    for header in taken:
        sender = _sender(connection, header)
        for each in records.quarantined(connection, sender, first=header.first_seq, last=header.last_seq):
            message = errors.sentence(_HERE.get(each.code, each.code), each.facts)
            found.setdefault((sender.point, sender.name, sender.journal, each.code, message), set()).add(each.seq)
    return [
        Doubtful(point=point, name=name, journal=of, code=code, message=message, seqs=sorted(seqs))
        for (point, name, of, code, message), seqs in found.items()
    ]


def _still_waiting(connection: Connection, owner: tuple[str, str], sha256s: set[str]) -> int:
    """How many entries of these files still wait; cumulative files overlap, an entry counts once."""
    sender = records.journal(connection, *owner)
    if sender is None:
        return 0
    count, reached = 0, sender.held
    for file in records.waiting(connection, sender):
        if file.sha256 in sha256s:
            count += max(0, file.last_seq - max(file.first_seq - 1, reached))
            reached = max(reached, file.last_seq)
    return count
