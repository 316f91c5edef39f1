"""What was just taken: sum, change, and each receipt with what became of its print."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel

from app.domain.money import yuan
from app.domain.payment import Collected
from app.gui import text
from app.gui.parts.flow import Flow
from app.gui.parts.layout import column, label, restyle, row
from app.gui.words import tr

ROWS = 8


class TakenCard(QFrame):
    """Stays until the next person is looked for."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.title, self.change = label("", "good_title"), label("", "huge")
        self.words = label("", "large", wrap=True)
        self.change.setAccessibleName(tr("找零"))
        self._prints: dict[str, QLabel] = {}
        self._list = QGridLayout()
        self._list.setVerticalSpacing(8)
        self._list.setHorizontalSpacing(24)
        self._list.setColumnStretch(2, 1)
        self.where = label("", "quiet", wrap=True)
        next_one = label(tr("下一位：直接输入姓名或首字母。给老人打大字提示单：Alt+L。"), "quiet", wrap=True)
        self.money = QFrame()
        self.money.setLayout(row(label(tr("找零"), "large"), self.change, label(tr("元"), "large"), None, gap=14))
        # Beside one another where there is room: on a small screen the list of receipts needs it more.
        sums = Flow(self.title, self.money, gap=40)
        lines = (sums, self.words, self._list, self.where, None, next_one)
        self.setLayout(column(*lines, gap=10, margin=18))

    def show_taken(self, done: Collected, *, by_card: bool, on_paper: bool = False) -> None:
        """Show one payment; `on_paper`: the receipt was written by hand on a round, none is printed."""
        people = len(done.payments)
        self.title.setText(
            tr("✓ 已收 {total}，{people} 人").format(total=text.yuan(done.total_fen), people=people)
            if done.total_fen
            else tr("✓ 已确认免缴，{people} 人").format(people=people)
        )
        self.words.setText(self._sentence(done, by_card=by_card))
        self.change.setText(yuan(done.change_fen))
        self.money.setVisible(bool(done.change_fen) and not by_card)
        self.where.hide()
        self._fill(done, tr("已有纸质凭据，不用打印") if on_paper else tr("等待打印"))

    def _fill(self, done: Collected, printing: str) -> None:
        self._prints = {}
        while self._list.count():
            widget = self._list.takeAt(0).widget()
            widget.hide()
            widget.deleteLater()
        for line, taken in enumerate(done.payments[:ROWS]):
            state = self._prints[taken.receipt] = label(printing, "base")
            sum_said = label(yuan(taken.due_fen), "large")
            number = label(text.receipt(taken.receipt), "base")
            for place, item_ in enumerate((label(taken.name, "large"), sum_said, number, state)):
                end = Qt.AlignmentFlag.AlignRight if place == 1 else Qt.AlignmentFlag.AlignLeft
                self._list.addWidget(item_, line, place, end | Qt.AlignmentFlag.AlignVCenter)
        if len(done.payments) > ROWS:
            more = label(tr("还有 {payments} 张，见 F10 补打。").format(payments=len(done.payments) - ROWS), "quiet")
            self._list.addWidget(more, ROWS, 0, 1, 4)

    def _sentence(self, done: Collected, *, by_card: bool) -> str:
        if by_card:
            return tr("刷卡已登记，请把签购单夹好。")
        if done.tendered_fen and done.total_fen:
            rest = tr("请当面点清找零") if done.change_fen else tr("正好，不用找零")
            return tr("收到 {tendered}，{rest}。").format(tendered=text.yuan(done.tendered_fen), rest=rest)
        return tr("没有收钱，请把确认单交给居民。")

    def show_print(self, receipt: str, problem: str, words: str) -> None:
        """Say what became of one print; a problem only means that it waits to be printed again."""
        state = self._prints.get(receipt)
        if state is None:
            return
        state.setText(tr("▲ 没有打印成，可按 F6 再打") if problem else f"✓ {words}")
        restyle(state, type="warn" if problem else "good")

    def say_where(self, folder: Path) -> None:
        """Where files lie that are not yet on paper."""
        self.where.setText(tr("凭据文件在 {folder}").format(folder=folder))
        self.where.show()

    def say_not_printing(self) -> None:
        """The clerk chose no folder: the receipts wait."""
        for state in self._prints.values():
            state.setText(tr("未打印，可按 F6"))
