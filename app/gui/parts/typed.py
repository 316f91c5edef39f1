"""Answers that are typed: a date, a year, a number of years; and the sentence for one that cannot be read."""

import re
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from app.domain.answer import Assessment
from app.domain.errors import Refused
from app.domain.roster_values import date_of
from app.gui.scale import fix
from app.gui.words import tr

UNREADABLE = {
    "last_insured_year": tr("请写四位年份，例如 2021。"),
    "repaid_years": tr("请写补缴了几年，例如 2；没有补缴就写 0。"),
}
NUMBERS = {"last_insured_year": re.compile(r"(19|20)\d\d"), "repaid_years": re.compile(r"\d{1,2}")}
NO_DATE = tr("请写日期，例如 2024-01-10，也可以写 20240110。")


class Unreadable(Exception):
    """What was typed is no answer; `str()` says what to type instead."""


class TypedAnswer(QLineEdit):
    """One short line; Enter gives the answer, Esc leaves without one."""

    left = Signal()

    def __init__(self, name: str, hint: str, *, width: int = 280) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        fix(self, width=width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back; everything else is text."""
        if Qt.Key(event.key()) == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def value_of(fact: str, words: str, name: str) -> str | int:
    """The typed answer as the rules take it: dates as ISO text, years as numbers. Raises Unreadable."""
    if fact == "event_date":
        return read_day(words, name).isoformat()
    if not NUMBERS[fact].fullmatch(words.strip()):
        raise Unreadable(UNREADABLE[fact])
    return int(words.strip())


def read_day(words: str, name: str) -> date:
    """A date in any of the ways people write it, 20240110 too. Raises Unreadable with the sentence."""
    try:
        found = date_of(words, name)
    except Refused as error:
        raise Unreadable(str(error)) from error
    if found is None:
        raise Unreadable(NO_DATE)
    return found


def needs_day(a: Assessment) -> bool:
    """Whether the answer hangs on the day something happened."""
    return any(question.id == "event_date" for question in a.questions)
