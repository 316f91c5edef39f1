"""`assess --pack ID --json` as a function of text: a JSON array of facts in, an array of answers out."""

import json
from typing import Any

import msgspec

from app.domain.assessment import assess, to_json
from app.domain.errors import WrongUse
from app.domain.facts import Facts
from app.domain.policy import Policy
from app.packs.sources import find


def assess_json(pack: str, text: str) -> str:
    """Answers for a JSON array of facts, in its order, by the rules of a pack (id or file).

    Raises WrongUse for the first thing wrong, naming the person and the field; nothing is answered then.
    """
    policy = find(pack).policy()
    people = [_facts(policy, number, item) for number, item in enumerate(_array(text), 1)]
    return json.dumps([to_json(assess(policy, facts)) for facts in people], ensure_ascii=False)


def _array(text: str) -> list[Any]:
    try:
        items = msgspec.json.decode(text)
    except msgspec.DecodeError as error:
        raise WrongUse("facts_invalid", place="输入", problem="不是完整的 JSON") from error
    except RecursionError as error:
        raise WrongUse("facts_invalid", place="输入", problem="括号套得太深") from error
    if not isinstance(items, list):
        raise WrongUse("facts_invalid", place="输入", problem="应是一个 JSON 数组，每人一项")
    return items


def _facts(policy: Policy, number: int, item: Any) -> Facts:
    place = f"第 {number} 人"
    facts = Facts.from_json(item, place=place)
    for index, record in enumerate(facts.categories or ()):
        if policy.canonical_category(record.name) is None:
            problem = f"categories[{index}].name “{record.name}”不是政策包 {policy.id} 里的人员类别"
            raise WrongUse("facts_invalid", place=place, problem=problem)
    return facts
