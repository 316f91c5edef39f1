"""The explanation in words: a sentence for each step, and the one line for the counter and the receipt.

A step stores ids and numbers; names come from the pack of the entry's hash, so an old receipt keeps its own words.
"""

from typing import Any

from app.domain.answer import Assessment, Step
from app.domain.clauses import clause_words
from app.domain.facts import FACT_QUESTIONS
from app.domain.payment import yuan_plain
from app.domain.policy import Policy

SENTENCES: dict[str, str] = {
    "cover_refuse": "已有其他保障（{cover}），不应在这里重复参保缴费",
    "cover_duty": "{cover}的人员不在参保范围",
    "cover_accept": "其他保障（{cover}）按通知文字不妨碍参保",
    "cover_refer": "其他保障（{cover}）：通知没有写明能不能在这里参保，先问县级",
    "cover_not_named": "其他保障（{cover}）通知没有提到，先问县级",
    "scope_in": "属于参保范围：{scope}",
    "scope_out": "不属于参保范围：{scope}",
    "scope_refer": "{scope}：通知没有写明能不能在本县参保，先问县级",
    "not_open": "{window}自 {opens} 起，{paid_on} 还没有开始",
    "window_open": "{paid_on} 在{window}内",
    "late": "{paid_on} 不在缴费期内，按“{late}”办理",
    "late_event": "按“{late}”办理，事由日期 {event}",
    "late_within": "按“{late}”办理：{event} 起 {limit}，最后一天 {last}，{paid_on} 在期限内",
    "late_over": "按“{late}”办理：{event} 起 {limit}，最后一天 {last}，{paid_on} 已超过期限",
    "late_earlier": "按“{late}”办理，但事由日期 {event} 早于 {event_from}",
    "event_ahead": "事由日期 {event} 在缴费日期 {paid_on} 之后，请先核对",
    "event_long_ago": "“{late}”暂不包括 {not_before} 以前的，事由日期 {event}：先不收款，待县级确认",
    "late_closed": "“{late}”办到 {closes} 为止，{paid_on} 已经过了",
    "late_not_listed": "名单里没有“{late}”所说的身份，按一般居民办理",
    "may_be_newly_listed": "名单上 {on} 才认定，可能属于“{late}”，要先问清情形",
    "year_over": "保障周期到 {ends} 为止，已经结束",
    "terms_refuse": "{rule}：不再征收本年度保费{why}",
    "terms_refer": "{rule}：通知没有写明能不能缴，先不收款，先问县级{why}",
    "terms_hold": "{rule}：要等县级确认，先不收款{why}",
    "price_individual": "个人缴费标准 {price}",
    "price_full": "按筹资总额缴费 {price}",
    "price_unconfirmed": "应按筹资总额缴费，数额待县级确认，先不收款",
    "price_individual_unconfirmed": "个人缴费标准待县级确认，先不收款",
    "category_won": "{category}：标准 {price}，资助 {subsidy}，个人缴 {due}{funding}",
    "lost_no_amount": "{category}：本通知没有资助",
    "lost_not_yet": "{category}：{on} 才认定，缴费当天还不是",
    "lost_recognised_late": "{category}：认定晚于 {until}，不在资助范围",
    "lost_removed": "{category}：{on} 起已不再是，没有资助",
    "lost_too_young": "{category}：未满 {age} 周岁，没有资助",
    "lost_too_old": "{category}：已满 {age} 周岁，没有资助",
    "lost_covered": "{category}：已有其他保障（{cover}），没有资助",
    "lost_late": "{category}：这种情形按全额标准缴费，不另资助",
    "kept_by_base": "{category}：{base} 在名单上，{on} 起取消，仍按名单资助",
    "lost_lower": "{category}：资助 {subsidy}，不高于{winner}，就高不就低，不重复资助",
    "lost_lower_silent": "{category}：资助 {subsidy}，不高于{winner}；几种身份怎么算通知没有写，暂按最高的一种",
    "known_beside": "{category}：资助 {subsidy}，另一种身份的数额未定，还不知道哪种高",
    "lost_unset": "{category}：资助数额待县级确认，先按{winner}计算",
    "amount_open": "{category}：通知没有给出资助数额，待县级确认，先不收款",
    "wait_season": "不在集中征缴期内参保，固定等待 {fixed}",
    "wait_lapsed": "中断 {missed} 年，固定等待 {fixed}",
    "wait_further": "多中断的 {further} 年另加 {added}，已补缴 {repaid} 年，减去 {off}",
    "wait_long": "连续中断 {years} 年及以上，合计不少于 {least}",
    "wait_exempt": "{enrolment}不设等待期",
    "wait_exempt_category": "{category}不设等待期",
    "wait_never_open": "以前从未参保的人要不要等待，通知没有写明，待县级确认",
    "wait_never_none": "以前从未参保，在征缴期内首次参保，不设等待期",
    "wait_never_fixed": "以前从未参保，固定等待 {fixed}",
    "told_birth_ahead": "出生日期 {on} 在缴费日期 {paid_on} 之后，请先核对",
    "told_no_newborn": "{born} 出生，不属于“{late}”，请先核对情形和出生日期",
    "told_birth_differs": "新生儿的出生日期 {born} 与所说的 {event} 不一致，请先核对",
    "told_event_before_birth": "事由日期 {event} 早于出生日期 {born}，请先核对",
    "record_odd": "{category}：取消日期 {removed} 早于认定日期 {on}，请先核对名单，先不收款",
    "told_years_differ": "最近一次参保写的是 {last} 年度，与上年参保情况或本年度（{year}）对不上，请先核对",
    "register_first": "先办理参保登记再缴费：{where}",
    "period": "待遇自 {start} 至 {end}",
    "period_waits": "缴费后等待 {wait}，待遇自 {start} 至 {end}",
    "period_provisional": "待遇自保费到账之日起，暂按 {start} 计算，至 {end}",
    "period_retroactive": "待遇自 {start} 至 {end}，中断期间可追溯自 {from}",
    "period_none": "待遇要到 {start} 才开始，本年度到 {end} 为止，现在缴费享受不到待遇",
    "ask_fact": "要先问清：{question}",
}
COVERS = {
    "employee": "职工医保",
    "employee_duty": "应参加职工医保",
    "other_place_resident": "异地居民医保",
    "school": "在学校参保",
    "military": "现役军人保障",
    "prison": "服刑",
    "already_paid": "本年度已缴费",
}
ENROLMENTS = {
    "ordinary": "一般居民",
    "migrant_worker": "外出务工人员",
    "newborn": "新生儿",
    "veteran": "退役军人",
    "army_spouse": "随军未就业配偶",
    "released": "刑满释放人员",
    "employee_gap": "职工医保中断人员",
    "dynamic_new": "动态新增人员",
    "graduate": "大学毕业生",
    "student": "在校学生",
    "student_univ": "在校大学生",
    "child_of_local_worker": "就业参保人员子女",
    "child_of_permit_holder": "居住证持有人子女",
    "foreign_expert_spouse": "外籍专家家属",
    "foreigner_unemployed_with_permit": "持居留许可的外国人",
}
MONEY = ("price", "subsidy", "due")
SPANS = ("wait", "limit", "fixed", "added", "off", "least")


def sentence(policy: Policy, step: Step) -> str:
    """A step as a clerk would say it. A KeyError here is a bug (a code without words)."""
    numbers = {name: _said(policy, name, value) for name, value in ({"why": None} | step.numbers).items()}
    return SENTENCES[step.code].format(**numbers, **_extra(policy, step))


def yuan(fen: int) -> str:
    """38000 -> "380 元", 3850 -> "38.50 元"."""
    return f"{yuan_plain(fen)} 元"


def span_words(text: str) -> str:
    """ "90d" -> "90日", "3m" -> "3个月"."""
    return text[:-1] + {"d": "日", "m": "个月"}[text[-1]] if text != "0" else "0日"


def _said(policy: Policy, name: str, value: Any) -> Any:
    """A number of a step in words: fen as yuan, ids as the names the pack gives them."""
    if name in MONEY:
        return yuan(value) if value is not None else "未定"
    if name in SPANS:
        return span_words(value)
    if name == "enrolment":
        return ENROLMENTS[value]
    if name == "why":
        return f"（{value}）" if value else ""
    if name == "cover":
        return COVERS[value]
    if name in ("window", "late", "rule", "scope"):
        return _rule_name(policy, value)
    return value


def _rule_name(policy: Policy, id: str) -> str:
    names = {scope.id: scope.who for scope in policy.scopes}
    names |= {window.id: window.name for window in policy.windows}
    names |= {late.id: late.name for late in policy.lates}
    return names.get(id, "本年度已结束")


def _extra(policy: Policy, step: Step) -> dict[str, str]:
    """Words a step takes from the pack rather than from its numbers."""
    if step.code == "category_won":
        category = policy.category_of[step.numbers["category"]]
        said = [f"{category.identifier}认定"] if category.identifier else []
        said += [f"{category.funder}出资"] if category.funder else []
        return {"funding": f"（{'，'.join(said)}）" if said else ""}
    if step.code == "register_first":
        return {"where": policy.registration.where}
    if step.code == "ask_fact":
        return {"question": FACT_QUESTIONS[step.numbers["fact"]]}
    return {}


def headline(assessment: Assessment) -> str:
    """One line: what is due and the reason, with its clause (and that of a wait)."""
    return f"{_reason(assessment)}（{clause_words(';'.join(_clauses(assessment)))}）"


def _clauses(assessment: Assessment) -> list[str]:
    # Of several clauses of one value the first gives the amount or the rule, the others who identifies and who pays.
    waits = [step.clause for step in assessment.steps if step.code == "period_waits"] if _is_payable(assessment) else []
    return list(dict.fromkeys(clause.split(";")[0] for clause in (assessment.clause, *waits)))


def _is_payable(assessment: Assessment) -> bool:
    return assessment.outcome in ("collect", "collect_zero")


def _reason(assessment: Assessment) -> str:
    if assessment.due_fen is None or not assessment.eligible:
        return sentence(assessment.policy, assessment.asking)
    amounts = _amounts(assessment)
    if assessment.outcome == "register_first":
        return f"请先办理参保登记；{amounts}{'' if assessment.benefit_start else '，但本年度享受不到待遇'}"
    if assessment.outcome == "warn_no_benefit":
        return f"{amounts}，但本年度享受不到待遇"
    if assessment.outcome == "refer":
        asked = sentence(assessment.policy, assessment.asking)
        # Whose case it is need not be said twice.
        whose, _, sums = amounts.partition("：")
        said = sums if asked.startswith(whose) else amounts
        return f"{asked}{'' if asked.endswith('？') else '；'}{said}"
    if assessment.waiting not in (None, "0"):
        return f"{amounts}，等待{span_words(str(assessment.waiting))}"
    # Who pays late in the year should hear that cover hangs on the day the money arrives.
    provisional = any(step.code == "period_provisional" for step in assessment.steps)
    return f"{amounts}，待遇自保费到账之日起" if provisional else amounts


def _amounts(assessment: Assessment) -> str:
    price, subsidy, due = assessment.price_fen or 0, assessment.subsidy_fen or 0, assessment.due_fen or 0
    if assessment.category:
        return f"{assessment.category}：标准 {yuan(price)}，资助 {yuan(subsidy)}，个人缴 {yuan(due)}"
    return f"{ENROLMENTS.get(assessment.enrolment or '', '居民')}：个人缴 {yuan(due)}"
