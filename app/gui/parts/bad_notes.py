"""Counterfeit and torn notes found while counting: a line each, shown only where there are any."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from app.domain.day import BAD_KINDS, DENOMINATIONS, BadNote
from app.gui.parts.layout import column, label, row
from app.gui.parts.notes import Pieces, denomination
from app.gui.scale import fix
from app.gui.words import tr

MOST = 3
WIDTH = 340


class BadLine(QWidget):
    """Kind, denomination, pieces."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.kind, self.note = QComboBox(), QComboBox()
        for word, kind in ((word, kind) for kind, word in BAD_KINDS.items()):
            self.kind.addItem(word, kind)
        for fen in DENOMINATIONS:
            self.note.addItem(denomination(fen), fen)
        self.kind.setAccessibleName(tr("第 {number} 行：假币还是残币").format(number=number))
        self.note.setAccessibleName(tr("第 {number} 行：面值").format(number=number))
        fix(self.kind, width=98)
        fix(self.note, width=118)
        self.pieces = Pieces(tr("第 {number} 行：假币、残币张数").format(number=number))
        line: QHBoxLayout = row(self.kind, self.note, label("×", "quiet"), self.pieces, None, gap=6)
        self.setLayout(line)

    @property
    def bad(self) -> BadNote | None:
        """What stands in the line, None where no piece does."""
        if not self.pieces.value():
            return None
        return BadNote(kind=self.kind.currentData(), fen=self.note.currentData(), pieces=self.pieces.value())


class BadNotes(QWidget):
    """At most three lines, none to begin with. `entered`: Enter in the pieces of a line."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.lines = [BadLine(number) for number in range(1, MOST + 1)]
        words = label(tr("假币、残币不算钱，不要点进各种面额的张数里。↑ ↓ 选，Tab 到下一格。"), "quiet", wrap=True)
        lines = column(words, *self.lines, None, gap=8)
        self.setLayout(lines)
        fix(self, width=WIDTH)
        for line in self.lines:
            line.pieces.entered.connect(self.entered)
        self.clear()

    @property
    def bad(self) -> tuple[BadNote, ...]:
        """What was found."""
        return tuple(found for line in self.lines if not line.isHidden() and (found := line.bad) is not None)

    def add(self) -> None:
        """One line more, with the focus in it."""
        hidden = next((line for line in self.lines if line.isHidden()), None)
        if hidden is not None:
            hidden.show()
        self.show()
        (hidden or self.lines[-1]).kind.setFocus()

    def clear(self) -> None:
        """As before any was found."""
        for line in self.lines:
            line.pieces.setValue(0)
            line.hide()
        self.hide()
