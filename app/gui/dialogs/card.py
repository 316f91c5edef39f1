"""刷卡: the slip's terminal and reference number, after the terminal has taken the money."""

from PySide6.QtWidgets import QFormLayout, QLineEdit

from app.domain.payment import Tender
from app.gui.dialogs.cash import Pay
from app.gui.dialogs.sheet import Sheet
from app.gui.parts.layout import label


class CardSheet(Sheet):
    """A card payment for one family; no digit of the card itself is asked for."""

    def __init__(self, aloud: str, terminal: str, pay: Pay) -> None:
        super().__init__("刷卡")
        self._pay = pay
        self.aloud = label(aloud, "aloud", wrap=True)
        self.terminal, self.reference = QLineEdit(terminal), QLineEdit()
        form = QFormLayout()
        form.setVerticalSpacing(12)
        form.setHorizontalSpacing(16)
        for field, name in ((self.terminal, "终端号"), (self.reference, "参考号")):
            field.setAccessibleName(name)
            form.addRow(label(name, "large"), field)
        self.body.addWidget(label("请读给居民听：", "quiet"))
        self.body.addWidget(self.aloud)
        self.body.addWidget(label("先在 POS 机上刷卡成功，再照签购单填写：", "quiet"))
        self.body.addLayout(form)
        self.accept_button = self.add_feet("登记", self._accept)

    @property
    def first(self) -> QLineEdit:
        """The first field without a content."""
        return self.reference if self.terminal.text() else self.terminal

    def _accept(self) -> None:
        empty = next((f for f in (self.terminal, self.reference) if not f.text().strip()), None)
        if empty is not None and not empty.hasFocus():
            empty.setFocus()
            return
        refusal = self._pay(Tender(method="pos", terminal=self.terminal.text(), reference=self.reference.text()))
        if refusal:
            self.complain(refusal)
        else:
            self.close_sheet()
