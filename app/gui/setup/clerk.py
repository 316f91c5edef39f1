"""Who collects, and the passphrase that opens the data."""

import msgspec

from app.desk.set_up import PASSPHRASE_LEAST, Plan, check_passphrase
from app.domain.errors import KnownError
from app.gui.parts.fields import field, secret
from app.gui.parts.layout import column, label, row
from app.gui.parts.titled import Titled
from app.gui.setup.step import Step
from app.gui.words import tr


class ClerkStep(Step):
    """A name and a passphrase typed twice. The passphrase is never kept in the plan."""

    title = tr("谁来收款")
    words = tr("每笔收款都记操作员的名字。口令自己记牢，不要告诉别人；别的操作员以后再添加。")
    next_word = tr("建立收款点")

    def __init__(self) -> None:
        super().__init__()
        self.name = field(tr("操作员姓名"), width=300)
        self.passphrase, self.again = secret(tr("口令"), width=300), secret(tr("再输一次口令"), width=300)
        line = row(Titled(tr("口令"), self.passphrase), Titled(tr("再输一次"), self.again), None, gap=20)
        hint = label(
            tr("口令至少 {least} 个字。忘了口令要用下一步的恢复单，所以恢复单一定要打印、锁好。").format(
                least=PASSPHRASE_LEAST
            ),
            "quiet",
            wrap=True,
        )
        self.setLayout(column(Titled(tr("操作员姓名"), self.name), line, hint, None, gap=16))
        self._watch(self.name, self.passphrase, self.again)

    def arrive(self, plan: Plan) -> None:
        self.name.setText(plan.operator)
        self.passphrase.clear()
        self.again.clear()
        (self.passphrase if plan.operator else self.name).setFocus()

    def answered(self, plan: Plan) -> Plan:
        return msgspec.structs.replace(plan, operator=self.name.text().strip())

    def problem(self, plan: Plan) -> str:
        if not plan.operator:
            self.name.setFocus()
            return tr("还没有填操作员姓名。")
        try:
            check_passphrase(self.passphrase.text())
        except KnownError as error:
            self.passphrase.setFocus()
            return str(error)
        if not self.again.text():
            self.again.setFocus()
            return tr("请把口令再输一次。")
        if self.passphrase.text() != self.again.text():
            self.again.clear()
            self.again.setFocus()
            return tr("两次输入的口令不一样，请再输一次。")
        return ""
