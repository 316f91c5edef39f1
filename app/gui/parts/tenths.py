"""A length in tenths of a millimetre, shown and typed in millimetres."""

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QValidator
from PySide6.QtWidgets import QSpinBox

from app.gui.parts.held import ENTER
from app.gui.scale import fix
from app.gui.words import tr

TYPED = re.compile(r"([-−]?)(\d{1,2})(?:[.。](\d?))?")


class Tenths(QSpinBox):
    """↑ and ↓ move by 0.1 mm. The value is whole tenths: no fraction is ever rounded."""

    entered = Signal()

    def __init__(self, name: str, *, most: int) -> None:
        super().__init__()
        self.setRange(-most, most)
        self.setSuffix(tr(" 毫米"))
        self.setAccessibleName(name)
        self.lineEdit().setAccessibleName(name)
        self.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        fix(self, width=140)

    def textFromValue(self, value: int) -> str:
        """-5 -> "-0.5"."""
        return f"{'-' if value < 0 else ''}{abs(value) // 10}.{abs(value) % 10}"

    def valueFromText(self, text: str) -> int:
        """ "-0.5 毫米" -> -5."""
        found = TYPED.fullmatch(text.removesuffix(self.suffix()).strip())
        if found is None:
            return self.value()
        tenths = int(found[2]) * 10 + int(found[3] or 0)
        return -tenths if found[1] else tenths

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        """What can still become a length may be typed."""
        typed = text.removesuffix(self.suffix()).strip()
        if typed in ("", "-", "−"):
            return QValidator.State.Intermediate, text, place
        good = TYPED.fullmatch(typed) is not None and abs(self.valueFromText(text)) <= self.maximum()
        return QValidator.State.Acceptable if good else QValidator.State.Invalid, text, place

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on; all else is a length."""
        if Qt.Key(event.key()) in ENTER:
            self.interpretText()
            self.entered.emit()
        else:
            super().keyPressEvent(event)
