"""The day: opened with a float, handed over, counted blind, held against the books, closed, and its 日报 printed."""

from pathlib import Path

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QStackedWidget

from app.desk.card import open_cards
from app.desk.day import Closed, close_day, count_day, open_day
from app.desk.day_report import last_closed, print_day_report
from app.desk.day_standing import Standing, standing
from app.desk.pass_drawer import HandedOver, pass_drawer
from app.desk.remit import waiting
from app.desk.second import Second
from app.desk.settle_cards import settle_cards, unsettled
from app.domain import money
from app.gui import text
from app.gui.dialogs.settle import Missing, SettleSheet, Slip
from app.gui.dialogs.sheet import go_to
from app.gui.dialogs.take_drawer import TakeDrawerSheet
from app.gui.pages.page import Page
from app.gui.paper import OpenSheet, Paper
from app.gui.parts.close_card import CloseCard
from app.gui.parts.closed_card import ClosedCard
from app.gui.parts.count_card import CountCard
from app.gui.parts.day_side import DaySide, before_counting
from app.gui.parts.keys import KeyButton, bind, key_button
from app.gui.parts.layout import card, label, row, sides
from app.gui.scale import is_narrow
from app.gui.session import Session
from app.gui.words import tr
from app.store import money as money_store

FLOAT_YUAN = "200"
APART = tr("以前账日收的 {sum}另外收好，等着解缴，不点在里面。")
EMPTY = tr("一张也没有填。抽屉里真的一分钱也没有，就再按一次 F9；有钱，请照实填张数。什么也还没有记。")
CARDS_OPEN = tr("有 {count} 笔刷卡还没有弄清结果，不能日结。请按 Shift+F8 逐笔登记，再回来日结。")


class DayPage(Page):
    """Left what the day is at, right what there is to do: open, count, close, and what is left after the close."""

    def __init__(self, session: Session, paper: Paper, open_sheet: OpenSheet) -> None:
        super().__init__(session, paper, open_sheet)
        self._done: Closed | None = None
        self._before, self._apart = "", 0
        self._sure_empty = False
        self.right = QStackedWidget()
        self.float_field = self._money_field(tr("备用金"))
        self.open_button = KeyButton(tr("开账"), "F9", self.open_counter, kind="main")
        self.take_button = key_button(self, tr("交接班"), "F11", self.take_drawer)
        self.slip_button = key_button(self, tr("登记结算单"), "F12", self.settle)
        self.report_button = key_button(self, tr("写出日报 PDF"), "F7", self.print_report)
        self.side = DaySide(self.take_button, self.slip_button, self.report_button, session.print_folder)
        self.open_card, self.count_card = self._open_card(), CountCard(self, self.count)
        self.close_card = CloseCard(self, session, self.recount, self.close_the_day)
        self.closed_card = ClosedCard(self.open_again)
        for side in (self.open_card, self.count_card, self.close_card, self.closed_card):
            self.right.addWidget(side)
        self.notes, self.match, self.reason = self.count_card.notes, self.close_card.match, self.close_card.reason
        self.report_file = self.side.report_file
        bind(self, "Esc", self.session.hush)
        bind(self, "F9", self._next)
        self.session.changed.connect(lambda _state: self._changed())
        both = sides(self.side, self.right, gap=14, margin=14, last_above=True)
        both.setStretch(1, 1)
        self.setLayout(both)

    def _money_field(self, name: str) -> QLineEdit:
        field = QLineEdit(FLOAT_YUAN)
        field.setObjectName("money")
        field.setAccessibleName(name)
        field.returnPressed.connect(self.open_counter)
        return field

    def _next(self) -> None:
        """F9 is the next thing to do, whichever that is."""
        for button in (self.open_button, self.count_card.count_button, self.closed_card.again):
            if button.isVisible():
                button.click()
                return

    @property
    def hides_cash(self) -> bool:
        """From opening to the count nothing on this page may tell what the drawer should hold."""
        return self.right.currentWidget() is self.count_card

    def _open_card(self) -> QFrame:
        words = label(tr("先清点抽屉里的备用金（找零用的钱），输入金额，按 F9 开账。"), "large", wrap=True)
        line = row(
            label(tr("备用金"), "large"), self.float_field, label(tr("元"), "large"), None, self.open_button, gap=12
        )
        return card(label(tr("开账"), "title"), words, line, None, gap=18, margin=24)

    # -- showing

    def arrive(self) -> None:
        """Show what the day is at, with the focus on the next thing to do."""
        with self.session.calmly():
            found = standing(self.session.desk)
            self._show_left(found)
            self._show_right(found)
            self.side.show_report(last_closed(self.session.desk), self.session.desk)

    def _changed(self) -> None:
        """Something else happened while the page is shown: a card was answered, a receipt printed."""
        if self.isVisible():
            with self.session.calmly():
                self._show_left(standing(self.session.desk))

    def _show_left(self, found: Standing | None) -> None:
        you = self.session.desk.operator
        self.side.show_standing(found, you=you, missing=self._missing(), just_closed=self._just_closed)
        self._before = before_counting(found, you) if found else ""
        self._apart = sum(each.open_fen for each in waiting(self.session.desk) if each.is_closed)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the left lies below what there is to do."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        apart = APART.format(sum=text.yuan(self._apart)) if self._apart else ""
        before = self._before if is_narrow(self.width()) else ""
        self.count_card.show_before("\n".join(filter(None, (apart, before))))

    @property
    def _just_closed(self) -> bool:
        """Whether what is left to do after today's close still stands here."""
        return self._done is not None and self._done.date == f"{self.session.desk.clock():%Y-%m-%d}"

    def _missing(self) -> list[Missing]:
        """Terminals without their slip, of whichever day."""
        return [Missing(each.day, each.date, each.terminal) for each in unsettled(self.session.desk)]

    def _show_right(self, found: Standing | None) -> None:
        if found is None and self._just_closed:
            self.right.setCurrentWidget(self.closed_card)
            self.report_button.setFocus()
        elif found is None:
            self.open_again()
        elif found.counted is None:
            self._count_anew()
        else:
            self.close_card.show_standing(found)
            self.right.setCurrentWidget(self.close_card)
            self.close_card.first.setFocus()

    # -- opening, handing over

    def open_again(self) -> None:
        """The float of a new day."""
        self._done = None
        self._show_left(None)
        self.right.setCurrentWidget(self.open_card)
        self.float_field.setFocus()
        self.float_field.selectAll()

    def open_counter(self) -> None:
        """Open the day and go back to the counter."""
        with self.session.calmly():
            opened = open_day(self.session.desk, money.parse_yuan(self.float_field.text()))
            self.session.refresh()
            self.opened_counter(opened.date, opened.float_fen)

    def opened_counter(self, date: str, fen: int) -> None:
        """Say so, and let the clerk go on where money is taken."""
        from app.gui.window import Window

        window = self.window()
        if isinstance(window, Window):
            # Whoever was left there from before is not who comes first.
            window.page("counter").start_afresh()
            window.go("counter")
        held = text.yuan(fen)
        self.session.say(tr("{date} 已开账，备用金 {held}，可以收款了。").format(date=date, held=held), "good")

    def take_drawer(self) -> None:
        """The drawer from the clerk who holds it; a count made before is no longer shown while one counts blind."""
        with self.session.calmly():
            found = standing(self.session.desk)
            if found is None or found.sums.holder == self.session.desk.operator:
                return
            self.recount()
            sheet = TakeDrawerSheet(self.session, found.sums.holder, self._take)
            sheet.closed.connect(self.arrive)
            self.open_sheet(sheet, next(iter(sheet.notes.boxes.values())))
            sheet.notes.start()

    def _take(self, fen: int, notes: dict[int, int], giver: Second | None, reason: str) -> HandedOver | str:
        done: list[HandedOver] = []
        refusal = self.session.attempt(
            lambda: done.append(pass_drawer(self.session.desk, fen, notes, giver=giver, reason=reason))
        )
        self.session.refresh()
        return done[0] if done else refusal

    # -- counting, closing

    def recount(self) -> None:
        """An empty form for a blind count; the state bar tells no cash any more."""
        self._count_anew()
        self.session.refresh()

    def _count_anew(self) -> None:
        self.count_card.clear()
        # A reason is one for the difference it was written for.
        self.reason.clear()
        self._sure_empty = False
        self.right.setCurrentWidget(self.count_card)
        self.notes.start()

    def count(self) -> None:
        """Store the count, and only then show what was expected."""
        if not self.notes.sum_fen and not self._sure_empty:
            self._sure_empty = True
            self.session.say(EMPTY, "caution")
            return
        self.session.hush()
        with self.session.calmly():
            count_day(self.session.desk, self.notes.sum_fen, self.notes.notes, bad=self.count_card.found_bad)
            self.arrive()
            self.session.refresh_soon()

    def close_the_day(self) -> None:
        """Close; a difference wants its reason first, and a second person where there is one."""
        cards, side = len(open_cards(self.session.desk)), self.close_card
        if cards:
            self.session.say(CARDS_OPEN.format(count=cards), "caution")
        elif side.differs and not self.reason.text().strip():
            self.session.say(tr("有差异时要写明原因才能日结。账还开着，什么也没有变。"), "caution")
            self.reason.setFocus()
        elif side.second.isHidden():
            self._close(None)
        else:
            side.close_button.setEnabled(False)
            side.second.vouch(self._close, self._not_vouched)

    def _not_vouched(self, sentence: str) -> None:
        self.close_card.close_button.setEnabled(True)
        self.session.say(tr("{sentence}账还没有日结。").format(sentence=sentence), "caution")
        go_to(self.close_card.second.first)

    def _close(self, second: Second | None) -> None:
        self.close_card.close_button.setEnabled(True)
        with self.session.calmly():
            reason = self.reason.text() if self.close_card.differs else None
            self._done = done = close_day(self.session.desk, reason, second=second)
            self.closed_card.show_closed(done, money_store.holding(self.session.desk.db).held_fen)
            self.close_card.clear()
            self.arrive()
            self.session.refresh_soon()
            self._say_closed(done)
            self.top_wanted.emit()

    def _say_closed(self, done: Closed) -> None:
        how = tr("四相符。") if done.clean else tr("有差异，原因已记下：{reason}。").format(reason=done.reason)
        waits = (
            tr("还有 {unprinted} 张凭据未打印（F6）。").format(unprinted=len(done.unprinted)) if done.unprinted else ""
        )
        self.session.say(
            tr("{date} 已日结，{how}{waits}请写出日报，两人签字。").format(date=done.date, how=how, waits=waits), "good"
        )

    # -- the terminals' slips, the 日报

    def settle(self) -> None:
        """Enter a terminal's settlement slip."""
        with self.session.calmly():
            sheet = SettleSheet(self._missing(), self._settle)
            self.open_sheet(sheet, sheet.first)

    def _settle(self, slip: Slip) -> str:
        def work() -> None:
            done = settle_cards(
                self.session.desk, terminal=slip.terminal, batch=slip.batch, count=slip.count,
                amount_fen=slip.amount_fen, day=slip.day, reason=slip.reason,
            )  # fmt: skip
            agrees = tr("与程序里记的相符") if done.agrees else tr("与程序里记的不同，原因已记下")
            said = tr("结算单 {slip} 已登记：{count} 笔 {amount}，{agrees}。").format(
                slip=done.slip, count=done.count, amount=text.yuan(done.amount_fen), agrees=agrees
            )
            self.session.say(said, "good")
            self.session.refresh()

        return self.session.attempt(work)

    def print_report(self) -> None:
        """Write the 日报 where the clerk chose."""
        day, file = last_closed(self.session.desk), self.report_file.path
        if day is None or file is None:
            self.session.say(tr("请先选日报存到哪里。"), "caution")
            return
        self.session.background(
            lambda desk, _tick: print_day_report(desk, day, self.session.room_for(file)),
            done=lambda _: self._report_written(day, file),
        )

    def _report_written(self, day: int, file: Path) -> None:
        self.closed_card.show_written(day)
        self.session.wrote(tr("日报已写好：{file}。").format(file=file), file)
