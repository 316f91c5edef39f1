"""不参保: why somebody does not join, for the list of those left."""

from collections.abc import Callable

from app.desk.decline import REASONS
from app.gui.dialogs.sheet import Sheet
from app.gui.parts.fields import FieldRow, field
from app.gui.parts.layout import label
from app.gui.parts.lines import Line, LinesList
from app.gui.words import tr

WIDTH = 760
Decline = Callable[[str, str], str]
"""Records a reason (a key) and a note; "" or the sentence why not."""


class DeclineSheet(Sheet):
    """↑ ↓ choose the reason, Enter, a note where there is something to add, Enter."""

    def __init__(self, name: str, latest: str, decline: Decline) -> None:
        super().__init__(tr("{name}：为什么不参保").format(name=name), width=WIDTH)
        self._decline, self._reasons = decline, list(REASONS)
        self.list = LinesList(tr("原因"), width=WIDTH - 52, most=432, heads=0)
        self.list.put([Line("", words) for words in REASONS.values()])
        self.note = field(tr("补充说明（可以不填）"), tr("例如：在苏州上班，单位缴的"))
        hint = tr("↑ ↓ 选原因，按 Enter 写说明，再按 Enter 登记。人来了随时可以收。")
        self.body.addWidget(label(f"{latest}\n{hint}" if latest else hint, "quiet", wrap=True))
        self.body.addWidget(self.list)
        self.keep_in_sight(FieldRow(self.note))
        self.add_feet(tr("登记"), self._accept)

    def _accept(self) -> None:
        if self.goes_on(self.list, self.note):
            return
        refusal = self._decline(self._reasons[self.list.currentRow()], self.note.text())
        if refusal:
            self.complain(refusal)
        else:
            self.close_sheet()
