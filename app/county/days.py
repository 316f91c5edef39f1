"""The account days of all points: what each day close says beside what the payments say (人、票、款、录入信息).

One row for a journal's day, counted by the database; every finding is a sentence with what to do about it.
"""

from datetime import date
from typing import Any

from msgspec import Struct, structs
from sqlalchemy import ColumnElement, Connection, Table, and_, func, select

from app.county import schema
from app.county.day_findings import Finding, findings
from app.county.remittances import Banked, banked
from app.county.takings import Takings

Key = tuple[str, str, int]
Rows = dict[Key, dict[str, Any]]


class DayAccount(Struct, frozen=True, kw_only=True):
    """One account day of one journal; amounts in fen, voids left out of what was taken.

    `close_…` is what the day close says, null while there is none. `reversed_…` are the 红冲 entered that day, which
    move no money. `held_fen` is cash and cards not yet remitted, `on_way_fen` remitted and not yet received.
    """

    point: str
    name: str
    journal: str
    day: int
    date: str | None
    people: int
    receipts: int
    records: int
    zero: int
    cash_fen: int
    pos_fen: int
    carried_fen: int
    voids: int
    voided_fen: int
    reversals: int
    reversed_fen: int
    float_fen: int
    handed_fen: int
    closed: bool
    close_people: int | None
    close_receipts: int | None
    close_records: int | None
    close_expected_fen: int | None
    close_counted_fen: int | None
    close_difference_fen: int | None
    close_handed_fen: int | None
    close_pos_fen: int | None
    close_clean: bool | None
    close_reason: str | None
    cash: Banked
    pos: Banked
    findings: tuple[Finding, ...] = ()

    @property
    def taken_fen(self) -> int:
        """Money that came in: what another payment brought (carried) came in once, with that."""
        return self.cash_fen + self.pos_fen

    @property
    def held_fen(self) -> int:
        return max(self.cash_fen - self.cash.remitted_fen, 0) + max(self.pos_fen - self.pos.remitted_fen, 0)

    @property
    def arrived_fen(self) -> int:
        return self.cash.arrived_fen + self.pos.arrived_fen

    @property
    def on_way_fen(self) -> int:
        return self.cash.remitted_fen + self.pos.remitted_fen - self.arrived_fen


def days(connection: Connection, takings: Takings, names: dict[str, str], *, today: date) -> list[DayAccount]:
    """Every account day, by point, date and number. `names` are those of the points."""
    taken = _taken(takings)
    voided = _ended(connection)
    receipts = _receipts(connection, voided)
    opened = _rows(connection, schema.projections["days"], ("date", "float_fen"))
    closes = _rows(connection, schema.projections["closes"], _CLOSE)
    handed = _handed(connection)
    slips = banked(connection)
    last = _last_days(opened)
    keys = sorted({*taken, *opened, *receipts}, key=lambda key: (key[0], opened.get(key, {}).get("date") or "", key))
    made = []
    for key in keys:
        day = opened.get(key, {})
        values: dict[str, Any] = _NOTHING | taken.get(key, {}) | receipts.get(key, {}) | voided.get(key, {})
        account = DayAccount(
            point=key[0],
            name=names.get(key[0], ""),
            journal=key[1],
            day=key[2],
            date=day.get("date"),
            float_fen=day.get("float_fen") or 0,
            handed_fen=handed.get(key, 0),
            closed=key in closes,
            cash=slips.get((*key, "cash"), Banked()),
            pos=slips.get((*key, "pos"), Banked()),
            **values | _close(closes.get(key)),
        )
        found = findings(account, is_last=key[2] == last.get(key[:2]), today=today)
        made.append(structs.replace(account, findings=found) if found else account)
    return made


_FIGURES = "people records zero cash_fen pos_fen carried_fen receipts voids voided_fen reversals reversed_fen"
_NOTHING: dict[str, Any] = dict.fromkeys(_FIGURES.split(), 0)
_MONEY = {"cash": "cash_fen", "pos": "pos_fen", "carried": "carried_fen"}
_CLOSE = (
    "people", "receipts", "records", "expected_fen", "counted_fen", "difference_fen", "handed_fen", "pos_fen", "clean",
    "reason",
)  # fmt: skip


def _close(row: dict[str, Any] | None) -> dict[str, Any]:
    said = {f"close_{name}": row[name] if row else None for name in _CLOSE}
    return said | {"close_clean": bool(row["clean"]) if row else None}


def _last_days(opened: Rows) -> dict[tuple[str, str], int]:
    last: dict[tuple[str, str], int] = {}
    for point, journal, day in opened:
        last[point, journal] = max(day, last.get((point, journal), 0))
    return last


def of_void(table: Table) -> ColumnElement[bool]:
    """A void of a renewed journal cites a payment of the old one: point and payment say which."""
    return and_(schema.voids.c.point == table.c.point, schema.voids.c.payment == table.c.payment)


def _taken(takings: Takings) -> Rows:
    """What each day took, by the methods of its payments that are not void."""
    again = takings.people_again()
    found: Rows = {}
    for each in takings.days:
        key = (each.point, each.journal, each.day)
        row = found.setdefault(key, _NOTHING | {"people": -again.get(key, 0)})
        row["people"] += each.payments
        row["records"] += each.payments
        if each.method == "zero":
            row["zero"] += each.payments
        elif each.method in _MONEY:
            row[_MONEY[each.method]] += each.fen
    return found


def _receipts(connection: Connection, ended: Rows) -> Rows:
    """How many receipts each day issued, counted from their own table, without those of void payments."""
    table = schema.projections["receipts"].c
    by = (table.point, table.journal, table.day)
    issued = {(row[0], row[1], row[2]): row[3] for row in connection.execute(select(*by, func.count()).group_by(*by))}
    return {key: {"receipts": number - ended.get(key, {}).get("voids", 0)} for key, number in issued.items()}


def _ended(connection: Connection) -> Rows:
    """Voids by the day of their payment, reversals by the day they were entered on."""
    p, v, r = schema.payments, schema.voids, schema.reversals
    void = (
        select(p.c.point, p.c.journal, p.c.day, func.count(), func.sum(p.c.due_fen))
        .select_from(v.join(p, of_void(p)))
        .group_by(p.c.point, p.c.journal, p.c.day)
    )
    red = select(r.c.point, r.c.journal, r.c.day, func.count(), func.sum(r.c.amount_fen))
    found: Rows = {}
    for query, names in (
        (void, ("voids", "voided_fen")),
        (red.group_by(r.c.point, r.c.journal, r.c.day), ("reversals", "reversed_fen")),
    ):
        for point, journal, day, count, fen in connection.execute(query):
            row = found.setdefault((point, journal, day), {})
            row[names[0]], row[names[1]] = count, int(fen or 0)
    return found


def _rows(connection: Connection, table: Table, names: tuple[str, ...]) -> Rows:
    columns = [table.c[name] for name in names]
    query = select(table.c.point, table.c.journal, table.c.day, *columns)
    return {(row[0], row[1], row[2]): dict(zip(names, row[3:], strict=True)) for row in connection.execute(query)}


def _handed(connection: Connection) -> dict[Key, int]:
    """By how much the counts at handovers of the drawer differed, above zero 长款."""
    h = schema.projections["handovers"].c
    by = (h.point, h.journal, h.day)
    query = select(*by, func.sum(h.counted_fen - h.expected_fen)).group_by(*by)
    return {(point, journal, day): int(fen or 0) for point, journal, day, fen in connection.execute(query)}
