"""Counting the drawer blind: pieces of each denomination, what is counterfeit or torn, the sum; nothing expected."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QWidget

from app.domain.day import BadNote
from app.domain.payment import yuan_plain
from app.gui.parts.bad_notes import BadNotes
from app.gui.parts.flow import ends
from app.gui.parts.keys import KeyButton, key_button
from app.gui.parts.layout import column, foot, label, sides
from app.gui.parts.notes import NotesForm
from app.gui.words import tr

WORDS = tr("请把抽屉里的钱全部点一遍（连备用金），照实填张数。点完才显示应有多少。")


class CountCard(QFrame):
    """Enter goes through the denominations and then counts."""

    def __init__(self, keys_in: QWidget, count: Callable[[], None]) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.before = label("", "warn", wrap=True)
        self.notes, self.bad, self.sum = NotesForm(), BadNotes(), label("", "figure")
        self.sum.setAccessibleName(tr("点钞合计"))
        self.count_button = KeyButton(tr("点好了"), "F9", count, kind="main")
        self.bad_button = key_button(keys_in, tr("有假币、残币"), "Alt+B", self.bad.add)
        bottom = foot(ends([self.sum], (self.bad_button, self.count_button), gap=12))
        words = label(WORDS, "large", wrap=True)
        self.before.setAccessibleName(tr("点钞以前"))
        self.before.hide()
        counted = sides(self.notes, self.bad, None, gap=24)
        self.setLayout(column(label(tr("点钞"), "title"), words, self.before, counted, None, bottom, gap=10, margin=12))
        self.notes.changed.connect(self._show)
        self.notes.finished.connect(count)
        self.bad.entered.connect(self.count_button.setFocus)
        self._show()

    def show_before(self, said: str) -> None:
        """What is to be known before one counts ("": nothing)."""
        self.before.setText(said)
        self.before.setVisible(bool(said))

    def _show(self) -> None:
        self.sum.setText(tr("合计 {sum} 元").format(sum=yuan_plain(self.notes.sum_fen)))

    @property
    def found_bad(self) -> tuple[BadNote, ...]:
        """Counterfeit and torn notes."""
        return self.bad.bad

    def clear(self) -> None:
        """Count anew."""
        self.notes.clear()
        self.bad.clear()
        self._show()
