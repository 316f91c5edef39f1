"""Worked cases beside a pack: facts, the answer an official would sign, and where it stands in the notice."""

from typing import Any

import msgspec
from msgspec import Struct

from app.domain import duty_answers
from app.domain.assessment import assess, to_json
from app.domain.errors import WrongUse
from app.domain.facts import Facts
from app.domain.policy import Policy
from app.packs.case_file import items


class Case(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`expect` names only the fields that the case is about. `ask`: the kind of question; without one it is what is due
    (`assess`), otherwise a topic of `duty_answers`, with the values it is told as `facts`.
    """

    id: str
    ask: str = "due"
    facts: dict[str, Any]
    expect: dict[str, Any]
    clause: str
    note: str = ""


class Difference(Struct, frozen=True):
    """A case whose answer is not what was expected."""

    case: str
    field: str
    expected: Any
    got: Any


def read(data: bytes, origin: str) -> list[Case]:
    """The cases of a cases.json. Raises WrongUse("cases_invalid") for the first thing wrong, with its line."""
    told = items(data, origin)
    for item in told:
        if item.faults:
            raise WrongUse("cases_invalid", file=origin, line=item.line, problem=f"{item.name}：{item.faults[0]}")
    return [msgspec.convert(item.told, Case) for item in told]


def run(policy: Policy, cases: list[Case]) -> list[Difference]:
    """Every field that comes out otherwise; empty where the pack is proved. Raises what `answer_of` raises."""
    return [difference for case in cases for difference in differences(case, answer_of(policy, case))]


def answer_of(policy: Policy, case: Case) -> dict[str, Any]:
    """What the pack answers. Raises WrongUse, naming the case: facts_invalid, topic_unknown, task_unknown …"""
    place = f"样例 {case.id}"
    try:
        if case.ask == "due":
            return to_json(assess(policy, Facts.from_json(case.facts, place=place)))
        return duty_answers.answer(policy, case.ask, case.facts, place=place)
    except WrongUse as error:
        if error.code != "category_unknown":
            raise
        problem = f"政策包里没有“{error.facts['name']}”这一类人员"
        raise WrongUse("facts_invalid", place=place, problem=problem) from None


def differences(case: Case, answer: dict[str, Any]) -> list[Difference]:
    """The fields of one case that come out otherwise."""
    return [
        Difference(case.id, field, wanted, answer.get(field))
        for field, wanted in case.expect.items()
        if answer.get(field) != wanted
    ]
