"""What a family is about to pay: who may be ticked, who is ticked beforehand, and the sum of those ticked."""

from collections.abc import Sequence

from app.desk.due import Due


def may_tick(found: Due) -> bool:
    """Whether this person can be paid for right now; `collect` asks the same."""
    a = found.assessment
    return found.paid is None and a.outcome in ("collect", "collect_zero") and a.due_fen is not None


def ticked_beforehand(found: Due) -> bool:
    """Only who can be paid for and about whom nothing is open (design §7)."""
    return may_tick(found) and not found.assessment.questions


def total_fen(dues: Sequence[Due]) -> int:
    """The sum of what is due from these people."""
    return sum(found.assessment.due_fen or 0 for found in dues)
