"""The counter: look up, see what is due and why, take the money, hand over the receipt. All of it from the keyboard."""

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.desk.decline import declined
from app.desk.desk import Desk
from app.desk.due import Due, due
from app.desk.look_up import Hit, family, hit
from app.gui import text
from app.gui.models.hits import HIT
from app.gui.pages.adding import open_adding
from app.gui.pages.correcting import Correcting
from app.gui.pages.facing import FacingScreens
from app.gui.pages.looking import WELCOME, Looking
from app.gui.pages.page import Page
from app.gui.pages.telling import Telling
from app.gui.pages.till import Till
from app.gui.paper import OpenSheet, Paper
from app.gui.parts.counter_view import CounterView
from app.gui.parts.flow import Even, ends
from app.gui.parts.keys import bind, key_button
from app.gui.parts.known import known, waiting_for_card
from app.gui.scale import is_narrow
from app.gui.session import Session
from app.gui.words import tr


class CounterPage(Page):
    """Left the search box and its hits; right the person and the family, or what was just taken."""

    def __init__(self, session: Session, paper: Paper, open_sheet: OpenSheet) -> None:
        super().__init__(session, paper, open_sheet)
        self.why = key_button(self, tr("展开理由"), "F7", lambda: self.telling.explain())
        self.record = key_button(self, tr("资料"), "Alt+Z", lambda: self.telling.show_record())
        self.suppose = key_button(self, tr("试算"), "F12", lambda: self.telling.what_if())
        self.card = key_button(self, tr("刷卡"), "F8", lambda: self.till.take_card(), icon="credit-card")
        self.cash = key_button(self, tr("收现金"), "F9", lambda: self.till.take_cash(), kind="main", icon="banknote")
        self.reprint = key_button(self, tr("补打"), "F10", self._reprint, icon="printer")
        self.correct = key_button(self, tr("更正"), "F11", lambda: self.correcting.open())
        self.decline = key_button(self, tr("不参保"), "Shift+F9", lambda: self.correcting.decline())
        buttons = ends((self.why, self.record, self.suppose), (self.card, self.cash), gap=10)
        self.show_large = key_button(self, tr("给居民看"), "Alt+D", lambda: self.facing.toggle())
        paper_buttons = Even(self.reprint, self.correct, self.decline, self.show_large, gap=6)
        self.view = CounterView(self, buttons, paper_buttons)
        self.facing = FacingScreens(self)
        self.telling, self.till = Telling(self, self.view), Till(self, self.view)
        self.correcting, self.looking = Correcting(self), Looking(self, self.view)
        self.view.show_note(WELCOME)
        self._connect()
        self._tabs()

    def _connect(self) -> None:
        view = self.view
        view.search.textEdited.connect(lambda _asked: self.session.hush())
        view.search.chosen.connect(self._choose)
        view.search.emptied.connect(self._emptied)
        view.hits.clicked.connect(lambda _index: self._choose())
        view.family.current_moved.connect(self.show_member)
        view.family.toggled.connect(self._toggle)
        view.family.alone.connect(lambda place: self._toggle(place, alone=True))
        view.family.clicked.connect(lambda index: self._toggle(index.row()))
        view.family.pay.connect(self._pay_expected)
        view.family.back.connect(self._back)
        view.family.typed.connect(self._type_through)
        view.right.currentChanged.connect(self._turned)
        bind(self, "Alt+0", self.telling.choose_situation)
        bind(self, "Shift+F5", lambda: open_adding(self, "" if view.found.hits else view.search.text()))
        self.paper.voided.connect(lambda _receipt: self._voided())

    def _tabs(self) -> None:
        """Tab goes as one reads, row by row: the search, the family, the buttons; questions come in between
        (`show_member`)."""
        upper = (self.view.search, self.view.family, self.reprint, self.correct)
        lower = (self.decline, self.show_large, self.why, self.record, self.suppose, self.card, self.cash)
        for before, after in pairwise((*upper, *lower)):
            QWidget.setTabOrder(before, after)

    # -- where the clerk is

    def arrive(self) -> None:
        """Back at the counter: figures may have changed meanwhile."""
        if self.view.right.currentWidget() is self.view.person_side:
            self.looking.again()
        self.till.show_total()
        self.to_search()

    def shut(self) -> None:
        """The second screen closes with the window."""
        self.facing.close()

    def show_again(self) -> None:
        """Something about the people shown has changed, but nothing that was told; whose money a card may have taken
        does not pay now."""
        if self.shown is not None:
            aside = dict.fromkeys(waiting_for_card(self.session.desk, _keys(self.view.people.people)), "card")
            self.view.people.set_aside(aside)
            self.view.found.set_aside(self.view.found.aside | aside)
            self.show_member(self.view.family.currentIndex().row())

    def look_again(self, *, expected: bool = True) -> None:
        """The people found may stand differently now; the cursor stays where it is. `expected`: whether the money of
        those shown is; not right after some was taken back, when Enter must not take it from whoever is left. What is
        typed next is the next name."""
        self.view.search.selectAll()
        found = self.shown
        if found is None:
            return
        with self.session.calmly():
            self.telling.forget()
            self.looking.refresh(found.handle)
            self.show_household(hit(due(self.session.desk, found.handle)))
            if not expected:
                self.view.people.untick({each.handle for each in self.view.people.people})

    def _voided(self) -> None:
        """What was just taken may be what was voided; whoever is shown stays."""
        if self.view.right.currentWidget() is self.view.taken:
            self.view.show_note(WELCOME)
        self.look_again(expected=False)

    def start_afresh(self) -> None:
        """Nobody is looked for any more."""
        self.view.search.clear()
        self.view.show_note(WELCOME)

    def to_search(self) -> None:
        """The search box has the focus, and typing replaces what stands there."""
        self.view.search.setFocus()
        self.view.search.selectAll()

    def search_for(self, asked: str, resident: str | None = None) -> None:
        """Type into the search box; of those found, go to the resident with this handle."""
        self.looking.search_for(asked, resident)

    @property
    def shown(self) -> Due | None:
        """The person on the right, None where nobody is."""
        row_ = self.view.family.currentIndex().row()
        people = self.view.people.people
        here = self.view.right.currentWidget() is self.view.person_side and self.looking.coming is None
        return people[row_] if here and 0 <= row_ < len(people) else None

    @property
    def looked_up(self) -> Due | None:
        """The person the search has found, as assessed now; None where nobody is shown."""
        chosen = self.view.hits.currentIndex().data(HIT)
        people = self.view.people.people if chosen and self.looking.coming is None else []
        return next((found for found in people if found.handle == chosen.resident), None)

    @property
    def receipt_shown(self) -> str | None:
        """The receipt of the person on the right, None where there is none."""
        found = self.shown
        return str(found.paid["receipt"]) if found and found.paid else None

    def _reprint(self) -> None:
        found, receipt = self.shown, self.receipt_shown
        self.paper.reprint(receipt, without=found.resident.name if found and not receipt else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There may be more room, or less."""
        super().resizeEvent(event)
        was_narrow = self.view.narrow
        self.view.fit(narrow=is_narrow(self.width()))
        if was_narrow is not self.view.narrow:
            self.till.show_total()

    def _turned(self, _place: int) -> None:
        """Another card on the right: what the resident sees follows."""
        if self.view.right.currentWidget() is self.view.person_side:
            self.till.show_total()
        elif self.view.right.currentWidget() is self.view.welcome_card:
            self.facing.greet()

    # -- looking up

    def show_household(self, chosen: Hit) -> None:
        """Everyone of the hit's household on the right, with the cursor on the hit."""
        with self.session.calmly():
            desk = self.session.desk
            people = family(desk, chosen.household) or [due(desk, chosen.resident)]
            # Those found, too: the list has been shown already, and nobody has waited for this.
            aside = _aside(desk, self.view.found.keys | _keys(people))
            self.view.people.put(people, aside=aside)
            self.view.found.set_aside(aside)
            place = next((i for i, found in enumerate(people) if found.handle == chosen.resident), 0)
            self.view.right.setCurrentWidget(self.view.person_side)
            # The new cursor says so itself (`current_moved`), and with it the person is shown.
            self.view.family.setCurrentIndex(self.view.people.index(place))

    def _emptied(self) -> None:
        self.session.hush()
        self.view.show_note(WELCOME)

    # -- the family

    def _choose(self) -> None:
        self.looking.bring()
        if self.shown is not None:
            self.session.hush()
            self.view.family.setFocus()

    def _back(self) -> None:
        """Esc: first the sentence in the strip goes, whose button names the same key."""
        if self.session.stands_there:
            self.session.hush()
        else:
            self.to_search()

    def show_member(self, place: int) -> None:
        """Show one of the family above."""
        found = self.view.people.people[place]
        person = self.view.person
        more = known(self.session.desk, found)
        person.show_person(found, known=more, declared=self.telling.of(found), others=self.telling.others_asked(found))
        before: QWidget = self.view.search
        for stop in person.answers.stops:
            QWidget.setTabOrder(before, stop)
            before = stop

    def _toggle(self, place: int, *, alone: bool = False) -> None:
        tick = self.view.people.only if alone else self.view.people.toggle
        if 0 <= place < len(self.view.people.people) and not tick(place):
            found = self.view.people.people[place]
            why = tr("现在不能收款，按 F7 看理由")
            if found.paid:
                why = tr("已经缴过费")
            elif text.open_questions(found):
                why = tr("先要回答“当面问”的问题")
            self.session.say(tr("{name} {why}，没有勾选。").format(name=found.resident.name, why=why), "calm")

    def _type_through(self, words: str) -> None:
        self.view.search.setFocus()
        self.view.search.setText(words)
        self.looking.show_list()

    def _pay_expected(self) -> None:
        if self.cash.isEnabled():
            self.till.take_cash()
        else:
            self.session.say(self.view.aloud.text(), "calm")


def _keys(people: list[Due]) -> dict[str, str]:
    return {found.handle: found.resident.key for found in people}


def _aside(desk: Desk, people: Mapping[str, str]) -> dict[str, str]:
    """Of these (handle -> key) who is not asked for money now, and how they stand instead."""
    return dict.fromkeys(declined(desk, people), "declined") | dict.fromkeys(waiting_for_card(desk, people), "card")
