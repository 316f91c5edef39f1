"""What the packs answer about refunds, methods, remittance, reports, targets and tasks."""

from typing import Any

import pytest

from app import packs
from app.domain.duty_answers import TOPICS, answer
from app.domain.errors import WrongUse


def asked(pack_id: str, topic: str, **told: Any) -> dict[str, Any]:
    return answer(packs.load(pack_id), topic, told, place="问题")


@pytest.mark.parametrize(
    ("reason", "on", "decision"),
    [
        ("错误缴费", None, "refund"),
        ("错误缴费", "2024-03-01", "refund"),
        ("自然减员", "2023-12-31", "refund"),
        ("自然减员", "2024-01-01", "refer"),
        ("自然减员", None, "refer"),
        ("其他特殊原因", None, "refer"),
        ("中途退保", None, "refuse"),
        ("心情不好", None, "refer"),
    ],
)
def test_who_gets_money_back_in_langxi(reason: str, on: str | None, decision: str) -> None:
    """郎溪 三(一): the limit of 2024-01-01 is that of 自然减员 alone; nothing is refused in silence."""
    found = asked("langxi-2024", "refund", reason=reason, on=on)
    assert found["decision"] == decision
    assert found["clause"]


def test_a_notice_silent_on_refunds_refers_every_one() -> None:
    for pack_id in ("yixian-2024", "suixian-2023", "xingguo-2024"):
        assert asked(pack_id, "refund", reason="错误缴费")["decision"] == "refer"


def test_a_town_has_its_printed_target() -> None:
    found = asked("suixian-2023", "target", town="高城镇")
    assert (found["total"], found["exempt"], found["others"]) == (19349, 761, 18588)


@pytest.mark.parametrize(
    ("insured", "residents", "total"), [(1000, 1200, 1015), (1000, 1000, 1000), (1000, 900, 1000), (1100, 1200, 1117)]
)
def test_where_none_is_printed_it_follows_from_last_year(insured: int, residents: int, total: int) -> None:
    """随县 附件: kept, or 1.5% more where fewer were insured than live there; 1116.5 is rounded up."""
    assert asked("suixian-2023", "target", town="无名镇", insured=insured, residents=residents)["total"] == total


def test_a_target_nobody_knows_is_no_number() -> None:
    assert asked("suixian-2023", "target", town="无名镇")["total"] is None
    assert asked("langxi-2024", "target", town="高城镇")["total"] is None


def test_a_villages_task_is_its_people_less_those_left_out() -> None:
    """兴国 三: 1500-40-35-120-6-3; the final number is the one the offices set."""
    less = {"full_subsidy": 40, "university": 35, "employed_five_insurance": 120, "military": 6, "prison": 3}
    found = asked("xingguo-2024", "task", base=1500, less=less)
    assert (found["people"], bool(found["settled_by"])) == (1296, True)
    assert asked("langxi-2024", "task", base=1500)["people"] is None


def test_takings_are_paid_in_the_same_day_where_the_notice_says_so() -> None:
    assert asked("suixian-2023", "remittance", paid_on="2022-10-12")["due_on"] == "2022-10-12"
    assert asked("langxi-2024", "remittance", paid_on="2023-10-12")["due_on"] is None


def test_a_report_has_its_day() -> None:
    assert asked("langxi-2024", "report", what="登记表")["due"] == "2024-01-10"
    assert asked("xingguo-2024", "report", what="没有的表")["due"] is None


@pytest.mark.parametrize(
    ("topic", "told", "code"),
    [
        ("weather", {}, "topic_unknown"),
        ("refund", {}, "facts_invalid"),
        ("refund", {"reason": "自然减员", "on": "2024-02-30"}, "facts_invalid"),
        ("method", {"channel": "village", "method": "cash", "colour": 1}, "facts_invalid"),
        ("target", {"town": 3}, "facts_invalid"),
        ("task", {"base": 10, "less": {"dogs": 1}}, "task_unknown"),
        ("task", {"base": 10, "less": {"prison": 11}}, "task_negative"),
        ("task", {"base": 10, "less": {"prison": -1}}, "task_negative"),
    ],
)
def test_a_question_that_makes_no_sense_is_named(topic: str, told: dict[str, Any], code: str) -> None:
    with pytest.raises(WrongUse) as caught:
        answer(packs.load("xingguo-2024"), topic, told, place="问题")
    assert caught.value.code == code


def test_every_topic_answers_with_its_clause() -> None:
    told: dict[str, dict[str, Any]] = {
        "refund": {"reason": "错误缴费"}, "method": {"channel": "village", "method": "cash"},
        "remittance": {"paid_on": "2023-11-01"}, "report": {"what": "表"}, "target": {"town": "高城镇"},
        "task": {"base": 1},
    }  # fmt: skip
    assert set(told) == set(TOPICS)
    for topic, facts in told.items():
        assert "clause" in answer(packs.load("langxi-2024"), topic, facts, place="问题")
