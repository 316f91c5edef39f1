"""Counting the drawer blind: pieces of each denomination, what is counterfeit or torn, the sum; nothing expected."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QWidget

from app.domain.day import BadNote
from app.domain.payment import yuan_plain
from app.gui.parts.bad_notes import BadNotes
from app.gui.parts.keys import KeyButton, key_button
from app.gui.parts.layout import column, label, row
from app.gui.parts.notes import NotesForm

WORDS = "请把抽屉里的钱全部点一遍（连备用金），照实填张数。点完才显示应有多少。"


class CountCard(QFrame):
    """Enter goes through the denominations and then counts."""

    def __init__(self, keys_in: QWidget, count: Callable[[], None]) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.notes, self.bad, self.sum = NotesForm(), BadNotes(), label("", "figure")
        self.sum.setAccessibleName("点钞合计")
        self.count_button = KeyButton("点好了", "F9", count, kind="main")
        self.bad_button = key_button(keys_in, "有假币、残币", "F1", self.bad.add)
        foot = row(self.sum, None, self.bad_button, self.count_button)
        words = label(WORDS, "large", wrap=True)
        counted = row(gap=12)
        counted.addWidget(self.notes, 1)
        counted.addWidget(self.bad)
        self.setLayout(column(label("点钞", "title"), words, counted, None, foot, gap=14, margin=18))
        self.notes.changed.connect(self._show)
        self.notes.finished.connect(count)
        self.bad.entered.connect(self.count_button.setFocus)
        self._show()

    def _show(self) -> None:
        self.sum.setText(f"合计 {yuan_plain(self.notes.sum_fen)} 元")

    @property
    def found_bad(self) -> tuple[BadNote, ...]:
        """Counterfeit and torn notes."""
        return self.bad.bad

    def clear(self) -> None:
        """Count anew."""
        self.notes.clear()
        self.bad.clear()
        self._show()
