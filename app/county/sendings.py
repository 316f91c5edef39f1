"""What a point is to work with from its next reply on: a pack, and how many people it is to reach."""

from datetime import datetime

from sqlalchemy import Connection, select

from app.county import records, schema
from app.county.add_pack import add_pack
from app.county.database import put_rows
from app.county.office import County
from app.domain.errors import Refused
from app.domain.journal import stamp
from app.packs import available
from app.packs.library import pack_bytes


def send_pack(county: County, pack: str, points: list[str], *, now: datetime) -> str:
    """Have these points use a pack (id or file) from their next reply on; this county knows it from now. Its hash.

    Raises Refused point_unknown, and what add_pack raises.
    """
    added = add_pack(county, pack, now=now)
    with county.engine.begin() as connection:
        for point in points:
            _put(connection, county, point, now, pack_hash=added.hash)
    return added.hash


def set_target(county: County, point: str, people: int, *, now: datetime) -> None:
    """How many people a point is to reach. Raises Refused point_unknown."""
    with county.engine.begin() as connection:
        _put(connection, county, point, now, target=people)


def _put(
    connection: Connection,
    county: County,
    point: str,
    now: datetime,
    *,
    pack_hash: str | None = None,
    target: int | None = None,
) -> None:
    if not records.journals(connection, point=point):
        raise Refused("point_unknown", point=point)
    table = schema.sendings
    before = connection.execute(select(table.c.pack_hash, table.c.target).where(table.c.point == point)).first()
    kept_pack, kept_target = (before.pack_hash, before.target) if before else (None, None)
    row = (point, pack_hash or kept_pack, kept_target if target is None else target, stamp(now), county.operator)
    put_rows(connection, table, [row])


def text_of(connection: Connection, digest: str) -> tuple[str, str]:
    """Id and text of a pack this county knows. KeyError where nobody has given it the text."""
    bundled = {info.hash: info.id for info in available()}
    if digest in bundled:
        return bundled[digest], pack_bytes(bundled[digest]).decode()
    table, known = schema.pack_texts, schema.packs
    query = select(known.c.id, table.c.toml).join(known, known.c.hash == table.c.hash).where(table.c.hash == digest)
    row = connection.execute(query).first()
    if row is None:
        raise KeyError(digest)
    return row.id, bytes(row.toml).decode()
