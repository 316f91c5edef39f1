"""Questions a clerk can ask the person standing there, with their answers as buttons: Alt+1, Alt+2 …"""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.desk.due import Due
from app.gui import text
from app.gui.parts.keys import KeyButton, bind
from app.gui.parts.layout import label, restyle

# Outcomes where a migrant worker may be better off than the roster's "ordinary": worth asking (domain.md, 一至四).
ASK_ENROLMENT = ("refer", "refuse", "not_open", "warn_no_benefit")


class Answers(QFrame):
    """The questions about one person. `answered` carries the fact's name and the value told."""

    answered = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("answers")
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(14, 8, 14, 8)
        self._rows.setSpacing(6)
        self._shortcuts: list[QShortcut] = []
        self.buttons: list[QPushButton] = []
        self.hide()

    def ask(self, found: Due, declared: Mapping[str, Any], keys_in: QWidget) -> None:
        """Show what can be asked about this person; what was answered already stays visible, to be corrected."""
        self._empty()
        facts = [] if found.paid else questions(found, declared)
        for fact in facts:
            self._rows.addLayout(self._row(fact, declared, keys_in))
        self.setVisible(bool(facts))

    def _row(self, fact: str, declared: Mapping[str, Any], keys_in: QWidget) -> QHBoxLayout:
        made = QHBoxLayout()
        made.setSpacing(8)
        made.addWidget(label(f"当面问：{text.QUESTIONS[fact]}？", "strong"))
        for value, word in text.ANSWERS[fact]:
            made.addWidget(
                self._button(fact, value, word, chosen=fact in declared and declared[fact] == value, keys_in=keys_in)
            )
        made.addStretch(1)
        return made

    def _button(self, fact: str, value: Any, word: str, *, chosen: bool, keys_in: QWidget) -> QPushButton:
        number = len(self.buttons) + 1
        key = f"Alt+{number}" if number <= 9 else ""
        button = KeyButton(f"✓ {word}" if chosen else word, key, lambda: self.answered.emit(fact, value))
        button.setAccessibleName(f"{text.QUESTIONS[fact]}：{word}")
        button.setMinimumHeight(40)
        restyle(button, kind="answer", chosen=chosen)
        if key:
            self._shortcuts.append(bind(keys_in, key, button.click))
        self.buttons.append(button)
        return button

    def _empty(self) -> None:
        for shortcut in self._shortcuts:
            shortcut.setParent(None)
            shortcut.deleteLater()
        self._shortcuts, self.buttons = [], []
        for widget in self.findChildren(QPushButton) + self.findChildren(QLabel):
            widget.hide()
            widget.deleteLater()
        while (item := self._rows.takeAt(0)) is not None:
            item.layout().deleteLater()


def questions(found: Due, declared: Mapping[str, Any]) -> list[str]:
    """The facts to ask for: those the rules need; where they need none, whether the roster knows the kind of case."""
    asked = [q.id for q in found.assessment.questions if q.id in text.ANSWERS]
    if not asked and found.assessment.outcome in ASK_ENROLMENT:
        asked.append("enrolment")
    return list(dict.fromkeys([*(f for f in declared if f in text.ANSWERS), *asked]))
