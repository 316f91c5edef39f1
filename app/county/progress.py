"""Progress against targets by town: people reached, exempt and others, beside what the county or the notice wants."""

from msgspec import Struct
from sqlalchemy import Connection, select

from app.county import schema
from app.county.pack_texts import Policies
from app.county.takings import TOWN_DIGITS, Takings, Totals
from app.domain.duties import Target


class TownProgress(Struct, frozen=True, kw_only=True):
    """People of one town and benefit year. `exempt`: confirmed without money (免缴), `others`: who paid.

    Targets are null where nobody set one; `permille` is people of the target, null without one, rounded down so that a
    target is reached only when it is.
    """

    year: int
    town: str
    name: str
    people: int
    exempt: int
    others: int
    due_fen: int
    target: int | None
    target_exempt: int | None
    target_others: int | None
    permille: int | None


def progress(
    connection: Connection, takings: Takings, towns: dict[str, str], enrolled: list[str]
) -> list[TownProgress]:
    """Every town that has points or a target, by year and code; `enrolled` are the points' codes."""
    found = {(year, town): total for (year, town), total in takings.by_town().items()}
    years = {year for year, _ in found} or {policy.benefit_year for policy in Policies(connection).enrolled()[:1]}
    codes = {point[:TOWN_DIGITS] for point in enrolled} | set(towns) | {town for _, town in found}
    targets = {year: _targets(connection, year) for year in years}
    own = _own_targets(connection)
    return [
        _town(
            year, code, towns.get(code, code), found.get((year, code), Totals(0, 0, 0, 0)), own.get(code), targets[year]
        )
        for year in sorted(years)
        for code in sorted(codes)
    ]


def _town(
    year: int,
    code: str,
    name: str,
    reached: Totals,
    own: int | None,
    noticed: dict[str, Target],
) -> TownProgress:
    said = noticed.get(name)
    target = own if own is not None else (said.total if said else None)
    split = said if own is None else None
    return TownProgress(
        year=year,
        town=code,
        name=name,
        people=reached.people,
        exempt=reached.zero,
        others=reached.people - reached.zero,
        due_fen=reached.fen,
        target=target,
        target_exempt=split.exempt if split else None,
        target_others=split.others if split else None,
        permille=reached.people * 1000 // target if target else None,
    )


def _own_targets(connection: Connection) -> dict[str, int]:
    table = schema.towns.c
    return {code: target for code, target in connection.execute(select(table.code, table.target)) if target is not None}


def _targets(connection: Connection, year: int) -> dict[str, Target]:
    """What the notices of the points' packs want of each town, by its name and its other names."""
    return {
        name: target
        for policy in Policies(connection).enrolled()
        if policy.benefit_year == year
        for target in policy.targets
        for name in (target.town, *target.aliases)
    }
