"""What a pack answers about money, paper and dates: refunds, methods, remittance, reports, targets, tasks.

The other half of `assess`: each answer names its clause and the open question, and what the notice does not settle is
referred.
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

import msgspec
from msgspec import Struct

from app.domain.duties import Refund, Said
from app.domain.errors import WrongUse
from app.domain.facts import problem
from app.domain.policy import Policy

Answer = dict[str, Any]


class AskedRefund(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`reason` as the pack names it; `on`: the day of what happened (a death), where the rule has a limit."""

    reason: str
    on: date | None = None


class AskedMethod(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A channel and a method, as the pack names them (village, cash)."""

    channel: str
    method: str


class AskedRemittance(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The day money was taken."""

    paid_on: date


class AskedReport(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A word of what is to be handed in."""

    what: str


class AskedTarget(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A town; its people insured last year and living there, where its target is to be worked out."""

    town: str
    insured: int | None = None
    residents: int | None = None


class AskedTask(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`base` people, and how many of each kind the formula leaves out."""

    base: int
    less: dict[str, int] = {}


def refund(policy: Policy, asked: AskedRefund) -> Answer:
    """`decision`: refund, refer, refuse; `needs_day`: the rule has a limit and nobody said when it happened.

    A reason the pack does not name is referred, never refused in silence, with what the pack has open about refunds.
    """
    rule = next((each for each in policy.refunds if asked.reason in (each.reason, *each.aliases)), None)
    if rule is None:
        doubtful = next((each for each in policy.refunds if each.silent), None)
        source = _source(doubtful) if doubtful else {"clause": None, "question": None, "silent": True}
        return {"decision": "refer", "needs_day": False, **source}
    needs_day = rule.before is not None and asked.on is None
    return {"decision": _refund_decision(rule, asked.on), "needs_day": needs_day, **_source(rule)}


def _refund_decision(rule: Refund, on: date | None) -> str:
    """Before the limit the decision, from it on what the rule says instead; without the day nobody can tell."""
    if rule.before is None:
        return rule.decision
    if on is None:
        return "refer"
    return rule.decision if on < rule.before else rule.after


def method(policy: Policy, asked: AskedMethod) -> Answer:
    """`listed`: whether the notice lists the method at this channel; `why`: why not, where it says so itself."""
    answer = policy.method_listed(channel=asked.channel, method=asked.method)
    return {
        "listed": answer.listed, "why": answer.why, "clause": answer.clause, "question": answer.question,
        "silent": answer.silent,
    }  # fmt: skip


def remittance(policy: Policy, asked: AskedRemittance) -> Answer:
    """`due_on`: the last day to pay takings in; null where the notice sets none. `held_fen`: the most one may hold."""
    rule = policy.remittance
    due_on = None if rule.within_days is None else asked.paid_on + timedelta(days=rule.within_days)
    held_fen = None if rule.held_yuan is None else rule.held_yuan * 100
    return {"due_on": due_on and due_on.isoformat(), "held_fen": held_fen, **_source(rule)}


def report(policy: Policy, asked: AskedReport) -> Answer:
    """`due`: the day on which the first report of that name is due (or `when`, in words), and `to` whom."""
    found = next((each for each in policy.reports if asked.what in each.what), None)
    if found is None:
        return {"due": None, "when": None, "to": None, "clause": None, "question": None, "silent": True}
    due = found.due and found.due.isoformat()
    return {"due": due, "when": found.when, "to": found.to, **_source(found)}


def target(policy: Policy, asked: AskedTarget) -> Answer:
    """`total`, `exempt`, `others` of the row that holds a town (`town`), as printed; where none does, `total` worked
    out from last year's people."""
    found = next((each for each in policy.targets if asked.town in (each.town, *each.aliases)), None)
    if found is not None:
        counts = {"total": found.total, "exempt": found.exempt, "others": found.others}
        return {"town": found.town, **counts, **_source(found)}
    rule = policy.target_rule
    if rule is None or asked.insured is None or asked.residents is None:
        return {"town": None, "total": None, "exempt": None, "others": None, "clause": rule.clause if rule else None}
    grown = (asked.insured * rule.permille + 500) // 1000
    total = grown if asked.insured < asked.residents else asked.insured
    return {"town": asked.town, "total": total, "exempt": None, "others": None, **_source(rule)}


def task(policy: Policy, asked: AskedTask) -> Answer:
    """`people`: the base less the kinds given; `missing`: kinds of the formula nobody gave a number for.

    Raises WrongUse: task_unknown (a kind the formula does not name), task_negative.
    """
    rule = policy.task
    if rule is None:
        return {"people": None, "missing": [], "settled_by": None, "clause": None}
    for kind in asked.less:
        if kind not in rule.less:
            raise WrongUse("task_unknown", kind=kind, known="、".join(rule.less))
    people = asked.base - sum(asked.less.values())
    if people < 0 or min((asked.base, *asked.less.values())) < 0:
        raise WrongUse("task_negative")
    missing = [words for kind, words in rule.less.items() if kind not in asked.less]
    return {"people": people, "missing": missing, "settled_by": rule.settled_by, **_source(rule)}


def _source(said: Said) -> Answer:
    return {"clause": said.clause, "question": said.question, "silent": said.silent}


TOPICS: dict[str, tuple[type[Struct], Callable[[Policy, Any], Answer]]] = {
    "refund": (AskedRefund, refund),
    "method": (AskedMethod, method),
    "remittance": (AskedRemittance, remittance),
    "report": (AskedReport, report),
    "target": (AskedTarget, target),
    "task": (AskedTask, task),
}


def answer(policy: Policy, topic: str, told: Mapping[str, Any], *, place: str) -> Answer:
    """The answer to a question told as plain values. Raises WrongUse: topic_unknown, facts_invalid, task_unknown."""
    if topic not in TOPICS:
        raise WrongUse("topic_unknown", topic=topic, known="、".join(TOPICS))
    shape, function = TOPICS[topic]
    try:
        asked = msgspec.convert(told, shape)
    except msgspec.ValidationError as error:
        raise WrongUse("facts_invalid", place=place, problem=problem(str(error))) from None
    return function(policy, asked)
