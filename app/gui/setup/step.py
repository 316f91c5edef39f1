"""What every step of setting up is: a title, a sentence, something to fill in, and why one cannot go on yet."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit

from app.desk.set_up import Plan
from app.gui.words import tr


class Step(QFrame):
    """Base of the steps. `title` and `words` stand above what the step asks.

    `mended` tells that something was filled in or chosen, `left` that a field was left.
    """

    mended = Signal()
    left = Signal()
    title = ""
    words = ""
    next_word = tr("下一步")

    def _watch(self, *fields: QLineEdit) -> None:
        """Tell what happens in these."""
        for each in fields:
            each.textChanged.connect(lambda _words: self.mended.emit())
            each.editingFinished.connect(self.left)

    def arrive(self, plan: Plan) -> None:
        """Show what is known and take the focus."""

    def answered(self, plan: Plan) -> Plan:
        """The plan with this step's answers."""
        return plan

    def enter(self) -> bool:
        """What Enter does where the focus is; False: it goes on to the next step."""
        return False

    def problem(self, plan: Plan) -> str:
        """Why one cannot go on, "" where nothing stands against it; `plan` has this step's answers."""
        return ""
