"""The left of the day page: what the day is at, who holds the drawer, the terminals' slips, the 日报 of the last close.

Before the count neither cash nor card nor any sum stands here: with one of them the drawer could be counted in the
head.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFrame, QWidget

from app.desk.day_report import brief
from app.desk.day_standing import Standing
from app.desk.desk import Desk
from app.desk.reports.closed_days import in_file_name
from app.domain.report import difference_text
from app.gui import text
from app.gui.dialogs.settle import Missing
from app.gui.parts.layout import card, column, label, restyle, row
from app.gui.parts.path_field import PathField
from app.gui.scale import fix
from app.gui.words import tr

WIDTH = 500
CARDS_OPEN = tr("▲ 刷卡待查 {cards_open} 笔（Shift+F8），弄清才能日结")
NOT_OPEN = tr("还没有开账"), tr("开账以后才能收款。")
JUST_CLOSED = tr("账已经日结"), tr("今天还要收款，请再开一个账日（F9）。")


def before_counting(found: Standing, you: str) -> str:
    """What of this nobody may overlook who counts the drawer, where it stands out of sight."""
    other = tr("▲ 现金由 {holder} 保管，接班请按 F11。").format(holder=found.sums.holder)
    cards = CARDS_OPEN.format(cards_open=found.sums.cards_open)
    return "\n".join([*([other] if found.sums.holder != you else []), *([cards] if found.sums.cards_open else [])])


class DaySide(QFrame):
    """Three cards; the buttons are the page's."""

    def __init__(self, take: QWidget, slip: QWidget, report: QWidget, folder: Path | None) -> None:
        super().__init__()
        self._folder = folder or Path(
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        )
        self.title, self.figures = label("", "title"), label("", "large", wrap=True)
        self.holder, self.slips = label("", "large", wrap=True), label("", "base", wrap=True)
        self.holder.setAccessibleName(tr("现金由谁保管"))
        self.slips.setAccessibleName(tr("刷卡结算单"))
        self.report_file = PathField(tr("日报文件"), pattern="PDF (*.pdf)", save_as=tr("日报.pdf"))
        self.report_words = label("", "base", wrap=True)
        self.take = take
        held = row(gap=12)
        held.addWidget(self.holder, 1)
        held.addWidget(take)
        self.day_card = card(self.title, self.figures, held, gap=8)
        self.slip_card = card(label(tr("刷卡结算单"), "strong"), self.slips, row(None, slip), gap=8)
        self.report_card = card(
            label(tr("日报"), "strong"), self.report_words, self.report_file, row(None, report), gap=8
        )
        fix(self, least_width=WIDTH)
        self.setLayout(column(self.day_card, self.slip_card, self.report_card, None, gap=12))

    def show_standing(self, found: Standing | None, *, you: str, missing: Sequence[Missing], just_closed: bool) -> None:
        """Show the open day, or that none is."""
        self._show_slips(missing)
        self.holder.setVisible(found is not None)
        self.take.setVisible(found is not None and found.sums.holder != you)
        if found is None:
            title, words = JUST_CLOSED if just_closed else NOT_OPEN
            self.title.setText(title)
            self.figures.setText(words)
            return
        sums = found.sums
        self.title.setText(tr("{date}  第 {day} 个账日").format(date=sums.date, day=sums.day))
        lines = [
            tr("缴费 {people} 人").format(people=sums.people),
            tr("有效凭据 {receipts} 张，作废 {voids} 张，未打印 {unprinted} 张").format(
                receipts=sums.receipts, voids=sums.voids, unprinted=sums.unprinted
            ),
        ]
        if sums.reversed_count:
            lines.append(tr("红冲 {reversed_count} 张（不动现金）").format(reversed_count=sums.reversed_count))
        if sums.cards_open:
            lines.append(CARDS_OPEN.format(cards_open=sums.cards_open))
        self.figures.setText("\n".join(lines))
        self.holder.setText(
            tr("现金由 {holder} 保管").format(holder=sums.holder) + (tr("（您）") if sums.holder == you else "")
        )

    def _show_slips(self, missing: Sequence[Missing]) -> None:
        said = tr("、").join(
            tr("{terminal}（{date}）").format(terminal=each.terminal, date=each.date) for each in missing
        )
        self.slips.setText(
            tr("▲ 还没有登记结算单：{said}").format(said=said) if missing else tr("没有要补登的结算单。")
        )
        restyle(self.slips, type="warn" if missing else "quiet")

    def show_report(self, day: int | None, desk: Desk) -> None:
        """The day closed last and where its 日报 goes."""
        self.report_card.setVisible(day is not None)
        if day is None:
            return
        found = brief(desk, day)
        self.report_words.setText(
            tr("{day} 已日结：{people} 人，现金 {cash}，刷卡 {pos}，{difference_text}。").format(
                day=found.day,
                people=found.people,
                cash=text.yuan(found.cash_fen),
                pos=text.yuan(found.pos_fen),
                difference_text=difference_text(found.difference_fen),
            )
        )
        self.report_file.set_path(self._folder / f"日报-{in_file_name(desk, day)}.pdf")
