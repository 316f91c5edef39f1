"""The county's database was put back from a copy: it goes on under a new store id, so that points send again.

Points take replies by their rising number within a store. A restored database would count numbers again that they have
seen, and they would take its replies for old ones. A new store id begins a new count, and a reply in it may lower the
acknowledgement (design §4); it also names the ids before it, whose stragglers have no effect any more: those that the
copy knows, and those that stand beside it because it is older than they are.
"""

import secrets
from datetime import datetime

import msgspec
from sqlalchemy import Connection, select

from app.county import schema
from app.county.database import put_rows
from app.county.office import STORES_BEFORE, County, read_mark
from app.county.receive import ReceiveResult, receive


class Restored(msgspec.Struct, frozen=True, kw_only=True):
    """The new store id, and what was taken again from the files that lay beside the database."""

    store: str
    taken: ReceiveResult


def restored(county: County, *, now: datetime) -> Restored:
    """Begin a new store id, and take again every file that was kept and is not known to this database."""
    new, left = secrets.token_hex(16), (county.store, *read_mark(county.folder).stores)
    # Written beside the database first: an id that was never used harms nobody.
    county.begin_store(new)
    with county.engine.begin() as connection:
        before = list(dict.fromkeys((*stores_before(connection), *left)))
        put_rows(connection, schema.settings, [("store", new), (STORES_BEFORE, msgspec.json.encode(before).decode())])
        known = set(connection.execute(select(schema.files.c.sha256)).scalars())
    kept = sorted(file for file in (county.folder / "files").glob("*.cunjiao") if file.stem not in known)
    return Restored(store=new, taken=receive(county, kept, now=now))


def stores_before(connection: Connection) -> list[str]:
    """The store ids that this database had before, the oldest first."""
    table = schema.settings.c
    kept = connection.execute(select(table.value).where(table.name == STORES_BEFORE)).scalar_one_or_none()
    return msgspec.json.decode(kept, type=list[str]) if kept else []
