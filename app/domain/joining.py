"""Who may join at all: the people a village goes to see, and whom its progress is measured against.

Only the roster and the notice decide here, never what a clerk noted: otherwise a target could be talked down.
"""

from app.domain.admission import other_cover, scope
from app.domain.facts import Facts
from app.domain.policy import Policy
from app.domain.unknown import Unknown

AGAINST = frozenset({"refuse", "refuse_duplicate"})


def may_join(policy: Policy, facts: Facts) -> bool:
    """Whether neither another cover nor the scope of the notice rules this person out. What is not known does not."""
    try:
        cover = other_cover(policy, facts)
        if cover is not None and cover.outcome in AGAINST:
            return False
        return scope(policy, facts).outcome not in AGAINST
    except Unknown:
        return True
