"""没打出来: a jam, a blank or a smudged page. The receipt waits to be printed again; a form is spoilt and kept."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit

from app.desk.stock import NextSheet
from app.domain.receipt import ReceiptView
from app.gui import text
from app.gui.dialogs.copies import pieces
from app.gui.dialogs.sheet import Sheet
from app.gui.parts.layout import label, row
from app.gui.words import tr

Failed = Callable[[str, str, int | None], str]
"""Records it: receipt, reason, copies kept of the form; "" or the sentence why not."""


class JamSheet(Sheet):
    """The reason stands there already: Enter is enough."""

    def __init__(self, view: ReceiptView, form: NextSheet | None, failed: Failed) -> None:
        super().__init__(tr("没打出来"), width=720)
        self._number, self._form, self._failed = view.number, form, failed
        self.reason, self.copies = QLineEdit(tr("卡纸")), pieces()
        self.reason.setAccessibleName(tr("原因"))
        self.reason.selectAll()
        self.copies.entered.connect(self._accept)
        said = f"{view.payer_name}  {text.yuan(view.due_fen)}  {text.receipt(view.number)}"
        self.body.addWidget(label(said, "large"))
        self.body.addWidget(label(tr("原因（卡纸、空白、打花、没有纸……）"), "quiet", wrap=True))
        self.body.addWidget(self.reason)
        if form is not None:
            self._ask_copies(form)
        note = tr("凭据号不变。一张都没有打出来的回到“未打印”（F6）；再打时标“补打”。")
        self.body.addWidget(label(note, "quiet", wrap=True))
        self.add_feet(tr("登记没打出来"), self._accept)

    def _ask_copies(self, form: NextSheet) -> None:
        words = tr("{form} № {text} 作废。这张票各联都要留存，请收齐，数一数有几联：").format(
            form=form.form, text=form.text
        )
        self.body.addWidget(label(words, "hint", wrap=True))
        self.body.addLayout(row(label(tr("收回"), "large"), self.copies, label(tr("联"), "large"), None, gap=12))

    def _accept(self) -> None:
        if self.goes_on(self.reason, self.copies):
            return
        refusal = self._failed(self._number, self.reason.text(), self.copies.value() if self._form else None)
        if refusal:
            self.complain(refusal)
            self.reason.setFocus()
        else:
            self.close_sheet()
