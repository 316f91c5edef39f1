"""The bar of the first day: which step this is, one sentence how to do it, and a key that leads there."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout

from app.gui.parts.keys import KeyButton
from app.gui.parts.layout import label
from app.gui.words import tr


class Guide(QFrame):
    """Hidden where there is no step. `go` leads to where the step is done, `later` puts it off."""

    def __init__(self, go: Callable[[], None], later: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName("guide")
        self.place, self.title = label("", "sign"), label("", "strong")
        self.place.setProperty("kind", "calm")
        self.words = label("", "base", wrap=True)
        self.words.setAccessibleName(tr("这一步怎么做"))
        self.go_button = KeyButton(tr("去做"), "Alt+N", go, slim=True)
        self.later_button = KeyButton(tr("以后再设"), "Alt+M", later, slim=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 6, 12, 6)
        row.setSpacing(14)
        for each in (self.place, self.title):
            row.addWidget(each, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.words, 1)
        row.addWidget(self.later_button)
        row.addWidget(self.go_button)
        self.hide()

    def show_step(self, place: str, title: str, words: str, *, here: bool, can_wait: bool) -> None:
        """Show a step; `here`: the clerk is where it is done already; `can_wait`: it may be put off."""
        self.place.setText(place)
        self.title.setText(title)
        self.words.setText(words)
        self.go_button.setVisible(not here)
        self.later_button.setVisible(can_wait)
        self.show()
