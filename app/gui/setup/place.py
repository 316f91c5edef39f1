"""Which collecting point this computer is."""

import re
import unicodedata

import msgspec
from PySide6.QtWidgets import QComboBox

from app.desk.set_up import Plan
from app.gui.parts.fields import field
from app.gui.parts.layout import column, label, row
from app.gui.parts.titled import Titled
from app.gui.scale import fix
from app.gui.setup.step import Step
from app.gui.words import tr

DEVICES = range(1, 10)


class PlaceStep(Step):
    """Name, twelve digits, and which of the village's computers."""

    title = tr("这台电脑是哪个收款点")
    words = tr("名称印在凭据上；区划代码是凭据号的前十二位，请照县里给的填。")

    def __init__(self) -> None:
        super().__init__()
        self.name = field(tr("收款点名称"), tr("例如 建平镇南漪村"))
        self.code = field(tr("区划代码（12 位）"), tr("例如 341821100201"), width=300)
        self.device = QComboBox()
        self.device.setAccessibleName(tr("第几台电脑"))
        self.device.addItems([tr("{number} 号").format(number=number) for number in DEVICES])
        fix(self.device, width=140)
        line = row(Titled(tr("区划代码（12 位）"), self.code), Titled(tr("本村第几台电脑"), self.device), None, gap=20)
        hint = label(tr("一个村有几台电脑收款的，每台的号都不同；只有一台就是 1 号。"), "quiet", wrap=True)
        self.setLayout(column(Titled(tr("收款点名称"), self.name), line, hint, None, gap=16))
        self._watch(self.name, self.code)

    def arrive(self, plan: Plan) -> None:
        self.name.setText(plan.name)
        self.code.setText(plan.code)
        self.device.setCurrentIndex(plan.device - 1)
        self.name.setFocus()

    def answered(self, plan: Plan) -> Plan:
        # An input method left on types full-width digits.
        code = "".join(unicodedata.normalize("NFKC", self.code.text()).split())
        device = self.device.currentIndex() + 1
        return msgspec.structs.replace(plan, name=self.name.text().strip(), code=code, device=device)

    def problem(self, plan: Plan) -> str:
        if not plan.name:
            self.name.setFocus()
            return tr("还没有填收款点名称。")
        if re.fullmatch(r"[0-9]{12}", plan.code):
            return ""
        self.code.setFocus()
        if not plan.code:
            return tr("请填区划代码：12 位数字，照县里给的填。")
        if not re.fullmatch(r"[0-9]+", plan.code):
            return tr("区划代码只有数字，请看看是不是夹了别的字。")
        return tr("区划代码要填 12 位数字，现在是 {code} 位。").format(code=len(plan.code))
