"""The left of the books: the cash that is still here, day by day, and the slips of what was paid in."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QFrame, QLayout, QWidget

from app.desk import remit
from app.desk.desk import Desk
from app.desk.limits import limit
from app.desk.remit import Part
from app.domain.payment import yuan_plain
from app.gui import text
from app.gui.dialogs.remit import ArriveSheet, RemitSheet
from app.gui.pages.page import Page
from app.gui.parts import books_words as words
from app.gui.parts.books_table import RecordTable
from app.gui.parts.keys import key_button
from app.gui.parts.layout import card, column, label, restyle, row
from app.gui.words import tr
from app.store import money
from app.store.money import Remitted, Takings

NOTHING_CLOSED = tr("没有已经日结、还没有解缴的现金。先在“账日”（F3）点钞日结，再来登记缴款单。")
NO_SLIP = tr("没有等着到账的缴款单。先按 F9 登记缴款单。")


class CashSide(QFrame):
    """Belongs to the books page; reads anew what it shows whenever something changed."""

    def __init__(self, page: Page, keys_in: QWidget) -> None:
        super().__init__()
        self._page, self._session = page, page.session
        self.held, self.rule = label("", "figure"), label("", "base", wrap=True)
        self.cash: RecordTable[Takings] = RecordTable(
            tr("还没有解缴的现金"), words.CASH_HEADS, empty=tr("现金都已解缴，手里没有。"), sums=(1, 2)
        )
        self.slips: RecordTable[Remitted] = RecordTable(
            tr("缴款单"), words.SLIP_HEADS, empty=tr("还没有登记过缴款单。"), wide=4, sums=(1,)
        )
        self.remit_button = key_button(keys_in, tr("登记缴款单"), "F9", self.remit, kind="main")
        self.arrive_button = key_button(keys_in, tr("登记到账"), "F10", self.arrive)
        self.held.setAccessibleName(tr("手里的现金"))
        self.rule.setAccessibleName(tr("限额和期限"))
        head = row(label(tr("还没有解缴的现金"), "title"), self.held, None, self.remit_button, gap=16)
        above = _with_table(self.cash, head, self.rule)
        hint = label(tr("↑ ↓ 选一张，登记它到账的日期"), "small")
        below = _with_table(self.slips, row(label(tr("缴款单"), "title"), hint, None, self.arrive_button, gap=16))
        whole = column(gap=12)
        whole.addWidget(above, 1)
        whole.addWidget(below, 1)
        self.setLayout(whole)

    @property
    def _desk(self) -> Desk:
        return self._session.desk

    def show_now(self) -> None:
        """Read and show."""
        today, rule, now = self._desk.clock().date(), self._desk.policy.remittance, limit(self._desk)
        self.rule.setText(words.limit_words(now, rule))
        restyle(self.rule, type="quiet" if now.state == "free" else "warn")
        waiting = remit.waiting(self._desk)
        self.held.setText(text.yuan(money.holding(self._desk.db).held_fen))
        self.cash.put(waiting, [_cash_row(each, today) for each in waiting])
        slips = list(reversed(money.remitted(self._desk.db)))
        open_ = next((place for place, each in enumerate(slips) if each.received_on is None), 0)
        self.slips.put(slips, [_slip_row(each) for each in slips], choose=open_)

    def remit(self) -> None:
        """Enter a deposit slip against the closed days."""
        self._session.hush()
        days = [each for each in remit.waiting(self._desk) if each.is_closed]
        if not days:
            self._session.say(NOTHING_CLOSED, "calm")
            return
        sheet = RemitSheet(
            days, journal=self._desk.journal, bank=self._bank, today=self._desk.clock().date(), remit=self._remit
        )
        self._page.open_sheet(sheet, sheet.slip)

    @property
    def _bank(self) -> str:
        """Where cash was paid in last."""
        found = [each.bank for each in money.remitted(self._desk.db) if each.method == "cash"]
        return found[-1] if found else ""

    def _remit(self, slip: str, amount_fen: int, on: date, bank: str, parts: Sequence[Part]) -> str:
        def verb() -> None:
            done = remit.remit(self._desk, slip=slip, amount_fen=amount_fen, on=on, bank=bank, parts=parts)
            self._session.say(
                tr(
                    "缴款单 {slip} 已登记：{amount}，{days} 收的。手里还有现金 {still_held} 元。"
                    "到账以后按 F10 登记到账日期。"
                ).format(
                    slip=done.slip,
                    amount=text.yuan(done.amount_fen),
                    days=tr("、").join(done.days),
                    still_held=yuan_plain(done.still_held_fen),
                ),
                "good",
            )
            self._session.refresh()

        return self._session.attempt(verb)

    def arrive(self) -> None:
        """Enter the day on which a slip's money was received."""
        self._session.hush()
        found = self.slips.chosen
        if found is None:
            self._session.say(NO_SLIP, "calm")
            return
        if found.received_on:
            self._session.say(
                tr("单号 {slip} 已登记 {received_on} 到账，不用再登记。").format(
                    slip=found.slip, received_on=found.received_on
                ),
                "calm",
            )
            return
        sheet = ArriveSheet(found, today=self._desk.clock().date(), arrive=self._arrive)
        self._page.open_sheet(sheet, sheet.on)

    def _arrive(self, slip: str, on: date) -> str:
        def verb() -> None:
            done = remit.arrive(self._desk, slip, on)
            self._session.say(
                tr("单号 {slip} 已登记 {received_on} 到账。").format(slip=done.slip, received_on=done.received_on),
                "good",
            )
            self._session.refresh()

        return self._session.attempt(verb)


def _with_table(table: QWidget, *above: QWidget | QLayout) -> QFrame:
    """A card in which the table has the room that is left."""
    inside = column(*above, gap=8)
    inside.addWidget(table, 1)
    return card(inside, margin=14)


def _cash_row(each: Takings, today: date) -> tuple[str, str, str, str]:
    return (words.taking_words(each), text.yuan(each.taken_fen), text.yuan(each.open_fen), words.age(each.on, today))


def _slip_row(each: Remitted) -> tuple[str, str, str, str, str]:
    return (
        words.slip_words(each),
        text.yuan(each.amount_fen),
        each.remitted_on,
        each.received_on or tr("▲ 还没有"),
        words.days_words(each),
    )
