"""刷卡待查: every card without a certain result, or charged and not entered; each is answered here."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from app.desk.card import STATES
from app.domain.payment import yuan_plain
from app.gui.dialogs.sheet import Sheet, go_to
from app.gui.parts.fields import FieldRow, field
from app.gui.parts.keys import key_button
from app.gui.parts.layout import label
from app.gui.parts.lines import Line, LinesList
from app.gui.parts.reference import ReferenceField
from app.gui.words import tr
from app.store.cards import Card

WIDTH = 900
APPROVED_HINT = tr("卡上的钱已经扣了：Enter 再记一次；记不成的，先在终端上撤销，再按 F11。")
OPEN_HINT = tr("请对照终端的签购单或结算单：成功的填参考号按 Enter，没扣款的按 F10。")
UNKNOWN_HINT = tr(
    "结果不明的，请打收单银行电话查清：扣了款就填银行说的参考号，按 Enter；没扣款（F10）、已撤销（F11）写明怎么查的。"
)
HINTS = {"intended": OPEN_HINT, "unknown": UNKNOWN_HINT, "approved": APPROVED_HINT}
SURE = {
    "declined": tr("没有扣款、没有签购单，才能这样登记。确实没扣款，请再按一次 F10。"),
    "cancelled": tr("在终端上撤销成功、出了撤销单，才能这样登记。确实撤销了，请再按一次 F11。"),
}
Ending = Literal["declined", "cancelled"]


@dataclass(frozen=True)
class OpenCard:
    """A card and the names it was meant for."""

    card: Card
    names: str


@dataclass(frozen=True)
class Answers:
    """What can be said; each returns "" or the sentence why it was not recorded."""

    approve: Callable[[Card, str, str], str]
    post: Callable[[Card], str]
    end: Callable[[Card, Ending, str], str]
    again: Callable[[], Sequence[OpenCard]]


class OpenCardsSheet(Sheet):
    """↑ ↓ choose a card; the keys answer for it."""

    def __init__(self, answers: Answers, terminal: str) -> None:
        super().__init__(tr("刷卡待查"), width=WIDTH)
        self._answers, self._terminal = answers, terminal
        self._cards: list[OpenCard] = []
        self._sure: tuple[str, Ending] | None = None
        self.list = LinesList(tr("刷卡待查"), width=WIDTH - 52, most=220, heads=0, ends=130)
        self.hint = label("", "hint", wrap=True)
        self.terminal, self.reference = field(tr("终端号"), width=240), ReferenceField()
        self.slip = FieldRow(self.terminal, self.reference)
        self.reason = field(tr("怎么查清的"), tr("例如：银行电话答复没有扣款"))
        self.why = FieldRow(self.reason)
        self._fill()
        self.list.currentRowChanged.connect(lambda _row: self._show())
        self._again()

    def _fill(self) -> None:
        self.body.addWidget(label(tr("弄清以前，不能再向这些人收款，也不能日结。"), "quiet", wrap=True))
        for each in (self.list, self.hint, self.slip, self.why):
            self.body.addWidget(each)
        self.declined = key_button(self, tr("没扣款"), "F10", lambda: self._finish("declined"))
        self.cancelled = key_button(self, tr("已在终端撤销"), "F11", lambda: self._finish("cancelled"))
        self.accept_button = self.add_feet(tr("成功，登记"), self._accept, others=(self.declined, self.cancelled))

    @property
    def chosen(self) -> Card | None:
        """The card the cursor is on."""
        place = self.list.currentRow()
        return self._cards[place].card if 0 <= place < len(self._cards) else None

    def _again(self) -> None:
        self._cards = list(self._answers.again())
        self.list.put([_line(each) for each in self._cards])
        self.reference.clear()
        self.reason.clear()
        self._show()

    def _show(self) -> None:
        card, self._sure = self.chosen, None
        self.complain("")
        if card is None:
            return
        approved = card.result == "approved"
        self.hint.setText(HINTS[card.result])
        self.slip.setHidden(approved)
        self.why.setHidden(card.result != "unknown")
        self.terminal.setText(card.terminal or self._terminal)
        self.declined.setEnabled(not approved)
        self.cancelled.setEnabled(card.result != "intended")
        self.accept_button.set_word(tr("再记一次") if approved else tr("成功，登记"))
        self._place()

    def _accept(self) -> None:
        card = self.chosen
        if card is None:
            return
        if card.result == "approved":
            self._done(self._answers.post(card))
        elif self.reference.text().strip() and self.terminal.text().strip():
            self._approve(card)
        else:
            go_to(self.terminal if not self.terminal.text().strip() else self.reference)

    def _approve(self, card: Card) -> None:
        doubt = self.reference.doubt()
        if doubt:
            self.complain(doubt)
            go_to(self.reference)
            return
        self._done(self._answers.approve(card, self.terminal.text(), self.reference.text()))

    def _finish(self, result: Ending) -> None:
        """The end of a card is asked twice; of an unknown one it is said how that was found out."""
        card = self.chosen
        if card is None:
            return
        if card.result == "unknown" and not self.reason.text().strip():
            self.complain(tr("请先写明怎么查清的，再按一次。还没有登记。"))
            go_to(self.reason)
        elif self._sure != (card.card, result):
            self._sure = (card.card, result)
            self.complain(SURE[result])
        else:
            self._done(self._answers.end(card, result, self.reason.text()))

    def _done(self, refusal: str) -> None:
        """Go on with the next card; the last one closes the sheet."""
        here = self.list.currentRow()
        if not refusal and not self._answers.again():
            self.close_sheet()
            return
        self._again()
        if refusal:
            self.list.setCurrentRow(min(here, len(self._cards) - 1))
            self.complain(refusal)
        self.list.setFocus()


def _line(each: OpenCard) -> Line:
    card = each.card
    words = tr("{replace}　{names}　{state}（{by}）").format(
        replace=card.at[5:16].replace("T", " "), names=each.names, state=STATES[card.result], by=card.by
    )
    return Line("", words, tr("{total} 元").format(total=yuan_plain(card.total_fen)))
