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
    """The journals that were revoked (one device may have gone on in several), and up to which entry each is held.
    What the county holds stays in the accounts."""

    point: str
    device: int
    journals: dict[str, int]
    reason: str


def revoke(
    county: County, *, point: str, device: int, reason: str, now: datetime, journal: str | None = None
) -> Revoked:
    """Revoke every journal of a device, or only the one whose fingerprint begins with `journal` (the stolen PC's, where
    a restored one goes on). A new journal can be enrolled afterwards, by telephone as ever.

    Raises WrongUse reason_missing; Refused point_unknown, already_revoked.
    """
    if not reason.strip():
        raise WrongUse("reason_missing")
    with county.engine.begin() as connection:
        of_device = [each for each in records.journals(connection, point=point) if each.device == device]
        wanted = "".join((journal or "").split())
        found = [each for each in of_device if each.journal.startswith(wanted)]
        if not found:
            raise Refused("point_unknown", point=point)
        new = [each for each in found if why(connection, each) is None]
        if not new:
            raise Refused("already_revoked")
        rows = [(point, each.journal, reason.strip(), stamp(now), county.operator) for each in new]
        put_rows(connection, schema.revocations, rows)
    return Revoked(
        point=point, device=device, journals={each.journal: each.held for each in new}, reason=reason.strip()
    )


def why(connection: Connection, enrolled: Journal) -> str | None:
    """Why a journal was revoked, None where it was not."""
    table = schema.revocations.c
    query = select(table.reason).where(table.point == enrolled.point, table.journal == enrolled.journal)
    return connection.execute(query).scalar_one_or_none()
