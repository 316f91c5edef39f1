"""What each key of the rule language is called in Chinese; the guide's reference and every error use these words."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from app.domain.duties import Channel, Receipt, Refund, Remittance, Report, Target, TargetRule, TaskFormula
from app.domain.notice import Clause, Confirmation, Notice, OpenQuestion, Region, Review
from app.domain.policy import (
    Benefit,
    Category,
    Continuity,
    Late,
    OtherCover,
    PackFile,
    Price,
    Prices,
    Recognition,
    Registration,
    Scope,
    Stacking,
    Terms,
    Window,
)
from app.packs.kinds import kind_of, struct_of
from app.packs.lines import Place

# Of every value that has a source.
SAID = {"clause": "出自通知哪一条", "silent": "通知没有写明", "question": "待县级确认的问题"}
KEYS: dict[type[Struct], dict[str, str]] = {
    PackFile: {
        "id": "编号", "title": "名称", "benefit_year": "参保年度", "status": "状态", "copied_from": "复制自哪一份",
        "department_phone": "县医保局电话", "region": "县", "notice": "通知", "clause": "通知条款",
        "benefit": "保障周期",
        "prices": "标准", "window": "缴费期", "late": "缴费期以后", "year_over": "保障周期结束以后",
        "continuity": "断保等待", "category": "人员类别", "stacking": "多重身份", "recognition": "认定日期",
        "scope": "参保范围", "other_cover": "其他保障", "registration": "参保登记", "channel": "收款渠道",
        "receipt": "凭据", "refund": "退费", "remittance": "上解", "report": "上报", "target": "任务表",
        "target_rule": "任务怎么定", "task": "村任务数", "question": "问题", "confirmed": "已确认",
        "review": "要核对的",
    },
    Region: {"name": "县名", "code": "区划代码前6位"},
    Notice: {
        "title": "通知名称", "issuer": "发文机关", "number": "文号", "issued_on": "发布日期", "bases": "依据的文件",
    },
    Clause: {"ref": "条款号", "about": "讲什么", "rule": "和收费有关"},
    Benefit: {"starts": "第一天", "ends": "最后一天"},
    Prices: {"individual": "个人缴费", "full": "筹资总额", "fiscal": "财政补助"},
    Price: {
        "yuan": "每人多少元", "confirmed": "已确认", "at_least": "通知写的是“不低于”", "minimum": "上级规定的最低数",
    },
    Window: {
        "id": "编号", "name": "名称", "payers": "给谁", "not_for": "不给谁", "opens": "第一天", "closes": "最后一天",
        "terms": "怎么收", "last_year": "按上年参保情况另外怎么收",
    },
    Late: {
        "id": "编号", "name": "名称", "payers": "给谁", "event": "从哪天算起", "limit": "期限",
        "within": "期限内怎么收",
        "over": "超过期限怎么收", "event_from": "事由不早于哪天", "earlier": "事由更早的怎么收",
        "not_before": "再早就不是这种情形的日期", "closes": "办到哪天为止", "closed": "过了这一天怎么收",
        "categories": "只限哪些人员类别", "bring": "凭什么证明",
    },
    Terms: {
        "decision": "怎么办", "price": "按什么收", "subsidies": "给不给资助", "start": "待遇从哪天起",
        "wait": "等待多久",
        "retroactive": "中断期间可以追溯", "recognised_later": "截止日期以后认定的也算", "why": "为什么",
    },
    Continuity: {
        "fixed_months": "固定等待几个月", "months_each": "每多断一年加几个月", "variable_from": "从断保第几年起加",
        "long_years": "断保几年算较久", "long_least_months": "断保较久的最少等几个月", "never": "从未参保的",
        "window_from": "缴费期内缴的从哪天开始等", "counts_from": "断保从哪一年算起", "exempt": "不用等待的情形",
        "exempt_categories": "不用等待的人员类别",
    },
    Category: {
        "name": "类别", "aliases": "名单上的其他叫法", "subsidy": "资助多少元", "funder": "谁出资",
        "identifier": "谁认定",
        "age_from": "满几周岁", "age_under": "未满几周岁", "not_covered_by": "有这些保障的不资助",
    },
    Stacking: {"rule": "几种身份怎么算", "undetermined": "其中一种数额未定的怎么办"},
    Recognition: {"base": "基准日期", "until": "新增认定的最后一天"},
    Scope: {
        "id": "编号", "who": "什么人", "decision": "怎么办", "hukou": "户籍", "enrolments": "情形",
        "residence_permit": "有居住证", "long_term_resident": "长期在本县居住", "age_under": "未满几周岁",
    },
    OtherCover: {"kinds": "哪些保障", "decision": "怎么办"},
    Registration: {
        "last_year": "哪些人要先登记", "where": "在哪里办", "bring": "带什么", "open_for": "问题只关系到哪些人",
    },
    Channel: {"channel": "渠道", "methods": "方式", "listed": "通知列出，可以用", "why": "为什么不可以"},
    Receipt: {
        "title": "凭据名称", "disclaimer": "不是什么票据", "formal": "正式票据从哪里开", "paper": "用什么纸",
        "one_per": "一张管谁",
    },
    Refund: {
        "reason": "原因", "aliases": "原因的其他叫法", "decision": "怎么办", "before": "早于哪一天",
        "after": "从这一天起怎么办",
    },
    Remittance: {"within_days": "几日内上解", "held_yuan": "手头最多存多少元"},
    Report: {"what": "报什么", "to": "报给谁", "due": "最迟哪一天", "when": "多久报一次"},
    Target: {"town": "乡镇", "aliases": "其他叫法", "total": "总人数", "exempt": "免缴人数", "others": "其他人数"},
    TargetRule: {"permille": "上年人数的千分之几"},
    TaskFormula: {"base": "以什么人数为底", "less": "减去哪些人", "settled_by": "以谁核定的为准"},
    OpenQuestion: {"id": "编号", "text": "问什么", "default": "答复以前怎么办"},
    Confirmation: {
        "id": "编号", "text": "问什么", "answer": "答复", "by": "谁答复", "on": "哪天", "source": "哪份文件",
        "places": "关系到哪些值",
    },
    Review: {"place": "哪个值", "text": "核对什么"},
}  # fmt: skip


def word(struct: type[Struct], key: str) -> str:
    """The Chinese of a key; the key itself where it is not worded (a test sees to it that each is)."""
    return KEYS.get(struct, {}).get(key) or SAID.get(key) or key


def known(struct: type[Struct]) -> tuple[str, ...]:
    """Every key of a part of the file, as the file writes it."""
    return tuple(struct.__struct_encode_fields__)


def called(tree: Mapping[str, Any], place: Place) -> str:
    """A place in an official's words: 人员类别“低保对象”，资助多少元（subsidy）."""
    said: list[str] = []
    node: Any = tree
    for index, step in enumerate(place):
        node = _into(node, step)
        if isinstance(step, int):
            said[-1] += _entry(node, step)
        else:
            said.append(_key(place[:index], step))
    last = place[-1] if place else ""
    return "，".join(said) + (f"（{last}）" if isinstance(last, str) and said and said[-1] != last else "")


def _key(above: Place, step: str) -> str:
    struct = struct_of(kind_of(above)) if above else PackFile
    return word(struct, step) if struct else step


def _entry(node: Any, number: int) -> str:
    """An entry of a list by its name, or which one it is."""
    names = (node.get(key) for key in ("name", "who", "town", "reason", "what", "ref", "id")) if _is_table(node) else ()
    return next((f"“{name}”" for name in names if isinstance(name, str) and name.strip()), f"（第 {number + 1} 块）")


def _into(node: Any, step: str | int) -> Any:
    if isinstance(step, int):
        return node[step] if isinstance(node, list | tuple) and step < len(node) else None
    return node.get(step) if _is_table(node) else None


def _is_table(node: Any) -> bool:
    return isinstance(node, Mapping)
