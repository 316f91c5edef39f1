"""Facts that cannot be true together: the case is put back to the person who told them, never priced.

Here is what concerns everyone. Odd dates of an event or of a category are found where they are used (late.py,
claims.py): a fact that changes nothing must not stop anybody.
"""

from msgspec import Struct

from app.domain.facts import Facts
from app.domain.policy import Policy


class Contradiction(Struct, frozen=True):
    """What cannot be: the code of its sentence, the numbers in it, and the fact to look at again."""

    code: str
    numbers: dict[str, object]
    fact: str


def contradiction(policy: Policy, facts: Facts) -> Contradiction | None:
    """The first thing that cannot be; None where the facts may all be true. Unknown facts contradict nothing."""
    return _unborn(facts) or _years(policy, facts)


def _unborn(facts: Facts) -> Contradiction | None:
    """Nobody is paid for before being born."""
    born, paid_on = facts.birth_date, facts.paid_on
    if born is None or paid_on is None or born <= paid_on:
        return None
    return Contradiction("told_birth_ahead", {"on": str(born), "paid_on": str(paid_on)}, "birth_date")


def _years(policy: Policy, facts: Facts) -> Contradiction | None:
    """The last year with cover lies before this one, and agrees with what is told of the year before."""
    last = facts.last_insured_year
    if last is None:
        return None
    before = policy.benefit_year - 1
    told = facts.last_year
    differs = (told == "insured" and last != before) or (told == "lapsed" and last == before) or told == "never"
    if last <= before and not differs:
        return None
    return Contradiction("told_years_differ", {"last": last, "year": policy.benefit_year}, "last_insured_year")
