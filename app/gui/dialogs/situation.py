"""另一种情形: which kind of case somebody is, and the day it happened where the rule counts from it."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QLineEdit

from app.desk.due import Due
from app.desk.situations import Situation
from app.domain.advice import event_paper
from app.domain.assessment import Assessment
from app.domain.wording import yuan
from app.gui import text
from app.gui.dialogs.sheet import Sheet
from app.gui.parts.layout import label, row
from app.gui.parts.lines import Line, LinesList
from app.gui.parts.typed import Unreadable, needs_day, read_day
from app.gui.scale import fix
from app.gui.words import tr

WIDTH = 860
Told = dict[str, Any]
Try = Callable[[Told], Due]
"""What the answer would be with these facts; nothing is kept."""


class SituationSheet(Sheet):
    """↑ ↓ choose, Enter goes on to the date where one is needed, and then says it."""

    def __init__(self, found: Due, others: Sequence[Situation], try_: Try, tell: Callable[[Told], None]) -> None:
        super().__init__(tr("{name}：是哪一种情形？").format(name=found.resident.name), width=WIDTH)
        self._found, self._others, self._try, self._tell = found, list(others), try_, tell
        self.list = LinesList(tr("情形"), width=WIDTH - 52, most=262, heads=0, ends=260)
        self.list.put([Line("", text.answer("enrolment", each.enrolment), _end(each.assessment)) for each in others])
        self.day_label, self.day, self.paper = label("", "large"), QLineEdit(), label("", "quiet", wrap=True)
        self.answer = label("", "reason", wrap=True)
        self.answer.setAccessibleName(tr("按这种情形"))
        self.day.setPlaceholderText(text.TYPED["event_date"])
        fix(self.day, width=300)
        hint = tr("照居民说的和证件选。选定以后，这一笔就按它算，并记进缴费记录。")
        self.body.addWidget(label(hint, "quiet", wrap=True))
        self.body.addWidget(self.list)
        self.body.addLayout(row(self.day_label, self.day, None, gap=12))
        self.body.addWidget(self.paper)
        self.keep_in_sight(self.answer)
        self.add_feet(tr("就按这种"), self._accept)
        self.list.setCurrentRow(self._place_of(found.facts.enrolment))
        self.day.setText(str(found.facts.event_date or ""))
        self.list.currentRowChanged.connect(lambda _row: self._show())
        self.day.textChanged.connect(lambda _words: self._show())
        self._show()

    def _place_of(self, enrolment: str | None) -> int:
        return next((n for n, each in enumerate(self._others) if each.enrolment == enrolment), 0)

    @property
    def chosen(self) -> Situation:
        """The situation the cursor is on."""
        return self._others[max(self.list.currentRow(), 0)]

    def _told(self) -> Told:
        """The situation and its date. Raises Unreadable."""
        told: Told = {"enrolment": self.chosen.enrolment}
        if needs_day(self.chosen.assessment):
            told["event_date"] = read_day(self.day.text(), text.event_day(self.chosen.enrolment)).isoformat()
        return told

    def _show(self) -> None:
        kind, needed = self.chosen.enrolment, needs_day(self.chosen.assessment)
        self.day_label.setText(tr("{event_day}：").format(event_day=text.event_day(kind)))
        self.day.setAccessibleName(text.event_day(kind))
        self.paper.setText(
            tr("请居民出示{event_paper}。").format(event_paper=event_paper(self._found.assessment.policy, kind))
        )
        for widget in (self.day_label, self.day, self.paper):
            widget.setVisible(needed)
        self.complain("")
        self._answer()
        self._place()

    def _answer(self) -> None:
        """The answer of the situation as far as it is told, below the list and beside its line."""
        try:
            a = self._try(self._told()).assessment
        except Unreadable:
            a = self.chosen.assessment
            words = tr("按 Enter，填上{event_day}，就能算出来。").format(
                event_day=text.event_day(self.chosen.enrolment)
            )
        else:
            words = tr("{outcome}　{headline}").format(outcome=text.OUTCOMES[a.outcome], headline=a.headline)
        self.answer.setText(words)
        self.list.set_end(max(self.list.currentRow(), 0), _end(a))

    def _accept(self) -> None:
        if needs_day(self.chosen.assessment) and self.list.hasFocus():
            self.day.setFocus()
            self.day.selectAll()
            return
        try:
            told = self._told()
        except Unreadable as error:
            self.complain(str(error))
            self.day.setFocus()
            self.day.selectAll()
            return
        self.close_sheet()
        self._tell(told)


def _end(a: Assessment) -> str:
    """What stands beside a situation: the sum, or why there is none yet."""
    if needs_day(a):
        return tr("看日期")
    if a.outcome in ("collect", "collect_zero") and a.due_fen is not None:
        return yuan(a.due_fen)
    return text.OUTCOMES[a.outcome]
