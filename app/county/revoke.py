"""A device that is trusted no more: from now on nothing it signs is taken, and it gets no reply."""

from datetime import datetime

import msgspec
from sqlalchemy import Connection, select

from app.county import records, schema
from app.county.database import put_rows
from app.county.office import County
from app.county.records import Journal
from app.domain.errors import Refused, WrongUse
from app.domain.journal import stamp


class Revoked(msgspec.Struct, frozen=True, kw_only=True):
    """The journal that was revoked, and up to which entry the county holds it. What it holds stays in the accounts."""

    point: str
    journal: str
    device: int
    held: int
    reason: str


def revoke(county: County, *, point: str, device: int, reason: str, now: datetime) -> Revoked:
    """Revoke the latest journal of a device. A new journal of it can be enrolled afterwards, by telephone as ever.

    Raises WrongUse reason_missing; Refused point_unknown, already_revoked.
    """
    if not reason.strip():
        raise WrongUse("reason_missing")
    with county.engine.begin() as connection:
        found = [each for each in records.journals(connection, point=point) if each.device == device]
        if not found:
            raise Refused("point_unknown", point=point)
        last = found[-1]
        if why(connection, last) is not None:
            raise Refused("already_revoked")
        row = (point, last.journal, reason.strip(), stamp(now), county.operator)
        put_rows(connection, schema.revocations, [row])
    return Revoked(point=point, journal=last.journal, device=device, held=last.held, reason=reason.strip())


def why(connection: Connection, enrolled: Journal) -> str | None:
    """Why a journal was revoked, None where it was not."""
    table = schema.revocations.c
    query = select(table.reason).where(table.point == enrolled.point, table.journal == enrolled.journal)
    return connection.execute(query).scalar_one_or_none()
