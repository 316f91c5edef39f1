"""预印号的票据: 领用, 作废 and 遗失 of one form, 结报缴销 of a book. Each field goes on to the next with Enter."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QComboBox, QLineEdit

from app.domain.stock import Account, Book, End
from app.gui.dialogs.copies import pieces
from app.gui.dialogs.sheet import Sheet, go_to
from app.gui.parts.books_words import account_words, book_words, missing_words
from app.gui.parts.fields import FieldRow, field
from app.gui.parts.layout import label, row
from app.gui.parts.typed import Unreadable, read_day
from app.gui.words import tr

WIDTH = 800

Receive = Callable[[str, str, str, str, date, str], str]
Finish = Callable[[str, str, End, str, int | None], str]
Settle = Callable[[Book, date, str], str]


class ReceiveSheet(Sheet):
    """领用: what the issuer hands over, both sign on paper; name, code and issuer as last time."""

    def __init__(self, last: Book | None, *, today: date, receive: Receive) -> None:
        super().__init__(tr("领用票据"), width=WIDTH)
        self._receive = receive
        self.form, self.code = (
            field(tr("票据名称"), tr("照票面填写")),
            field(tr("票据代码"), tr("照票面填写"), width=220),
        )
        self.first, self.last = (
            field(tr("起号"), tr("例如：0001001"), width=220),
            field(tr("止号"), tr("例如：0001050"), width=220),
        )
        self.on, self.issuer = field(tr("领用日期"), width=190), field(tr("发放单位"), tr("例如：县税务局建平分局"))
        self.on.setText(str(today))
        if last is not None:
            for item, known in ((self.form, last.form), (self.code, last.code), (self.issuer, last.issuer)):
                item.setText(known)
        words = tr("点清张数、看清起止号，双方签字以后照实登记。号码位数照票面，前面的 0 也要写。")
        self.body.addWidget(label(words, "quiet", wrap=True))
        self.body.addWidget(FieldRow(self.form, self.code))
        self.body.addWidget(FieldRow(self.first, self.last, self.on))
        self.body.addWidget(FieldRow(self.issuer))
        self.add_feet(tr("登记领用"), self._accept)

    @property
    def first_empty(self) -> QLineEdit:
        """Where the focus goes."""
        fields = (self.form, self.code, self.first)
        return next((each for each in fields if not each.text()), self.first)

    def _accept(self) -> None:
        if self.goes_on(self.form, self.code, self.first, self.last, self.on, self.issuer):
            return
        try:
            on = read_day(self.on.text(), tr("领用日期"))
        except Unreadable as error:
            self.complain(str(error))
            return
        form, code, first, last = (each.text() for each in (self.form, self.code, self.first, self.last))
        refusal = self._receive(form, code, first, last, on, self.issuer.text())
        if refusal:
            self.complain(refusal)
            go_to(self.first_empty)
        else:
            self.close_sheet()


class EndSheet(Sheet):
    """作废 (all copies kept) or 遗失 of one form, used or not."""

    def __init__(self, state: End, books: Sequence[Book], number: str, finish: Finish) -> None:
        void = state == "void"
        super().__init__(tr("作废一张票") if void else tr("登记遗失"), width=720)
        self._state, self._finish = state, finish
        self.code, self.number = QComboBox(), field(tr("票号"), tr("照票面填写"), width=280)
        self.code.addItems(list(dict.fromkeys(each.code for each in books)))
        self.code.setAccessibleName(tr("票据代码"))
        self.number.setText(number)
        self.reason = field(tr("原因"), tr("例如：打花了、填错了") if void else tr("例如：下乡途中遗失，已找过"))
        self.copies = pieces()
        self.copies.entered.connect(self._accept)
        line = FieldRow(self.number, self.code) if self.code.count() > 1 else FieldRow(self.number)
        self.body.addWidget(line)
        self.body.addWidget(FieldRow(self.reason))
        if void:
            kept = label(tr("联，都留存备查"), "large")
            self.body.addLayout(row(label(tr("收回"), "large"), self.copies, kept, None, gap=12))
        words = (
            tr("票号不再使用，收款不受影响。打过凭据的票作废以后，回到收款（F2），按 F10 把那张凭据补打到下一张票上。")
            if void
            else tr("遗失要立即报告发放单位。票号不再使用，已记的收款不受影响。")
        )
        self.body.addWidget(label(words, "hint", wrap=True))
        self.add_feet(tr("作废") if void else tr("登记遗失"), self._accept)

    def _accept(self) -> None:
        if self.goes_on(self.number, self.reason, self.copies):
            return
        copies = self.copies.value() if self._state == "void" else None
        refusal = self._finish(self.code.currentText(), self.number.text(), self._state, self.reason.text(), copies)
        if refusal:
            self.complain(refusal)
            go_to(self.reason if self.number.text() and not self.reason.text().strip() else self.number)
        else:
            self.close_sheet()


class SettleSheet(Sheet):
    """结报缴销 of one book: what was used, void and lost is reported, what is left goes back."""

    def __init__(self, found: Account, *, today: date, settle: Settle) -> None:
        super().__init__(tr("结报缴销"), width=720)
        self._book, self._settle = found.book, settle
        self.on, self.receiver = field(tr("结报日期"), width=190), field(tr("接收单位"), tr("收回票据的单位"))
        self.on.setText(str(today))
        self.receiver.setText(found.book.issuer)
        self.body.addWidget(label(book_words(found.book), "large", wrap=True))
        self.body.addWidget(label(account_words(found), "title", wrap=True))
        if found.unused:
            self.body.addWidget(label(_unused(found), "hint", wrap=True))
        self.body.addWidget(FieldRow(self.on, self.receiver))
        self.body.addWidget(label(tr("结报以后这一本不能再用，可以领下一本。"), "quiet", wrap=True))
        self.add_feet(tr("结报缴销"), self._accept)

    def _accept(self) -> None:
        if self.goes_on(self.on, self.receiver):
            return
        try:
            on = read_day(self.on.text(), tr("结报日期"))
        except Unreadable as error:
            self.complain(str(error))
            return
        refusal = self._settle(self._book, on, self.receiver.text())
        if refusal:
            self.complain(refusal)
        else:
            self.close_sheet()


def _unused(found: Account) -> str:
    """What goes back; forms that were passed over are not among it before somebody has said where they are."""
    back = found.unused - len(found.missing)
    said = tr("没有用的 {unused} 张要一起交回。").format(unused=back) if back else ""
    if found.missing:
        said = missing_words(found) + said
    return said
