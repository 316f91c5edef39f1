"""The strip under the header: what happened, what is safe and what to do, in a sentence; it interrupts nothing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from app.gui.icons import Icon
from app.gui.parts.keys import KeyButton
from app.gui.parts.layout import label, restyle
from app.gui.words import tr

SIGNS = {"calm": tr("说明"), "good": tr("完成"), "caution": tr("请留意")}
ICONS = {"calm": "info", "good": "circle-check", "caution": "triangle-alert"}


class Strip(QFrame):
    """One sentence at a time; the newest replaces the one before. `changed`: another one, or none."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self._sign, self._icon = label("", "sign"), Icon(ICONS["calm"], "calm", pixels=24)
        self.sentence: QLabel = label("", "base", wrap=True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.sentence.setAccessibleName(tr("提示"))
        self.close_button = KeyButton(tr("知道了"), "Esc", self.clear, slim=True)
        # A click on it leaves the focus where the clerk is working; Tab comes to it.
        self.close_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 6, 12, 6)
        row.setSpacing(14)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.close_button)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence that stands there, "" where none does."""
        return self.sentence.text()

    def show_sentence(self, sentence: str, kind: str) -> None:
        """Show a sentence; "" takes the strip away."""
        self.sentence.setText(sentence)
        self._sign.setText(SIGNS[kind])
        self._icon.show_icon(ICONS[kind], kind)
        restyle(self, kind=kind)
        restyle(self._sign, kind=kind)
        self.setVisible(bool(sentence))
        self.changed.emit()

    def clear(self) -> None:
        """Take the sentence away."""
        self.show_sentence("", "calm")
