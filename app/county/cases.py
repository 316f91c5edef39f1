"""Cases: what the county has to decide about single payments, found again and again, decided once.

A case is what it is about, so that it stays the same one however often it is found. Its state is read off the rows:
closed once the matter is gone (with the reason), decided once somebody decided, open until then.
"""

from typing import Any

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, Row, and_, func, select

from app.county import schema
from app.county.case_finders import find_all
from app.county.case_kinds import DECISIONS, ENDINGS, KINDS, PROPOSALS, Found, sentence
from app.county.database import in_chunks, put_rows
from app.domain.errors import Refused, WrongUse
from app.domain.resident import masked

STATES = {"open": "待处理", "decided": "已决定", "closed": "已了结"}


class Case(Struct, frozen=True, kw_only=True):
    """A case with its words. `decision`, `note`, `by`, `at`: the latest decision; `why`: how a closed one ended."""

    case: str
    kind: str
    title: str
    state: str
    person_masked: str
    name: str
    year: int
    point: str
    payment: str | None
    text: str
    proposal: str
    proposal_text: str
    found_at: str
    decision: str | None
    decision_text: str | None
    note: str | None
    by: str | None
    at: str | None
    closed_at: str | None
    why: str | None


def refresh(connection: Connection, *, at: str) -> None:
    """Find cases anew: new ones are opened, those whose matter is gone are closed with the reason."""
    found = {(each.point, each.case_id): each for each in find_all(connection)}
    table = schema.cases.c
    query = select(table.point, table.case_id, table.found_at, table.ended_at, table.payment, table.kind, table.facts)
    before = {(row.point, row.case_id): row for row in connection.execute(query)}
    since = {key: row.found_at for key, row in before.items()}
    put_rows(connection, schema.cases, [_row(each, since.get(key, at)) for key, each in found.items()])
    gone = [row for key, row in before.items() if key not in found and row.ended_at is None]
    _close(connection, gone, at=at)


def _row(found: Found, since: str) -> tuple[Any, ...]:
    facts = msgspec.json.encode(found.facts).decode()
    who = (found.kind, found.person, found.year, found.name, found.payment)
    return (found.point, found.case_id, *who, facts, found.proposal, since, None, None)


def _close(connection: Connection, gone: list[Row[Any]], *, at: str) -> None:
    ended = {
        ending: _ended(connection, table, gone)
        for ending, table in (("void", schema.voids), ("reversed", schema.reversals))
    }
    for row in gone:
        why = _why(row, ended)
        where = and_(schema.cases.c.point == row.point, schema.cases.c.case_id == row.case_id)
        connection.execute(schema.cases.update().where(where).values(ended_at=at, ended_why=why))


def _why(row: Row[Any], ended: dict[str, set[str]]) -> str:
    for ending, payments in ended.items():
        if row.payment in payments:
            return ending
    if row.kind in ("paid_twice", "two_points"):
        return "other_ended"
    return "withdrawn" if row.kind == "refund_request" else "list_changed"


def _ended(connection: Connection, table: Any, gone: list[Row[Any]]) -> set[str]:
    """Which payments of these cases `table` (voids or reversals) ends."""
    wanted = {row.payment for row in gone if row.payment is not None}
    return {
        payment
        for chunk in in_chunks(sorted(wanted))
        for payment in connection.execute(select(table.c.payment).where(table.c.payment.in_(chunk))).scalars()
    }


def listed(connection: Connection, *, state: str | None = None, kind: str | None = None, point: str | None = None,
           limit: int | None = None) -> list[Case]:  # fmt: skip
    """Cases by point and when they were found, open ones first; None: whichever."""
    c, d = schema.cases, _latest_decision()
    query = select(c, d.c.decision, d.c.note, d.c.at, d.c.by).select_from(
        c.join(d, and_(d.c.point == c.c.point, d.c.case_id == c.c.case_id), isouter=True)
    )
    conditions = {"open": (c.c.ended_at.is_(None), d.c.decision.is_(None)),
                  "decided": (c.c.ended_at.is_(None), d.c.decision.is_not(None)),
                  "closed": (c.c.ended_at.is_not(None),)}.get(state or "", ())  # fmt: skip
    query = query.where(*conditions)
    if kind is not None:
        query = query.where(c.c.kind == kind)
    if point is not None:
        query = query.where(c.c.point == point)
    order = (c.c.ended_at.is_not(None), d.c.decision.is_not(None), c.c.point, c.c.found_at, c.c.kind, c.c.case_id)
    return [_case(row) for row in connection.execute(query.order_by(*order).limit(limit))]


def _latest_decision() -> Any:
    d = schema.case_decisions
    last = (
        select(d.c.point, d.c.case_id, func.max(d.c.number).label("number")).group_by(d.c.point, d.c.case_id).subquery()
    )
    of_last = and_(last.c.point == d.c.point, last.c.case_id == d.c.case_id, last.c.number == d.c.number)
    return select(d).join(last, of_last).subquery()


def _case(row: Row[Any]) -> Case:
    state = "closed" if row.ended_at else "decided" if row.decision else "open"
    return Case(
        case=row.case_id,
        kind=row.kind,
        title=KINDS[row.kind],
        state=state,
        person_masked=masked(row.person.partition(":")[2]),
        name=row.name,
        year=row.year,
        point=row.point,
        payment=row.payment,
        text=sentence(row.kind, msgspec.json.decode(row.facts)),
        proposal=row.proposal,
        proposal_text=PROPOSALS[row.proposal],
        found_at=row.found_at,
        decision=row.decision,
        decision_text=DECISIONS[row.decision] if row.decision else None,
        note=row.note,
        by=row.by,
        at=row.at,
        closed_at=row.ended_at,
        why=ENDINGS[row.ended_why] if row.ended_why else None,
    )


def decide(connection: Connection, case: str, decision: str, *, note: str, by: str, at: str) -> Case:
    """Write down what was decided; a later decision stands over an earlier one, which is kept.

    Raises WrongUse: case_decision, case_note; Refused: case_unknown, case_closed.
    """
    if decision not in DECISIONS:
        raise WrongUse("case_decision", decision=decision, known="、".join(f"{k}（{v}）" for k, v in DECISIONS.items()))
    if not note.strip():
        raise WrongUse("case_note")
    table = schema.cases.c
    row = connection.execute(select(table.point, table.ended_why).where(table.case_id == case.strip().lower())).first()
    if row is None:
        raise Refused("case_unknown", case=case)
    if row.ended_why is not None:
        raise Refused("case_closed", case=case, why=ENDINGS[row.ended_why])
    key = (row.point, case.strip().lower())
    put_rows(connection, schema.case_decisions, [(*key, _next(connection, key), decision, note.strip(), at, by)])
    return next(each for each in listed(connection, point=row.point) if each.case == key[1])


def _next(connection: Connection, key: tuple[str, str]) -> int:
    d = schema.case_decisions.c
    query = select(func.coalesce(func.max(d.number), 0)).where(d.point == key[0], d.case_id == key[1])
    return int(connection.execute(query).scalar_one()) + 1


class CaseCount(Struct, frozen=True, kw_only=True):
    """How many cases of a kind are in which state."""

    kind: str
    title: str
    open: int
    decided: int
    closed: int


def counted(connection: Connection) -> list[CaseCount]:
    """Cases by kind and state, without bringing one out."""
    c, d = schema.cases, _latest_decision()
    ended, decided = c.c.ended_at.is_not(None), d.c.decision.is_not(None)
    source = c.join(d, and_(d.c.point == c.c.point, d.c.case_id == c.c.case_id), isouter=True)
    query = select(c.c.kind, ended.label("ended"), decided.label("decided"), func.count()).select_from(source)
    found: dict[str, dict[str, int]] = {}
    for kind, is_ended, is_decided, count in connection.execute(query.group_by(c.c.kind, ended, decided)):
        states = found.setdefault(kind, dict.fromkeys(STATES, 0))
        states["closed" if is_ended else "decided" if is_decided else "open"] += count
    return [CaseCount(kind=kind, title=title, **found[kind]) for kind, title in KINDS.items() if kind in found]
