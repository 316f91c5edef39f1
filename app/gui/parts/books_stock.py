"""Pre-numbered forms on the books page: each book with what became of its forms, and what there is to do with them."""

from datetime import date

from PySide6.QtWidgets import QFrame, QWidget

from app.desk import stock
from app.desk.desk import Desk
from app.domain.errors import KnownError
from app.domain.stock import Account, Book, End
from app.gui.dialogs.next_sheet import NextSheetSheet
from app.gui.dialogs.stock import EndSheet, ReceiveSheet, SettleSheet
from app.gui.pages.page import Page
from app.gui.parts import books_words as words
from app.gui.parts.books_table import RecordTable
from app.gui.parts.keys import KeyButton, key_button
from app.gui.parts.layout import column, label, row
from app.gui.scale import fix
from app.gui.words import tr

NO_BOOK = tr("还没有领用过票据。先按 Alt+1 登记领用。")
SETTLED = tr("这一本已经结报缴销，不用再结。")


class StockPart(QFrame):
    """Shown where the pack's receipts are pre-numbered, or a book was ever received."""

    def __init__(self, page: Page, keys_in: QWidget) -> None:
        super().__init__()
        self._page, self._session = page, page.session
        self.books: RecordTable[Account] = RecordTable(
            tr("票证"), words.STOCK_HEADS, empty=tr("还没有领用过票据。"), sums=range(1, 7)
        )
        self.missing = label("", "warn", wrap=True)
        self.missing.setAccessibleName(tr("没有交代的票号"))
        buttons = (
            (tr("领用"), "Alt+1", self.receive),
            (tr("作废"), "Alt+2", lambda: self.end("void")),
            (tr("遗失"), "Alt+3", lambda: self.end("lost")),
            (tr("结报缴销"), "Alt+4", self.settle),
            (tr("下一张"), "Alt+5", self.look),
        )
        self.buttons = [_small(key_button(keys_in, word, key, press, kind="answer")) for word, key, press in buttons]
        whole = column(label(tr("票证"), "title"), gap=8)
        whole.addWidget(self.books, 1)
        whole.addWidget(self.missing)
        whole.addLayout(row(*self.buttons, None, gap=8))
        self.setLayout(whole)

    @property
    def _desk(self) -> Desk:
        return self._session.desk

    def show_now(self) -> None:
        """Read and show; nothing of it where receipts are our own paper."""
        found = stock.accounts(self._desk)
        self.setVisible(bool(found) or self._desk.policy.receipt.paper == "prenumbered")
        # They are used up in the order in which they came.
        in_use = next((place for place, each in enumerate(found) if not each.book.settled), 0)
        self.books.put(found, [_row(each) for each in found], choose=in_use)
        self.missing.setText("\n".join(words.missing_words(each) for each in found if each.missing))
        self.missing.setVisible(bool(self.missing.text()))

    @property
    def _last(self) -> Book | None:
        """The book received last."""
        found = stock.accounts(self._desk)
        return found[-1].book if found else None

    # -- doing

    def receive(self) -> None:
        """领用."""
        self._session.hush()
        sheet = ReceiveSheet(self._last, today=self._desk.clock().date(), receive=self._receive)
        self._page.open_sheet(sheet, sheet.first_empty)

    def _receive(self, form: str, code: str, first: str, last: str, on: date, issuer: str) -> str:
        def verb() -> None:
            done = stock.receive(self._desk, form=form, code=code, first=first, last=last, on=on, issuer=issuer)
            self._said(
                tr("已登记领用 {received} 张：{book_words}。第一次打印前会请您看一眼票号。").format(
                    received=done.received, book_words=words.book_words(done.book)
                )
            )

        return self._session.attempt(verb)

    def end(self, state: End) -> None:
        """作废 or 遗失 of one form: of the first that is missing, unless another number is typed."""
        self._session.hush()
        found = self.books.chosen
        if found is None:
            self._session.say(NO_BOOK, "calm")
            return
        every = [found, *stock.accounts(self._desk)]
        lacks = next((each for each in every if each.missing), found)
        number = lacks.book.text(lacks.missing[0]) if lacks.missing else ""
        sheet = EndSheet(state, [each.book for each in (lacks, *every)], number, self._end)
        self._page.open_sheet(sheet, sheet.reason if number else sheet.number)

    def _end(self, code: str, number: str, state: End, reason: str, copies: int | None) -> str:
        def verb() -> None:
            done = stock.end_sheet(self._desk, code, number, state, reason=reason, copies=copies)
            void = tr("№ {done} 已作废，收回的 {copies} 联请留存。").format(done=done, copies=copies)
            self._said(void if state == "void" else tr("№ {done} 已登记遗失，请立即报告发放单位。").format(done=done))

        return self._session.attempt(verb)

    def settle(self) -> None:
        """结报缴销 of the chosen book."""
        self._session.hush()
        found = self.books.chosen
        if found is None or found.book.settled:
            self._session.say(SETTLED if found else NO_BOOK, "calm")
            return
        sheet = SettleSheet(found, today=self._desk.clock().date(), settle=self._settle)
        self._page.open_sheet(sheet, sheet.receiver)

    def _settle(self, book: Book, on: date, receiver: str) -> str:
        def verb() -> None:
            done = stock.settle(self._desk, book.code, book.text(book.first), on=on, receiver=receiver)
            back = tr("没有用的 {returned} 张请一起交回。").format(returned=done.returned) if done.returned else ""
            self._said(
                tr("{book_words} 已结报缴销。{back}可以领下一本了。").format(
                    book_words=words.book_words(book), back=back
                )
            )

        return self._session.attempt(verb)

    def look(self) -> None:
        """Say which form lies in the printer."""
        self._session.hush()
        try:
            form = stock.next_sheet(self._desk)
        except KnownError as error:
            self._session.refused(error)
            return
        paper = self._page.paper
        sheet = NextSheetSheet(form, paper.codes, paper.confirm_form, self._looked, accept="")
        self._page.open_sheet(sheet, sheet.number)

    def _looked(self) -> None:
        self._session.refresh()

    def _said(self, sentence: str) -> None:
        self._session.say(sentence, "good")
        self._session.refresh()


def _small(button: KeyButton) -> KeyButton:
    """Five of them stand in one line."""
    inside = button.layout()
    if inside is not None:
        inside.setContentsMargins(10, 3, 8, 3)
    fix(button, least_height=42)
    return button


def _row(each: Account) -> tuple[str, ...]:
    book = each.book
    sums = (each.received, each.used, each.void, each.lost, each.returned, each.unused)
    next_ = tr("已结报") if book.settled else book.text(each.next) if each.next is not None else tr("用完了")
    name = f"{book.text(book.first)}–{book.text(book.last)} {book.form}"
    return (name, *(str(figure) for figure in sums), next_)
