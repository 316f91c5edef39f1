"""Rules that are easily taken for one another: each answer with the reason and the clause that is its own."""

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from app import packs
from app.domain.assessment import Assessment, Facts, assess
from app.domain.policy import Policy, Terms
from app.domain.wording import sentence
from tests.facts import assessed, listed, stated


def said(answer: Assessment) -> list[str]:
    return [f"{sentence(answer.policy, step)}（{step.clause}）" for step in answer.steps]


def asked(answer: Assessment) -> list[str]:
    return [question.id for question in answer.questions]


def test_a_list_that_came_after_the_season_is_asked_about_and_not_called_late() -> None:
    answer = assessed("suixian-2023", paid_on="2023-06-10", categories=[listed("边缘易致贫人口", on="2023-05-10")])
    assert (answer.outcome, asked(answer)[0]) == ("refer", "enrolment")
    assert "可能属于“" in said(answer)[-1]
    before = assessed("suixian-2023", paid_on="2023-06-10", categories=[listed("边缘易致贫人口", on="2022-12-31")])
    assert before.outcome == "refuse"


def test_who_says_to_be_newly_listed_and_is_not_hears_why() -> None:
    told = {"paid_on": "2023-06-10", "enrolment": "dynamic_new", "categories": [listed("稳定脱贫人口")]}
    answer = assessed("suixian-2023", **told)
    assert answer.outcome == "refuse"
    assert any("名单里没有" in step for step in said(answer))


def test_a_refusal_says_whom_the_extension_is_for() -> None:
    answer = assessed("suixian-2023", paid_on="2023-02-10", enrolment="migrant_worker", last_year="never")
    assert answer.outcome == "refuse"
    assert "首次参保的不在内" in answer.headline


def test_the_full_financing_is_said_by_the_rule_that_asks_for_it() -> None:
    """郎溪 四(五), not 三(一), has those released long ago pay it."""
    answer = assessed(enrolment="released", event_date="2024-02-05", paid_on="2024-05-06", birth_date="1980-01-01")
    assert answer.headline.startswith("应按筹资总额缴费") and answer.headline.endswith("（四(五)）")


def test_a_category_taken_away_is_lost_by_its_own_clause_where_no_day_is_fixed() -> None:
    answer = assessed("xingguo-2024", categories=[listed("低保对象", on="2021-01-01", until="2023-08-01")])
    (step,) = [step for step in answer.steps if step.code == "lost_removed"]
    assert step.clause == "二(二)2"


def test_a_notice_silent_on_several_categories_is_not_quoted_for_a_rule() -> None:
    answer = assessed("yixian-2024", categories=[listed("低保对象"), listed("返贫致贫人口")])
    assert any("通知没有写，暂按最高的一种" in step for step in said(answer))
    assert not any("就高不就低" in step for step in said(answer))


def test_who_ought_to_be_insured_elsewhere_is_not_told_to_be() -> None:
    answer = assessed("suixian-2023", other_cover="employee_duty")
    assert answer.outcome == "refuse"
    assert "不在参保范围" in answer.headline and "已有其他保障" not in answer.headline


def test_a_known_amount_beside_an_open_one_is_named() -> None:
    answer = assessed(categories=[listed("孤儿"), listed("低保对象")])
    assert answer.outcome == "refer"
    assert any(step.code == "known_beside" and step.numbers["category"] == "低保对象" for step in answer.steps)


def test_a_wait_is_cited_beside_the_price() -> None:
    answer = assessed("yixian-2024", enrolment="released", event_date="2023-12-01", paid_on="2024-05-01")
    assert answer.waiting == "3m"
    assert answer.headline.endswith("（二第1段；二第2段）")


def test_who_pays_late_in_the_year_hears_that_the_arrival_decides() -> None:
    late = {"enrolment": "employee_gap", "event_date": "2023-11-01", "paid_on": "2023-12-31", "received_on": None}
    assert "待遇自保费到账之日起" in assessed("suixian-2023", **late).headline


@pytest.mark.parametrize(("last_year", "there"), [("lapsed", True), ("never", False)])
def test_a_question_about_lapsed_cover_is_not_put_to_newcomers(last_year: str, there: bool) -> None:
    answer = assessed("yixian-2024", last_year=last_year, registered=False)
    assert answer.outcome == "register_first"
    assert ("lapsed" in asked(answer)) is there


def test_once_the_year_is_over_that_is_the_matter() -> None:
    answer = assessed("yixian-2024", paid_on="2025-03-01")
    assert any("已经结束" in step for step in said(answer))
    assert asked(answer) == ["year_over"]


def test_a_grown_man_is_no_newborn_under_any_pack() -> None:
    for pack_id in ("langxi-2024", "yixian-2024", "suixian-2023", "xingguo-2024"):
        year = packs.load(pack_id).benefit_year
        told = {"enrolment": "newborn", "birth_date": "1968-03-12", "paid_on": f"{year}-06-01", "received_on": None}
        answer = assessed(pack_id, **told)
        assert (answer.outcome, answer.eligible, answer.due_fen) == ("refer", False, None)


def changed(**terms: Any) -> Policy:
    """郎溪 with other terms for ordinary latecomers, as a county might write them."""
    pack = packs.load("langxi-2024")
    accept = Terms(clause="四", decision="accept", start="next_day", **terms)
    late = replace(pack.late_of["*"], within=accept, closes=None)
    return replace(pack, late_of={**pack.late_of, "*": late})


def assessed_under(policy: Policy, **told: Any) -> Assessment:
    return assess(policy, Facts.from_json(stated(**told)))


def test_latecomers_may_have_a_last_day_of_their_own() -> None:
    pack = changed()
    refuse = Terms(clause="四", decision="refuse", why="补缴办到6月30日")
    late = replace(pack.late_of["*"], closes=date(2024, 6, 30), closed=refuse)
    policy = replace(pack, late_of={**pack.late_of, "*": late})
    assert assessed_under(policy, paid_on="2024-06-30").outcome == "collect"
    after = assessed_under(policy, paid_on="2024-07-01")
    assert (after.outcome, "补缴办到6月30日" in after.headline) == ("refuse", True)


def test_a_window_may_leave_some_to_their_own_rule() -> None:
    pack = packs.load("langxi-2024")
    season = replace(pack.windows[0], not_for=("released",))
    policy = replace(pack, windows=(season, *pack.windows[1:]))
    told = {"enrolment": "released", "event_date": "2023-10-20", "birth_date": "1980-01-01"}
    assert str(assessed_under(pack, **told).benefit_start) == "2024-01-01"
    own = assessed_under(policy, **told)
    assert "late_within" in [step.code for step in own.steps]


def test_a_rule_may_count_categories_that_came_after_the_last_day() -> None:
    told = {"paid_on": "2024-04-15", "categories": [listed("低保对象", on="2023-12-30")]}
    newer = told | {"enrolment": "migrant_worker", "categories": [listed("低保对象", on="2024-03-01")]}
    for recognised_later, due in ((False, 38_000), (True, 3_800)):
        pack = changed(recognised_later=recognised_later)
        late = dict.fromkeys(("*", "migrant_worker"), pack.late_of["*"])
        policy = replace(pack, late_of={**pack.late_of, **late}, lates=tuple(late.values()))
        assert assessed_under(policy, **told).due_fen == 3_800
        assert assessed_under(policy, **newer).due_fen == due
