"""Worked cases beside a pack: facts, the answer an official would sign, and where it stands in the notice."""

from typing import Any

import msgspec
from msgspec import Struct

from app.domain import duty_answers
from app.domain.assessment import assess, to_json
from app.domain.errors import WrongUse
from app.domain.facts import Facts
from app.domain.policy import Policy


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
    """The cases of a cases.json. Raises WrongUse("pack_invalid")."""
    try:
        return msgspec.json.decode(data, type=list[Case])
    except msgspec.DecodeError as error:
        raise WrongUse("pack_invalid", file=origin, line=1, problem=f"样例文件不对（{error}）") from None


def run(policy: Policy, cases: list[Case]) -> list[Difference]:
    """Every field that comes out otherwise; empty where the pack is proved."""
    return [difference for case in cases for difference in _differences(policy, case)]


def _answer(policy: Policy, case: Case) -> dict[str, Any]:
    place = f"样例 {case.id}"
    if case.ask == "due":
        return to_json(assess(policy, Facts.from_json(case.facts, place=place)))
    return duty_answers.answer(policy, case.ask, case.facts, place=place)


def _differences(policy: Policy, case: Case) -> list[Difference]:
    answer = _answer(policy, case)
    return [
        Difference(case.id, field, wanted, answer.get(field))
        for field, wanted in case.expect.items()
        if answer.get(field) != wanted
    ]
