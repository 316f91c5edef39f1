"""Taking the money at the counter: what stands there before, the sheets, the payment, and what follows it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from app.desk import ids
from app.desk.collect import check_method, collect
from app.desk.due import Due
from app.desk.order import may_tick, total_fen
from app.domain.errors import KnownError
from app.domain.payment import Collected, Tender
from app.gui import text
from app.gui.dialogs.card import CardSheet
from app.gui.dialogs.cash import CashSheet, Pay
from app.gui.parts.counter_view import CounterView
from app.gui.parts.layout import restyle
from app.store.database import StoreError, explain

if TYPE_CHECKING:
    from app.gui.pages.counter import CounterPage

IMPORTING = "正在导入名册：查人照常，导入完才能收款。"
CLOSED = "还没有开账，不能收款。请按 F3，清点备用金并开账。"
ALL_PAID = "这里的人都已经缴过费，不用再收。"
NONE_PAYABLE = "这里没有现在能收款的人：理由见上面，按 F7 可以展开。"
NOBODY = "还没有勾选要缴费的人：用 ↑ ↓ 移动，按空格勾选。"


def _nobody(people: list[Due]) -> str:
    """Why nobody is ticked."""
    if people and all(found.paid for found in people):
        return ALL_PAID
    return NOBODY if any(may_tick(found) for found in people) else NONE_PAYABLE


class Till:
    """Belongs to the counter page; holds no money and no state but the terminal last used."""

    def __init__(self, page: "CounterPage", view: CounterView) -> None:
        self._page, self._view, self._session = page, view, page.session
        self._terminal = ""
        view.people.ticks_changed.connect(self.show_total)
        self._session.changed.connect(lambda _state: self.show_total())
        self._session.importing_changed.connect(lambda _on: self.show_total())
        self._session.printed.connect(view.taken.show_print)
        page.paper.waits.connect(view.taken.say_not_printing)

    # -- before money moves

    def show_total(self) -> None:
        """The sum of those ticked and the sentence to read aloud, or why nothing can be taken right now."""
        people = self._view.people.ticked
        total = total_fen(people)
        hindrance = self._hindrance(people)
        year = self._session.desk.policy.benefit_year
        self._view.aloud.setText(hindrance or "请读给居民听：" + text.read_aloud(people, total, year))
        restyle(self._view.aloud, hindered=bool(hindrance))
        self._view.total.setText(f"合计 {text.yuan(total)}")
        self._page.cash.set_word("收现金" if total or not people else "确认免缴")
        self._page.cash.setEnabled(not hindrance)
        self._page.card.setEnabled(not hindrance and total > 0)

    def _hindrance(self, people: list[Due]) -> str:
        if self._session.importing:
            return IMPORTING
        if not people:
            return _nobody(self._view.people.people)
        return CLOSED if self._session.state.day is None else ""

    def take_cash(self) -> None:
        """Ask how much was handed over."""
        self._take(Tender(method="cash", cash_fen=0), lambda aloud, total, pay: self._cash_sheet(aloud, total, pay))

    def take_card(self) -> None:
        """Ask for terminal and reference number."""
        self._take(Tender(method="pos"), lambda aloud, _total, pay: self._card_sheet(aloud, pay))

    def _take(self, method: Tender, open_: Callable[[str, int, Pay], None]) -> None:
        people = self._view.people.ticked
        self._session.hush()
        with self._session.calmly():
            desk = self._session.desk
            check_method(desk, method, people)
            # The order's id is made before the work: pressing twice cannot pay twice (design §2, rule 2).
            batch = ids.new(desk.clock())
            total = total_fen(people)
            open_(
                text.read_aloud(people, total, desk.policy.benefit_year), total, lambda t: self._pay(people, t, batch)
            )

    def _cash_sheet(self, aloud: str, total: int, pay: Pay) -> None:
        sheet = CashSheet(aloud, total, pay)
        self._page.open_sheet(sheet, sheet.tendered if total else sheet.accept_button)

    def _card_sheet(self, aloud: str, pay: Pay) -> None:
        sheet = CardSheet(aloud, self._terminal, pay)
        self._page.open_sheet(sheet, sheet.first)

    # -- the payment

    def _pay(self, people: list[Due], tender: Tender, batch: str) -> str:
        handles = [found.handle for found in people]
        declared = {h: told for h, told in self._page.telling.declared.items() if h in handles}
        try:
            done = collect(self._session.desk, handles, tender, declared=declared, batch=batch)
        except KnownError as error:
            if error.code == "clock_back":
                self._session.refused(error)
            return str(error)
        except StoreError as error:
            return str(explain(error))
        self._terminal = tender.terminal or self._terminal
        self._after(done, by_card=tender.method == "pos")
        return ""

    def _after(self, done: Collected, *, by_card: bool) -> None:
        self._view.taken.show_taken(done, by_card=by_card)
        self._view.right.setCurrentWidget(self._view.taken)
        self._view.search.clear()
        self._session.refresh()
        # The sheet that called this closes first and hands the focus back; only then comes what follows.
        QTimer.singleShot(0, self._page, lambda: self._follow([taken.receipt for taken in done.payments]))

    def _follow(self, numbers: list[str]) -> None:
        self._page.to_search()
        self._page.paper.print_receipts(numbers)
