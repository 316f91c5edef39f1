"""After the close: how the day ended, the perpetual total, and what is left to do today."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame

from app.desk.day import Closed
from app.domain.payment import yuan_plain
from app.domain.report import difference_text
from app.gui.parts.keys import KeyButton
from app.gui.parts.layout import column, label, restyle, row
from app.gui.parts.lines import Line, LinesList

WIDTH = 740


class ClosedCard(QFrame):
    """Read only, until the next day is opened."""

    def __init__(self, open_again: Callable[[], None]) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.title, self.how = label("", "good_title"), label("", "large", wrap=True)
        # Before it is laid out a wrapped sentence asks for a column of single words: the window must not grow for it.
        self.how.setMinimumHeight(1)
        self.perpetual = label("", "large")
        self.perpetual.setAccessibleName("累计开票金额")
        self.left = LinesList("还要做的", width=WIDTH, most=260, heads=120)
        self.again = KeyButton("再开一个账日", "F9", open_again)
        hint = label("累计金额只增不减，作废、红冲也不减：少报一天就对不上。", "quiet")
        self.setLayout(
            column(
                self.title, self.how, self.perpetual, hint, label("还要做的", "strong"), self.left, None,
                row(None, self.again), gap=8, margin=18,
            )
        )  # fmt: skip

    def show_closed(self, done: Closed, held_fen: int) -> None:
        """Show a day just closed; `held_fen` is the cash that has to go to the bank."""
        self.title.setText(
            f"{'✓ ' if done.clean else '▲ '}{done.date} 已日结{'，四相符' if done.clean else '，有差异'}"
        )
        restyle(self.title, type="good_title" if done.clean else "title")
        self.how.setText("\n".join(_how(done)))
        self.perpetual.setText(f"本点累计开票 {yuan_plain(done.perpetual_fen)} 元")
        self.left.put(_left(done, held_fen))


def _how(done: Closed) -> list[str]:
    taken = f"现金 {yuan_plain(done.cash_fen)} 元，刷卡 {yuan_plain(done.pos_fen)} 元"
    said = [f"{taken}，{difference_text(done.difference_fen)}"]
    if not done.clean:
        witness = f"；与 {done.second} 一起确认" if done.second else ""
        said.append(f"差异：{'；'.join(done.differences)}。原因：{done.reason}{witness}")
    return said


def _left(done: Closed, held_fen: int) -> list[Line]:
    lines = [Line("日报", "写出日报 PDF（F7），打印后两人签字。")]
    if held_fen:
        lines.append(Line("解缴", f"把现金 {yuan_plain(held_fen)} 元缴到银行，在“解缴票证”登记缴款单。"))
    if done.unsettled_terminals:
        lines.append(Line("结算单", f"终端 {'、'.join(done.unsettled_terminals)} 还没有登记结算单（F12）。"))
    if done.unprinted:
        lines.append(Line("打印", f"还有 {len(done.unprinted)} 张凭据未打印（F6）。"))
    return lines
