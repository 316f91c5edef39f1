"""The explanation as a good clerk tells it: in groups, each thing once, what is still open at the end."""

from collections.abc import Iterable

from app.desk.due import Due
from app.domain.advice import advice
from app.domain.answer import Assessment, Question, Step
from app.domain.clauses import clause_words
from app.domain.facts import FACT_QUESTIONS
from app.domain.wording import sentence
from app.gui.parts.lines import Line
from app.gui.words import tr

PRICE, CATEGORY, SCOPE, TIME, COVER, CHECK = (
    tr("标准"), tr("身份类别"), tr("参保范围"), tr("缴费期"), tr("待遇"), tr("要核对")
)  # fmt: skip
ASK, DO, COUNTY = tr("要问清"), tr("怎么办"), tr("待县级确认")
# A fact to ask for is told as a question, the registration as what to do: each thing stands once.
ELSEWHERE = ("ask_fact", "register_first")
ORDER = (PRICE, CATEGORY, SCOPE, TIME, COVER, CHECK)
BY_EFFECT = {"price": PRICE, "subsidy": CATEGORY, "loses": CATEGORY, "window": TIME, "period": COVER}
# Steps that ask or refuse, and the scope: what they are about says their code.
BY_CODE = {
    "scope": SCOPE, "cover": SCOPE, "price": PRICE, "amount": CATEGORY, "kept": CATEGORY, "record": CATEGORY,
    "terms": TIME, "year": TIME, "wait": COVER,
}  # fmt: skip


def explanation(found: Due) -> list[Line]:
    """Steps by group, then what to ask, what to bring or do, and the county's open questions."""
    a = found.assessment
    told = [line for group in ORDER for line in _steps(a, group)]
    return [*told, *_facts_to_ask(a), *_to_do(found), *_open(a)]


def group_of(step: Step) -> str:
    """The group a step is told in."""
    own = BY_CODE.get(step.code.partition("_")[0])
    return own or BY_EFFECT.get(step.effect, CHECK)


def _steps(a: Assessment, group: str) -> list[Line]:
    """What the steps of a group say, each once."""
    own = [step for step in a.steps if step.code not in ELSEWHERE and group_of(step) == group]
    return [
        Line(group, words)
        for words in dict.fromkeys(
            tr("{sentence}（{clause}）").format(sentence=sentence(a.policy, s), clause=clause_words(s.clause))
            for s in own
        )
    ]


def _facts_to_ask(a: Assessment) -> list[Line]:
    clauses = {
        step.numbers["fact"]: tr("（{clause}）").format(clause=clause_words(step.clause))
        for step in a.steps
        if step.code == "ask_fact"
    }
    asked = [question for question in a.questions if question.id in FACT_QUESTIONS]
    return [Line(ASK, f"{question.text}{clauses.get(question.id, '')}") for question in _once(asked)]


def _to_do(found: Due) -> list[Line]:
    """What to bring or do; a default in force is told with its question."""
    defaults = [question.default for question in found.assessment.questions if question.default]
    said = advice(found.assessment, found.facts) if found.paid is None else ()
    return [Line(DO, words) for words in said if not any(default in words for default in defaults)]


def _open(a: Assessment) -> list[Line]:
    """What the county has yet to say, with the default in force."""
    asked = [question for question in a.questions if question.id not in FACT_QUESTIONS]
    return [
        Line(
            COUNTY,
            question.text + (tr("\n现在暂按：{default}").format(default=question.default) if question.default else ""),
        )
        for question in _once(asked)
    ]


def _once(questions: Iterable[Question]) -> list[Question]:
    """By its words: two rules may lead to the same question."""
    return list({question.text: question for question in questions}.values())
