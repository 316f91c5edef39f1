"""收现金: the sentence to read aloud, what was handed over, the change while it is typed, and the payment.

What only some payments need opens with a key: who brought the money (代缴), a paper receipt from a round (补录), and
the second person who answers for that paper or for cash beyond the limit.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from app.desk.second import Second
from app.domain import money
from app.domain.day import DENOMINATIONS
from app.domain.errors import KnownError
from app.domain.payment import LatePaper, Payer, Tender, change_fen, yuan_plain
from app.gui.dialogs.sheet import Sheet, go_to
from app.gui.parts.fields import FieldRow, field
from app.gui.parts.keys import KeyButton, key_button
from app.gui.parts.layout import label, row
from app.gui.parts.second import SecondForm
from app.gui.parts.typed import Unreadable, read_day
from app.gui.session import Session
from app.gui.words import tr

WIDTH = 820
NAMESAKES = tr("▲ 村里有同名的人：请把括号里的念给居民听，与身份证核对无误再收。")
READ = tr("请读给居民听：")
SHORT = tr("{change}，没有收款，什么也没有记。要一次缴齐；不够就先退还，或去掉这次不缴的人。")
UNREADABLE = tr("收到多少元没有看懂，没有收款，什么也没有记。只填数字，例如 400 或 400.5。")
TOO_MUCH = tr("收到 {got} 元，应收只有 {due} 元：是不是多输了一位？没有错，再按一次 Enter。什么也还没有记。")
# A sum so many times of what is due, and more than one note of the largest kind, is asked about.
SLIP, LARGEST_FEN = 5, DENOMINATIONS[0]
PAPER_ON = tr("纸上的日期")
PAYER, LATE = tr("别人代缴"), tr("补录纸质凭据")
BY_PAPER = tr("补录要有第二个人在场核对纸质凭据：")


@dataclass(frozen=True)
class Quote:
    """What a payment of one day comes to: the sentence to read, the sum, and the cash limit it would pass ("" none)."""

    aloud: str
    total_fen: int
    namesakes: bool
    over: str
    left_out: str = ""
    """Who was looked up and is not paid for by this, in a sentence."""


@dataclass(frozen=True)
class Handed:
    """What was handed over, by whom where it is not the insured, for which paper, and who else answers for it."""

    tender: Tender
    payer: Payer | None = None
    late: LatePaper | None = None
    second: Second | None = None


Pay = Callable[[Handed], str]
"""Takes the money; returns "" or the sentence why it was not taken."""
Price = Callable[[date | None], Quote]
"""What it comes to today, or on the day a paper receipt was written."""


class CashSheet(Sheet):
    """Cash for one family. The exact sum stands there beforehand: Enter takes it, typing replaces it."""

    def __init__(self, session: Session, price: Price, pay: Pay) -> None:
        self._price, self._pay, self._quote = price, pay, price(None)
        self._money_due = self._quote.total_fen > 0
        self._sure_fen = -1
        super().__init__(tr("收现金") if self._money_due else tr("免缴确认"), width=WIDTH)
        self.read, self.same = label(READ, "quiet"), label(NAMESAKES, "hint", wrap=True)
        self.left_out, self.aloud = label("", "hint", wrap=True), label("", "aloud", wrap=True)
        self.tendered = field(tr("收到多少元"))
        self.tendered.setObjectName("money")
        self.change = label("", "figure")
        self.change.setAccessibleName(tr("找零"))
        self.over = label("", "hint", wrap=True)
        self._rows(session)
        self._fill()
        self._show_quote()
        self.tendered.setText(yuan_plain(self._quote.total_fen))
        self.tendered.selectAll()
        self.tendered.textChanged.connect(self._show_change)
        self.paper_on.textChanged.connect(lambda _words: self._requote())
        self._show_change()

    def _rows(self, session: Session) -> None:
        self.name, self.relation = field(tr("缴款人姓名")), field(tr("与参保人关系"), tr("例如：儿子、村干部垫付"))
        self.phone = field(tr("缴款人电话"))
        self.payer = FieldRow(self.name, self.relation, self.phone)
        self.paper, self.paper_on = field(tr("纸质凭据号码")), field(PAPER_ON, tr("例如：2023-11-10"))
        self.late = FieldRow(self.paper, self.paper_on)
        self.second = SecondForm(session)
        for each in (self.payer, self.late, self.second):
            each.hide()

    def _fill(self) -> None:
        sum_ = row(label(tr("收到"), "large"), self.tendered, label(tr("元"), "large"), None, self.change, gap=12)
        self.body.setSpacing(10)
        for words in (self.left_out, self.read, self.same, self.aloud):
            self.body.addWidget(words)
        if self._money_due:
            self.body.addLayout(sum_)
        for each in (self.over, self.payer, self.late, self.second):
            self.body.addWidget(each)
        payer = self._opener(PAYER, "F7", self.payer, self.name)
        late = self._opener(LATE, "F8", self.late, self.paper)
        others = (payer, late) if self._money_due else (late,)
        self.accept_button = self.add_feet(
            tr("收款") if self._money_due else tr("确认免缴"), self._accept, others=others
        )

    @property
    def first(self) -> QWidget:
        """Where the focus goes."""
        return self.tendered if self._money_due else self.accept_button

    def _opener(self, word: str, key: str, part: FieldRow, first: QLineEdit) -> KeyButton:
        """A button that opens what only some payments need, with a tick as long as it is open."""

        def press() -> None:
            self._toggle(part, first)
            made.setChecked(not part.isHidden())
            made.set_word(word if part.isHidden() else f"✓ {word}")
            made.setAccessibleName(word)

        made = key_button(self, word, key, press)
        made.setCheckable(True)
        return made

    def _toggle(self, part: FieldRow, first: QLineEdit) -> None:
        """Open it; the same key closes it again."""
        part.setVisible(part.isHidden())
        self._requote()
        go_to(self.first if part.isHidden() else first)

    # -- what it comes to

    def _requote(self) -> None:
        """A paper receipt counts on the day it was written: that may be another sum."""
        before = yuan_plain(self._quote.total_fen)
        try:
            self._quote = self._price(None if self.late.isHidden() else read_day(self.paper_on.text(), PAPER_ON))
        except Unreadable:
            self._quote = self._price(None)
        if self.tendered.text() == before:
            self.tendered.setText(yuan_plain(self._quote.total_fen))
        self._show_quote()
        self._show_change()

    def _show_quote(self) -> None:
        self.aloud.setText(self._quote.aloud)
        self.left_out.setText(self._quote.left_out)
        self.left_out.setVisible(bool(self._quote.left_out))
        self.same.setVisible(self._quote.namesakes)
        self.read.setVisible(not self._quote.namesakes)
        over = self._quote.over
        self.over.setText(
            tr("▲ {over}。手头这一家可以由第二个人确认后收完；之后请先日结，把现金解缴。").format(over=over)
        )
        self.over.setVisible(bool(over))
        self.second.say("" if over else BY_PAPER)
        self.second.setVisible(bool(over) or not self.late.isHidden())

    @property
    def _tender(self) -> Tender:
        return Tender(method="cash", cash_fen=money.parse_yuan(self.tendered.text()) if self._money_due else 0)

    def _show_change(self) -> None:
        self.complain("")
        try:
            self.change.setText(
                tr("找零 {change} 元").format(change=yuan_plain(change_fen(self._tender, self._quote.total_fen)))
            )
            self.accept_button.setEnabled(True)
        except KnownError as error:
            self.change.setText(
                tr("还差 {missing} 元").format(missing=error.facts["missing"]) if error.code == "cash_short" else ""
            )
            self.accept_button.setEnabled(False)

    # -- taking it

    def accept_by_key(self, main: KeyButton) -> None:
        """Enter that can take nothing says why: half a premium is no premium."""
        if not main.isEnabled():
            self.complain(SHORT.format(change=self.change.text()) if self.change.text() else UNREADABLE)
            go_to(self.tendered)
            return
        super().accept_by_key(main)

    def _slipped(self) -> bool:
        """Whether a figure too many may have been typed: so much more than is due that nobody hands over. Asked once
        for each sum."""
        due_fen, got_fen = self._quote.total_fen, self._tender.cash_fen or 0
        if got_fen < max(SLIP * due_fen, LARGEST_FEN + 1) or got_fen == self._sure_fen:
            return False
        self._sure_fen = got_fen
        self.complain(TOO_MUCH.format(got=yuan_plain(got_fen), due=yuan_plain(due_fen)))
        go_to(self.tendered)
        return True

    def _accept(self) -> None:
        stops = (self.tendered, *self.payer.fields, *self.late.fields, *self.second.stops)
        if self.goes_on(*stops) or self._slipped():
            return
        try:
            handed = self._handed()
        except Unreadable as error:
            self.complain(str(error))
            go_to(self.paper_on)
            return
        if self.second.isHidden():
            self._take(handed, None)
        else:
            self.accept_button.setEnabled(False)
            self.second.vouch(lambda second: self._take(handed, second), self._not_vouched)

    def _handed(self) -> Handed:
        """What stands in the fields. Raises Unreadable."""
        payer, late = None, None
        if not self.payer.isHidden():
            payer = Payer(name=self.name.text(), relation=self.relation.text(), phone=self.phone.text())
        if not self.late.isHidden():
            late = LatePaper(paper=self.paper.text(), paper_on=read_day(self.paper_on.text(), PAPER_ON))
        return Handed(self._tender, payer, late)

    def _not_vouched(self, sentence: str) -> None:
        if self.is_open:
            self.accept_button.setEnabled(True)
            self.complain(sentence)
            go_to(self.second.first)

    def _take(self, handed: Handed, second: Second | None) -> None:
        if not self.is_open:
            return
        refusal = self._pay(Handed(handed.tender, handed.payer, handed.late, second))
        if refusal:
            self._requote()
            self.complain(refusal)
        else:
            self.close_sheet()
