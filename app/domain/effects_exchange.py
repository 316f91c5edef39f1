"""What came down from the county and was taken: how far the roster's changes reach, and which pack is in force."""

from collections.abc import Iterator

from app.domain.effects import Body, Kinds, Stamp, put
from app.domain.tables import Effect


def _changes_taken(body: Body, stamp: Stamp) -> Iterator[Effect]:
    yield put("changes_taken", body, stamp)


def _pack_taken(body: Body, stamp: Stamp) -> Iterator[Effect]:
    yield put("packs_taken", body, stamp)


def _restored(body: Body, stamp: Stamp) -> Iterator[Effect]:
    yield put("restorations", body, stamp)


def _carried(body: Body, stamp: Stamp) -> Iterator[Effect]:
    yield put("carried_entries", body, stamp)


KINDS: Kinds = {
    "changes_taken": _changes_taken,
    "pack_taken": _pack_taken,
    "entries_restored": _restored,
    "entry_carried": _carried,
}
