"""The end of a season: the county says that it holds a journal whole, and its PC may archive and destroy its copy."""

from datetime import datetime

import msgspec
from sqlalchemy import Connection, select

from app.county import records, schema
from app.county.database import put_rows
from app.county.office import County
from app.county.records import Journal
from app.domain.errors import Refused
from app.domain.journal import stamp
from app.domain.syncfile import Release


class Released(msgspec.Struct, frozen=True, kw_only=True):
    """A journal released with the next reply, up to the entry the county holds."""

    point: str
    journal: str
    device: int
    upto: int


def release(county: County, *, point: str, now: datetime) -> list[Released]:
    """Release the journals of a point. Raises Refused point_unknown, release_waiting (files wait for earlier ones),
    release_quarantined (entries came back and were never settled)."""
    with county.engine.begin() as connection:
        found = records.journals(connection, point=point)
        if not found:
            raise Refused("point_unknown", point=point)
        for each in found:
            _check(connection, each)
        rows = [(point, e.journal, e.held, e.head, stamp(now), county.operator) for e in found if e.held]
        put_rows(connection, schema.releases, rows)
    return [Released(point=point, journal=e.journal, device=e.device, upto=e.held) for e in found if e.held]


def _check(connection: Connection, enrolled: Journal) -> None:
    if records.waiting(connection, enrolled):
        raise Refused("release_waiting", device=enrolled.device)
    out = records.quarantined(connection, enrolled)
    if out:
        raise Refused("release_quarantined", device=enrolled.device, count=len(out))


def released(connection: Connection, to: Journal) -> list[Release]:
    """The county's word for a journal, as long as nothing has come since."""
    table = schema.releases.c
    query = select(table.upto, table.head).where(table.point == to.point, table.journal == to.journal)
    rows = connection.execute(query).fetchall()
    return [Release(upto=row.upto, head=row.head) for row in rows if row.head == to.head]
