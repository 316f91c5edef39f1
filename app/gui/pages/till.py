"""Taking the money at the counter: what stands there before, the sheets, the payment, and what follows it."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer

from app.desk import ids
from app.desk.card import open_cards
from app.desk.collect import check_method, collect
from app.desk.due import Due, due_for
from app.desk.limits import limit
from app.desk.order import may_tick, total_fen
from app.domain.errors import Refused
from app.domain.payment import Collected, Tender
from app.gui import text
from app.gui.dialogs.cash import CashSheet, Handed, Quote
from app.gui.pages.cards import Cards
from app.gui.parts.counter_view import CounterView
from app.gui.parts.known import card_words, namesakes
from app.gui.parts.layout import restyle
from app.gui.parts.scrolled import look_at
from app.gui.session import PRINTED
from app.gui.words import tr
from app.store.cards import Card
from app.store.counter import open_day

if TYPE_CHECKING:
    from app.gui.pages.counter import CounterPage

IMPORTING = tr("正在导入名册：查人照常，导入完才能收款。")
CLOSED = tr("还没有开账，不能收款。请按 F3，清点备用金并开账。")
CLOSED_TODAY = tr("今天的账已经日结，不能收款。还要收，请按 F3 再开一个账日。")
ALL_PAID = tr("这里的人都已经缴过费，不用再收。弄错了要更正，请按 F11。")
NONE_PAYABLE = tr("这里没有现在能收款的人：按 F7 看理由。")
ASK_FIRST = tr("要先问清才能收款：请回答“当面问”的问题。")
NOBODY = tr("还没有勾选要缴费的人：按 Enter 到家里人那里，用 ↑ ↓ 移动，按空格勾选。")
OVER = tr("▲ {limit}。收现金要第二个人确认，请先日结并解缴。")
GOES_OVER = tr("▲ 收完就超限：{limit}。收现金要第二个人确认，请先日结并解缴。")
NEAR = tr("▲ 快到限额：{limit}。请尽快日结并解缴。")
FEW_NAMES = 4
"""In large text more people than this are not all named."""


def _nobody(people: list[Due]) -> str:
    """Why nobody is ticked."""
    if people and all(found.paid for found in people):
        return ALL_PAID
    if any(may_tick(found) for found in people):
        return NOBODY
    return ASK_FIRST if any(text.open_questions(found) for found in people) else NONE_PAYABLE


def _all_wait(people: list[Due], waiting: Sequence[Card]) -> str:
    """Why none of those who could pay is ticked, where a card may have taken the money of them all."""
    payable = [found for found in people if may_tick(found)]
    said = list(_waiting_words(payable, waiting))
    return said[0] if said and len(said) == len(payable) else ""


def _waiting_words(people: Sequence[Due], waiting: Sequence[Card]) -> Iterator[str]:
    """A sentence for each of these people whose money a card without a result may have taken."""
    return (_blocked(found, card) for found in people for card in waiting if found.resident.key in card.people)


def _blocked(found: Due, card: Card) -> str:
    """Whose money a card without a result may have taken."""
    others = tr("等 {people} 人").format(people=len(card.people)) if len(card.people) > 1 else ""
    return f"{found.resident.name}{others} {card_words(card)}"


class Till:
    """Belongs to the counter page; holds no money and no state but the terminal last used."""

    def __init__(self, page: "CounterPage", view: CounterView) -> None:
        self.page, self._view, self.session = page, view, page.session
        self.cards = Cards(self)
        view.people.ticks_changed.connect(self.show_total)
        self.session.changed.connect(lambda _state: self.show_total())
        self.session.importing_changed.connect(lambda _on: self.show_total())
        self.session.printed.connect(self._printed)
        page.paper.waits.connect(view.taken.say_not_printing)

    def _printed(self, receipt: str, problem: str, words: str) -> None:
        taken, folder = self._view.taken, self.session.print_folder
        taken.show_print(receipt, problem, words)
        if words == PRINTED["pdf"] and folder is not None:
            taken.say_where(folder)

    # -- before money moves

    def show_total(self) -> None:
        """The sum of those ticked and the sentence to read aloud, or why nothing can be taken right now."""
        people = self._view.people.ticked
        total = total_fen(people)
        hindrance = self._hindrance(people)
        aloud = self._in_short(people, total) if people else ""
        self._view.aloud.setText(hindrance or tr("请读给居民听：") + aloud)
        if self._view.right.currentWidget() is self._view.person_side:
            self.page.facing.show_due(people, total, self._plainly(people, total))
        restyle(self._view.aloud, hindered=bool(hindrance))
        self._view.total.setText(tr("合计 {total}").format(total=text.yuan(total)))
        self.page.cash.set_word(tr("收现金") if total or not people else tr("确认免缴"))
        self.page.cash.setEnabled(not hindrance)
        self._view.show_keys(payable=not hindrance)
        self.page.card.setEnabled(not hindrance and total > 0)
        self.page.card.setVisible(total > 0 or not people)
        self._show_limit(total)

    def _hindrance(self, people: list[Due]) -> str:
        if self.session.importing:
            return IMPORTING
        desk = self.session.desk
        waiting = open_cards(desk)
        if not people:
            return _all_wait(self._view.people.people, waiting) or _nobody(self._view.people.people)
        # Asked on every key: the whole state bar would count a county's roster each time.
        if open_day(desk.db, desk.journal) is None:
            return CLOSED_TODAY if self.session.state.closed_today else CLOSED
        return next(_waiting_words(people, waiting), "") or self._unlisted(people)

    def _unlisted(self, people: list[Due]) -> str:
        """Why the county's notice lets a village take neither cash nor a card, "" where it lets it take one."""
        refused = ""
        for method in ("cash", "pos"):
            try:
                check_method(self.session.desk, Tender(method=method), people)
            except Refused as error:
                refused = refused or str(error)
            else:
                return ""
        return refused

    def _show_limit(self, total: int) -> None:
        """How near the cash is to the pack's limits, over the button that takes more of it."""
        now, then = limit(self.session.desk), limit(self.session.desk, adding_fen=total)
        words = NEAR if then.state == "warn" else OVER if now.state == "over" else GOES_OVER
        self._view.limit.setText(words.format(limit=then.sentence))
        self._view.limit.setVisible(then.state != "free")

    def _aloud(self, people: list[Due], total: int) -> str:
        return text.read_aloud(people, total, self.session.desk.policy.benefit_year, self._namesakes(people))

    def _in_short(self, people: list[Due], total: int) -> str:
        """The same where there is room for it: in large text the names of many would push the sum out of sight. All of
        them stand in the sheet that takes the money."""
        most = FEW_NAMES if self._view.narrow else None
        return text.read_aloud(people, total, self.session.desk.policy.benefit_year, self._namesakes(people), most=most)

    def _plainly(self, people: list[Due], total: int) -> str:
        """The same without what tells namesakes apart: on a screen, those behind read along."""
        return text.read_aloud(people, total, self.session.desk.policy.benefit_year) if people else ""

    def _namesakes(self, people: list[Due]) -> set[str]:
        """The handles of those whose name somebody else in the roster bears too."""
        return {found.handle for found in people if namesakes(self.session.desk, found.resident.name) > 1}

    def _left_out(self, people: list[Due]) -> str:
        """Whoever was looked up, where it is others of the family that are paid for: it must not pass unnoticed."""
        found = self.page.looked_up
        if found is None or found.handle in {each.handle for each in people}:
            return ""
        if found.paid:
            return tr("▲ {name} 已经缴过费，这次收的是家里别的人。").format(name=found.resident.name)
        said = text.STATUS[self._view.people.stands(found)]
        return tr("▲ 这次没有{name}（{said}），收的是家里别的人。").format(name=found.resident.name, said=said)

    def _declared(self, people: list[Due]) -> dict[str, dict[str, Any]]:
        told = self.page.telling.declared
        return {found.handle: told[found.handle] for found in people if found.handle in told}

    def take_cash(self) -> None:
        """Ask how much was handed over."""
        self.page.looking.bring()
        people = self._view.people.ticked
        self.session.hush()
        with self.session.calmly():
            desk = self.session.desk
            check_method(desk, Tender(method="cash", cash_fen=0), people)
            # The order's id is made before the work: pressing twice cannot pay twice (design §2, rule 2).
            batch = ids.new(desk.clock())
            sheet = CashSheet(
                self.session, lambda on: self._quote(people, on), lambda handed: self._pay(people, handed, batch)
            )
            self.page.open_sheet(sheet, sheet.first)

    def _quote(self, people: list[Due], on: date | None) -> Quote:
        """What these people owe today, or owed on the day of a paper receipt."""
        desk, told = self.session.desk, self._declared(people)
        if on is not None:
            people = [due_for(desk, p.handle, p.resident, on=on, declared=told.get(p.handle)) for p in people]
        total = total_fen(people)
        found = limit(desk, adding_fen=total)
        return Quote(
            aloud=self._aloud(people, total),
            total_fen=total,
            namesakes=bool(self._namesakes(people)),
            over=found.sentence if found.state == "over" and total else "",
            left_out=self._left_out(people),
        )

    def take_card(self) -> None:
        """Put the intent on record and say what to key into the terminal."""
        self.page.looking.bring()
        people = self._view.people.ticked
        self.session.hush()
        self.cards.begin(
            people, self._declared(people), self._aloud(people, total_fen(people)),
            namesakes=bool(self._namesakes(people)), left_out=self._left_out(people),
        )  # fmt: skip

    # -- the payment

    def _pay(self, people: list[Due], handed: Handed, batch: str) -> str:
        def work() -> None:
            done = collect(
                self.session.desk, [found.handle for found in people], handed.tender, declared=self._declared(people),
                batch=batch, payer=handed.payer, late=handed.late, second=handed.second,
            )  # fmt: skip
            self.after(done, on_paper=handed.late is not None)

        return self.session.attempt(work)

    def after(self, done: Collected, *, by_card: bool = False, on_paper: bool = False) -> None:
        """Show what was taken and print it; who got a paper receipt on a round has one already."""
        # What the strip said of it until now is over.
        self.session.hush()
        self._view.taken.show_taken(done, by_card=by_card, on_paper=on_paper)
        self._view.right.setCurrentWidget(self._view.taken)
        self.page.facing.show_taken(done)
        self._view.search.clear()
        self.session.refresh_soon()
        numbers = [] if on_paper else [taken.receipt for taken in done.payments]
        # The sheet that called this closes first and hands the focus back; only then comes what follows.
        QTimer.singleShot(0, self.page, lambda: self._follow(numbers, done))

    def _follow(self, numbers: list[str], done: Collected) -> None:
        if self.page.isVisible():
            self.page.to_search()
            # On a small screen it lies below what is typed next, which is not yet.
            look_at(self._view.search, self._view.taken.money)
        else:
            names = tr("、").join(taken.name for taken in done.payments)
            self.session.say(
                tr("{names} 的 {total} 已记成缴费，凭据已送去打印。").format(
                    names=names, total=text.yuan(done.total_fen)
                ),
                "good",
            )
        if numbers:
            self.page.paper.print_receipts(numbers)
