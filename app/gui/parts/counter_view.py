"""What the counter is made of, without what it does: 1366 × 768 and nothing scrolls but the lists."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QStackedWidget, QWidget

from app.gui.models.family import FamilyDelegate, FamilyModel
from app.gui.models.hits import HitDelegate, HitsModel
from app.gui.parts.layout import card, column, label, row
from app.gui.parts.person import PersonCard
from app.gui.parts.search_box import FamilyView, SearchBox
from app.gui.parts.taken import TakenCard

HINT = "↑ ↓ 选人　Enter 选定　Esc 清空"
FAMILY_HINT = "空格 勾选　Alt+0 另一种情形　Enter 收款　Esc 回去查人"
LEFT_WIDTH = 456


class CounterView:
    """The widgets of the counter page. `buttons` belong to the person, `paper_buttons` stand always there."""

    def __init__(self, page: QWidget, buttons: QHBoxLayout, paper_buttons: QHBoxLayout) -> None:
        self.search, self.hits, self.found = SearchBox(), QListView(), HitsModel()
        self.person, self.family, self.people = PersonCard(page), FamilyView(), FamilyModel()
        self.taken, self.note = TakenCard(), label("", "welcome", wrap=True)
        self.total, self.aloud = label("", "total"), label("", "aloud", wrap=True)
        self.limit = label("", "hint", wrap=True)
        self.limit.hide()
        self.right = QStackedWidget()
        self._lists()
        self.welcome_card = card(None, self.note, None)
        self.person_side = self._person_side(buttons)
        for side in (self.welcome_card, self.person_side, self.taken):
            self.right.addWidget(side)
        page.setLayout(row(self._left(paper_buttons), self.right, gap=14, margin=12))

    def _lists(self) -> None:
        self.hits.setModel(self.found)
        self.hits.setItemDelegate(HitDelegate(self.hits))
        self.hits.setUniformItemSizes(True)
        self.hits.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hits.setAccessibleName("查到的人")
        self.hits.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.family.setModel(self.people)
        self.family.setItemDelegate(FamilyDelegate(self.family))
        self.note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for item, name in ((self.total, "合计"), (self.aloud, "请读给居民听"), (self.limit, "现金限额")):
            item.setAccessibleName(name)

    def _left(self, paper_buttons: QHBoxLayout) -> QFrame:
        made = card(self.search, self.hits, label(HINT, "small"), paper_buttons, gap=10, margin=12)
        made.setFixedWidth(LEFT_WIDTH)
        return made

    def _person_side(self, buttons: QHBoxLayout) -> QFrame:
        head = row(label("一起缴费的家人", "strong"), None, label(FAMILY_HINT, "small"))
        foot = row(gap=16)
        foot.addWidget(self.aloud, 1)
        foot.addWidget(self.total)
        family = card(head, self.family, foot, self.limit, buttons, gap=8, margin=12)
        made = QFrame()
        side = column(self.person, gap=10)
        side.addWidget(family, 1)
        made.setLayout(side)
        return made

    def show_note(self, words: str) -> None:
        """Show words where a person would stand."""
        self.note.setText(words)
        self.right.setCurrentWidget(self.welcome_card)
