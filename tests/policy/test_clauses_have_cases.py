"""Every clause of a notice that holds a rule is proved by a case, and every case names clauses the notice has."""

import re

import pytest

from app import packs
from app.packs import cases
from app.packs.checks import values
from app.packs.library import folder
from tests.facts import PACKS

ALL = (*PACKS, "national-2025")


def refs(clause: str) -> list[str]:
    return [ref.strip() for ref in re.split("[;；]", clause)]


def worked(pack_id: str) -> list[cases.Case]:
    return cases.read((folder() / pack_id / "cases.json").read_bytes(), pack_id)


@pytest.mark.parametrize("pack_id", ALL)
def test_every_clause_with_a_rule_has_a_case(pack_id: str) -> None:
    proved = {ref for case in worked(pack_id) for ref in refs(case.clause)}
    rules = [clause.ref for clause in packs.load(pack_id).clauses if clause.rule]
    assert rules
    assert [ref for ref in rules if ref not in proved] == []


@pytest.mark.parametrize("pack_id", ALL)
def test_every_clause_a_case_or_a_value_names_is_one_of_the_notice(pack_id: str) -> None:
    policy = packs.load(pack_id)
    known = {clause.ref for clause in policy.clauses}
    named = {ref for case in worked(pack_id) for ref in refs(case.clause)}
    named |= {ref for _, said in values(policy) for ref in refs(said.clause)}
    assert named - known == set()


@pytest.mark.parametrize("pack_id", ALL)
def test_every_clause_with_a_rule_is_carried_by_a_value(pack_id: str) -> None:
    policy = packs.load(pack_id)
    carried = {ref for _, said in values(policy) for ref in refs(said.clause)}
    assert [clause.ref for clause in policy.clauses if clause.rule and clause.ref not in carried] == []


@pytest.mark.parametrize("pack_id", PACKS)
def test_a_notice_has_at_least_sixty_cases(pack_id: str) -> None:
    found = worked(pack_id)
    assert len(found) >= 60
    assert len({case.id for case in found}) == len(found)
    # Sixty people, not sixty times the same: no two cases ask the same thing.
    asked = [(case.ask, sorted((name, str(value)) for name, value in case.facts.items())) for case in found]
    assert len({str(each) for each in asked}) == len(found)


@pytest.mark.parametrize("pack_id", PACKS)
def test_both_sides_of_every_window_have_a_case(pack_id: str) -> None:
    """The last day inside and the first outside, as far as the notice gives them."""
    paid = {case.facts.get("paid_on") for case in worked(pack_id) if case.ask == "due"}
    for window in packs.load(pack_id).windows:
        edges = [window.closes, *([window.opens] if window.opens else [])]
        for edge in edges:
            assert str(edge) in paid, (window.id, edge)
        assert str(window.closes.fromordinal(window.closes.toordinal() + 1)) in paid, window.id
        if window.opens:
            assert str(window.opens.fromordinal(window.opens.toordinal() - 1)) in paid, window.id
