"""`assess --pack ID --json`: an array in, an array out, and a sentence with the place where something is wrong."""

import json
from typing import Any

import pytest

from app.domain.errors import WrongUse
from app.packs.assess_io import assess_json
from tests.facts import listed, stated


def asked(*people: dict[str, Any]) -> list[dict[str, Any]]:
    answers: list[dict[str, Any]] = json.loads(assess_json("langxi-2024", json.dumps(people, ensure_ascii=False)))
    return answers


def test_answers_come_in_the_order_of_the_people() -> None:
    answers = asked(stated(), stated(categories=[listed("低保对象")]), stated(categories=[listed("特困人员")]))
    assert [answer["due_fen"] for answer in answers] == [38000, 3800, 0]


def test_an_answer_has_the_fields_of_the_design() -> None:
    (answer,) = asked(stated(categories=[listed("农村低保")]))
    assert answer["outcome"] == "collect"
    assert answer["category"] == "低保对象"
    assert (answer["benefit_start"], answer["benefit_end"], answer["waiting"]) == ("2024-01-01", "2024-12-31", "0")
    assert answer["retroactive_from"] is None
    assert answer["headline"] == "低保对象：标准 380 元，资助 342 元，个人缴 38 元（三(二)2）"
    kinds = {"price", "subsidy", "loses", "window", "period", "refuse", "ask"}
    for step in answer["steps"]:
        assert set(step) == {"clause", "text", "effect"}
        assert step["effect"]["kind"] in kinds
        assert step["clause"] and step["text"] and "{" not in step["text"]


def test_nobody_is_an_empty_answer() -> None:
    assert asked() == []


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({"colour": 1}, "没有名为 colour 的字段"),
        ({"enrolment": "tourist"}, "enrolment 不能是 'tourist'"),
        ({"hukou": "moon"}, "hukou 不能是 'moon'"),
        ({"other_cover": "luck"}, "other_cover 不能是 'luck'"),
        ({"paid_on": "2023-02-30"}, "paid_on 不是真实存在的日期"),
        ({"birth_date": "1975"}, "birth_date 不是真实存在的日期"),
        ({"birth_date": 1975}, "birth_date 的类型不对"),
        ({"registered": "yes"}, "registered 的类型不对"),
        ({"categories": "低保对象"}, "categories 的类型不对"),
        ({"categories": [{"name": "土豪"}]}, "categories[0].name “土豪”不是政策包 langxi-2024 里的人员类别"),
        ({"categories": [{"recognised_on": "2020-01-01"}]}, "缺少字段 categories[0].name"),
        ({"categories": [listed("低保对象", on="2020-13-01")]}, "categories[0].recognised_on 不是真实存在的日期"),
        ({"categories": [{**listed("低保对象"), "level": 1}]}, "没有名为 categories[0].level 的字段"),
    ],
)
def test_a_wrong_fact_is_named_with_person_and_field(told: dict[str, Any], says: str) -> None:
    with pytest.raises(WrongUse) as caught:
        asked(stated(), stated(**told))
    assert str(caught.value).startswith("第 2 人：")
    assert says in str(caught.value)


@pytest.mark.parametrize("text", ["", "{}", "[1", '"x"', "null", "[3]", "[[]]"])
def test_what_is_no_list_of_people_is_refused(text: str) -> None:
    with pytest.raises(WrongUse):
        assess_json("langxi-2024", text)


def test_an_unknown_pack_is_refused_by_name() -> None:
    with pytest.raises(WrongUse) as caught:
        assess_json("nowhere", "[]")
    assert caught.value.code == "pack_unknown"
