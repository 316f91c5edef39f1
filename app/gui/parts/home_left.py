"""The lower half of the home page: how far each group is, and the households that are left."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QWidget

from app.desk.home import Home
from app.desk.left import Household
from app.domain.clauses import clause_words
from app.gui.parts.bars import Bars, OneBar
from app.gui.parts.home_table import NOBODY, HomesTable
from app.gui.parts.keys import key_button
from app.gui.parts.layout import column, label, row
from app.gui.words import tr

NO_ROSTER = tr("还没有名册。按 F5 导入名册以后，这里按村民小组显示进度。")
UNKNOWN = tr("没有名册，还不知道谁没缴。")
NO_TASK = tr("还不知道任务数：按名册上可以在这里参保的人算。")
ALL_PAID = tr("名册上可以在这里参保的人都缴了。")
HOW = tr("↑ ↓ 选一户，Enter 到收款页。")


class GroupsPart(QFrame):
    """The whole in one line, the groups below it, and what the whole is held against."""

    def __init__(self) -> None:
        super().__init__()
        self.groups = Bars(tr("各组进度"))
        self.whole = OneBar(self.groups)
        self.note = label("", "quiet", wrap=True)
        self.note.setAccessibleName(tr("任务数"))
        self.title = label(tr("参保进度"), "title")
        inside = column(row(self.title, None, label(tr("差得多的组在前"), "small")), self.whole, gap=8)
        inside.addWidget(self.groups, 1)
        inside.addWidget(self.note)
        self.setLayout(inside)

    def show_home(self, found: Home) -> None:
        """Show how far everybody is."""
        self.title.setText(tr("{year} 年度参保进度").format(year=found.year))
        self.whole.put(found.whole)
        self.groups.put(found.groups)
        self.whole.setVisible(bool(found.groups))
        self.note.setText(_against(found))


def _against(found: Home) -> str:
    """What the whole is held against, and who need not be gone to although nobody paid for them here."""
    if not found.groups:
        return NO_ROSTER
    target, said = found.target, NO_TASK
    if target is not None:
        by = tr("通知（{clause}）").format(clause=clause_words(target.clause)) if target.clause else tr("县里")
        said = tr("合计按{by}给的任务 {people} 人算，各组按名册上可以参保的人算。").format(by=by, people=target.people)
    there = found.left.elsewhere
    return tr("{said}没缴的人里有 {there} 人已在别处缴，不用上门。").format(said=said, there=there) if there else said


class LeftPart(QFrame):
    """Who is left, household by household; Enter on one goes to the counter with it."""

    def __init__(self, keys_in: QWidget, look_up: Callable[[Household], None], report: Callable[[], None]) -> None:
        super().__init__()
        self.title = label("", "title")
        self.homes = HomesTable()
        self.more = label("", "quiet", wrap=True)
        self.report_button = key_button(keys_in, tr("入户名单"), "F7", report)
        self.title.setAccessibleName(tr("还没缴的户数"))
        self.more.setAccessibleName(tr("没有列出的户"))
        self.homes.activated.connect(lambda _index: self._chosen(look_up))
        inside = column(row(self.title, None, self.report_button), gap=8)
        inside.addWidget(self.homes, 1)
        inside.addWidget(self.more)
        self.setLayout(inside)

    def _chosen(self, look_up: Callable[[Household], None]) -> None:
        household = self.homes.chosen
        if household is not None:
            look_up(household)

    def show_home(self, found: Home) -> None:
        """Show who is left; the place in the list stays."""
        left, shown = found.left, found.shown
        self.title.setText(
            tr("还没缴的 {homes} 户 {people} 人").format(homes=left.homes, people=left.people)
            if found.groups
            else tr("还没缴的户")
        )
        self.homes.nobody = NOBODY if found.groups else UNKNOWN
        self.homes.put(shown)
        self.more.setText(_more(found))


def _more(found: Home) -> str:
    """How many households are not listed here, and what can be done with one; or why there is none."""
    if not found.shown:
        return ALL_PAID if found.groups else ""
    hidden = found.left.homes - len(found.shown)
    return tr("还有 {hidden} 户没有列出，都在入户名单里。{how}").format(hidden=hidden, how=HOW) if hidden else HOW
