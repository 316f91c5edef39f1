"""刷卡结算单: what the terminal's own slip says of a day, held against the journal."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit

from app.domain import money
from app.domain.errors import KnownError
from app.gui.dialogs.sheet import Sheet, go_to
from app.gui.parts.fields import FieldRow, field
from app.gui.parts.layout import label
from app.gui.parts.lines import Line, LinesList
from app.gui.words import tr

WIDTH = 820


@dataclass(frozen=True)
class Missing:
    """A terminal that took cards on a day and whose slip nobody has entered."""

    day: int
    date: str
    terminal: str


@dataclass(frozen=True)
class Slip:
    """What was copied from a settlement slip."""

    day: int | None
    terminal: str
    batch: str
    count: int
    amount_fen: int
    reason: str


Settle = Callable[[Slip], str]
"""Enters a slip; "" or the sentence why not."""


class SettleSheet(Sheet):
    """One slip; where it differs, the difference is said and its reason asked for."""

    def __init__(self, missing: Sequence[Missing], settle: Settle) -> None:
        super().__init__(tr("刷卡结算单"), width=WIDTH)
        self._missing, self._settle = list(missing), settle
        self.list = LinesList(tr("还没有登记结算单的终端"), width=WIDTH - 52, most=150, heads=150)
        words = tr("终端 {terminal}（第 {day} 个账日）")
        self.list.put([Line(each.date, words.format(terminal=each.terminal, day=each.day)) for each in missing])
        self.terminal, self.batch = field(tr("终端号")), field(tr("批次号"))
        self.count, self.amount = field(tr("笔数"), width=120), field(tr("合计多少元"))
        self.reason = field(tr("为什么不同"), tr("例如：一笔测试刷卡，当天已撤销"))
        self.why = FieldRow(self.reason)
        self.why.hide()
        hint = tr("还没有登记结算单的：") if missing else tr("刷过卡的终端都登记过结算单了；另有一张的，请照填。")
        for each in (
            label(tr("在 POS 机上打出当天的结算单，照着填写。钱一般第二天到账。"), "base", wrap=True),
            label(hint, "quiet"),
            self.list,
            FieldRow(self.terminal, self.batch, self.count, self.amount),
            self.why,
        ):
            self.body.addWidget(each)
        self.list.setVisible(bool(missing))
        self.accept_button = self.add_feet(tr("登记"), self._accept)
        self.list.currentRowChanged.connect(lambda _row: self._fill())
        self._fill()

    @property
    def first(self) -> QLineEdit:
        """Where the focus goes."""
        return self.batch if self._missing else self.terminal

    @property
    def _chosen(self) -> Missing | None:
        place = self.list.currentRow()
        return self._missing[place] if 0 <= place < len(self._missing) else None

    def _fill(self) -> None:
        if self._chosen:
            self.terminal.setText(self._chosen.terminal)

    def _accept(self) -> None:
        if self.goes_on(self.list, self.terminal, self.batch, self.count, self.amount, self.reason):
            return
        try:
            slip = self._slip()
        except KnownError as error:
            self.complain(str(error))
            go_to(self.amount)
            return
        refusal = self._settle(slip)
        if refusal:
            self.complain(refusal)
            self.why.show()
            self._place()
            go_to(self.reason)
        else:
            self.close_sheet()

    def _slip(self) -> Slip:
        words = self.count.text().strip()
        return Slip(
            day=self._chosen.day if self._chosen else None,
            terminal=self.terminal.text(),
            batch=self.batch.text(),
            count=int(words) if words.isdecimal() else -1,
            amount_fen=money.parse_yuan(self.amount.text()),
            reason=self.reason.text(),
        )
