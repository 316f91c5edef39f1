"""Slips (上解) and the days they pay in, and what has been received (入库、到账)."""

from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, and_, case, func, select

from app.county import schema


class Banked(Struct, frozen=True, kw_only=True):
    """What slips pay in of one day's takings by one method, in fen; dates are the latest of the slips."""

    remitted_fen: int = 0
    arrived_fen: int = 0
    remitted_on: str | None = None
    received_on: str | None = None


class Slip(Struct, frozen=True, kw_only=True):
    """A deposit slip or a terminal's settlement. `covered_fen` is the sum of the days it names, `days` how many.

    `points` counts the points that entered a slip of this number. `finding` is "" where the slip is in order.
    """

    point: str
    name: str
    journal: str
    slip: str
    method: str
    amount_fen: int
    covered_fen: int
    days: int
    remitted_on: str
    received_on: str | None
    bank: str
    points: int
    finding: str
    remedy: str


_REMITTANCES = schema.projections["remittances"]
_DAYS = schema.projections["remitted_days"]
_ARRIVALS = schema.projections["arrivals"]

# An arrival is told by whichever journal of the point is in use by then.
_ARRIVED = and_(_ARRIVALS.c.point == _REMITTANCES.c.point, _ARRIVALS.c.slip == _REMITTANCES.c.slip)
_OF_SLIP = and_(
    _DAYS.c.point == _REMITTANCES.c.point,
    _DAYS.c.journal == _REMITTANCES.c.journal,
    _DAYS.c.slip == _REMITTANCES.c.slip,
)


def banked(connection: Connection) -> dict[tuple[str, str, int, str], Banked]:
    """What was paid in, by point, journal of the day, day and method (cash, pos)."""
    d, r, a = _DAYS.c, _REMITTANCES.c, _ARRIVALS.c
    by = (d.point, d.of, d.day, r.method)
    arrived = func.sum(case((a.slip.is_not(None), d.amount_fen), else_=0))
    query = (
        select(*by, func.sum(d.amount_fen), arrived, func.max(r.remitted_on), func.max(a.received_on))
        .select_from(_DAYS.join(_REMITTANCES, _OF_SLIP).join(_ARRIVALS, _ARRIVED, isouter=True))
        .group_by(*by)
    )
    return {
        (point, of, day, method): Banked(
            remitted_fen=int(fen), arrived_fen=int(there), remitted_on=remitted_on, received_on=received_on
        )
        for point, of, day, method, fen, there, remitted_on, received_on in connection.execute(query)
    }


def slips(connection: Connection, names: dict[str, str]) -> list[Slip]:
    """Every slip, by point and date."""
    r, d, a = _REMITTANCES.c, _DAYS.c, _ARRIVALS.c
    same = select(r.slip, func.count(r.point.distinct()).label("points")).group_by(r.slip).subquery()
    covered = (
        select(d.point, d.journal, d.slip, func.sum(d.amount_fen).label("fen"), func.count().label("days"))
        .group_by(d.point, d.journal, d.slip)
        .subquery()
    )
    of_cover = and_(covered.c.point == r.point, covered.c.journal == r.journal, covered.c.slip == r.slip)
    source = (
        _REMITTANCES.join(same, same.c.slip == r.slip)
        .join(covered, of_cover, isouter=True)
        .join(_ARRIVALS, _ARRIVED, isouter=True)
    )
    columns = (r.point, r.journal, r.slip, r.method, r.amount_fen, r.remitted_on, r.bank)
    counted = (covered.c.fen, covered.c.days, same.c.points, func.max(a.received_on))
    query = select(*columns, *counted).select_from(source).group_by(*columns, *counted[:3])
    rows = connection.execute(query.order_by(r.point, r.remitted_on, r.slip))
    return [_slip(names, *row) for row in rows]


def _slip(
    names: dict[str, str],
    point: str,
    journal: str,
    slip: str,
    method: str,
    amount_fen: int,
    remitted_on: str,
    bank: str,
    covered_fen: Any,
    days: int | None,
    points: int,
    received_on: str | None,
) -> Slip:
    covered = int(covered_fen or 0)
    finding, remedy = _finding(amount_fen, covered, points, received_on)
    return Slip(
        point=point,
        name=names.get(point, ""),
        journal=journal,
        slip=slip,
        method=method,
        amount_fen=amount_fen,
        covered_fen=covered,
        days=days or 0,
        remitted_on=remitted_on,
        received_on=received_on,
        bank=bank,
        points=points,
        finding=finding,
        remedy=remedy,
    )


def _finding(amount_fen: int, covered_fen: int, points: int, received_on: str | None) -> tuple[str, str]:
    if points > 1:
        return f"同一单号在 {points} 个收款点都有", "请调取银行缴款单，查明是哪一个收款点的。"
    if amount_fen != covered_fen:
        return "缴款单金额与所列账日合计不符", "请收款点核对缴款单和账日，更正登记。"
    if received_on is None:
        return "已上解，还没有登记入库", "请与银行、税务核对到账，由收款点登记到账日期。"
    return "", ""
