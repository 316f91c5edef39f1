"""退费申请: the reason as the pack knows it, what was shown, whom to reach; and taking such a request back."""

from collections.abc import Callable
from datetime import date

from app.desk.refund import Claim
from app.domain.clauses import clause_words
from app.domain.duties import Refund
from app.domain.duty_answers import AskedRefund, refund
from app.domain.policy import Policy
from app.gui.dialogs.sheet import Sheet, go_to
from app.gui.parts.fields import FieldRow, field
from app.gui.parts.layout import label
from app.gui.parts.lines import Line, LinesList
from app.gui.parts.typed import Unreadable, read_day
from app.gui.words import tr

WIDTH = 860
OTHER = tr("别的原因")
DECISIONS = {"refund": tr("可以退"), "refer": tr("由县里定"), "refuse": tr("不退")}
Ask = Callable[[Claim], str]
"""Puts the request on record; "" or the sentence why not."""


class RefundSheet(Sheet):
    """The pack's reasons, one of one's own, and what the county wants to see."""

    def __init__(self, name: str, subject: str, policy: Policy, phone: str, ask: Ask) -> None:
        super().__init__(tr("退费申请：{name}").format(name=name), width=WIDTH)
        self._policy, self._ask = policy, ask
        self._rules: list[Refund | None] = [*policy.refunds, None]
        self.list = LinesList(tr("退费理由"), width=WIDTH - 52, most=240, heads=0, ends=120)
        self.list.put([_line(policy, rule) for rule in self._rules])
        self.other = field(tr("是什么原因"), tr("例如：重复参保，单位已给缴职工医保"))
        self.day = field(tr("哪一天发生的"), tr("例如：2023-11-10"))
        self.evidence = field(tr("看过的材料"), tr("例如：死亡证明，编号 341821…"))
        self.contact = field(tr("联系人和电话"))
        self.contact.setText(phone)
        self.own, self.when = FieldRow(self.other), FieldRow(self.day)
        for each in (label(subject, "base", wrap=True), self.list, self.own, self.when):
            self.body.addWidget(each)
        self.body.addWidget(FieldRow(self.evidence, self.contact))
        self.body.addWidget(label(tr("只是申请，钱由县里办理退回；村里不退现金。"), "quiet", wrap=True))
        self.add_feet(tr("申请退费"), self._accept)
        self.list.currentRowChanged.connect(lambda _row: self._show())
        self._show()

    @property
    def _rule(self) -> Refund | None:
        return self._rules[max(self.list.currentRow(), 0)]

    def _show(self) -> None:
        rule = self._rule
        self.own.setHidden(rule is not None)
        self.when.setVisible(rule is not None and rule.before is not None)
        self.complain("")

    def _accept(self) -> None:
        if self.goes_on(self.list, self.other, self.day, self.evidence, self.contact):
            return
        try:
            claim = self._claim()
        except Unreadable as error:
            self.complain(str(error))
            go_to(self.day)
            return
        refusal = self._ask(claim)
        if refusal:
            self.complain(refusal)
            go_to(self.evidence if not self.evidence.text().strip() else self.list)
        else:
            self.close_sheet()

    def _claim(self) -> Claim:
        """What stands there. Raises Unreadable."""
        rule, on = self._rule, None
        if rule is not None and rule.before is not None and self.day.text().strip():
            on = _happened(self.day.text())
        reason = rule.reason if rule else self.other.text()
        return Claim(reason=reason, evidence=self.evidence.text(), contact=self.contact.text(), on=on)


def _happened(words: str) -> date:
    return read_day(words, tr("哪一天发生的"))


def _line(policy: Policy, rule: Refund | None) -> Line:
    """A reason, and what the notice makes of it; where it hangs on a day, until which."""
    if rule is None:
        return Line("", tr("{other}（写在下面）").format(other=OTHER), DECISIONS["refer"])
    said = refund(policy, AskedRefund(reason=rule.reason))
    limit = tr("，{before} 以前发生的").format(before=rule.before) if rule.before else ""
    also = tr("（{also}）").format(also=tr("、").join(rule.aliases)) if rule.aliases else ""
    end = tr("看日期") if said["needs_day"] else DECISIONS[said["decision"]]
    return Line(
        "",
        tr("{reason}{also}{limit}（{clause}）").format(
            reason=rule.reason, also=also, limit=limit, clause=clause_words(rule.clause)
        ),
        end,
    )


class WithdrawSheet(Sheet):
    """Taking a refund request back."""

    def __init__(self, name: str, subject: str, withdraw: Callable[[str], str]) -> None:
        super().__init__(tr("撤回退费申请：{name}").format(name=name), width=WIDTH)
        self._withdraw = withdraw
        self.reason = field(tr("撤回原因"), tr("例如：居民说还是参保，不退了"))
        self.body.addWidget(label(subject, "base", wrap=True))
        self.body.addWidget(FieldRow(self.reason))
        self.add_feet(tr("撤回申请"), self._accept)

    def _accept(self) -> None:
        refusal = self._withdraw(self.reason.text())
        if refusal:
            self.complain(refusal)
        else:
            self.close_sheet()
