"""Counting the drawer: how many of each note and coin, and their sum while it is typed."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QSpinBox, QWidget

from app.domain.day import DENOMINATIONS, notes_sum
from app.domain.payment import yuan_plain
from app.gui.parts.held import ENTER
from app.gui.parts.layout import label
from app.gui.scale import fix
from app.gui.words import tr

MOVES = {Qt.Key.Key_Up: False, Qt.Key.Key_PageUp: False, Qt.Key.Key_Down: True, Qt.Key.Key_PageDown: True}


def denomination(fen: int) -> str:
    """100 元, 5 角."""
    return tr("{sum} 元").format(sum=yuan_plain(fen)) if fen % 100 == 0 else tr("{sum} 角").format(sum=fen // 10)


class Pieces(QSpinBox):
    """How many pieces of one denomination; Enter goes on to the next."""

    entered = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setRange(0, 9_999)
        self.setAccessibleName(name)
        self.lineEdit().setAccessibleName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        fix(self, width=90)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, arrows go from one to the next and change no count; all else counts."""
        key = Qt.Key(event.key())
        if key in ENTER:
            self.interpretText()
            self.entered.emit()
        elif key in MOVES:
            self.interpretText()
            self.focusNextPrevChild(MOVES[key])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """However one comes here, also back from the manual: what is typed replaces what stands there."""
        super().focusInEvent(event)
        self.selectAll()


class NotesForm(QWidget):
    """One spin box a denomination, two columns. `finished`: Enter in the last one."""

    changed = Signal()
    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.boxes: dict[int, Pieces] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(10)
        for place, fen in enumerate(DENOMINATIONS):
            self._add(grid, place, fen)
        grid.setColumnStretch(7, 1)
        grid.setRowMinimumHeight(0, 52)
        boxes = list(self.boxes.values())
        for box, after in pairwise(boxes):
            box.entered.connect(lambda after=after: (after.setFocus(), after.selectAll()))
        boxes[-1].entered.connect(self.finished)

    def _add(self, grid: QGridLayout, place: int, fen: int) -> None:
        name = denomination(fen)
        box = Pieces(tr("{name}张数").format(name=name))
        box.valueChanged.connect(lambda _n: self.changed.emit())
        rows = len(DENOMINATIONS) // 2
        row, column = place % rows, place // rows * 4
        grid.addWidget(label(name, "large"), row, column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(label("×", "quiet"), row, column + 1)
        grid.addWidget(box, row, column + 2)
        if column == 0:
            grid.setColumnMinimumWidth(3, 24)
        self.boxes[fen] = box

    @property
    def notes(self) -> dict[int, int]:
        """Denominations in fen with their pieces, those without any left out."""
        return {fen: box.value() for fen, box in self.boxes.items() if box.value()}

    @property
    def sum_fen(self) -> int:
        """What was counted."""
        return notes_sum(self.notes)

    def clear(self) -> None:
        """Count anew."""
        for box in self.boxes.values():
            box.setValue(0)

    def start(self) -> None:
        """The focus on the largest note."""
        first = next(iter(self.boxes.values()))
        first.setFocus()
        first.selectAll()
