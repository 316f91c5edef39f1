"""A place on the disk: typed, pasted or chosen in the system's dialog."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from app.gui.parts.keys import KeyButton
from app.gui.words import tr


class PathField(QWidget):
    """One line for a path and a button that opens the system's dialog. `pattern` "" asks for a folder."""

    submitted = Signal()

    def __init__(self, name: str, *, pattern: str = "", hint: str = "", save_as: str = "") -> None:
        super().__init__()
        self._name, self._pattern, self._save_as = name, pattern, save_as
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(hint)
        self.line.returnPressed.connect(self.submitted)
        self.browse = KeyButton(tr("浏览…"), "", self._browse)
        self.browse.setAccessibleName(tr("浏览：{name}").format(name=name))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.browse)
        self.setFocusProxy(self.line)

    @property
    def path(self) -> Path | None:
        """What was chosen, None where nothing was."""
        text = self.line.text().strip().strip('"')
        return Path(text).expanduser() if text else None

    def set_path(self, path: Path) -> None:
        """Show a path."""
        self.line.setText(str(path))

    def _browse(self) -> None:
        # Not where the program lies.
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        start = self.line.text() or str(Path(documents) / self._save_as)
        if self._save_as:
            chosen, _ = QFileDialog.getSaveFileName(self, self._name, start, self._pattern)
        elif self._pattern:
            chosen, _ = QFileDialog.getOpenFileName(self, self._name, start, self._pattern)
        else:
            chosen = QFileDialog.getExistingDirectory(self, self._name, start)
        if chosen:
            self.line.setText(chosen)
        self.line.setFocus()
