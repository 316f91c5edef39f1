"""The tax bureau's payments received held against the points', by person, benefit year and amount.

The database counts and compares; only rows that do not match are ever brought out one by one.
"""

from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, Select, and_, case, func, literal, select, union, union_all

from app.county.active import ACTIVE, STANDS
from app.county.database import in_chunks
from app.county.schema import payments, reversals, tax_rows, voids
from app.domain.resident import masked


class Group(Struct, frozen=True, kw_only=True):
    """How many people of one result, and both sides' sums in fen."""

    result: str
    people: int
    point_fen: int
    list_fen: int


class Matched(Struct, frozen=True, kw_only=True):
    """What the lists and the points say of one benefit year; no groups while no list of that year has come."""

    year: int
    groups: list[Group]


class Difference(Struct, frozen=True, kw_only=True):
    """A person on whom the two sides differ. `list_fen` is paid less refunded."""

    person_masked: str
    name: str
    year: int
    result: str
    point: str
    receipt: str
    point_fen: int
    paid_fen: int
    refund_fen: int
    voucher: str
    remitted_on: str | None
    received_on: str | None
    text: str
    remedy: str

    @property
    def list_fen(self) -> int:
        return self.paid_fen - self.refund_fen


RESULTS = {
    "matched": "相符",
    "only_point": "仅收款点有",
    "only_list": "仅税务有",
    "amount_differs": "金额不同",
    "refund": "有退费",
}
TEXTS = {
    "only_point": (
        "收款点收了，税务名单里没有。",
        "先看这笔款是否已上解、入库，名单是否最新；都是的，把凭据号交税务核对补录。",
    ),
    "only_list": (
        "税务名单里有，收款点没有收。",
        "多半是本人在网上或别处缴的。请把别处已缴名单下发到收款点，免得再收。",
    ),
    "amount_differs": (
        "两边金额不同。",
        "名单多的，查是否网上又缴了一次；名单少的，查上解是否漏报，再请税务更正。",
    ),
    "refund": (
        "税务名单里有退费，退费后的金额与收款点不同。",
        "核实已经退费的，请收款点红冲这笔凭据；没有退的，请税务更正。",
    ),
    "refund_settled": ("税务名单里有退费，两边余额相同。", "不用处理，凭退费单存档。"),
}


def years_of_lists(connection: Connection) -> list[int]:
    """The benefit years about which the tax bureau has sent lists."""
    return list(connection.execute(select(tax_rows.c.year.distinct()).order_by(tax_rows.c.year)).scalars())


def match(connection: Connection, year: int) -> Matched:
    """How many people there are of each result in a benefit year, without bringing out a person."""
    both = _compared(year).subquery()
    query = (
        select(both.c.result, func.count(), func.sum(both.c.point_fen), func.sum(both.c.paid_fen - both.c.refund_fen))
        .where(both.c.result.is_not(None))
        .group_by(both.c.result)
    )
    rows = {row[0]: row[1:] for row in connection.execute(query)}
    groups = [
        Group(result=result, people=rows[result][0], point_fen=int(rows[result][1]), list_fen=int(rows[result][2]))
        for result in RESULTS
        if result in rows
    ]
    return Matched(year=year, groups=groups)


def differences(connection: Connection, year: int, *, limit: int) -> list[Difference]:
    """The people on whom the sides differ, at most `limit`, those with a difference of amount first."""
    both = _compared(year).subquery()
    order = case({"amount_differs": 0, "refund": 1, "only_list": 2}, value=both.c.result, else_=3)
    query = select(both).where(both.c.result != "matched").order_by(order, both.c.person).limit(limit)
    rows = connection.execute(query).all()
    people = [row.person for row in rows]
    at_point, on_list = _at_point(connection, people, year), _on_list(connection, people, year)
    return [_difference(row, year, at_point, on_list) for row in rows]


def _at_point(connection: Connection, people: list[str], year: int) -> dict[str, Any]:
    """The first payment that stands of each of these people."""
    p = payments.c
    query = select(p.person, p.name, p.point, p.receipt).select_from(ACTIVE).where(STANDS, p.year == year)
    order = (p.person, p.at.desc(), p.payment.desc())
    return {
        row.person: row
        for chunk in in_chunks(people)
        for row in connection.execute(query.where(p.person.in_(chunk)).order_by(*order))
    }


def _on_list(connection: Connection, people: list[str], year: int) -> dict[str, Any]:
    """The latest row of the lists on each of these people."""
    t = tax_rows.c
    query = select(t.person, t.name, t.voucher, t.remitted_on, t.received_on).where(t.year == year)
    return {
        row.person: row
        for chunk in in_chunks(people)
        for row in connection.execute(query.where(t.person.in_(chunk)).order_by(t.person, t.remitted_on, t.voucher))
    }


def _difference(row: Any, year: int, at_point: dict[str, Any], on_list: dict[str, Any]) -> Difference:
    settled = row.result == "refund" and row.paid_fen - row.refund_fen == row.point_fen
    text, remedy = TEXTS["refund_settled" if settled else row.result]
    ours, theirs = at_point.get(row.person), on_list.get(row.person)
    return Difference(
        person_masked=masked(row.person.partition(":")[2]),
        name=ours.name if ours else theirs.name if theirs else "",
        year=year,
        result=row.result,
        point=ours.point if ours else "",
        receipt=ours.receipt if ours else "",
        point_fen=int(row.point_fen),
        paid_fen=int(row.paid_fen),
        refund_fen=int(row.refund_fen),
        voucher=theirs.voucher if theirs else "",
        remitted_on=theirs.remitted_on if theirs else None,
        received_on=theirs.received_on if theirs else None,
        text=text,
        remedy=remedy,
    )


def _compared(year: int) -> Select[Any]:
    """One row for each person on either side with the result; null where nothing is left to compare.

    Both sides are laid in one heap and grouped once, which is a full join that every dialect knows. What has ended is
    laid in with the opposite sign.
    """
    p, t, zero = payments.c, tax_rows.c, literal(0)
    ended = union(*(select(table.c.point, table.c.payment) for table in (voids, reversals))).subquery("ended")
    of_payment = and_(ended.c.point == p.point, ended.c.payment == p.payment)
    is_paid = t.mark == "paid"
    heap = union_all(
        select(p.person, p.due_fen.label("fen"), literal(1).label("n"), zero.label("paid"), zero.label("refund"))
        .where(p.year == year),
        select(p.person, -p.due_fen, literal(-1), zero, zero)
        .select_from(payments.join(ended, of_payment))
        .where(p.year == year),
        select(t.person, zero, zero, case((is_paid, t.amount_fen), else_=0), case((is_paid, 0), else_=t.amount_fen))
        .where(t.year == year),
    ).subquery("heap")  # fmt: skip
    summed = (
        select(
            heap.c.person,
            func.sum(heap.c.fen).label("point_fen"),
            func.sum(heap.c.n).label("standing"),
            func.sum(heap.c.paid).label("paid_fen"),
            func.sum(heap.c.refund).label("refund_fen"),
        )
        .group_by(heap.c.person)
        .subquery("summed")
    )
    s = summed.c
    result = case(
        (s.refund_fen > 0, "refund"),
        (and_(s.paid_fen > 0, s.standing == 0), "only_list"),
        (and_(s.paid_fen > 0, s.paid_fen == s.point_fen), "matched"),
        (s.paid_fen > 0, "amount_differs"),
        # Who had nothing to pay is on no list of payments.
        (s.point_fen > 0, "only_point"),
    )
    return select(s.person, result.label("result"), s.point_fen, s.paid_fen, s.refund_fen)


def list_side(year: int) -> Select[Any]:
    """What the tax bureau's lists say, by person: paid, refunded, how often, and whether any of it came online."""
    t = tax_rows.c
    return (
        select(
            t.person,
            func.sum(case((t.mark == "paid", t.amount_fen), else_=0)).label("paid_fen"),
            func.sum(case((t.mark == "refund", t.amount_fen), else_=0)).label("refund_fen"),
            func.sum(case((t.mark == "paid", 1), else_=0)).label("paid_count"),
            func.max(case((t.mark == "paid", t.online), else_=0)).label("online"),
            func.min(t.voucher).label("voucher"),
        )
        .where(t.year == year)
        .group_by(t.person)
    )
