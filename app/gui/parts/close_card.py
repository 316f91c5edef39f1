"""After the count: the four figures, and where they differ the reason and the second person; then the close."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from app.desk.day_standing import Standing
from app.gui.parts.fields import FieldRow, field
from app.gui.parts.keys import key_button
from app.gui.parts.layout import column, foot, row
from app.gui.parts.match_table import MatchTable
from app.gui.parts.second import SecondForm
from app.gui.session import Session
from app.gui.words import tr


class CloseCard(QFrame):
    """Reason and second person stand there only where the figures differ."""

    def __init__(
        self, keys_in: QWidget, session: Session, recount: Callable[[], None], close: Callable[[], None]
    ) -> None:
        super().__init__()
        self.setProperty("card", True)
        self._session = session
        self.match, self.reason = (
            MatchTable(),
            field(tr("差异原因（必填）"), tr("例如：找零多给了 50 元，已告知村主任")),
        )
        self.why = FieldRow(self.reason)
        self.second = SecondForm(session, caption=tr("一起确认的另一位操作员"))
        self.recount_button = key_button(keys_in, tr("重新点钞"), "F8", recount)
        self.close_button = key_button(keys_in, tr("日结"), "F10", close, kind="main")
        lines = column(self.match, self.why, self.second, None, gap=8, margin=16)
        lines.addWidget(foot(row(self.recount_button, None, self.close_button)))
        self.setLayout(lines)
        for part in (self.why, self.second):
            part.hide()
        for line in (self.reason, self.second.name, self.second.word):
            line.returnPressed.connect(lambda line=line: self._entered(line, close))

    def _entered(self, line: QLineEdit, close: Callable[[], None]) -> None:
        """Enter goes on to the next field, after the last one it closes."""
        stops = [self.reason, *(() if self.second.isHidden() else self.second.stops)]
        following = stops[stops.index(line) + 1 :] if line in stops else []
        if following:
            following[0].setFocus()
        else:
            close()

    def show_standing(self, found: Standing) -> None:
        """Show a counted day, with the focus on the next thing to do."""
        self.match.show_standing(found)
        differs = found.counted is not None and bool(found.counted.match.differences)
        self.why.setVisible(differs)
        self.second.setVisible(differs and self.second.has_colleague)

    @property
    def differs(self) -> bool:
        """Whether a reason is asked for."""
        return not self.why.isHidden()

    @property
    def first(self) -> QWidget:
        """Where the focus goes."""
        return self.close_button if self.why.isHidden() else self.reason

    def clear(self) -> None:
        """Nothing of this day stays for the next."""
        self.reason.clear()
        self.second.word.clear()
        for part in (self.why, self.second):
            part.hide()
