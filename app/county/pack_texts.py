"""What the packs say under which payments were made: the program's own, and those this county took into use."""

from functools import cache

from sqlalchemy import Connection, select

from app.county import schema
from app.county.database import put_rows
from app.domain.errors import Refused
from app.domain.policy import Policy
from app.packs import available, load, load_kept, pack_bytes


def keep(connection: Connection, digest: str, text: bytes) -> None:
    """Keep the bytes of a pack that did not come with the program."""
    if digest not in _bundled():
        put_rows(connection, schema.pack_texts, [(digest, text)])


def text_of(connection: Connection, digest: str) -> tuple[str, str]:
    """Id and text (TOML) of the pack with this hash. Raises Refused pack_text_missing."""
    if digest in _bundled():
        pack_id = _bundled()[digest]
        return pack_id, pack_bytes(pack_id).decode()
    kept = _kept(connection, digest)
    if kept is None:
        raise Refused("pack_text_missing", pack_hash=digest)
    return load_kept(kept).id, kept.decode()


def _kept(connection: Connection, digest: str) -> bytes | None:
    table = schema.pack_texts
    text = connection.execute(select(table.c.toml).where(table.c.hash == digest)).scalar()
    return None if text is None else bytes(text)


class Policies:
    """The policies by the hash that a payment names; None for a pack whose text nobody has given this county."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._found: dict[str, Policy | None] = {}

    def of(self, digest: str) -> Policy | None:
        if digest not in self._found:
            self._found[digest] = self._read(digest)
        return self._found[digest]

    def _read(self, digest: str) -> Policy | None:
        if digest in _bundled():
            return load(_bundled()[digest])
        text = _kept(self._connection, digest)
        return None if text is None else load_kept(text)

    def enrolled(self) -> list[Policy]:
        """The policies of the enrolled points, the latest benefit year first."""
        hashes = self._connection.execute(select(schema.journals.c.pack_hash.distinct())).scalars()
        found = [policy for digest in sorted(hashes) if (policy := self.of(digest)) is not None]
        return sorted(found, key=lambda policy: -policy.benefit_year)


def canonical(policies: list[Policy], name: str) -> str | None:
    """The name that one of the packs has for a category, the first that knows it; None where none does."""
    names = (policy.canonical_category(name) for policy in policies)
    return next((found for found in names if found is not None), None)


@cache
def _bundled() -> dict[str, str]:
    return {info.hash: info.id for info in available()}
