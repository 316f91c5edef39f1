"""刷卡: what to key into the terminal, and what became of it; the intent is on record before the sheet opens."""

from typing import Protocol

from PySide6.QtWidgets import QLineEdit

from app.domain.payment import yuan_plain
from app.gui.dialogs.cash import NAMESAKES, READ
from app.gui.dialogs.sheet import Sheet, go_to
from app.gui.parts.fields import FieldRow, field
from app.gui.parts.keys import key_button
from app.gui.parts.layout import label, row
from app.gui.parts.reference import ReferenceField
from app.gui.scale import fix
from app.gui.words import tr

WIDTH = 820
HOW = tr("刷成功以后照签购单填写，按 Enter；卡号一位也不要填。")
UNSURE = tr("结果不明：写明为什么，按 Enter 登记。查到了签购单，就再按 F11，回去照它填写。")
SURE = tr("没有扣款、没有签购单，才能这样登记。确实没扣款，请再按一次 F10。")


class CardAnswers(Protocol):
    """What can be said about one card; each returns "" or the sentence why it was not recorded."""

    def approve(self, terminal: str, reference: str) -> str:
        """The terminal took the money and printed a slip."""

    def decline(self) -> str:
        """The terminal took nothing."""

    def unknown(self, reason: str) -> str:
        """Nobody knows whether it took the money."""


class CardSheet(Sheet):
    """One card, just meant to be charged. No digit of the card itself is asked for."""

    def __init__(
        self, aloud: str, total_fen: int, terminal: str, answers: CardAnswers, *, namesakes: bool, left_out: str = ""
    ) -> None:
        """`left_out`: who was looked up and is not paid for by this, in a sentence."""
        super().__init__(tr("刷卡"), width=WIDTH)
        self._answers, self._sure = answers, False
        self.settled = False
        """Whether its result is on record; closed before that it stays open, to be looked into."""
        self.read, self.same = label(READ, "quiet"), label(NAMESAKES, "hint", wrap=True)
        self.left_out, self.aloud = label(left_out, "hint", wrap=True), label(aloud, "aloud", wrap=True)
        self.how = label(HOW, "quiet", wrap=True)
        self.figure = label(yuan_plain(total_fen), "huge")
        self.figure.setAccessibleName(tr("在 POS 机上输入的金额"))
        fix(self.figure, height=90)
        self.terminal, self.reference = field(tr("终端号"), width=240), ReferenceField()
        self.terminal.setText(terminal)
        self.reason = field(tr("为什么不明"), tr("例如：终端断线，没有出签购单"))
        self.why = FieldRow(self.reason, words=tr("结果不明的先记下来，查清以前不再向这些人收款，也不能日结："))
        self.why.hide()
        self._fill()
        # Only now: a label shown before it lies in the sheet would be a window of its own.
        self.left_out.setVisible(bool(left_out))
        self.same.setVisible(namesakes)
        self.read.setVisible(not namesakes)

    def _fill(self) -> None:
        for each in (self.left_out, self.read, self.same, self.aloud):
            self.body.addWidget(each)
        self.body.addLayout(
            row(label(tr("在 POS 机上输入"), "large"), self.figure, label(tr("元"), "large"), None, gap=14)
        )
        self.body.addWidget(self.how)
        self.body.addWidget(FieldRow(self.terminal, self.reference))
        self.body.addWidget(self.why)
        declined = key_button(self, tr("没扣款"), "F10", self._decline)
        unknown = key_button(self, tr("结果不明"), "F11", self._unknown)
        self.accept_button = self.add_feet(
            tr("成功，登记"), self._accept, leave=tr("先放着"), others=(declined, unknown)
        )

    @property
    def first(self) -> QLineEdit:
        """The first field without a content."""
        return self.reference if self.terminal.text() else self.terminal

    def _accept(self) -> None:
        if not self.why.isHidden():
            self._end(self._answers.unknown(self.reason.text()))
            return
        empty = next((f for f in (self.terminal, self.reference) if not f.text().strip()), None)
        if empty is not None and not empty.hasFocus():
            empty.setFocus()
            return
        doubt = self.reference.doubt()
        if doubt:
            self.complain(doubt)
            go_to(self.reference)
            return
        self._end(self._answers.approve(self.terminal.text(), self.reference.text()))

    def _decline(self) -> None:
        """Asked twice: a card called declined that was charged would be charged again."""
        if not self._sure:
            self._sure = True
            self.complain(SURE)
            return
        self._end(self._answers.decline())

    def _unknown(self) -> None:
        """What Enter does says its button; the same key takes it back."""
        asked = self.why.isHidden()
        self.why.setVisible(asked)
        self.how.setText(UNSURE if asked else HOW)
        self.accept_button.set_word(tr("登记结果不明") if asked else tr("成功，登记"))
        self.complain("")
        go_to(self.reason if asked else self.first)

    def _end(self, refusal: str) -> None:
        if refusal:
            self.complain(refusal)
        else:
            self.settled = True
            self.close_sheet()
