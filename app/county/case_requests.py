"""What points ask of the county: refunds (退费申请) and things to look into (请县里核对)."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, func, literal, select

from app.county import schema
from app.county.case_kinds import TASKS, Found
from app.county.schema import payments


def refund_requests(connection: Connection) -> Iterator[Found]:
    """What points asked the county to give back, unless withdrawn. 红冲 gives no money back: the request stays, unless
    the money went to somebody else in the same step.
    """
    for row in connection.execute(_requests()):
        facts = {"receipt": row.receipt, "amount": row.amount_fen, "reason": row.reason, "evidence": row.evidence}
        yield Found(
            family="refund",
            kind="refund_request",
            person=row.person or "",
            year=int(row.year),
            point=row.point,
            name=row.name or "",
            subject=row.request,
            payment=row.payment,
            facts=facts,
            proposal="refund" if row.decision == "refund" else "look",
        )


def _requests() -> Select[Any]:
    """The requests that nothing has ended, with the benefit year of their payments."""
    r, ends, red, void = (schema.projections[name] for name in ("refunds", "refund_ends", "reversals", "voids"))
    withdrawn = and_(ends.c.point == r.c.point, ends.c.request == r.c.request)
    carried = and_(red.c.point == r.c.point, red.c.payment == r.c.payment, red.c.carried_to.is_not(None))
    is_void = and_(void.c.point == r.c.point, void.c.payment == r.c.payment)
    source = r.join(ends, withdrawn, isouter=True).join(red, carried, isouter=True).join(void, is_void, isouter=True)
    ended = (ends.c.request, red.c.payment, void.c.payment)
    return (
        select(r, _year_of(r))
        .select_from(source)
        .where(*(each.is_(None) for each in ended))
        .order_by(r.c.point, r.c.at, r.c.request)
    )


def _year_of(table: Table) -> ColumnElement[int]:
    """The benefit year of the payment that a row cites, 0 where it cites none."""
    year = select(func.max(payments.c.year)).where(
        payments.c.point == table.c.point, payments.c.payment == table.c.payment
    )
    return func.coalesce(year.scalar_subquery(), literal(0)).label("year")


def tasks(connection: Connection) -> Iterator[Found]:
    """What points asked the county to look into."""
    t = schema.projections["tasks"]
    query = select(t, _year_of(t)).order_by(t.c.point, t.c.journal, t.c.seq)
    for row in connection.execute(query):
        facts = {"what": TASKS.get(row.kind, row.kind), "category": row.category, "evidence": row.evidence,
                 "receipt": row.receipt}  # fmt: skip
        yield Found(
            family="task",
            kind="task",
            person=row.person or "",
            year=int(row.year),
            point=row.point,
            name=row.name or "",
            subject=f"{row.journal}/{row.seq}",
            payment=row.payment,
            facts=facts,
            proposal="look",
        )
