"""What was set right after the fact: refund requests, questions to the county, people who do not join. Answers only."""

from typing import Any

import msgspec
from sqlite_utils import Database


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """A refund request. `decision`: what the pack makes of its reason, refund or refer. Amount in fen.

    `state`: requested | sent | received (by the county; what it decides comes with a reply) | withdrawn.
    """

    request: str
    payment: str
    receipt: str
    name: str
    amount_fen: int
    reason: str
    decision: str
    evidence: str
    contact: str
    at: str
    by: str
    state: str


_STATE = """
CASE
  WHEN x.seq <= coalesce(
    (SELECT acknowledged_to FROM replies r WHERE r.journal = x.journal ORDER BY place DESC LIMIT 1), 0
  ) THEN 'received'
  WHEN x.seq <= coalesce((SELECT max(last_seq) FROM sent_files s WHERE s.journal = x.journal), 0) THEN 'sent'
  ELSE 'requested'
END
"""


def requests(db: Database) -> list[Request]:
    """Every refund request, newest first."""
    rows = db.query(
        "SELECT x.request, x.payment, x.receipt, x.name, x.amount_fen, x.reason, x.decision, x.evidence, x.contact, "
        f"x.at, x.by, CASE WHEN e.request IS NOT NULL THEN 'withdrawn' ELSE {_STATE} END AS state "
        "FROM refunds x JOIN openings o ON o.journal = x.journal LEFT JOIN refund_ends e ON e.request = x.request "
        "ORDER BY o.renewal DESC, x.seq DESC"
    )
    return [Request(**row) for row in rows]


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """What the county is asked to look into; `state`: requested | sent | received."""

    seq: int
    receipt: str | None
    name: str
    kind: str
    category: str | None
    evidence: str
    at: str
    by: str
    state: str


_TASKS = f"""
SELECT x.seq, x.receipt, x.name, x.kind, x.category, x.evidence, x.at, x.by, {_STATE} AS state
FROM tasks x JOIN openings o ON o.journal = x.journal
"""


def tasks(db: Database) -> list[Task]:
    """Every question to the county, newest first."""
    return [Task(**row) for row in db.query(f"{_TASKS} ORDER BY o.renewal DESC, x.seq DESC")]


def task(db: Database, journal: str, seq: int) -> Task:
    """The question that this entry put."""
    return Task(**next(db.query(f"{_TASKS} WHERE x.journal = ? AND x.seq = ?", (journal, seq))))


def declined(db: Database) -> dict[str, dict[str, Any]]:
    """Who does not join, by the person's key: the latest reason, note, moment and author."""
    rows = db.query(
        "SELECT x.person, x.reason, x.note, x.at, x.by FROM declines x JOIN openings o ON o.journal = x.journal "
        "ORDER BY o.renewal, x.seq"
    )
    return {row["person"]: row for row in rows}
