"""What payments, their prints and their corrections put into the tables."""

from collections.abc import Iterator

from app.domain.effects import Body, Kinds, Stamp, nothing, override, put
from app.domain.tables import Drop, Effect

# The form of a receipt written by hand came before any print of it.
BY_HAND = -1


def _opened(body: Body, stamp: Stamp) -> Iterator[Effect]:
    previous = body["previous"]
    yield put(
        "openings",
        body,
        stamp,
        practice=int(body["practice"]),
        previous=None if previous is None else previous["journal"],
    )


def _paid(body: Body, stamp: Stamp) -> Iterator[Effect]:
    payer, batch = body["resident"], body["batch"]
    yield put(
        "payments",
        body,
        stamp,
        batch=batch["id"],
        name=payer["name"],
        household=payer["household"],
        group_name=payer["group"],
    )
    if batch["index"] == 0:
        yield put("batches", batch, stamp, batch=batch["id"], day=body["day"])
        yield from override(body, stamp, "limit" if body.get("late") is None else "late", reason=body.get("over"))
    yield put("active", body, stamp)
    kind = "zero" if body["method"] == "zero" else "fee"
    yield put("receipts", body, stamp, kind=kind, serial=int(body["receipt"][-6:]), amount_fen=body["due_fen"])
    late = body.get("late")
    if late is not None:
        yield put("late_papers", late, stamp, payment=body["payment"], second=body["second"])
        if late.get("sheet") is not None and batch["index"] == 0:
            yield put("sheet_uses", late["sheet"], stamp, copy=BY_HAND, receipt=body["receipt"])


def _voided(body: Body, stamp: Stamp) -> Iterator[Effect]:
    yield put("voids", body, stamp)
    sheet = body.get("sheet")
    if sheet is not None:
        yield put("sheet_ends", sheet, stamp, state="void", reason=body["reason"])
    yield Drop("active", {"person": body["person"], "year": body["year"]})


def _reversed(body: Body, stamp: Stamp) -> Iterator[Effect]:
    yield put("reversals", body, stamp)
    yield Drop("active", {"person": body["person"], "year": body["year"]})


def _refund_requested(body: Body, stamp: Stamp) -> Iterator[Effect]:
    yield put("refunds", body, stamp)


def _refund_withdrawn(body: Body, stamp: Stamp) -> Iterator[Effect]:
    yield put("refund_ends", body, stamp)


def _task_given(body: Body, stamp: Stamp) -> Iterator[Effect]:
    yield put("tasks", body, stamp)


def _declined(body: Body, stamp: Stamp) -> Iterator[Effect]:
    yield put("declines", body, stamp)


KINDS: Kinds = {
    "journal_opened": _opened,
    "clerk_added": nothing,
    "roster_imported": nothing,
    "resident_added": nothing,
    "clock_confirmed": nothing,
    "payment": _paid,
    "payment_voided": _voided,
    "payment_reversed": _reversed,
    "refund_requested": _refund_requested,
    "refund_withdrawn": _refund_withdrawn,
    "task_given": _task_given,
    "joining_declined": _declined,
}
