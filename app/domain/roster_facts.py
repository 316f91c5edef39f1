"""What a roster tells of its people as columns of facts: the counter's reading of one resident, for all at once."""

from collections.abc import Sequence
from datetime import date
from operator import attrgetter
from typing import Any

from app.domain.columns import Column, constant, encoded, recoded
from app.domain.facts import Facts
from app.domain.resident import Resident

# What the roster says by the fact's own name; the rest is told at the counter, or by the day.
TOLD = tuple(name for name in Facts.__struct_fields__ if name in Resident.__struct_fields__)


def facts_of(residents: Sequence[Resident], *, paid_on: date) -> dict[str, Column[Any]]:
    """The facts of these people if they pay on that day. Money of the counter has not arrived then."""
    columns: dict[str, Column[Any]] = {name: encoded(map(attrgetter(name), residents)) for name in TOLD}
    # 否 says neither never nor lapsed; the counter asks, and so the answer is open here too.
    columns["last_year"] = recoded(columns["last_year"], lambda word: None if word == "not_insured" else word)
    return {**columns, "paid_on": constant(paid_on, len(residents))}
