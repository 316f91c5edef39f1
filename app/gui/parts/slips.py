"""A list of receipts to choose one or all from."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from app.gui import text
from app.gui.scale import fix


@dataclass(frozen=True)
class Line:
    """One receipt of a list: its number, and what stands beside it."""

    receipt: str
    words: str


class SlipList(QListWidget):
    """Receipts, one a line; ↑ and ↓ choose."""

    def __init__(self, lines: Sequence[Line], *, name: str, height: int = 240) -> None:
        super().__init__()
        self.setAccessibleName(name)
        fix(self, height=height)
        for line in lines:
            item = QListWidgetItem(f"{text.receipt(line.receipt)}    {line.words}")
            item.setData(Qt.ItemDataRole.UserRole, line.receipt)
            self.addItem(item)
        self.setCurrentRow(0)

    @property
    def receipt(self) -> str | None:
        """The receipt that is chosen, None in an empty list."""
        return str(self.currentItem().data(Qt.ItemDataRole.UserRole)) if self.currentRow() >= 0 else None

    def choose(self, receipt: str) -> None:
        """Choose the line with this receipt, if it is there."""
        for place in range(self.count()):
            if self.item(place).data(Qt.ItemDataRole.UserRole) == receipt:
                self.setCurrentRow(place)
