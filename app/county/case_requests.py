"""What points ask of the county: refunds (退费申请) and things to look into (请县里核对)."""

from collections.abc import Iterator

from sqlalchemy import Connection, and_, func, literal, select

from app.county import schema
from app.county.case_kinds import TASKS, Found
from app.county.schema import payments


def refund_requests(connection: Connection) -> Iterator[Found]:
    """What points asked the county to give back, unless withdrawn. 红冲 gives no money back: the request stays."""
    r, ends, p = (schema.projections[name] for name in ("refunds", "refund_ends", "payments"))
    withdrawn = and_(ends.c.point == r.c.point, ends.c.request == r.c.request)
    carried = and_(
        schema.reversals.c.point == r.c.point,
        schema.reversals.c.payment == r.c.payment,
        schema.reversals.c.carried_to.is_not(None),
    )
    void = and_(schema.voids.c.point == r.c.point, schema.voids.c.payment == r.c.payment)
    year = select(func.max(p.c.year)).where(p.c.point == r.c.point, p.c.payment == r.c.payment).scalar_subquery()
    columns = (
        "point",
        "request",
        "payment",
        "person",
        "name",
        "receipt",
        "amount_fen",
        "reason",
        "decision",
        "evidence",
    )
    query = (
        select(*(r.c[name] for name in columns), func.coalesce(year, literal(0)).label("year"))
        .select_from(
            r.join(ends, withdrawn, isouter=True)
            .join(schema.reversals, carried, isouter=True)
            .join(schema.voids, void, isouter=True)
        )
        .where(ends.c.request.is_(None), schema.reversals.c.payment.is_(None), schema.voids.c.payment.is_(None))
        .order_by(r.c.point, r.c.at, r.c.request)
    )
    for row in connection.execute(query):
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


def tasks(connection: Connection) -> Iterator[Found]:
    """What points asked the county to look into."""
    t, p = schema.projections["tasks"], payments
    year = select(func.max(p.c.year)).where(p.c.point == t.c.point, p.c.payment == t.c.payment).scalar_subquery()
    query = select(t, func.coalesce(year, literal(0)).label("year")).order_by(t.c.point, t.c.journal, t.c.seq)
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
