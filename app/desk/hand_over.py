"""Handing over to the county: the journal slice since the last acknowledged entry, signed, sealed, and read back from
the stick.

The slice is cumulative until acknowledged, so that one surviving stick is enough. Exporting changes no business
state: it only remembers that a file was written. The point's other devices
can read it along.
"""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import msgspec

from app.desk.desk import Desk
from app.desk.returned import returned
from app.devices import envelope, stick
from app.domain import syncfile
from app.domain.errors import Refused
from app.domain.journal import first_prev, stamp
from app.domain.progress import Progress, Tick, counted, silent
from app.domain.syncfile import Before, Header, Previous, Request, SignedRequest
from app.store import elsewhere, settings, sync
from app.store import journal as journal_store
from app.store.database import writing


class HandedOver(msgspec.Struct, frozen=True, kw_only=True):
    """The file as it lies on the stick: how many entries, from and to, and its SHA-256."""

    file: str
    entries: int
    first_seq: int
    last_seq: int
    sha256: str


COLLECTING, SEALING, WRITING, READING_BACK = "整理记录", "签名加密", "写到优盘", "读回核对"
_OPENING = ("renewal", "public_key", "seal_key", "pack", "pack_hash", "previous")
# A request that was signed by the old key while it was there (renew_keys).
REQUEST = "request"


class KnownCounty(msgspec.Struct, frozen=True, kw_only=True):
    """The county as its first reply made it known and its fingerprint confirmed it."""

    name: str
    store: str
    sign_key: str
    seal_key: str
    fingerprint: str
    before: tuple[str, ...] = ()
    """Fingerprints of the keys this county had before, whose replies count no more."""


def known_county(desk: Desk) -> KnownCounty | None:
    """The pinned county, None before its first reply."""
    kept = settings.get(desk.db, "county")
    return msgspec.convert(kept, KnownCounty) if kept else None


def export(desk: Desk, folder: Path, *, tick: Tick = silent) -> HandedOver:
    """Write the sync file into `folder` and read it back; only then is the stick safe to pull.

    Raises Refused: county_unknown (no reply taken yet), nothing_to_send, nothing_to_send_returned (the county sent
    records back), what `stick.write` names, and what `tick` raises.
    """
    county = known_county(desk)
    if county is None:
        raise Refused("county_unknown")
    done = sync.acknowledged_to(desk.db, desk.journal)
    new = journal_store.head(desk.db, desk.journal).seq - done
    rows = list(counted(journal_store.lines(desk.db, desk.journal, after=done), tick, COLLECTING, new, "条"))
    if not rows:
        raise _nothing_to_send(desk)
    payload = syncfile.payload_of([stored for _, stored, _ in rows])
    header = _header(desk, county, rows, payload, done)
    others = [each.seal_key for each in elsewhere.siblings(desk.db)]
    tick(Progress(SEALING))
    data = envelope.pack(header, payload, keys=desk.keys, to=county.seal_key, also=others)
    path = folder / syncfile.file_name(header)
    sha256 = stick.write(path, data, tick=lambda written: tick(_written(written, len(data))))
    with writing(desk.db):
        sync.add_file(
            desk.db, desk.journal, header.number, first=header.first_seq, last=header.last_seq, sha256=sha256,
            name=path.name, at=header.created,
        )  # fmt: skip
    return HandedOver(
        file=str(path), entries=len(rows), first_seq=header.first_seq, last_seq=header.last_seq, sha256=sha256
    )


def _written(written: int, of: int) -> Progress:
    """How much of the file is on the stick; once all of it is, only the name and the reading back are left."""
    if written == of:
        return Progress(READING_BACK, last=True)
    return Progress(WRITING, written >> 10, of >> 10, "KB")


def _nothing_to_send(desk: Desk) -> Refused:
    """Nothing is new; whether all is well at the county is another matter."""
    back = returned(desk)
    if not back:
        return Refused("nothing_to_send")
    return Refused("nothing_to_send_returned", count=len(back), seq=back[0].seq, remedy=back[0].remedy)


def _header(desk: Desk, county: KnownCounty, rows: list[tuple[int, bytes, str]], payload: bytes, done: int) -> Header:
    number, previous = sync.last_file(desk.db, desk.journal)
    own = desk.keys.public
    before = sync.hash_at(desk.db, desk.journal, done) or first_prev(bytes.fromhex(own.sign))
    return Header(
        direction="up",
        practice=desk.point.practice,
        from_=own.fingerprint,
        to=county.fingerprint,
        point=desk.point.code,
        journal=desk.journal,
        number=number + 1,
        created=stamp(desk.clock()),
        first_seq=rows[0][0],
        last_seq=rows[-1][0],
        prev_head=before,
        head=rows[-1][2],
        payload_sha256=hashlib.sha256(payload).hexdigest(),
        previous_sha256=previous or None,
        packs=(desk.policy.hash,),
    )


def write_request(desk: Desk, file: Path) -> str:
    """Write what the county needs to enrol this point, signed by its key; returns the fingerprint to read out."""
    kept = settings.get(desk.db, REQUEST)
    renewed = msgspec.convert(kept, SignedRequest) if kept else None
    if renewed is None or renewed.request.journal != desk.journal:
        renewed = envelope.sign_request(request_of(desk), keys=desk.keys)
    envelope.write_request(file, renewed)
    return desk.keys.public.fingerprint


def request_of(desk: Desk) -> Request:
    """What this journal asks the county for: to be enrolled, as the one that follows the journal before."""
    own = desk.keys.public
    previous = journal_store.entry(desk.db, desk.journal, 1).body["previous"]
    return Request(
        practice=desk.point.practice,
        point=desk.point.code,
        name=desk.point.name,
        device=desk.point.device,
        renewal=desk.renewal,
        journal=desk.journal,
        public_key=own.sign,
        seal_key=own.seal,
        pack=desk.policy.id,
        pack_hash=desk.policy.hash,
        created=stamp(desk.clock()),
        previous=msgspec.convert(previous, Previous) if previous else None,
        before=tuple(_before(desk)),
    )


def _before(desk: Desk) -> Iterator[Before]:
    """The journals of this device that its store knows from before, as their first entries say."""
    for journal in sync.journals(desk.db):
        if journal != desk.journal:
            body = journal_store.entry(desk.db, journal, 1).body
            yield msgspec.convert({"journal": journal, **{name: body[name] for name in _OPENING}}, Before)
