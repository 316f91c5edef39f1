"""What the county has in hand, held against everything that should agree with it: the county's books (issue 5.4).

takings.py      what every account day took, read once
points.py       each point's totals, gaps, silent devices, forks
days.py         account days: the day closes beside the payments (day_findings.py says what differs)
remittances.py  slips and what has been received
tax_match.py    the tax bureau's list of payments received
cases.py        what is the matter with single payments (case_finders.py, category_cases.py find it)
subsidies.py    what to claim from each department
progress.py     targets by town
"""

from datetime import date, datetime, timedelta, timezone

import msgspec
from sqlalchemy import Connection, func, select

from app.county import cases, doubles, points, records, schema
from app.county.cases import Case, CaseCount
from app.county.conflicts import Conflict, conflicts
from app.county.days import DayAccount, days
from app.county.office import County
from app.county.points import Fork, Gap, PointTotal, Silent
from app.county.progress import TownProgress, progress
from app.county.remittances import Slip, slips
from app.county.subsidies import Subsidy, subsidies, town_names
from app.county.take import take_again
from app.county.take_list import lists_taken
from app.county.takings import Takings
from app.county.tax_match import Difference, Matched, differences, match, years_of_lists
from app.domain.journal import stamp

# Single people and cases are brought out up to here; the figures beside them always count everybody.
SHOWN = 2000
CHINA = timezone(timedelta(hours=8))


class Money(msgspec.Struct, frozen=True, kw_only=True):
    """Where the money is (design §2 rule 7), in fen: taken = held + on_way + arrived, but for slips above the takings.

    Voids were given back and are not in it; what was reversed (红冲) still lies where it was.
    """

    taken_fen: int
    held_fen: int
    on_way_fen: int
    arrived_fen: int


class DayTotal(msgspec.Struct, frozen=True, kw_only=True):
    """All points together on one date."""

    date: str
    people: int
    taken_fen: int


class Reconciled(msgspec.Struct, frozen=True, kw_only=True):
    """Design §5 as far as `silent_points`; the rest comes on top of it.

    `days` and `slips` are those with a finding; sheets list all (Books). Of `differences` and `cases` at most SHOWN are
    here; `tax` and `case_counts` count all.
    """

    people: int
    active_payments: int
    total_fen: int
    conflicts: list[Conflict]
    gaps: list[Gap]
    silent_points: list[Silent]
    points: list[PointTotal]
    forks: list[Fork]
    quarantined: int
    money: Money
    days: list[DayAccount]
    timeline: list[DayTotal]
    slips: list[Slip]
    tax: list[Matched]
    differences: list[Difference]
    case_counts: list[CaseCount]
    cases: list[Case]
    subsidies: list[Subsidy]
    towns: list[TownProgress]
    lists: list[dict[str, object]]


class Books(msgspec.Struct, frozen=True, kw_only=True):
    """The answer, and beside it every account day and slip for the sheets."""

    found: Reconciled
    all_days: list[DayAccount]
    all_slips: list[Slip]


def reconcile(county: County, *, now: datetime | None = None) -> Reconciled:
    """The county's accounts as they stand; finds the cases anew. `now`: the day that ages are counted to."""
    return books(county, now=now).found


def books(county: County, *, now: datetime | None = None) -> Books:
    """The same with every account day; workbook.py puts it on sheets, page.py on a page."""
    moment = now or datetime.now(CHINA)
    with county.engine.begin() as connection:
        take_again(connection)
        doubles.note(connection)
        cases.refresh(connection, at=stamp(moment))
        return _books(connection, today=moment.date())


def _books(connection: Connection, *, today: date) -> Books:
    enrolled = records.journals(connection)
    named, towns = points.names(connection, enrolled), town_names(connection)
    takings = Takings(connection)
    totals = points.points(connection, takings, enrolled, named, today=today)
    accounts = days(connection, takings, named, today=today)
    all_slips = slips(connection, named)
    years = years_of_lists(connection)
    found = Reconciled(
        people=takings.people(),
        active_payments=sum(each.active_payments for each in totals),
        total_fen=sum(each.due_fen for each in totals),
        conflicts=conflicts(connection),
        gaps=points.gaps(connection, enrolled, named),
        silent_points=points.silent(enrolled, named),
        points=totals,
        forks=points.forks(connection),
        quarantined=connection.execute(select(func.count()).select_from(schema.quarantine)).scalar_one(),
        money=_money(accounts),
        days=[each for each in accounts if each.findings],
        timeline=_timeline(accounts),
        slips=[each for each in all_slips if each.finding],
        tax=[match(connection, year) for year in years],
        differences=[each for year in years for each in differences(connection, year, limit=SHOWN)],
        case_counts=cases.counted(connection),
        cases=cases.listed(connection, limit=SHOWN),
        subsidies=subsidies(connection, towns),
        towns=progress(connection, takings, towns, list(named)),
        lists=lists_taken(connection),
    )
    return Books(found=found, all_days=accounts, all_slips=all_slips)


def _money(accounts: list[DayAccount]) -> Money:
    return Money(
        taken_fen=sum(each.taken_fen for each in accounts),
        held_fen=sum(each.held_fen for each in accounts),
        on_way_fen=sum(each.on_way_fen for each in accounts),
        arrived_fen=sum(each.arrived_fen for each in accounts),
    )


def _timeline(accounts: list[DayAccount]) -> list[DayTotal]:
    sums: dict[str, tuple[int, int]] = {}
    for each in accounts:
        people, fen = sums.get(each.date or "", (0, 0))
        sums[each.date or ""] = (people + each.people, fen + each.taken_fen)
    return [DayTotal(date=day, people=people, taken_fen=fen) for day, (people, fen) in sorted(sums.items()) if day]
