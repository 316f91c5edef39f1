"""Look for cases in the county's tables: one query for each kind, over what stands in the accounts now."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, and_, or_, select

from app.county.active import STANDS, with_ends
from app.county.case_kinds import Found
from app.county.case_requests import refund_requests, tasks
from app.county.category_cases import categories_differ
from app.county.conflicts import twice_rows
from app.county.schema import category_rows, employees, paid_elsewhere, payments, tax_rows
from app.county.tax_match import list_side, years_of_lists


def find_all(connection: Connection) -> Iterator[Found]:
    """Every case that the tables show, of whatever kind."""
    yield from paid_twice(connection)
    for year in years_of_lists(connection):
        yield from on_tax_list(connection, year)
    for finder, table in (
        (elsewhere, paid_elsewhere),
        (covered_as_employee, employees),
        (categories_differ, category_rows),
    ):
        if connection.execute(select(table.c.person).limit(1)).first() is not None:
            yield from finder(connection)
    yield from refund_requests(connection)
    yield from tasks(connection)


def paid_twice(connection: Connection) -> Iterator[Found]:
    """Each payment after a person's first in a benefit year, at the same point or another."""
    for _, rows in groupby(twice_rows(connection), key=lambda row: (row.person, row.year)):
        first, *others = rows
        yield from (_second(first, row) for row in others)


def _minute(at: str) -> str:
    """2023-11-15 13:39"""
    return at[:16].replace("T", " ")


def _second(first: Any, row: Any) -> Found:
    facts = {"receipt": row.receipt, "at": _minute(row.at), "due": row.due_fen, "first_point": first.point}
    return Found(
        family="twice",
        kind="paid_twice" if row.point == first.point else "two_points",
        person=row.person,
        year=row.year,
        point=row.point,
        name=row.name,
        subject=row.payment,
        payment=row.payment,
        facts=facts | {"first_receipt": first.receipt, "first_at": _minute(first.at), "first_payment": first.payment},
        proposal="refund",
    )


def on_tax_list(connection: Connection, year: int) -> Iterator[Found]:
    """Paid at a counter, and on the tax bureau's list once more than the counters charged, or from a telephone."""
    listed, p = list_side(year).subquery(), payments.c
    # The list names everybody who paid: only who is on it oftener, or with an online payment, is looked up.
    often = select(listed).where(or_(listed.c.paid_count > 1, listed.c.online > 0)).subquery()
    columns = (p.person, p.year, p.point, p.name, p.payment, p.receipt, p.due_fen, p.at)
    query = (
        select(*columns, often.c.paid_fen, often.c.refund_fen, often.c.paid_count, often.c.online, often.c.voucher)
        .select_from(with_ends(payments.join(often, and_(often.c.person == p.person, p.year == year))))
        .where(STANDS, p.due_fen > 0)
        .order_by(p.person, p.at, p.payment)
    )
    for _, rows in groupby(connection.execute(query), key=lambda row: row.person):
        charged = list(rows)
        yield from _more_on_list(charged)


def _more_on_list(charged: list[Any]) -> Iterator[Found]:
    first = charged[0]
    net = int(first.paid_fen) - int(first.refund_fen)
    extra = net - sum(row.due_fen for row in charged)
    if first.paid_count > len(charged) and extra > 0:
        yield _online(first, "税务名单", extra, f"税票 {first.voucher}")
    elif first.online and net > 0:
        yield _online(first, "税务名单", net, "网上渠道，请核对柜台这笔是否已上解", proposal="look")


def elsewhere(connection: Connection) -> Iterator[Found]:
    """Paid at a counter, and on a list of those who paid online or elsewhere."""
    p, other = payments.c, paid_elsewhere.c
    # The tax bureau's list says the same with amounts: one case is enough.
    listed = select(tax_rows.c.person, tax_rows.c.year).where(tax_rows.c.online > 0).distinct().subquery()
    query = (
        select(p.person, p.year, p.point, p.name, p.payment, p.receipt, p.due_fen, p.at, other.place, other.paid_on)
        .select_from(with_ends(payments.join(paid_elsewhere, and_(other.person == p.person, other.year == p.year)))
                     .join(listed, and_(listed.c.person == p.person, listed.c.year == p.year), isouter=True))
        .where(STANDS, p.due_fen > 0, listed.c.person.is_(None))
        .order_by(p.person, p.year, p.at, p.payment)
    )  # fmt: skip
    for _, rows in groupby(connection.execute(query), key=lambda row: (row.person, row.year)):
        first = next(rows)
        where = " ".join(filter(None, (first.place, first.paid_on)))
        yield _online(first, "别处已缴名单", None, where)


def _online(row: Any, source: str, other_fen: int | None, where: str, *, proposal: str = "refund_online") -> Found:
    return Found(
        family="online",
        kind="online_and_cash",
        person=row.person,
        year=row.year,
        point=row.point,
        name=row.name,
        subject=row.payment,
        payment=row.payment,
        facts={"receipt": row.receipt, "due": row.due_fen, "source": source, "other": other_fen, "where": where},
        proposal=proposal,
    )


def covered_as_employee(connection: Connection) -> Iterator[Found]:
    """Paid for a benefit year in which the list of employees has the person."""
    p, e = payments.c, employees.c
    columns = (p.person, p.year, p.point, p.name, p.payment, p.receipt, p.due_fen, e.employer, e.since, e.until)
    query = (
        select(*columns)
        .select_from(with_ends(payments.join(employees, e.person == p.person)))
        .where(STANDS)
        .order_by(p.person, p.year, p.at, p.payment)
    )
    for row in connection.execute(query):
        if (row.since or "") <= f"{row.year}-12-31" and (row.until or "9999") >= f"{row.year}-01-01":
            yield Found(
                family="employee",
                kind="employee",
                person=row.person,
                year=row.year,
                point=row.point,
                name=row.name,
                subject=row.payment,
                payment=row.payment,
                facts={"receipt": row.receipt, "due": row.due_fen, "employer": row.employer, "since": row.since,
                       "until": f"至 {row.until}" if row.until else "至今"},
                proposal="refund" if row.due_fen else "look",
            )  # fmt: skip
