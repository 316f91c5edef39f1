"""What a well-formed pack may still get wrong: all checks together, each finding with its line.

check_form.py      ids, periods, ages, empty texts: what can be seen without knowing what the pack means
check_words.py     words out of fixed lists, and what is written twice
check_rules.py     entries that call for one another: nobody left without an answer, questions that exist
check_money.py     prices, subsidies, targets that must add up
check_dates.py     windows side by side, and dates far from the year
check_late.py      rules after the season that never apply, or apply to more than they should
check_waits.py     waits nobody could have meant
check_clauses.py   the notice's clauses against the values made from them
check_state.py     what must be done before a draft may become final
"""

from collections.abc import Callable, Iterable

from msgspec import Struct

from app.domain.policy import PackFile
from app.packs import (
    check_clauses,
    check_dates,
    check_form,
    check_late,
    check_money,
    check_rules,
    check_state,
    check_waits,
    check_words,
)
from app.packs.lines import Place, line_of
from app.packs.naming import values

__all__ = ["Finding", "Problem", "findings", "values"]

Problem = tuple[Place, str]
Check = Callable[[PackFile], Iterable[Problem]]
PARTS = (
    check_form, check_words, check_rules, check_late, check_waits, check_money, check_dates, check_clauses, check_state,
)  # fmt: skip


class Finding(Struct, frozen=True):
    """A place and what is wrong there. `severe`: the pack must not be used; otherwise something to look at.

    `file`: the file beside the pack that it is about (cases.json); null for the pack itself.
    """

    line: int
    problem: str
    severe: bool = True
    file: str | None = None


SEVERE: tuple[Check, ...] = tuple(check for part in PARTS for check in part.SEVERE)
NOTABLE: tuple[Check, ...] = tuple(check for part in PARTS for check in part.NOTABLE)


def findings(pack: PackFile, places: dict[Place, int]) -> list[Finding]:
    """All findings: the severe ones first, each kind in the order of the file."""
    said = [(problem, True) for check in SEVERE for problem in check(pack)]
    said += [(problem, False) for check in NOTABLE for problem in check(pack)]
    found = [Finding(line_of(places, place), text, severe) for (place, text), severe in said]
    return sorted(found, key=lambda finding: (not finding.severe, finding.line))
