"""Subsidies (资助) to claim from each department, by town, benefit year and category."""

from msgspec import Struct
from sqlalchemy import Connection, func, select

from app.county import schema
from app.county.active import standing
from app.county.pack_texts import Policies
from app.county.schema import payments
from app.county.takings import TOWN_DIGITS
from app.domain.policy import Policy

NO_FUNDER = "通知没有写资金来源"
NO_PACK = "政策包内容不在县里"


class Subsidy(Struct, frozen=True, kw_only=True):
    """What one town's payments of one category claim from a department, in fen.

    `payments` above `people` says that somebody stands in it twice: the cases come first, the claim after them.
    """

    year: int
    funder: str
    category: str
    town: str
    town_name: str
    people: int
    payments: int
    subsidy_fen: int


def subsidies(connection: Connection, towns: dict[str, str]) -> list[Subsidy]:
    """By year, department, category and town; who funds a category is asked of the pack of each payment's own hash."""
    p = payments.c
    town = func.substr(p.point, 1, TOWN_DIGITS)
    found = standing(connection, (p.year, town, p.pack_hash, p.category), (p.subsidy_fen,), only=p.subsidy_fen > 0)
    policies = Policies(connection)
    sums: dict[tuple[int, str, str, str], list[int]] = {}
    for (year, code, digest, category), (people, count, (fen,)) in found.items():
        key = (year, _funder(policies.of(digest), category), category or "", code)
        figures = sums.setdefault(key, [0, 0, 0])
        for place, value in enumerate((people, count, fen)):
            figures[place] += value
    return [
        Subsidy(year=year, funder=funder, category=category, town=code, town_name=towns.get(code, code),
                people=figures[0], payments=figures[1], subsidy_fen=figures[2])
        for (year, funder, category, code), figures in sorted(sums.items())
    ]  # fmt: skip


def _funder(policy: Policy | None, category: str | None) -> str:
    if policy is None:
        return NO_PACK
    found = policy.category_of.get(category or "")
    return (found.funder if found else None) or NO_FUNDER


def town_names(connection: Connection) -> dict[str, str]:
    """The towns' names by their nine digits, as far as a list gave them."""
    table = schema.towns.c
    rows = connection.execute(select(table.code, table.name).where(func.length(table.code) == TOWN_DIGITS))
    return {row.code: row.name for row in rows}
