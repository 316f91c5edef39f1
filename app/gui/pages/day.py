"""The day: opened with a float, counted blind, held against the books, closed, and its 日报 printed."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFrame, QLineEdit, QStackedWidget

from app.desk.day import Closed, close_day, count_day, open_day
from app.desk.day_report import day_report, last_closed, print_day_report
from app.desk.day_standing import Standing, standing
from app.domain import money
from app.domain.payment import yuan_plain
from app.domain.report import difference_text
from app.gui import text
from app.gui.pages.page import Page
from app.gui.paper import OpenSheet, Paper
from app.gui.parts.keys import KeyButton, bind, key_button
from app.gui.parts.layout import card, column, label, row
from app.gui.parts.match_table import MatchTable
from app.gui.parts.notes import NotesForm
from app.gui.parts.path_field import PathField
from app.gui.session import Session

FLOAT_YUAN = "200"


class DayPage(Page):
    """Left what the day is at, right what there is to do: open, count, close."""

    def __init__(self, session: Session, paper: Paper, open_sheet: OpenSheet) -> None:
        super().__init__(session, paper, open_sheet)
        self.title, self.figures = label("", "title"), label("", "large", wrap=True)
        self.right = QStackedWidget()
        self.float_field = self._money_field("备用金")
        self.notes, self.sum = NotesForm(), label("", "figure")
        self.match, self.reason = MatchTable(), QLineEdit()
        self.report_file = PathField("日报文件", pattern="PDF (*.pdf)", save_as="日报.pdf")
        self.report_words = label("", "large", wrap=True)
        self._parts()
        self.setLayout(row(self._left(), self.right, gap=14, margin=14))

    def _money_field(self, name: str) -> QLineEdit:
        field = QLineEdit(FLOAT_YUAN)
        field.setObjectName("money")
        field.setAccessibleName(name)
        field.returnPressed.connect(self.open_counter)
        return field

    def _parts(self) -> None:
        self.open_button = KeyButton("开账", "F9", self.open_counter, kind="main")
        self.count_button = KeyButton("点好了", "F9", self.count, kind="main")
        self.recount_button = key_button(self, "重新点钞", "F8", self.recount)
        self.close_button = key_button(self, "日结", "F10", self.close_the_day, kind="main")
        self.report_button = key_button(self, "写出日报 PDF", "F7", self.print_report)
        self.reason.setAccessibleName("差异原因")
        self.reason.setPlaceholderText("例如：找零多给了 50 元，已告知村主任")
        self.reason.returnPressed.connect(self.close_the_day)
        self.notes.changed.connect(lambda: self.sum.setText(f"合计 {yuan_plain(self.notes.sum_fen)} 元"))
        self.notes.finished.connect(self.count)
        self.sum.setAccessibleName("点钞合计")
        self.open_card, self.count_card = self._open_card(), self._count_card()
        self.close_card = self._close_card()
        for side in (self.open_card, self.count_card, self.close_card):
            self.right.addWidget(side)
        bind(self, "Esc", self.session.hush)
        bind(self, "F9", self._next)

    def _next(self) -> None:
        """F9 is the next thing to do, whichever that is."""
        for button in (self.open_button, self.count_button):
            if button.isVisible():
                button.click()
                return

    @property
    def hides_cash(self) -> bool:
        """From opening to the count nothing on this page may tell what the drawer should hold."""
        return self.right.currentWidget() is self.count_card

    def _left(self) -> QFrame:
        self.report_card = card(
            label("日报", "strong"), self.report_words, self.report_file, row(None, self.report_button), gap=10
        )
        made = QFrame()
        made.setFixedWidth(500)
        made.setLayout(column(card(self.title, self.figures, gap=10), self.report_card, None, gap=12))
        return made

    def _open_card(self) -> QFrame:
        words = label("先清点抽屉里的备用金（找零用的钱），输入金额，按 Enter 开账。", "large", wrap=True)
        line = row(label("备用金", "large"), self.float_field, label("元", "large"), None, self.open_button, gap=12)
        return card(label("开账", "title"), words, line, None, gap=18, margin=24)

    def _count_card(self) -> QFrame:
        words = label("请把抽屉里的钱全部点一遍（连备用金），照实填张数。点完才显示应有多少。", "large", wrap=True)
        foot = row(self.sum, None, self.count_button)
        return card(label("点钞", "title"), words, self.notes, None, foot, gap=16, margin=24)

    def _close_card(self) -> QFrame:
        self.reason_words = label("差异原因（必填）", "large")
        foot = row(self.recount_button, None, self.close_button)
        return card(self.match, self.reason_words, self.reason, None, foot, gap=14, margin=24)

    # -- showing

    def arrive(self) -> None:
        """Show what the day is at, with the focus on the next thing to do."""
        with self.session.calmly():
            found = standing(self.session.desk)
            self._show_left(found)
            self._show_right(found)
            self._show_report()

    def _show_left(self, found: Standing | None) -> None:
        if found is None:
            self.title.setText("还没有开账")
            self.figures.setText("开账以后才能收款。")
            return
        sums = found.sums
        self.title.setText(f"{sums.date}  第 {sums.day} 个账日")
        # Neither cash nor card nor any sum: with one of them the drawer could be counted in the head.
        lines = [
            f"缴费 {sums.people} 人",
            f"有效凭据 {sums.receipts} 张，作废 {sums.voids} 张",
            f"未打印 {sums.unprinted} 张",
        ]
        self.figures.setText("\n".join(lines))

    def _show_right(self, found: Standing | None) -> None:
        if found is None:
            self.right.setCurrentWidget(self.open_card)
            self.float_field.setFocus()
            self.float_field.selectAll()
        elif found.counted is None:
            self.recount()
        else:
            self._show_counted(found)

    def _show_counted(self, found: Standing) -> None:
        self.match.show_standing(found)
        clean = found.counted is not None and not found.counted.match.differences
        for widget in (self.reason, self.reason_words):
            widget.setVisible(not clean)
        self.right.setCurrentWidget(self.close_card)
        (self.close_button if clean else self.reason).setFocus()

    def _show_report(self) -> None:
        day = last_closed(self.session.desk)
        self.report_card.setVisible(day is not None)
        if day is None:
            return
        found = day_report(self.session.desk, day)
        self.report_words.setText(
            f"{text.day(found.day)} 已日结：{found.people} 人，现金 {text.yuan(found.cash_fen)}，"
            f"刷卡 {text.yuan(found.pos_fen)}，{difference_text(found.difference_fen)}。"
        )
        self.report_file.set_path(self._folder() / f"日报-{found.day}.pdf")

    def _folder(self) -> Path:
        chosen = self.session.print_folder
        return chosen or Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))

    # -- doing

    def open_counter(self) -> None:
        """Open the day and go back to the counter."""
        with self.session.calmly():
            opened = open_day(self.session.desk, money.parse_yuan(self.float_field.text()))
            self.session.refresh()
            self.opened_counter(opened.date)

    def opened_counter(self, date: str) -> None:
        """Say so, and let the clerk go on where money is taken."""
        from app.gui.window import Window

        window = self.window()
        if isinstance(window, Window):
            window.go("counter")
        self.session.say(f"{date} 已开账，可以收款了。", "good")

    def recount(self) -> None:
        """An empty form for a blind count."""
        self.notes.clear()
        self.sum.setText("合计 0 元")
        self.right.setCurrentWidget(self.count_card)
        self.session.refresh()
        self.notes.start()

    def count(self) -> None:
        """Store the count, and only then show what was expected."""
        with self.session.calmly():
            count_day(self.session.desk, self.notes.sum_fen, self.notes.notes)
            self.arrive()
            self.session.refresh()

    def close_the_day(self) -> None:
        """Close; a difference wants its reason first."""
        if self.reason.isVisible() and not self.reason.text().strip():
            self.session.say("有差异时要写明原因才能日结。账还开着，什么也没有变。", "caution")
            self.reason.setFocus()
            return
        with self.session.calmly():
            done = close_day(self.session.desk, self.reason.text() if self.reason.isVisible() else None)
            self.reason.clear()
            self.arrive()
            self.session.refresh()
            self._say_closed(done)

    def _say_closed(self, done: Closed) -> None:
        how = "四相符。" if done.clean else f"有差异，原因已记下：{done.reason}。"
        waits = f"还有 {len(done.unprinted)} 张凭据未打印（F6）。" if done.unprinted else ""
        self.session.say(f"{done.date} 已日结，{how}{waits}请写出日报，两人签字。", "good")
        self.report_button.setFocus()

    def print_report(self) -> None:
        """Write the 日报 where the clerk chose."""
        day, file = last_closed(self.session.desk), self.report_file.path
        if day is None or file is None:
            self.session.say("请先选日报存到哪里。", "caution")
            return
        self.session.background(
            lambda desk, _tick: print_day_report(desk, day, file),
            done=lambda _: self.session.say(f"日报已写好：{file}", "good"),
        )
