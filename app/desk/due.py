"""What is due from one person, and why (the counter's first question)."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

import msgspec

from app.desk.desk import Desk
from app.desk.residents import resolve
from app.domain.assessment import Assessment, assess
from app.domain.errors import Refused, WrongUse
from app.domain.facts import Facts
from app.domain.resident import Resident
from app.store import counter, elsewhere
from app.store.elsewhere import PaidThere


class Due(msgspec.Struct, frozen=True, kw_only=True):
    """A resident, the facts used, the answer, and the payment that already covers the year, if there is one: `paid`
    here, or `elsewhere` as the county or another device of this point has told.
    """

    handle: str
    resident: Resident
    facts: Facts
    assessment: Assessment
    paid: dict[str, Any] | None
    elsewhere: PaidThere | None = None


def due(desk: Desk, asked: str, *, on: date | None = None, declared: Mapping[str, Any] | None = None) -> Due:
    """Assess the person named by handle or document number, on a day (default: today), with what was declared."""
    handle, resident = resolve(desk, asked)
    return due_for(desk, handle, resident, on=on, declared=declared)


def due_for(
    desk: Desk, handle: str, resident: Resident, *, on: date | None = None, declared: Mapping[str, Any] | None = None
) -> Due:
    """As `due`, for somebody already found."""
    paid = counter.active_payment(desk.db, resident.key, desk.policy.benefit_year)
    there = elsewhere.paid_there(desk.db, resident.key, desk.policy.benefit_year)
    day = on or desk.clock().date()
    already_paid = paid is not None or there is not None
    facts = facts_of(resident, day, dict(declared or {}), already_paid=already_paid)
    found = assess(desk.policy, facts)
    return Due(handle=handle, resident=resident, facts=facts, assessment=found, paid=paid, elsewhere=there)


def facts_of(resident: Resident, paid_on: date, declared: dict[str, Any], *, already_paid: bool = False) -> Facts:
    """The facts the roster and the clerk state together; a declared fact takes the roster's place.

    Money taken at the counter has not yet arrived (到账), so `received_on` is unknown unless declared.
    """
    known: dict[str, Any] = {
        "birth_date": resident.birth_date,
        "hukou": resident.hukou,
        "residence_permit": resident.residence_permit,
        "long_term_resident": resident.long_term_resident,
        "categories": [msgspec.to_builtins(c) for c in resident.categories],
        "enrolment": resident.enrolment,
        "last_year": None if resident.last_year == "not_insured" else resident.last_year,
        "last_insured_year": None,
        "repaid_years": None,
        "registered": resident.registered,
        "other_cover": resident.other_cover,
        "event_date": None,
        "paid_on": paid_on,
        "received_on": None,
    }
    _check_declared(known, declared)
    if resident.last_year == "not_insured" and declared.get("last_year") == "insured":
        raise Refused("fact_contradicts_roster", key="last_year")
    known.update(declared)
    if already_paid:
        known["other_cover"] = "already_paid"
    return Facts.from_json(msgspec.to_builtins(known), place="事实")


# What a person at the counter can tell. Categories come from the departments' dated lists, dates of payment from
# the clock.
DECLARABLE = frozenset(
    {
        "hukou",
        "residence_permit",
        "long_term_resident",
        "enrolment",
        "last_year",
        "last_insured_year",
        "repaid_years",
        "registered",
        "other_cover",
        "event_date",
    }
)
# What the roster knows of these is the county's word; the counter fills it in only where the roster is silent.
COUNTYS_WORD = ("last_year", "other_cover")


def _check_declared(known: dict[str, Any], declared: dict[str, Any]) -> None:
    for key, value in declared.items():
        if key not in DECLARABLE:
            raise WrongUse("fact_not_declarable", key=key, known="、".join(sorted(DECLARABLE)))
        if key in COUNTYS_WORD and known[key] is not None and value != known[key]:
            raise Refused("fact_contradicts_roster", key=key)


def parse_facts(pieces: tuple[str, ...]) -> dict[str, Any]:
    """Declared facts from KEY=VALUE; true, false, null and whole numbers are JSON's, everything else is text.

    Raises WrongUse: fact_invalid (no key, no equals sign), fact_twice.
    """
    declared: dict[str, Any] = {}
    for piece in pieces:
        key, equals, value = (part.strip() for part in piece.partition("="))
        if not equals or not key:
            raise WrongUse("fact_invalid", piece=piece)
        if key in declared:
            raise WrongUse("fact_twice", key=key)
        declared[key] = int(value) if COUNT.fullmatch(value) else _WORDS.get(value, value)
    return declared


COUNT = re.compile(r"[0-9]{1,4}")
_WORDS: dict[str, Any] = {"true": True, "false": False, "null": None, "是": True, "否": False}
