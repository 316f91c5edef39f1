"""What the counter is made of, without what it does: 1366 × 768 and nothing scrolls but the lists."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from app.gui.models.family import FamilyDelegate, FamilyModel
from app.gui.models.hits import HitDelegate, HitsModel
from app.gui.parts.flow import Flow
from app.gui.parts.layout import FirstWhole, card, foot, label, restyle, row, sides
from app.gui.parts.pages import Turns
from app.gui.parts.person import PersonCard
from app.gui.parts.search_box import FamilyView, HitsView, SearchBox
from app.gui.parts.taken import TakenCard
from app.gui.scale import fix
from app.gui.words import tr

HINT = tr("↑ ↓ 选人　Enter 选定　Esc 清空")
MANY = tr("▲ 还有很多人：多输一个字母，或输身份证末四位。")
# The keys of the family: where money can be taken, where it cannot just now, where from nobody, where all have paid.
PAYING = tr("空格 勾选　Shift+空格 只收这一人　Alt+0 另一种情形　Enter 收款　Esc 回去查人")
TICKING = tr("空格 勾选　Shift+空格 只收这一人　Alt+0 另一种情形　Esc 回去查人")
ANOTHER, PAID = tr("Alt+0 另一种情形　Esc 回去查人"), tr("Esc 回去查人")
# How many, since not all lines may be in sight.
FAMILY = tr("一家 {people} 人，勾上的一起缴")
LEFT_WIDTH, LONG_FAMILY = 456, 8


class CounterView:
    """The widgets of the counter page. `buttons` belong to the person, `paper_buttons` stand always there."""

    def __init__(self, page: QWidget, buttons: Flow, paper_buttons: Flow) -> None:
        self.search, self.hits, self.found = SearchBox(), HitsView(), HitsModel()
        self.person, self.family, self.people = PersonCard(page), FamilyView(), FamilyModel()
        self.taken, self.note = TakenCard(), label("", "welcome", wrap=True)
        self.total, self.aloud = label("", "total"), label("", "aloud", wrap=True)
        self.limit = label("", "hint", wrap=True)
        self.limit.hide()
        self.hint = label(HINT, "small", wrap=True)
        self.keys = label(PAYING, "small")
        self._many = self.narrow = False
        self.right = Turns()
        self._lists()
        self.welcome_card = card(None, self.note, None)
        self.person_side = self._person_side(buttons)
        for side in (self.welcome_card, self.person_side, self.taken):
            self.right.addWidget(side)
        both = sides(self._left(paper_buttons), self.right, gap=14, margin=12)
        both.setStretch(1, 1)
        page.setLayout(both)

    def _lists(self) -> None:
        self.hits.setModel(self.found)
        self.hits.setItemDelegate(HitDelegate(self.hits))
        self.family.setModel(self.people)
        self.family.setItemDelegate(FamilyDelegate(self.family))
        self.note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for item, name in ((self.total, tr("合计")), (self.aloud, tr("请读给居民听")), (self.limit, tr("现金限额"))):
            item.setAccessibleName(name)

    def _left(self, paper_buttons: Flow) -> QFrame:
        made = card(self.search, self.hits, self.hint, paper_buttons, gap=10, margin=12)
        fix(made, least_width=LEFT_WIDTH)
        return made

    def _person_side(self, buttons: Flow) -> QFrame:
        whose = label("", "strong")
        self.people.modelReset.connect(lambda: whose.setText(FAMILY.format(people=len(self.people.people))))
        head = Flow(whose, self.keys, gap=12, spread=True)
        money = row(self.aloud, self.total, gap=16)
        money.setStretch(0, 1)
        family = card(head, self.family, foot(money, self.limit, buttons, gap=6), gap=6, margin=12)
        made = QFrame()
        made.setLayout(FirstWhole(self.person, family, gap=8))
        return made

    def show_many(self, on: bool) -> None:
        """Say under the list that not all are in it."""
        self._many = on
        self.hint.setText(MANY if on else HINT)
        restyle(self.hint, type="warn" if on else "small")
        self.fit(narrow=self.narrow)

    def fit(self, *, narrow: bool) -> None:
        """Where there is little room, the keys of the list give way to what it is looked at for."""
        self.narrow = narrow
        # Where the page scrolls anyway, nobody of the family needs to be looked for in a list that scrolls as well.
        self.family.ask_for(LONG_FAMILY if narrow else self.family.ROWS)
        self.hint.setVisible(self._many or not narrow)
        restyle(self.note, type="large" if narrow else "welcome")

    def show_keys(self, *, payable: bool) -> None:
        """Name the keys that do something for this family now."""
        if payable:
            words = PAYING
        elif self.people.can_tick:
            words = TICKING
        else:
            words = PAID if all(found.paid for found in self.people.people) else ANOTHER
        self.keys.setText(words)

    def show_note(self, words: str) -> None:
        """Show words where a person would stand."""
        self.note.setText(words)
        self.right.setCurrentWidget(self.welcome_card)
