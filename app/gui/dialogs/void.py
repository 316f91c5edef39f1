"""作废: one receipt of the open day, with a reason. The number stays; cash goes back over the counter."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QLineEdit

from app.desk.receipts import Slip
from app.gui import text
from app.gui.dialogs.sheet import Sheet
from app.gui.parts.layout import foot, label
from app.gui.parts.slips import Line, SlipList
from app.gui.words import tr

Void = Callable[[str, str], str]
"""Voids a receipt for a reason; returns "" or the sentence why not."""


class VoidSheet(Sheet):
    """Choose with ↑ ↓, say why, Enter."""

    def __init__(self, slips: Sequence[Slip], chosen: str | None, void: Void) -> None:
        super().__init__(tr("作废一张凭据"), width=760)
        self._void = void
        standing = [s for s in slips if not s.void]
        # Somebody has been chosen already: of two with one name the other must not be within reach.
        meant = [s for s in standing if s.receipt == chosen] or standing
        self.list = SlipList([_line(s) for s in meant], name=tr("今天的凭据"))
        self.reason = QLineEdit()
        self.reason.setAccessibleName(tr("作废原因"))
        self.reason.setPlaceholderText(tr("例如：人选错了，居民改为线上缴费"))
        self.body.addWidget(
            label(
                tr("↑ ↓ 选凭据，按 Enter 写原因，再按 Enter 作废。号码保留；现金当面退还，刷卡的在 POS 机上撤销。"),
                "quiet",
                wrap=True,
            )
        )
        self.body.addWidget(self.list)
        self.keep_in_sight(foot(label(tr("作废原因"), "large"), self.reason, gap=8))
        self.add_feet(tr("作废"), self._accept).setEnabled(bool(standing))

    def _accept(self) -> None:
        if self.list.hasFocus():
            self.reason.setFocus()
            return
        if not self.reason.text().strip():
            self.complain(tr("请写明原因再作废。什么也没有变。"))
            self.reason.setFocus()
            return
        refusal = self._void(self.list.receipt or "", self.reason.text())
        if refusal:
            self.complain(refusal)
        else:
            self.close_sheet()


def _line(slip: Slip) -> Line:
    """Name, sum, and what tells namesakes apart: the group, and when it was paid."""
    words = (slip.name, text.yuan(slip.due_fen), text.METHODS[slip.method], slip.group, slip.at[11:16])
    return Line(slip.receipt, words)
