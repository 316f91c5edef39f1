"""What the resident should bring or do where no money is taken: short sentences for the clerk to read aloud.

Papers are named in the general words people know; where a pack's `bring` names one, that goes first. Nothing here
decides anything: it only tells the way on from an answer (`assessment.py`).
"""

from collections.abc import Callable

from app.domain.answer import Assessment, Question, Step
from app.domain.facts import FACT_QUESTIONS, Facts
from app.domain.policy import Late, Policy, Terms

# Which paper shows the day something happened, by the kind of case.
EVENT_PAPERS = {
    "newborn": "出生医学证明",
    "veteran": "退出现役证",
    "army_spouse": "结婚证和军人的退出现役证",
    "released": "释放证明书",
    "employee_gap": "职工医保停保证明（参保凭证）",
    "dynamic_new": "部门的认定文书",
    "graduate": "毕业证书",
}
ANY_EVENT_PAPER = "能看出日期的证明"

# How a fact nobody has told comes to light.
SHOWN_BY = {
    "birth_date": "出生日期以身份证或户口簿为准：名册里没有的，请先补正名册再导入，柜台不能改。",
    "hukou": "请居民出示户口簿，看户籍地。",
    "residence_permit": "请居民出示居住证，看是不是本县的、有没有过期。",
    "long_term_resident": "请居民出示村（社区）开的居住证明。",
    "enrolment": "问清是哪一种情形：一般情形、外出务工、刚出生、退役、释放、断了职工医保，还是别的。",
    "last_year": "记不清上年有没有参保的，看上年的缴费凭据，或手机上的医保电子凭证。",
    "last_insured_year": "记不清的，请居民在手机上的医保电子凭证里查最近一次参保是哪一年度。",
    "repaid_years": "请居民出示补缴的凭据，看补缴了几年；没有补缴就是 0 年。",
    "registered": "拿不准登记过没有的，打电话问镇（街道）的医保窗口。",
    "other_cover": "请居民在手机上的医保电子凭证里看有没有职工医保或外地的居民医保。",
    "paid_on": "先说定哪一天缴费。",
    "received_on": "待遇从保费到账那天算起，到账日期由县里给出。",
}


def advice(assessment: Assessment, facts: Facts) -> tuple[str, ...]:
    """What to bring or do, the most useful first; nothing where the money may be taken."""
    found = _BY_OUTCOME.get(assessment.outcome)
    return found(assessment, facts) if found else ()


def event_paper(policy: Policy, enrolment: str | None) -> str:
    """The paper that shows when it happened: the pack's own word for it, otherwise the one people know."""
    rule = policy.late_of.get(enrolment or "")
    if rule is not None and rule.bring:
        return rule.bring
    return EVENT_PAPERS.get(enrolment or "", ANY_EVENT_PAPER)


def office(policy: Policy) -> str:
    """Whom to ask, with the telephone where the pack gives one."""
    return f"县医保局（电话 {policy.department_phone}）" if policy.department_phone else "县医保局"


def _register_first(assessment: Assessment, _facts: Facts) -> tuple[str, ...]:
    rule = assessment.policy.registration
    bring = f"，带上{rule.bring}" if rule.bring else ""
    return (f"登记：{rule.where}{bring}。", "登记好了再回来缴费。")


def _refer(assessment: Assessment, facts: Facts) -> tuple[str, ...]:
    """A fact is missing: which paper shows it. Otherwise it is the county's word that is missing."""
    asked = [question.id for question in assessment.questions if question.id in FACT_QUESTIONS]
    shown = tuple(_shown_by(assessment, facts, fact) for fact in asked)
    return shown or _ask_county(assessment)


def _shown_by(assessment: Assessment, facts: Facts, fact: str) -> str:
    if fact == "event_date":
        return f"请居民出示{event_paper(assessment.policy, facts.enrolment)}，照上面的日期填。"
    if fact == "categories":
        return f"人员类别只以部门的名单为准，柜台不能改：请居民找{_lists(assessment.policy, facts)}核对，名单改好再来。"
    return SHOWN_BY[fact]


def _lists(policy: Policy, facts: Facts) -> str:
    """The departments whose lists decide about this person; where nothing is listed, whichever department it is."""
    named = [policy.category_of[record.name].identifier for record in facts.categories or ()]
    return "、".join(dict.fromkeys(name for name in named if name)) or "认定的部门"


def _ask_county(assessment: Assessment) -> tuple[str, ...]:
    """The question nobody here can answer, and what holds until the county has."""
    call = f"请打电话问{office(assessment.policy)}，问清以前不收款。"
    question = _open_question(assessment)
    return (call, f"县里答复以前暂按：{question.default}。") if question and question.default else (call,)


def _open_question(assessment: Assessment) -> Question | None:
    """The pack's question that stops the payment: the one of the rule the deciding step is about."""
    of_pack = {question.id: question for question in assessment.questions if question.id not in FACT_QUESTIONS}
    own = _rule_question(assessment.policy, assessment.asking)
    return of_pack.get(own or "") or next(reversed(of_pack.values()), None)


def _rule_question(policy: Policy, step: Step) -> str | None:
    if step.code == "amount_open":
        return policy.category_of[step.numbers["category"]].question
    if step.code == "wait_never_open" and policy.continuity:
        return policy.continuity.question
    if step.code == "price_individual_unconfirmed":
        return policy.prices.individual.question
    if step.code == "price_unconfirmed" and policy.prices.full:
        return policy.prices.full.question
    if step.code == "terms_hold":
        return _held_by(policy, step)
    return None


def _held_by(policy: Policy, step: Step) -> str | None:
    """The question of the terms that hold a payment back."""
    rules = [window.terms for window in policy.windows if window.id == step.numbers["rule"]]
    rules += [terms for window in policy.windows for terms in window.last_year.values()]
    rules += [terms for late in policy.lates if late.id == step.numbers["rule"] for terms in _terms(late)]
    return next((terms.question for terms in rules if terms.decision == "hold" and terms.clause == step.clause), None)


def _terms(late: Late) -> list[Terms]:
    return [terms for terms in (late.within, late.over, late.earlier) if terms is not None]


def _refuse(assessment: Assessment, _facts: Facts) -> tuple[str, ...]:
    step, whom = assessment.asking, office(assessment.policy)
    if step.code == "cover_refuse":
        return (f"居民说已经停了或没有这项保障的，请到{whom}核对，名册改好再来。",)
    if step.code == "scope_out":
        return (f"请居民到户籍地或正在参保的地方缴。有疑问的，请问{whom}。",)
    return (f"把上面的理由和条款念给居民听；有疑问的，请问{whom}。",)


def _refuse_duplicate(assessment: Assessment, _facts: Facts) -> tuple[str, ...]:
    return (f"不要再收。居民说没有缴过的，请带身份证到{office(assessment.policy)}核对。",)


def _not_open(assessment: Assessment, _facts: Facts) -> tuple[str, ...]:
    opens = next((step.numbers["opens"] for step in assessment.steps if step.code == "not_open"), None)
    return (f"请居民 {opens} 起再来。",) if opens else ("请居民到缴费期再来。",)


def _warn_no_benefit(assessment: Assessment, _facts: Facts) -> tuple[str, ...]:
    return ("先向居民讲清：现在缴，本年度享受不到待遇。", f"居民还是要缴的，请先问{office(assessment.policy)}。")


_BY_OUTCOME: dict[str, Callable[[Assessment, Facts], tuple[str, ...]]] = {
    "register_first": _register_first,
    "refer": _refer,
    "refuse": _refuse,
    "refuse_duplicate": _refuse_duplicate,
    "not_open": _not_open,
    "warn_no_benefit": _warn_no_benefit,
}
