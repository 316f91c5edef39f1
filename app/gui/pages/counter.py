"""The counter: look up, see what is due and why, take the money, hand over the receipt. All of it from the keyboard."""

from itertools import pairwise

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget

from app.desk.due import Due, due
from app.desk.look_up import Hit, family, hit, look_up
from app.gui.models.hits import HIT
from app.gui.pages.correcting import Correcting
from app.gui.pages.page import Page
from app.gui.pages.telling import Telling
from app.gui.pages.till import Till
from app.gui.paper import OpenSheet, Paper
from app.gui.parts.counter_view import CounterView
from app.gui.parts.keys import bind, key_button
from app.gui.parts.known import known
from app.gui.parts.layout import row
from app.gui.session import Session

LIMIT = 20
WELCOME = "请输入姓名、拼音首字母、身份证号或电话末几位，\n也可以直接扫码、刷身份证。"
NOBODY = (
    "没有找到“{asked}”。\n\n试试只输姓氏，或拼音首字母（张小明 → zxm），\n或身份证号末四位。\n"
    "名册里没有的人，请先补进名册（F5）再收款。"
)  # fmt: skip


class CounterPage(Page):
    """Left the search box and its hits; right the person and the family, or what was just taken."""

    def __init__(self, session: Session, paper: Paper, open_sheet: OpenSheet) -> None:
        super().__init__(session, paper, open_sheet)
        self.why = key_button(self, "展开理由", "F7", lambda: self.telling.explain())
        self.record = key_button(self, "资料", "F1", lambda: self.telling.show_record())
        self.suppose = key_button(self, "试算", "F12", lambda: self.telling.what_if())
        self.card = key_button(self, "刷卡", "F8", lambda: self.till.take_card())
        self.cash = key_button(self, "收现金", "F9", lambda: self.till.take_cash(), kind="main")
        self.reprint = key_button(self, "补打", "F10", lambda: self.paper.reprint(self.receipt_shown))
        self.correct = key_button(self, "更正", "F11", lambda: self.correcting.open())
        self.decline = key_button(self, "不参保", "Shift+F9", lambda: self.correcting.decline())
        buttons = row(self.why, self.record, self.suppose, None, self.card, self.cash, gap=10)
        self.view = CounterView(self, buttons, row(self.reprint, self.correct, self.decline, gap=6))
        self.telling, self.till = Telling(self, self.view), Till(self, self.view)
        self.correcting = Correcting(self)
        self.view.show_note(WELCOME)
        self._connect()
        self._tabs()

    def _connect(self) -> None:
        view = self.view
        view.search.textChanged.connect(self._look)
        view.search.textEdited.connect(lambda _asked: self.session.hush())
        view.search.moved.connect(self._move)
        view.search.chosen.connect(self._choose)
        view.search.emptied.connect(self._emptied)
        view.hits.clicked.connect(lambda _index: self._choose())
        view.hits.selectionModel().currentChanged.connect(self._preview)
        view.family.current_moved.connect(self.show_member)
        view.family.toggled.connect(self._toggle)
        view.family.clicked.connect(lambda index: self._toggle(index.row()))
        view.family.pay.connect(self._pay_expected)
        view.family.back.connect(self._back)
        view.family.typed.connect(self._type_through)
        bind(self, "Alt+0", self.telling.choose_situation)
        self.paper.voided.connect(lambda _receipt: self._look(view.search.text()))

    def _tabs(self) -> None:
        """Tab goes as one reads: the search, the family, the buttons; questions come in between (`show_member`)."""
        order = (self.view.search, self.view.family, self.why, self.record, self.suppose, self.card, self.cash)
        for before, after in pairwise((*order, self.reprint, self.correct, self.decline)):
            QWidget.setTabOrder(before, after)

    # -- where the clerk is

    def arrive(self) -> None:
        """Back at the counter: figures may have changed meanwhile."""
        if self.view.right.currentWidget() is self.view.person_side:
            self._look(self.view.search.text())
        self.till.show_total()
        self.to_search()

    def show_again(self) -> None:
        """Something about the person shown has changed, but nothing that was told or ticked."""
        if self.shown is not None:
            self.show_member(self.view.family.currentIndex().row())

    def look_again(self) -> None:
        """The person shown may stand differently now; the cursor stays where it is."""
        found = self.shown
        if found is None:
            return
        with self.session.calmly():
            self.telling.forget()
            self.show_household(hit(due(self.session.desk, found.handle)))

    def to_search(self) -> None:
        """The search box has the focus, and typing replaces what stands there."""
        self.view.search.setFocus()
        self.view.search.selectAll()

    def search_for(self, asked: str) -> None:
        """Type into the search box (for scripts)."""
        self.view.search.setText(asked)

    @property
    def shown(self) -> Due | None:
        """The person on the right, None where nobody is."""
        row_ = self.view.family.currentIndex().row()
        people = self.view.people.people
        here = self.view.right.currentWidget() is self.view.person_side
        return people[row_] if here and 0 <= row_ < len(people) else None

    @property
    def receipt_shown(self) -> str | None:
        """The receipt of the person on the right, None where there is none."""
        found = self.shown
        return str(found.paid["receipt"]) if found and found.paid else None

    # -- looking up

    def _look(self, asked: str) -> None:
        self.telling.forget()
        with self.session.calmly():
            self.view.found.put(look_up(self.session.desk, asked, limit=LIMIT) if asked.strip() else [])
        if self.view.found.hits:
            self.view.hits.setCurrentIndex(self.view.found.index(0))
        elif asked.strip():
            self.view.show_note(NOBODY.format(asked=asked.strip()))
        elif self.view.right.currentWidget() is not self.view.taken:
            self.view.show_note(WELCOME)

    def _move(self, by: int) -> None:
        rows = len(self.view.found.hits)
        if rows:
            now = self.view.hits.currentIndex().row()
            self.view.hits.setCurrentIndex(self.view.found.index(max(0, min(rows - 1, now + by))))

    def _preview(self, current: QModelIndex, _before: QModelIndex) -> None:
        chosen: Hit | None = current.data(HIT) if current.isValid() else None
        if chosen is not None:
            self.telling.forget()
            self.show_household(chosen)

    def show_household(self, chosen: Hit) -> None:
        """Everyone of the hit's household on the right, with the cursor on the hit."""
        with self.session.calmly():
            desk = self.session.desk
            people = family(desk, chosen.household) or [due(desk, chosen.resident)]
            self.view.people.put(people)
            place = next((i for i, found in enumerate(people) if found.handle == chosen.resident), 0)
            self.view.right.setCurrentWidget(self.view.person_side)
            self.view.family.setCurrentIndex(self.view.people.index(place))
            self.show_member(place)

    def _emptied(self) -> None:
        self.session.hush()
        self.view.show_note(WELCOME)

    # -- the family

    def _choose(self) -> None:
        if self.shown is not None:
            self.session.hush()
            self.view.family.setFocus()

    def _back(self) -> None:
        self.session.hush()
        self.to_search()

    def show_member(self, place: int) -> None:
        """Show one of the family above."""
        found = self.view.people.people[place]
        person = self.view.person
        more = known(self.session.desk, found)
        person.show_person(found, known=more, declared=self.telling.of(found), others=self.telling.others(found))
        before: QWidget = self.view.search
        for stop in person.answers.stops:
            QWidget.setTabOrder(before, stop)
            before = stop

    def _toggle(self, place: int) -> None:
        if 0 <= place < len(self.view.people.people) and not self.view.people.toggle(place):
            found = self.view.people.people[place]
            why = "已经缴过费" if found.paid else "现在不能收款，理由见上面一行，也可以按 F7 展开"
            self.session.say(f"{found.resident.name} {why}，没有勾选。", "calm")

    def _type_through(self, words: str) -> None:
        self.view.search.setFocus()
        self.view.search.setText(words)

    def _pay_expected(self) -> None:
        if self.cash.isEnabled():
            self.till.take_cash()
        else:
            self.session.say(self.view.aloud.text(), "calm")
