"""Cards at the counter: the intent is on record before the terminal is touched; whatever is open can be answered."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from app.desk import card as cards
from app.desk.due import Due
from app.desk.residents import resolve
from app.domain.payment import Collected
from app.gui import text
from app.gui.dialogs.card import CardSheet
from app.gui.dialogs.open_cards import Answers, Ending, OpenCard, OpenCardsSheet
from app.gui.words import tr
from app.store.cards import Card, last_terminal

if TYPE_CHECKING:
    from app.gui.pages.till import Till

LEFT = tr(
    "这笔 {sum}的刷卡还没有结果，已先记下，还不算收款。弄清以前不能再收这些人的钱；"
    "请按 Shift+F8 登记；没刷过卡的，在那里按两次 F10。"
)
CHARGED = tr("卡上的 {sum}已经扣了，还没有记成缴费。请在终端上撤销，再按 Shift+F8 登记为已撤销。")
DECLINED = tr("已登记没有扣款，没有收款。可以再刷一次（F8），或改收现金（F9）。")
UNKNOWN = tr("已登记结果不明，还不算收款。请打收单银行电话查清，再按 Shift+F8 登记；弄清以前不能日结。")
ENDED = {"declined": tr("已登记没有扣款，没有收款。"), "cancelled": tr("已登记在终端撤销，没有收款，卡上的钱会退回。")}
NONE_OPEN = tr("没有待查的刷卡。")


class Cards:
    """Belongs to the till. Keeps only the terminal last used."""

    def __init__(self, till: "Till") -> None:
        self._till, self._session, self._page = till, till.session, till.page
        self._last = ""

    @property
    def _terminal(self) -> str:
        """The terminal used last, in this session or before it."""
        if not self._last:
            self._last = last_terminal(self._session.desk.db, self._session.desk.journal)
        return self._last

    # -- a card now

    def begin(
        self, people: list[Due], declared: dict[str, dict[str, Any]], aloud: str, *, namesakes: bool, left_out: str
    ) -> None:
        """Put the intent on record, then ask what became of it."""
        with self._session.calmly():
            card = cards.begin(
                self._session.desk, [found.handle for found in people], terminal=self._terminal or None,
                declared=declared,
            )  # fmt: skip
            answers = _OneCard(self, card)
            sheet = CardSheet(aloud, card.total_fen, self._terminal, answers, namesakes=namesakes, left_out=left_out)
            sheet.closed.connect(lambda: self._left(sheet, card))
            self._page.open_sheet(sheet, sheet.first)
        self._session.refresh_soon()

    def _left(self, sheet: CardSheet, card: Card) -> None:
        """Nobody said what became of it."""
        if not sheet.settled:
            charged = any(c.card == card.card and c.result == "approved" for c in cards.open_cards(self._session.desk))
            self._session.say((CHARGED if charged else LEFT).format(sum=text.yuan(card.total_fen)), "caution")
        self._page.show_again()

    def approve(self, card: Card, terminal: str, reference: str) -> str:
        """The terminal took the money: enter the payments and print."""
        return self._entered(
            lambda: cards.approved(self._session.desk, card.card, terminal=terminal, reference=reference), terminal
        )

    def post(self, card: Card) -> str:
        """Enter the payments of a card that was approved before."""
        return self._entered(lambda: cards.post(self._session.desk, card.card), "")

    def _entered(self, enter: Callable[[], Collected], terminal: str) -> str:
        def work() -> None:
            done = enter()
            self._last = terminal.strip() or self._last
            self._till.after(done, by_card=True)

        refusal = self._session.attempt(work)
        if refusal:
            # An approval is on record even where the payments could not be entered.
            self._session.refresh()
        return refusal

    def answer(self, card: Card, result: cards.Answer, reason: str, said: str) -> str:
        """Record a card that was not approved."""

        def work() -> None:
            cards.answer(self._session.desk, card.card, result, reason=reason or None)
            self._session.say(said, "calm")
            self._session.refresh()

        return self._session.attempt(work)

    # -- the open ones

    def show_open(self) -> None:
        """Every card that still waits for somebody."""
        with self._session.calmly():
            if not self._listed():
                self._session.say(NONE_OPEN, "calm")
                return
            sheet = OpenCardsSheet(Answers(self.approve, self.post, self._end, self._listed), self._terminal)
            sheet.closed.connect(self._page.show_again)
            self._page.open_sheet(sheet, sheet.list)

    def _end(self, card: Card, result: Ending, reason: str) -> str:
        return self.answer(card, result, reason, ENDED[result])

    def _listed(self) -> list[OpenCard]:
        return [OpenCard(card, self._names(card)) for card in cards.open_cards(self._session.desk)]

    def _names(self, card: Card) -> str:
        """Whom the card was meant for; a key is a kind of document and its number."""
        numbers = [person.partition(":")[2] for person in card.people]
        names = [resolve(self._session.desk, number)[1].name for number in numbers]
        return (
            names[0]
            if len(names) == 1
            else tr("{names} 共 {people} 人").format(names=tr("、").join(names), people=len(names))
        )


class _OneCard:
    """What the sheet of one card can say about it."""

    def __init__(self, of: Cards, card: Card) -> None:
        self._of, self._card = of, card

    def approve(self, terminal: str, reference: str) -> str:
        """The terminal took the money."""
        return self._of.approve(self._card, terminal, reference)

    def decline(self) -> str:
        """It took nothing."""
        return self._of.answer(self._card, "declined", "", DECLINED)

    def unknown(self, reason: str) -> str:
        """Nobody knows."""
        return self._of.answer(self._card, "unknown", reason, UNKNOWN)
