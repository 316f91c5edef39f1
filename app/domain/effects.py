"""How the body of an entry becomes a row: shared by effects_*.py, which say it for each kind of entry."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import msgspec

from app.domain.tables import TABLES, Effect, Put

Body = dict[str, Any]


class Stamp(NamedTuple):
    """What every row may say of its entry: number, moment, author, and the first eight characters of its hash."""

    seq: int
    at: str
    by: str
    hash8: str


Make = Callable[[Body, Stamp], Iterator[Effect]]
Kinds = dict[str, Make]


def put(table: str, body: Body, stamp: Stamp, **given: Any) -> Put:
    """A row of `table`: each column as `given` here, from the stamp, or as the body says it (KeyError: it does not)."""
    known = stamp._asdict() | given
    return Put(table, {name: known[name] if name in known else body[name] for name in TABLES[table].columns})


def nothing(body: Body, stamp: Stamp) -> Iterator[Effect]:
    """Entries that are kept for the record and change no table."""
    return iter(())


def text(value: Any) -> str:
    """A list or a mapping as one column: JSON with sorted names, as the stored line has it read back."""
    return msgspec.json.encode(value, order="sorted").decode()


def override(body: Body, stamp: Stamp, what: str, **given: Any) -> Iterator[Effect]:
    """A row for what went through on a second person's word, where there was one."""
    second = body.get("second")
    if second is not None:
        yield put("overrides", body, stamp, what=what, second=second, **given)
