"""How the body of an entry becomes a row: shared by effects_*.py, which say it for each kind of entry."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from operator import itemgetter
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
    names, told, stamped = _sources(table, *given)
    row = dict(zip(names, told(body), strict=True))
    for name in stamped:
        row[name] = getattr(stamp, name)
    row.update(given)
    return Put(table, row)


# A county does this for millions of entries, always for the same few tables with the same columns given.
@lru_cache(maxsize=256)
def _sources(table: str, *given: str) -> tuple[tuple[str, ...], Callable[[Body], tuple[Any, ...]], tuple[str, ...]]:
    """Which columns the body says and how to pick them, and which the stamp says."""
    columns = TABLES[table].columns
    stamped = tuple(name for name in columns if name in Stamp._fields and name not in given)
    names = tuple(name for name in columns if name not in stamped and name not in given)
    return names, picker(names), stamped


def picker(names: Sequence[Any]) -> Callable[[Any], tuple[Any, ...]]:
    """The values of these names (of a mapping) or places (of a tuple) as a tuple, however many there are."""
    if not names:
        return lambda row: ()
    pick = itemgetter(*names)
    return pick if len(names) > 1 else lambda row: (pick(row),)


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
