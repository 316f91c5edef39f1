"""Write the county's reply to a point: what is acknowledged, what came back, and who says so. One file per device."""

from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, select

from app.county import lineage, records, revoke, schema
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
        live = [each for each in trusted if not lineage.gone(connection, each)]
    if not live:
        raise Refused("point_unknown", point=point)
    return [_reply(county, each, folder, at=journal.stamp(now)) for each in live]


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
    return [
        CountyRecord(
            name=county.name,
            sign_key=public.sign,
            seal_key=public.seal,
            stores_before=tuple(stores_before(connection)),
            successions=tuple(each.succession for each in county.former),
        ),
        Ack(acknowledged_to=to.held, head=to.head),
        *_rejected(connection, to),
        *records_down(connection, to),
    ]


def _rejected(connection: Connection, to: Journal) -> list[Rejected]:
    """What is out of the accounts, by seq: of this journal, and of those before it what this one carries.

    The latter cites the entry that carries it; its own machine is gone, and nobody else would hear of it.
    """
    found = {each.seq: each for each in records.quarantined(connection, to)}
    before = [older for _, older in lineage.before(connection, to)]
    carried = _carried(connection, to, before)
    for older in before:
        for each in records.quarantined(connection, older):
            seq = carried.get((older.journal, each.seq))
            if seq is not None:
                found[seq] = each
    return [
        Rejected(seq=seq, code=each.code, remedy=errors.sentence(each.code, each.facts))
        for seq, each in sorted(found.items())
    ]


def _carried(connection: Connection, to: Journal, before: list[Journal]) -> dict[tuple[str, int], int]:
    """By journal and seq what `to` carries of older journals, and where: also what one of those carried before it."""
    table = schema.projections["carried_entries"].c
    found: dict[tuple[str, int], int] = {}
    for holder in (to, *before) if before else ():
        query = select(table.of, table.of_seq, table.seq)
        query = query.where(table.point == holder.point, table.journal == holder.journal)
        for of, of_seq, at in connection.execute(query):
            seq = at if holder is to else found.get((holder.journal, at))
            if seq is not None:
                found.setdefault((of, of_seq), seq)
    return found


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
