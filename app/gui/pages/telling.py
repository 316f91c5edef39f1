"""What is told at the counter about the people shown: declared facts, the answers with them, their sheets."""

from typing import TYPE_CHECKING, Any

from app.desk.due import Due, due_for
from app.desk.look_up import hit
from app.desk.residents import listed_at
from app.desk.situations import Situation, settled, situations
from app.gui.dialogs.record import RecordSheet
from app.gui.dialogs.situation import SituationSheet
from app.gui.dialogs.steps import StepsSheet
from app.gui.dialogs.what_if import WhatIfSheet
from app.gui.parts.counter_view import CounterView
from app.gui.words import tr

if TYPE_CHECKING:
    from app.gui.pages.counter import CounterPage

PAID = tr("{name} 已经缴过费，不用再问、也不用试算。要看是怎么算的，请按 F7。")
SITUATION = ("enrolment", "event_date")


class Telling:
    """Belongs to the counter page. `declared`: facts by handle; they go with the payment and are kept nowhere else."""

    def __init__(self, page: "CounterPage", view: CounterView) -> None:
        self._page, self._view, self._session = page, view, page.session
        self.declared: dict[str, dict[str, Any]] = {}
        answers = view.person.answers
        answers.answered.connect(self.answer)
        answers.unreadable.connect(lambda sentence: self._session.say(sentence, "caution"))
        answers.another.connect(self.choose_situation)
        answers.taken_back.connect(self.take_back)
        answers.left.connect(view.family.setFocus)
        view.person.reason.clicked.connect(self.explain)

    def forget(self) -> None:
        """Somebody else is looked at: what was told about the people before is over."""
        self.declared = {}
        self._view.found.unsay()

    def of(self, found: Due) -> dict[str, Any]:
        """What was told about this person, in the order in which it was told."""
        return self.declared.get(found.handle, {})

    def others(self, found: Due) -> tuple[Situation, ...]:
        """The kinds of case this person may be, with the answer for each."""
        return () if found.paid else situations(found)

    def others_asked(self, found: Due) -> tuple[Situation, ...]:
        """The same where the kind of case is asked for or was told, else none: assessing them all on every key that
        is typed takes long."""
        asked = any(question.id == "enrolment" for question in found.assessment.questions)
        return self.others(found) if asked or "enrolment" in self.of(found) or not settled(found) else ()

    # -- telling

    def answer(self, fact: str, value: Any) -> None:
        """One answer. A fact told anew takes back what was told after it: that may have hung on it."""
        found = self._page.shown
        if found is not None:
            told = self.of(found)
            before = list(told)[: list(told).index(fact)] if fact in told else list(told)
            self._tell(found, {name: told[name] for name in before} | {fact: value})

    def take_back(self) -> None:
        """Ask anew: nothing told about this person holds."""
        found = self._page.shown
        if found is not None:
            self._tell(found, {})

    def _tell(self, found: Due, told: dict[str, Any]) -> None:
        self._session.hush()
        with self._session.calmly():
            again = due_for(self._session.desk, found.handle, found.resident, declared=told)
            self.declared[found.handle] = told
            place = self._view.family.currentIndex().row()
            self._view.people.replace(place, again)
            self._view.found.say(hit(again))
            self._page.show_member(place)
            self._view.family.setFocus()

    def _without_situation(self, found: Due) -> dict[str, Any]:
        return {fact: value for fact, value in self.of(found).items() if fact not in SITUATION}

    # -- sheets

    def choose_situation(self) -> None:
        """Another kind of case: newborn, veteran, released …"""
        found = self._unpaid()
        if found is None:
            return
        desk, rest = self._session.desk, self._without_situation(found)
        with self._session.calmly():
            sheet = SituationSheet(
                found,
                self.others(found),
                lambda told: due_for(desk, found.handle, found.resident, declared=rest | told),
                lambda told: self._tell(found, rest | told),
            )
            self._page.open_sheet(sheet, sheet.list)

    def what_if(self) -> None:
        """Another day, another kind of case: answered, not kept."""
        found = self._unpaid()
        if found is None:
            return
        desk, rest = self._session.desk, self._without_situation(found)
        with self._session.calmly():
            sheet = WhatIfSheet(
                found,
                self.others(found),
                lambda on, told: due_for(desk, found.handle, found.resident, on=on, declared=rest | told),
            )
            self._page.open_sheet(sheet, sheet.day)
            sheet.day.selectAll()

    def _unpaid(self) -> Due | None:
        found = self._page.shown
        if found is not None and found.paid:
            self._session.say(PAID.format(name=found.resident.name), "calm")
            return None
        return found

    def explain(self) -> None:
        """Open the explanation, step by step."""
        found = self._page.shown
        if found is not None:
            sheet = StepsSheet(found)
            self._page.open_sheet(sheet, sheet.list)

    def show_record(self) -> None:
        """What the lists say about this person."""
        found = self._page.shown
        if found is not None:
            sheet = RecordSheet(found, self.of(found), listed_at(self._session.desk, found.handle))
            self._page.open_sheet(sheet, sheet.list)
