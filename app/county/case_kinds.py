"""What can be the matter with a payment, in the county's words: kinds of cases, proposals, decisions, endings."""

import hashlib
from typing import Any

from msgspec import Struct

from app.domain.money import yuan


class Found(Struct, frozen=True, kw_only=True):
    """A case as the tables show it now. `subject` is what makes it this one and no other: a payment, a request, a task.

    `family` is what its id is made of; two kinds may share one (a second payment turns out to be at another point).
    """

    family: str
    kind: str
    person: str
    year: int
    point: str
    name: str
    subject: str
    payment: str | None
    facts: dict[str, Any]
    proposal: str

    @property
    def case_id(self) -> str:
        """Twelve hex digits that follow from what the case is about: found again, it is the same case."""
        whole = "\0".join((self.family, self.point, self.person, str(self.year), self.subject))
        return hashlib.sha256(whole.encode()).hexdigest()[:12]


KINDS = {
    "paid_twice": "同一收款点重复缴费",
    "two_points": "两个收款点重复缴费",
    "online_and_cash": "网上和柜台都缴了",
    "employee": "已参加职工医保",
    "category_differs": "缴费时类别不对",
    "refund_request": "退费申请",
    "task": "请县里核对",
}
PROPOSALS = {
    "refund": "建议退这一笔，由县里决定",
    "refund_online": "建议退网上缴的一笔，由县里决定",
    "give_back": "建议退还差额",
    "collect_more": "建议补收差额",
    "correct": "建议更正类别，金额不变",
    "look": "需要人工核实",
    "refuse": "按规定不退，向本人说明",
}
DECISIONS = {
    "keep": "保留，不退",
    "refund": "退这一笔",
    "refund_other": "退另一笔",
    "adjust": "按差额退还或补收",
    "correct": "更正记录，金额不变",
    "dismiss": "核实无误，不处理",
}
ENDINGS = {
    "void": "这笔缴费已作废",
    "reversed": "这笔缴费已红冲",
    "withdrawn": "申请已撤回",
    "other_ended": "另一笔已作废或红冲",
    "list_changed": "新的名单里没有这个情况了",
}
TASKS = {
    "category_later": "缴费后才认定的类别",
    "category_wrong": "类别有误",
    "person_data": "个人信息有误",
    "other": "其他",
}


def sentence(kind: str, facts: dict[str, Any]) -> str:
    """What the matter is, with its figures."""
    return _SENTENCES[kind].format_map(_Shown(facts))


# `format_map` looks names up here, so that a person's name with braces in it stays what it is.
class _Shown(dict[str, Any]):
    def __getitem__(self, name: str) -> str:
        value = super().get(name[:-5] if name.endswith("_yuan") else name)
        if name.endswith("_yuan"):
            return yuan(value) if isinstance(value, int) else "—"
        return "—" if value is None or value == "" else str(value)


_SENTENCES = {
    "paid_twice": "凭据 {receipt}（{at}，{due_yuan} 元）之前，同一收款点已收过凭据 {first_receipt}（{first_at}）。",
    "two_points": "凭据 {receipt}（{at}，{due_yuan} 元）之前，"
    "收款点 {first_point} 已收过凭据 {first_receipt}（{first_at}）。",
    "online_and_cash": "柜台凭据 {receipt} 收了 {due_yuan} 元，{source}另有 {other_yuan} 元（{where}）。",
    "employee": "凭据 {receipt} 收了 {due_yuan} 元，职工参保名单里有本人（{employer}，{since} 起，{until}）。",
    "category_differs": "凭据 {receipt} 按“{category}”收 {due_yuan} 元，"
    "照名单应为“{should_category}”，应缴 {should_yuan} 元，"
    "差 {difference_yuan} 元（负数为多收）。",
    "refund_request": "凭据 {receipt} 申请退 {amount_yuan} 元：{reason}（凭 {evidence}）。",
    "task": "{what}：{category}，凭 {evidence}。",
}


def category_text(name: str | None) -> str:
    """普通居民 for somebody without a category."""
    return name or "普通居民"
