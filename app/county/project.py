"""The county's budget from a roster: what is due from everybody, and what another pack or another list would change.

Reads files only: no data folder, no passphrase. What it gives is counts and sums; nobody is named in it.
"""

from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from app.devices import collector, sheets
from app.domain import roster as rosters
from app.domain.columns import Column, encoded
from app.domain.errors import WrongUse
from app.domain.policy import Policy
from app.domain.projection import project
from app.domain.projection_change import Difference, Listed, compare
from app.domain.projection_sums import Sums, Tally, sum_up
from app.domain.resident import Resident
from app.domain.roster import RosterReading, Table
from app.domain.roster_facts import facts_of
from app.packs.sources import find


class Projected(Struct, frozen=True, kw_only=True):
    """What one roster comes to under one pack if everybody pays on one day.

    `rejected_rows` are the numbers (1-based) of the sheet's rows that could not be read; nobody of them is counted.
    """

    pack: str
    title: str
    on: date
    file: str
    read: int
    rejected_rows: tuple[int, ...]
    warnings: tuple[str, ...]
    sums: Sums


class Comparison(Struct, frozen=True, kw_only=True):
    """What is held against, and what changes from there to here.

    `unread`: people of one list whom only one of two packs can read (the other has no such category, most often).
    """

    against: Projected
    difference: Difference
    unread: int = 0


class Budget(Struct, frozen=True, kw_only=True):
    """The answer of `pack project`."""

    projected: Projected
    comparison: Comparison | None


@collector.paused()
def budget(
    roster: Path,
    pack: str,
    *,
    today: date,
    on: date | None = None,
    against_pack: str | None = None,
    against_roster: Path | None = None,
) -> Budget:
    """Project a roster file under a pack (an id, or the path of a pack.toml), and compare.

    `on`: the day everybody pays, by default the first of each pack's main window. `today` is the calendar's: a date
    of the roster that is later is a mistake. The comparison goes from `against_…` to the roster and pack given first.

    Raises WrongUse: project_one_comparison, project_day_needed, pack_unknown, pack_missing, pack_invalid; Refused: what
    `sheets.read_table` and `roster.parse` name.
    """
    if against_pack is not None and against_roster is not None:
        raise WrongUse("project_one_comparison")
    policy = find(pack).policy()
    earlier = find(against_pack).policy() if against_pack is not None else policy
    # All that can be wrong with the packs is said before a large sheet is read.
    day, earlier_day = (on or first_day(each) for each in (policy, earlier))
    table = sheets.read_table(roster)
    here = _Side(policy, day, roster, table, today)
    if against_pack is None and against_roster is None:
        return Budget(projected=here.projected, comparison=None)
    other = roster if against_roster is None else against_roster
    there = _Side(earlier, earlier_day, other, table if other == roster else sheets.read_table(other), today)
    difference = compare(there.listed, here.listed)
    return Budget(
        projected=here.projected, comparison=_comparison(there.projected, difference, same_list=other == roster)
    )


def _comparison(against: Projected, difference: Difference, *, same_list: bool) -> Comparison:
    if not same_list:
        return Comparison(against=against, difference=difference)
    # Nobody came or went: who is on one side only could not be read on the other.
    unread = difference.added.people + difference.gone.people
    return Comparison(against=against, difference=replace(difference, added=Tally(), gone=Tally()), unread=unread)


def first_day(policy: Policy) -> date:
    """The first day of the window that is open to everyone. Raises WrongUse("project_day_needed")."""
    for window in policy.windows:
        if "*" in window.payers and window.opens is not None:
            return window.opens
    raise WrongUse("project_day_needed", pack=policy.title, example=policy.windows[0].closes)


class _Side:
    """One roster under one pack: the sums, and who has which answer."""

    def __init__(self, policy: Policy, on: date, file: Path, table: Table, today: date) -> None:
        reading = rosters.parse(table, canonical=policy.canonical_category, today=max(on, today))
        residents = reading.residents
        answers = project(policy, facts_of(residents, paid_on=on))
        self.listed = Listed([resident.key for resident in residents], answers)
        self.projected = _projected(policy, on, file, reading, sum_up(policy, answers, _towns(residents)))


def _projected(policy: Policy, on: date, file: Path, reading: RosterReading, sums: Sums) -> Projected:
    return Projected(
        pack=policy.id,
        title=policy.title,
        on=on,
        file=file.name,
        read=reading.read,
        rejected_rows=tuple(rejection.row_number for rejection in reading.rejections),
        warnings=reading.warnings,
        sums=sums,
    )


def _towns(residents: list[Resident]) -> Column[str]:
    return encoded(resident.town for resident in residents)
