"""After the close: how the day ended, the perpetual total, and what is left to do today."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame

from app.desk.day import Closed
from app.domain.payment import yuan_plain
from app.domain.report import difference_text
from app.gui.parts.keys import KeyButton
from app.gui.parts.layout import column, label, restyle, row
from app.gui.parts.lines import Line, LinesList
from app.gui.words import tr

WIDTH = 690
TO_WRITE = tr("写出日报 PDF（F7），打印后两人签字。")
TO_SIGN = tr("日报已写好：打印出来，两人签字。")


class ClosedCard(QFrame):
    """Read only, until the next day is opened."""

    def __init__(self, open_again: Callable[[], None]) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.title, self.how = label("", "good_title"), label("", "large", wrap=True)
        # Before it is laid out a wrapped sentence asks for a column of single words: the window must not grow for it.
        self.how.setMinimumHeight(1)
        self.perpetual = label("", "large")
        self.perpetual.setAccessibleName(tr("累计开票金额"))
        self.left = LinesList(tr("还要做的"), width=WIDTH, most=260, heads=120)
        self._done: Closed | None = None
        self._held_fen = 0
        self.again = KeyButton(tr("再开一个账日"), "F9", open_again)
        hint = label(tr("累计开票只增不减（作废、红冲也不减），县里凭它看有没有漏报。"), "quiet")
        self.setLayout(
            column(
                self.title, self.how, self.perpetual, hint, label(tr("还要做的"), "strong"), self.left, None,
                row(None, self.again), gap=8, margin=18,
            )
        )  # fmt: skip

    def show_closed(self, done: Closed, held_fen: int) -> None:
        """Show a day just closed; `held_fen` is the cash that has to go to the bank."""
        self.title.setText(
            tr("{clean}{date} 已日结{clean2}").format(
                clean="✓ " if done.clean else "▲ ",
                date=done.date,
                clean2=tr("，四相符") if done.clean else tr("，有差异"),
            )
        )
        restyle(self.title, type="good_title" if done.clean else "title")
        self.how.setText("\n".join(_how(done)))
        self.perpetual.setText(tr("本点累计开票 {perpetual} 元").format(perpetual=yuan_plain(done.perpetual_fen)))
        self._done, self._held_fen = done, held_fen
        self.left.put(_left(done, held_fen, TO_WRITE))

    def show_written(self, day: int) -> None:
        """The 日报 of this day lies in a file now; signed it is not yet."""
        if self._done is not None and self._done.day == day:
            self.left.put(_left(self._done, self._held_fen, TO_SIGN))


def _how(done: Closed) -> list[str]:
    taken = tr("现金 {cash} 元，刷卡 {pos} 元").format(cash=yuan_plain(done.cash_fen), pos=yuan_plain(done.pos_fen))
    said = [tr("{taken}，{difference_text}").format(taken=taken, difference_text=difference_text(done.difference_fen))]
    if not done.clean:
        witness = tr("；与 {second} 一起确认").format(second=done.second) if done.second else ""
        said.append(
            tr("差异：{differences}。原因：{reason}{witness}").format(
                differences=tr("；").join(done.differences), reason=done.reason, witness=witness
            )
        )
    return said


def _missing(difference_fen: int) -> str:
    """What is owed to the bank is what was taken, not what lies in the drawer; who makes it good no notice says.

    `difference_fen` is that of the whole day, handovers and all.
    """
    if difference_fen >= 0:
        return ""
    return tr("其中一共短款 {short} 元不在抽屉里，解缴照收的数，不照点的数；谁来补，请村里问县里。").format(
        short=yuan_plain(-difference_fen)
    )


def _left(done: Closed, held_fen: int, report: str) -> list[Line]:
    lines = [Line(tr("日报"), report)]
    if held_fen:
        said = tr("把现金 {held} 元缴到银行，在“解缴票证”登记缴款单。").format(held=yuan_plain(held_fen))
        lines.append(Line(tr("解缴"), said + _missing(done.difference_fen + done.handed_fen)))
    if done.unsettled_terminals:
        lines.append(
            Line(
                tr("结算单"),
                tr("终端 {terminals} 还没有登记结算单（F12）。").format(
                    terminals=tr("、").join(done.unsettled_terminals)
                ),
            )
        )
    if done.unprinted:
        lines.append(
            Line(tr("打印"), tr("还有 {unprinted} 张凭据未打印（F6）。").format(unprinted=len(done.unprinted)))
        )
    return lines
