"""The clock went back: payments stop until somebody says why the time shown now is right (design §2, rule 12)."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit

from app.gui.dialogs.sheet import Sheet
from app.gui.parts.layout import label
from app.gui.words import tr


class ClockSheet(Sheet):
    """The time as the computer has it, and a reason."""

    def __init__(self, sentence: str, now: str, confirm: Callable[[str], str]) -> None:
        super().__init__(tr("电脑时间对不对？"), width=760)
        self._confirm = confirm
        self.reason = QLineEdit()
        self.reason.setAccessibleName(tr("说明"))
        self.reason.setPlaceholderText(tr("例如：电池没电后重新校准了时间，已与手机核对"))
        self.body.addWidget(label(sentence, "base", wrap=True))
        self.body.addWidget(label(tr("电脑现在是 {now}").format(now=now), "large", wrap=True))
        self.body.addWidget(label(tr("不对就先返回，把电脑时间调准；对就写明原因："), "quiet", wrap=True))
        self.body.addWidget(self.reason)
        self.add_feet(tr("时间没有错"), self._accept)

    def _accept(self) -> None:
        refusal = self._confirm(self.reason.text())
        if refusal:
            self.complain(refusal)
        else:
            self.close_sheet()
