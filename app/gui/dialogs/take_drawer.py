"""交接班: the clerk signed in takes the drawer from the one who holds it, counted blind; the result comes after."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from app.desk.pass_drawer import HandedOver
from app.desk.second import Second
from app.domain.payment import yuan_plain
from app.domain.report import difference_text
from app.gui.dialogs.sheet import Sheet, go_to
from app.gui.parts.fields import FieldRow, field
from app.gui.parts.keys import key_button
from app.gui.parts.layout import label, row
from app.gui.parts.notes import NotesForm
from app.gui.parts.second import SecondForm
from app.gui.session import Session
from app.gui.words import tr

WIDTH = 820
THERE = tr("两个人一起点：抽屉里的钱（连备用金）照实填张数，交班人输入口令。点完登记了才显示应有多少。")
ABSENT = tr("交班人不在场：请照实填张数，写明为什么不能来。点完登记了才显示应有多少。")
Take = Callable[[int, dict[int, int], Second | None, str], HandedOver | str]
"""Takes the drawer: fen, denominations, the giver, a reason; the result, or the sentence why not."""


class TakeDrawerSheet(Sheet):
    """Enter goes through the denominations to the giver's passphrase, and then it is recorded."""

    def __init__(self, session: Session, holder: str, take: Take) -> None:
        super().__init__(tr("交接班：从 {holder} 手里接过现金").format(holder=holder), width=WIDTH)
        self._take = take
        self.words = label(THERE, "base", wrap=True)
        self.notes, self.sum = NotesForm(), label(tr("合计 0 元"), "title")
        self.sum.setAccessibleName(tr("点钞合计"))
        self.giver = SecondForm(session, who=holder, caption=tr("交班人"))
        self.reason = field(tr("原因"), tr("例如：生病不能来；或点了两遍确实少了"))
        self.why = FieldRow(self.reason)
        self.why.hide()
        self.result = label("", "large", wrap=True)
        self.result.setAccessibleName(tr("交接结果"))
        self.result.hide()
        counted = row()
        counted.addWidget(self.notes)
        counted.addWidget(self.sum, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        self.body.addWidget(self.words)
        self.body.addLayout(counted)
        for each in (self.giver, self.why, self.result):
            self.body.addWidget(each)
        self.absent = key_button(self, tr("交班人不在场"), "F7", self._toggle)
        self.accept_button = self.add_feet(tr("点好了，接过来"), self._accept, others=(self.absent,))
        self.notes.changed.connect(
            lambda: self.sum.setText(tr("合计 {sum} 元").format(sum=yuan_plain(self.notes.sum_fen)))
        )

    def _toggle(self) -> None:
        """Whether the giver is here; the same key changes it back."""
        # Before anything is hidden: with the field the focus would wander off by itself.
        counting = any(box.hasFocus() for box in self.notes.boxes.values())
        there = self.giver.isHidden()
        self.giver.setVisible(there)
        self.why.setVisible(not there)
        self.words.setText(THERE if there else ABSENT)
        self.absent.set_word(tr("交班人不在场") if there else tr("交班人在场"))
        self.complain("")
        if not counting:
            go_to(self.giver.word if there else self.reason)

    def _accept(self) -> None:
        if not self.result.isHidden():
            self.close_sheet()
        elif self.goes_on(*self.notes.boxes.values(), *self.giver.stops, self.reason):
            return
        elif self.giver.isHidden():
            self._record(None)
        else:
            self.accept_button.setEnabled(False)
            self.giver.vouch(self._record, self._not_vouched)

    def _not_vouched(self, sentence: str) -> None:
        if self.is_open:
            self.accept_button.setEnabled(True)
            self.complain(sentence)
            go_to(self.giver.word)

    def _record(self, giver: Second | None) -> None:
        if not self.is_open:
            return
        self.accept_button.setEnabled(True)
        found = self._take(self.notes.sum_fen, self.notes.notes, giver, self.reason.text())
        if isinstance(found, HandedOver):
            self._show(found)
            return
        self.why.show()
        self.complain(found)
        go_to(self.reason)

    def _show(self, found: HandedOver) -> None:
        """Only now what should have been there."""
        for each in (self.notes, self.giver, self.why, self.sum, self.absent):
            each.hide()
        self.complain("")
        self.words.setText(tr("✓ 现金从现在起由 {taker} 保管。").format(taker=found.taker))
        self.result.setText(
            tr(
                "实点 {counted} 元，应有 {expected} 元，{difference_text}。\n差额记在 {giver} 名下，日结时还会列出。"
            ).format(
                counted=yuan_plain(found.counted_fen),
                expected=yuan_plain(found.expected_fen),
                difference_text=difference_text(found.difference_fen),
                giver=found.giver,
            )
            if found.difference_fen
            else tr("实点 {counted} 元，与应有的相符。").format(counted=yuan_plain(found.counted_fen))
        )
        self.result.show()
        self.accept_button.set_word(tr("知道了"))
        self.accept_button.setFocus()
        self._place()
