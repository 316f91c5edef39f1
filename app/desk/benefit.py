"""From when a paid resident is covered, and the three dates of the payment (design §2, rule 7).

Where the pack lets the benefit start follow the day the money was received (随县 四(三): 到账), the start is
provisional until the remittance has arrived, and is then the pack's own answer for that day. The pack is the one the
entry names; nothing is priced anew.
"""

from datetime import date
from typing import Any

import msgspec
from msgspec.structs import replace

from app.desk.desk import Desk
from app.domain.assessment import Facts, assess
from app.store import counter, money
from app.store import journal as journal_store


class Benefit(msgspec.Struct, frozen=True, kw_only=True):
    """`starts` None: not settled. `provisional`: it waits for the day of receipt. `waiting` as in an assessment."""

    starts: date | None
    ends: date | None
    waiting: str
    provisional: bool
    paid_on: date
    remitted_on: date | None
    received_on: date | None


def benefit(desk: Desk, row: dict[str, Any]) -> Benefit:
    """The benefit of a payment as `payment_states` has it."""
    body = journal_store.entry(desk.db, row["journal"], row["seq"]).body
    remitted, received = (_day(text) for text in _dates(desk, row, body))
    facts = Facts.from_json(body["facts"], place="记录")
    policy = desk.pack_by_hash(body["pack_hash"])
    follows = facts.received_on is None and any(q.id == "received_on" for q in assess(policy, facts).questions)
    settled = assess(policy, replace(facts, received_on=received)) if follows and received else None
    found = settled if settled is not None and settled.eligible else None
    return Benefit(
        starts=found.benefit_start if found else _day(body["benefit_start"]),
        ends=found.benefit_end if found else _day(body["benefit_end"]),
        waiting=(found.waiting if found else body["waiting"]) or "0",
        provisional=follows and found is None,
        paid_on=date.fromisoformat(body["paid_on"]),
        remitted_on=remitted,
        received_on=received,
    )


def _dates(desk: Desk, row: dict[str, Any], body: dict[str, Any]) -> tuple[str | None, str | None]:
    """Money carried over went to the bank with the payment it was taken for."""
    taken_for = counter.payment(desk.db, body["carried_from"]) if row["method"] == "carried" else None
    if taken_for is not None:
        told = journal_store.entry(desk.db, taken_for["journal"], taken_for["seq"]).body
        return _dates(desk, taken_for, told)
    if row["method"] not in ("cash", "pos"):
        return None, None
    return money.dates_of(desk.db, row["journal"], row["day"], row["method"])


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
