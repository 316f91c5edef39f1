"""Write the county's reply to a point: what is acknowledged, what came back, and who says so. One file per device."""

from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from app.county import records, revoke
from app.county.down import records_down
from app.county.office import County
from app.county.records import Journal
from app.county.restored import stores_before
from app.county.take import take_again
from app.devices import envelope, stick
from app.domain import errors, journal, syncfile
from app.domain.errors import Refused
from app.domain.syncfile import Ack, Header, Record, Rejected
from app.domain.syncfile import County as CountyRecord


def reply(county: County, *, point: str, folder: Path, now: datetime) -> list[Path]:
    """Write a sealed reply for each device of `point` into `folder`; the files, by device.

    Raises Refused: point_unknown, and as stick.write does. A reply that could not be written has used up its number:
    numbers rise, they need not be without gaps.
    """
    with county.engine.begin() as connection:
        enrolled = records.journals(connection, point=point)
        trusted = [each for each in enrolled if revoke.why(connection, each) is None]
        live = [each for each in trusted if not _gone(connection, each, enrolled)]
    if not live:
        raise Refused("point_unknown", point=point)
    return [_reply(county, each, folder, at=journal.stamp(now)) for each in live]


def _gone(connection: Connection, old: Journal, enrolled: list[Journal]) -> bool:
    """A journal that another continues is answered only if it has been heard of since: then both machines are alive."""
    heirs = [each for each in enrolled if each.previous_journal == old.journal]
    return any(not records.heard_since(connection, old, heir.arrivals) for heir in heirs)


def _reply(county: County, to: Journal, folder: Path, *, at: str) -> Path:
    # The number is spent before the file is written: two files of one number would be worse than one number unused.
    with county.engine.begin() as connection:
        take_again(connection)
        number, previous = records.next_reply(connection, to)
        records.put_reply(connection, to, number, sha256=None, at=at, by=county.operator)
        payload = syncfile.write_records(_records(connection, county, to))
    header = _header(county, to, payload, number=number, previous=previous, at=at)
    path = folder / syncfile.file_name(header)
    sha256 = stick.write(path, envelope.pack(header, payload, keys=county.keys, to=to.seal_key))
    with county.engine.begin() as connection:
        records.put_reply(connection, to, number, sha256=sha256, at=at, by=county.operator)
    return path


def _records(connection: Connection, county: County, to: Journal) -> list[Record]:
    public = county.keys.public
    rejected = [
        Rejected(seq=each.seq, code=each.code, remedy=errors.sentence(each.code, each.facts))
        for each in records.quarantined(connection, to)
    ]
    return [
        CountyRecord(
            name=county.name,
            sign_key=public.sign,
            seal_key=public.seal,
            stores_before=tuple(stores_before(connection)),
            successions=tuple(each.succession for each in county.former),
        ),
        Ack(acknowledged_to=to.held, head=to.head),
        *rejected,
        *records_down(connection, to),
    ]


def _header(county: County, to: Journal, payload: bytes, *, number: int, previous: str | None, at: str) -> Header:
    return Header(
        direction="down",
        practice=county.practice,
        from_=county.fingerprint,
        to=to.journal,
        point=to.point,
        journal=to.journal,
        store=county.store,
        number=number,
        created=at,
        first_seq=1,
        last_seq=to.held,
        prev_head=journal.first_prev(bytes.fromhex(to.public_key)),
        head=to.head,
        payload_sha256=syncfile.sha256(payload),
        previous_sha256=previous,
        packs=(to.pack_hash,),
    )
