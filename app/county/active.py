"""Which payments stand: those that no void and no reversal of their point cites."""

from sqlalchemy import ColumnElement, FromClause, and_

from app.county.schema import payments, reversals, voids


def with_ends(source: FromClause) -> FromClause:
    """`source`, which has the payments, with what may have ended each of them beside it."""
    joined = source
    for table in (voids, reversals):
        of_payment = and_(table.c.point == payments.c.point, table.c.payment == payments.c.payment)
        joined = joined.join(table, of_payment, isouter=True)
    return joined


ACTIVE = with_ends(payments)
STANDS: ColumnElement[bool] = and_(voids.c.payment.is_(None), reversals.c.payment.is_(None))
