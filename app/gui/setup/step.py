"""What every step of setting up is: a title, a sentence, something to fill in, and why one cannot go on yet."""

from PySide6.QtWidgets import QFrame

from app.desk.set_up import Plan
from app.gui.words import tr


class Step(QFrame):
    """Base of the steps. `title` and `words` stand above what the step asks."""

    title = ""
    words = ""
    next_word = tr("下一步")

    def arrive(self, plan: Plan) -> None:
        """Show what is known and take the focus."""

    def answered(self, plan: Plan) -> Plan:
        """The plan with this step's answers."""
        return plan

    def problem(self, plan: Plan) -> str:
        """Why one cannot go on, "" where nothing stands against it; `plan` has this step's answers."""
        return ""
