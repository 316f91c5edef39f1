"""Short fields with their names over them, side by side: what only some sheets ask for in one line."""

from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from app.gui.parts.layout import column, label, sides
from app.gui.scale import fix


def field(name: str, hint: str = "", *, width: int = 0) -> QLineEdit:
    """One line to type in; `width` 0: as wide as there is room."""
    made = QLineEdit()
    made.setAccessibleName(name)
    made.setPlaceholderText(hint)
    if width:
        fix(made, width=width)
    return made


def secret(name: str, *, width: int = 0) -> QLineEdit:
    """A field for a passphrase."""
    made = field(name, width=width)
    made.setEchoMode(QLineEdit.EchoMode.Password)
    return made


class FieldRow(QFrame):
    """Fields side by side, each under its accessible name; `words` stand before them, where they belong together."""

    def __init__(self, *fields: QWidget, words: str = "") -> None:
        super().__init__()
        self.fields = fields
        line = sides(*(column(label(each.accessibleName(), "quiet"), each, gap=4) for each in fields))
        if all(each.maximumWidth() == each.minimumWidth() for each in fields):
            line.addStretch(1)
        self._words = label(words, "strong", wrap=True)
        self.setLayout(column(self._words, line, gap=6))
        self._words.setVisible(bool(words))

    def say(self, words: str) -> None:
        """Other words before the fields; "" for none."""
        self._words.setText(words)
        self._words.setVisible(bool(words))
