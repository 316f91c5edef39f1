"""打印机里的下一张是不是 № …？Asked before printing whenever paper and program could differ (domain D)."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QComboBox, QLineEdit

from app.desk.stock import NextSheet
from app.gui.dialogs.sheet import Sheet
from app.gui.parts.layout import label, row
from app.gui.scale import fix
from app.gui.words import tr

Confirm = Callable[[str, str], str]
"""Records that this form lies in the printer; "" or the sentence why it cannot."""


class NextSheetSheet(Sheet):
    """The number expected stands there: Enter where it is the one, otherwise the number seen is typed over it."""

    def __init__(
        self,
        form: NextSheet,
        codes: Sequence[str],
        confirm: Confirm,
        then: Callable[[], None],
        *,
        accept: str = tr("打印"),
    ) -> None:
        super().__init__(tr("打印机里的下一张票"), width=720)
        self._confirm, self._then = confirm, then
        self.number, self.code = QLineEdit(form.text), QComboBox()
        self.number.setObjectName("sheet_number")
        self.number.setAccessibleName(tr("打印机里的票号"))
        fix(self.number, least_width=340)
        self.number.selectAll()
        self.code.addItems(list(codes))
        self.code.setCurrentText(form.code)
        self.code.setAccessibleName(tr("票据代码"))
        self.body.addWidget(label(tr("打印机里的下一张是不是 № {text}？").format(text=form.text), "figure"))
        which = tr("{form}（代码 {code}）").format(form=form.form, code=form.code)
        self.body.addWidget(label(which, "quiet", wrap=True))
        self.body.addLayout(row(label(tr("看到的票号"), "large"), self.number, None, gap=12))
        if self.code.count() > 1:
            self.body.addLayout(row(label(tr("票据代码"), "large"), self.code, None, gap=12))
        words = tr(
            "是，就按 Enter；不是，就照票面输入看到的号码。跳过的号码会列出来，请说明去向。收款已经记好，不受影响。"
        )
        self.body.addWidget(label(words, "quiet", wrap=True))
        if accept:
            self.add_feet(tr("是这张，{accept}").format(accept=accept), self._accept, leave=tr("先不打印"))
        else:
            self.add_feet(tr("就是这张"), self._accept)

    def _accept(self) -> None:
        refusal = self._confirm(self.code.currentText(), self.number.text())
        if refusal:
            self.complain(refusal)
            self.number.setFocus()
            self.number.selectAll()
            return
        self.close_sheet()
        self._then()
