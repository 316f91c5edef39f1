"""收现金: the sentence to read aloud, what was handed over, the change while it is typed, and the payment."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit

from app.domain import money
from app.domain.errors import KnownError
from app.domain.payment import Tender, change_fen, yuan_plain
from app.gui.dialogs.sheet import Sheet
from app.gui.parts.layout import label, row

Pay = Callable[[Tender], str]
"""Takes the money; returns "" or the sentence why it was not taken."""


class CashSheet(Sheet):
    """Cash for one family. The exact sum stands there beforehand: Enter takes it, typing replaces it."""

    def __init__(self, aloud: str, total_fen: int, pay: Pay) -> None:
        super().__init__("收现金" if total_fen else "免缴确认")
        self._total_fen, self._pay = total_fen, pay
        self.aloud = label(aloud, "aloud", wrap=True)
        self.tendered = QLineEdit(yuan_plain(total_fen))
        self.tendered.setObjectName("money")
        self.tendered.setAccessibleName("收到多少元")
        self.tendered.selectAll()
        self.change = label("", "figure")
        self.change.setAccessibleName("找零")
        self.body.addWidget(label("请读给居民听：", "quiet"))
        self.body.addWidget(self.aloud)
        if total_fen:
            self.body.addLayout(
                row(label("收到", "large"), self.tendered, label("元", "large"), None, self.change, gap=12)
            )
        self.accept_button = self.add_feet("收款" if total_fen else "确认免缴", self._accept)
        self.tendered.textChanged.connect(self._show_change)
        self._show_change()

    @property
    def _tender(self) -> Tender:
        return Tender(method="cash", cash_fen=money.parse_yuan(self.tendered.text()) if self._total_fen else 0)

    def _show_change(self) -> None:
        self.complain("")
        try:
            self.change.setText(f"找零 {yuan_plain(change_fen(self._tender, self._total_fen))} 元")
            self.accept_button.setEnabled(True)
        except KnownError as error:
            self.change.setText(f"还差 {error.facts['missing']} 元" if error.code == "cash_short" else "")
            self.accept_button.setEnabled(False)

    def _accept(self) -> None:
        refusal = self._pay(self._tender)
        if refusal:
            self.complain(refusal)
        else:
            self.close_sheet()
