"""What the account day puts into the tables: opening, handing the drawer over, counts and the close.

Fields that later versions added are read with a default, so that an older journal gives the same tables as ever.
"""

from collections.abc import Iterator

from app.domain.effects import Body, Kinds, Stamp, override, put, text
from app.domain.tables import Effect


def _opened(body: Body, stamp: Stamp) -> Iterator[Effect]:
    yield put("days", body, stamp)


def _handed_over(body: Body, stamp: Stamp) -> Iterator[Effect]:
    yield put("handovers", body, stamp, notes=text(body["notes"]))
    yield from override(body, stamp, "handover")


def _counted(body: Body, stamp: Stamp) -> Iterator[Effect]:
    bad = body.get("bad", [])
    yield put(
        "counts",
        body,
        stamp,
        notes=text(body["notes"]),
        bad=text(bad),
        bad_fen=sum(each["fen"] * each["pieces"] for each in bad),
    )


def _closed(body: Body, stamp: Stamp) -> Iterator[Effect]:
    yield put(
        "closes",
        body,
        stamp,
        clean=int(body["clean"]),
        second=body.get("second"),
        perpetual_fen=body.get("perpetual_fen"),
        handed_fen=body.get("handed_fen", 0),
    )
    yield from override(body, stamp, "difference")


KINDS: Kinds = {
    "day_opened": _opened,
    "till_handed_over": _handed_over,
    "day_counted": _counted,
    "day_closed": _closed,
}
