"""申请核对: what the county has to look into, above all a category recognised after the payment.

Categories come from the departments' dated lists alone; the clerk can only ask. Nothing is given back from the drawer.
"""

from typing import Literal

from app.desk.desk import Desk
from app.desk.residents import resolve
from app.domain.errors import Refused, WrongUse
from app.store import corrections, counter
from app.store.corrections import Task
from app.store.database import writing

Kind = Literal["category_later", "category_wrong", "person_data", "other"]
KINDS: dict[str, str] = {
    "category_later": "缴费后才认定类别",
    "category_wrong": "类别与名单不符",
    "person_data": "个人信息要更正",
    "other": "其他",
}


def ask_county(desk: Desk, resident: str, kind: Kind, *, evidence: str, category: str | None = None) -> Task:
    """Give the county a task about a resident; the payment of this year, if there is one, is cited.

    Raises WrongUse evidence_missing; Refused resident_unknown, category_unknown_here (the pack has none of this name).
    """
    if not evidence.strip():
        raise WrongUse("evidence_missing")
    if category and desk.policy.canonical_category(category) is None:
        raise Refused("category_unknown_here", name=category)
    _, person = resolve(desk, resident)
    with writing(desk.db):
        paid = counter.active_payment(desk.db, person.key, desk.policy.benefit_year)
        entry, _ = desk.write(
            "task_given",
            {
                "person": person.key, "name": person.name, "kind": kind, "category": category or None,
                "evidence": evidence.strip(), "payment": paid["payment"] if paid else None,
                "receipt": paid["receipt"] if paid else None,
            },
            at=desk.checked_now(),
        )  # fmt: skip
    return corrections.task(desk.db, desk.journal, entry.seq)


def tasks(desk: Desk) -> list[Task]:
    """Every task given to the county, newest first."""
    return corrections.tasks(desk.db)
