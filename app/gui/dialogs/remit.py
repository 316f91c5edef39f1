"""解缴: a deposit slip against the closed days, with a tick and a sum each; and the day a remittance was received."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QScrollArea, QWidget

from app.desk.remit import Part
from app.domain import money
from app.domain.errors import KnownError
from app.domain.payment import yuan_plain
from app.gui import text
from app.gui.dialogs.sheet import Sheet, go_to
from app.gui.parts.fields import FieldRow, field
from app.gui.parts.layout import foot, label, row
from app.gui.parts.tick_box import TickBox
from app.gui.parts.typed import Unreadable, read_day
from app.gui.scale import fix
from app.gui.words import tr
from app.store.money import Remitted, Takings

WIDTH = 800
ROW_HEIGHT, MOST_ROWS = 58, 4
FOREIGN = tr("换账簿以前的账日只能和其余账日一起全额解缴。请都勾上，金额不要改。没有登记。")


class DayRow:
    """One closed day: a tick, its date, what is left of it, and how much of that this slip pays in."""

    def __init__(self, takings: Takings, changed: Callable[[], None]) -> None:
        self.takings = takings
        self.tick = TickBox(tr("{on}（第 {day} 个账日）").format(on=takings.on, day=takings.day))
        self.tick.setChecked(True)
        self.tick.setAccessibleName(tr("{on} 解缴").format(on=takings.on))
        self.amount = field(tr("{on} 这次缴多少元").format(on=takings.on), width=150)
        self.amount.setText(yuan_plain(takings.open_fen))
        self.amount.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.tick.toggled.connect(self.amount.setEnabled)
        self.tick.toggled.connect(lambda _on: changed())
        self.amount.textEdited.connect(lambda _words: changed())

    @property
    def part(self) -> Part | None:
        """What of the day is paid in; None where it is not ticked. Raises KnownError for what is no sum."""
        if not self.tick.isChecked():
            return None
        return Part(day=self.takings.day, fen=money.parse_yuan(self.amount.text()))

    @property
    def is_whole(self) -> bool:
        """Whether all that is left of the day is paid in."""
        part = self.part
        return part is not None and part.fen == self.takings.open_fen


class RemitSheet(Sheet):
    """The slip as it lies there. The sum follows the ticked days until somebody types the slip's own."""

    def __init__(
        self,
        days: Sequence[Takings],
        *,
        journal: str,
        bank: str,
        today: date,
        remit: Callable[[str, int, date, str, Sequence[Part]], str],
    ) -> None:
        super().__init__(tr("登记缴款单"), width=WIDTH)
        self._journal, self._remit, self._typed = journal, remit, False
        self.slip, self.bank = (
            field(tr("缴款单号"), tr("照缴款单填写"), width=280),
            field(tr("缴到哪里"), tr("银行或单位")),
        )
        self.on, self.amount = field(tr("缴款日期"), width=190), QLineEdit()
        self.bank.setText(bank)
        self.on.setText(str(today))
        self.amount.setObjectName("money")
        self.amount.setAccessibleName(tr("缴款单金额"))
        self.amount.textEdited.connect(self._own_sum)
        self.days = [DayRow(each, self._show_sum) for each in days]
        self.body.addWidget(
            label(
                tr(
                    "照银行或税务所给的缴款单填。日结过的账日都勾好了：只缴一部分就改金额；"
                    "不缴的，用 Tab 走到它，按空格去掉。"
                ),
                "quiet",
                wrap=True,
            )
        )
        self.body.addWidget(FieldRow(self.slip, self.bank, self.on))
        self.body.addWidget(self._days_area())
        total = row(None, label(tr("缴款单金额"), "large"), self.amount, label(tr("元"), "large"), gap=12)
        self.keep_in_sight(foot(total))
        self.add_feet(tr("登记"), self._accept)
        self._show_sum()

    def _days_area(self) -> QScrollArea:
        inside, grid = QFrame(), QGridLayout()
        grid.setContentsMargins(12, 6, 12, 6)
        grid.setVerticalSpacing(8)
        for place, each in enumerate(self.days):
            grid.addWidget(each.tick, place, 0)
            grid.addWidget(
                label(tr("还没有缴 {open}，这次缴").format(open=text.yuan(each.takings.open_fen)), "base"), place, 1
            )
            grid.addWidget(each.amount, place, 2)
            grid.addWidget(label(tr("元"), "base"), place, 3)
        grid.setColumnStretch(0, 1)
        inside.setLayout(grid)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName(tr("账日"))
        fix(area, height=ROW_HEIGHT * min(len(self.days), MOST_ROWS) + 14)
        return area

    def _own_sum(self) -> None:
        self._typed = True

    def _show_sum(self) -> None:
        """The sum of the ticked days, as long as nobody has typed another."""
        if self._typed:
            return
        try:
            parts = [each.part for each in self.days]
        except KnownError:
            return
        self.amount.setText(yuan_plain(sum(part.fen or 0 for part in parts if part)))

    @property
    def _fields(self) -> tuple[QWidget, ...]:
        return (self.slip, self.bank, self.on, *(each.amount for each in self.days), self.amount)

    def _parts(self) -> Sequence[Part]:
        """What is told of the days: nothing where all of them are paid in whole. Raises Unreadable, KnownError."""
        if all(each.is_whole for each in self.days):
            return ()
        chosen = [each for each in self.days if each.part]
        if any(each.takings.of != self._journal for each in chosen):
            raise Unreadable(FOREIGN)
        return [part for each in chosen if (part := each.part)]

    def _accept(self) -> None:
        if self.goes_on(*self._fields):
            return
        try:
            on = read_day(self.on.text(), tr("缴款日期"))
        except Unreadable as error:
            self.complain(str(error))
            go_to(self.on)
            return
        try:
            parts, amount_fen = self._parts(), money.parse_yuan(self.amount.text())
        except (Unreadable, KnownError) as error:
            self.complain(str(error))
            return
        if not any(each.tick.isChecked() for each in self.days):
            self.complain(tr("没有勾选账日，没有登记。请勾上这张缴款单缴的是哪几天的钱。"))
            return
        refusal = self._remit(self.slip.text(), amount_fen, on, self.bank.text(), parts)
        if refusal:
            self.complain(refusal)
            go_to(next((each for each in (self.slip, self.bank) if not each.text().strip()), self.amount))
        else:
            self.close_sheet()


class ArriveSheet(Sheet):
    """到账 (入库): the day the money was received."""

    def __init__(self, found: Remitted, *, today: date, arrive: Callable[[str, date], str]) -> None:
        super().__init__(tr("登记到账日期"), width=640)
        self._slip, self._arrive = found.slip, arrive
        self.on = field(tr("到账日期"), tr("年-月-日"), width=220)
        self.on.setText(str(today))
        self.body.addWidget(
            label(tr("单号 {slip}　{amount}").format(slip=found.slip, amount=text.yuan(found.amount_fen)), "title")
        )
        said = tr("{remitted_on} 缴到 {bank}；是 {days} 收的钱。").format(
            remitted_on=found.remitted_on, bank=found.bank, days=found.days
        )
        self.body.addWidget(label(said, "large", wrap=True))
        self.body.addLayout(row(label(tr("到账日期"), "large"), self.on, None, gap=12))
        words = tr("请照银行或税务所的单据填，不要估计：有的县待遇从到账日期起算。")
        self.body.addWidget(label(words, "hint", wrap=True))
        self.add_feet(tr("登记到账"), self._accept)

    def _accept(self) -> None:
        try:
            on = read_day(self.on.text(), tr("到账日期"))
        except Unreadable as error:
            self.complain(str(error))
            return
        refusal = self._arrive(self._slip, on)
        if refusal:
            self.complain(refusal)
            go_to(self.on)
        else:
            self.close_sheet()
