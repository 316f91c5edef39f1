"""Asking a pack about money, paper and dates (`duty_answers`) in words, e.g. refund reason=自然减员 on=2023-12-31."""

import re
from typing import Any

from app.domain.duty_answers import Answer, answer
from app.domain.errors import WrongUse
from app.domain.policy import Policy
from app.packs.codes import REFUNDS

COUNT = re.compile(r"[0-9]{1,9}")


def told(pieces: tuple[str, ...]) -> dict[str, Any]:
    """Values from KEY=VALUE; a dotted key fills a table (less.prison=3), whole numbers are numbers.

    Raises WrongUse: fact_invalid, fact_twice.
    """
    values: dict[str, Any] = {}
    for piece in pieces:
        key, equals, value = (part.strip() for part in piece.partition("="))
        table, dot, name = key.rpartition(".")
        place = values.setdefault(table, {}) if dot else values
        if not equals or not name or not isinstance(place, dict):
            raise WrongUse("fact_invalid", piece=piece)
        if name in place:
            raise WrongUse("fact_twice", key=key)
        place[name] = int(value) if COUNT.fullmatch(value) else value
    return values


def asked(policy: Policy, topic: str, pieces: tuple[str, ...]) -> Answer:
    """The answer. Raises WrongUse: fact_invalid, fact_twice, and what `duty_answers.answer` raises."""
    return answer(policy, topic, told(pieces), place="问题")


def sentence(policy: Policy, topic: str, found: Answer) -> str:
    """The answer as one line with its clause, and the open question behind it where there is one."""
    source = f"（{found['clause']}）" if found["clause"] else ""
    question = policy.question_of.get(found.get("question") or "")
    said = _said(topic, found) + source
    return f"{said}\n  待县级确认：{question.text}（暂按：{question.default}）" if question else said


def _said(topic: str, found: Answer) -> str:
    if topic == "refund":
        return REFUNDS[found["decision"]] + ("，要先问清是哪一天" if found["needs_day"] else "")
    if topic == "method":
        return "可以" if found["listed"] else f"{found['why'] or '通知没有列出'}，不可以"
    if topic == "remittance":
        held = "" if found["held_fen"] is None else f"，最多存 {found['held_fen'] // 100} 元"
        return (f"最迟 {found['due_on']} 解缴" if found["due_on"] else "通知没有写明几日内解缴") + held
    if topic == "report":
        if found["due"]:
            return f"最迟 {found['due']} 报{found['to']}"
        return f"{found['when']}报{found['to']}" if found["when"] else "通知没有要报的这一项"
    if topic == "target":
        return _target(found)
    return _task(found)


def _task(found: Answer) -> str:
    if found["people"] is None:
        return "通知没有写任务数的算法"
    missing = f"；{'、'.join(found['missing'])}没有给出，按 0 计" if found["missing"] else ""
    return f"任务 {found['people']} 人，最后以{found['settled_by']}为准{missing}"


def _target(found: Answer) -> str:
    if found["total"] is None:
        return "通知没有这个乡镇的任务数"
    parts = "" if found["exempt"] is None else f"（免缴 {found['exempt']} 人，其他 {found['others']} 人）"
    return f"{found['town']}：任务 {found['total']} 人{parts}"
