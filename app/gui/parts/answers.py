"""What is asked of the person standing there, one question at a time: answers as buttons (Alt+1 …) or a short field.

What was said already stands above in one line, to be taken back (Alt+9); the counter has no room for more.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.desk.due import Due
from app.desk.situations import Situation, worth_asking
from app.gui import text
from app.gui.parts.flow import Flow
from app.gui.parts.keys import KeyButton, bind
from app.gui.parts.layout import label, restyle
from app.gui.parts.typed import TypedAnswer, Unreadable, value_of
from app.gui.scale import fix
from app.gui.words import tr

# The situations that have a button of their own; all others are behind "another".
COMMON = ("ordinary", "migrant_worker")

Asked = tuple[str, tuple[tuple[object, str], ...]]


class Answers(QFrame):
    """The question about one person. `answered` carries the fact's name and the value told."""

    answered = Signal(str, object)
    unreadable = Signal(str)
    another = Signal()
    """Another kind of case than those with a button."""
    taken_back = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("answers")
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(14, 7, 14, 7)
        self._rows.setSpacing(4)
        self._shortcuts: list[QShortcut] = []
        self.buttons: list[QPushButton] = []
        self.field: TypedAnswer | None = None
        self.said: QLabel | None = None
        self._asked: Asked | None = None
        self.stops: list[QWidget] = []
        """Where Tab goes inside, in the order in which it reads."""
        self.hide()

    def ask(self, found: Due, declared: Mapping[str, Any], others: Sequence[Situation], keys_in: QWidget) -> None:
        """Show the next question about this person, or the last answer, and what else was said."""
        fact, before = next_question(found, declared, others)
        if fact is not None:
            asked = _asked_afresh(fact, before, declared, others)
            # The same question to somebody else: at each key that is typed the row would be built anew.
            if asked is None or asked != self._asked:
                self._empty()
                self._asked = asked
                if before:
                    told = text.told({f: declared[f] for f in before}, found.facts.enrolment)
                    self._rows.addLayout(self._said_row(told, keys_in))
                self._rows.addLayout(self._row(fact, found, declared, others, keys_in))
        self._stand(fact is not None)

    def _stand(self, on: bool) -> None:
        """Whether anything is asked; while nothing is, the last question waits out of sight and its keys are dead."""
        for shortcut in self._shortcuts:
            shortcut.setEnabled(on)
        self.setVisible(on)

    def _said_row(self, told: str, keys_in: QWidget) -> QHBoxLayout:
        self.said = label(tr("已说明：{told}").format(told=told), "base", wrap=True)
        back = KeyButton(tr("重新问"), "Alt+9", self.taken_back.emit, kind="answer", slim=True)
        back.setAccessibleName(tr("重新问：说过的都不算"))
        self._shortcuts.append(bind(keys_in, "Alt+9", back.click))
        made = QHBoxLayout()
        made.addWidget(self.said, 1)
        made.addWidget(back)
        self.stops.append(back)
        return made

    def _row(
        self, fact: str, found: Due, declared: Mapping[str, Any], others: Sequence[Situation], keys_in: QWidget
    ) -> Flow:
        made = Flow(gap=8)
        name = text.question(fact, found.facts.enrolment)
        typed = fact in text.TYPED
        asked = tr("当面问（Alt+1）：{name}？") if typed else tr("当面问：{name}？")
        made.addWidget(label(asked.format(name=name), "strong"))
        if typed:
            self._field(made, fact, name, declared.get(fact), keys_in)
        else:
            for value, word in _choices(fact, declared, others):
                made.addWidget(self._button(fact, value, word, fact in declared and declared[fact] == value, keys_in))
        if fact == "enrolment":
            # The key itself is the page's: it works where nothing is asked as well.
            other = KeyButton(tr("另一种情形…"), "Alt+0", self.another.emit, kind="answer", slim=True)
            fix(other, least_height=40)
            made.addWidget(other)
            self.stops.append(other)
        return made

    def _field(self, made: Flow, fact: str, name: str, told: Any, keys_in: QWidget) -> None:
        field = TypedAnswer(name, text.TYPED[fact], width=270)
        field.setText("" if told is None else str(told))
        field.returnPressed.connect(lambda: self._give(fact, name, field))
        field.left.connect(self.left)
        done = KeyButton(tr("填好了"), "Enter", lambda: self._give(fact, name, field), kind="answer", slim=True)
        fix(done, least_height=40)
        self._shortcuts.append(bind(keys_in, "Alt+1", field.setFocus))
        made.addWidget(field)
        made.addWidget(done)
        self.field = field
        self.stops += [field, done]

    def _give(self, fact: str, name: str, field: QLineEdit) -> None:
        try:
            value = value_of(fact, field.text(), name)
        except Unreadable as error:
            field.setFocus()
            field.selectAll()
            self.unreadable.emit(str(error))
        else:
            self.answered.emit(fact, value)

    def _button(self, fact: str, value: Any, word: str, chosen: bool, keys_in: QWidget) -> QPushButton:
        number = len(self.buttons) + 1
        key = f"Alt+{number}"
        said = f"✓ {word}" if chosen else word
        button = KeyButton(said, key, lambda: self.answered.emit(fact, value), slim=True)
        button.setAccessibleName(tr("{question}：{word}").format(question=text.QUESTIONS[fact], word=word))
        fix(button, least_height=40)
        restyle(button, kind="answer", chosen=chosen)
        self._shortcuts.append(bind(keys_in, key, button.click))
        self.buttons.append(button)
        self.stops.append(button)
        return button

    def _empty(self) -> None:
        for shortcut in self._shortcuts:
            shortcut.setParent(None)
            shortcut.deleteLater()
        self._shortcuts, self.buttons, self.stops = [], [], []
        self.field, self.said = None, None
        for kind in (QPushButton, QLabel, QLineEdit):
            for widget in self.findChildren(kind):
                widget.hide()
                widget.deleteLater()
        while (item := self._rows.takeAt(0)) is not None:
            item.layout().deleteLater()


def _asked_afresh(
    fact: str | None, before: tuple[str, ...], declared: Mapping[str, Any], others: Sequence[Situation]
) -> Asked | None:
    """The question and its buttons where nothing was told or typed yet, so that the row is the same for anybody."""
    if fact is None or before or fact in declared or fact in text.TYPED:
        return None
    return fact, tuple(_choices(fact, declared, others))


def _choices(fact: str, declared: Mapping[str, Any], others: Sequence[Situation]) -> list[tuple[object, str]]:
    """The answers with a button: of the situations the common ones the pack knows, or the one told in place of one."""
    if fact != "enrolment":
        return list(text.ANSWERS[fact])
    told = declared.get(fact)
    common = COMMON if told in (None, *COMMON) else (COMMON[0], told)
    known = {each.enrolment for each in others}
    return [(kind, text.answer(fact, kind)) for kind in common if kind in known]


def next_question(
    found: Due, declared: Mapping[str, Any], others: Sequence[Situation]
) -> tuple[str | None, tuple[str, ...]]:
    """The fact to ask for now, and the facts told before. Where nothing is open the last choice stays to be changed."""
    if found.paid:
        return None, ()
    said = [fact for fact in declared if fact in text.QUESTIONS]
    asked = text.open_questions(found)
    if not asked and "enrolment" not in declared and worth_asking(found, tuple(others)):
        asked = ["enrolment"]
    chosen = [fact for fact in said if fact in text.ANSWERS] or said
    now = next(iter(asked), chosen[-1] if chosen else None)
    return now, tuple(fact for fact in said if fact != now)
