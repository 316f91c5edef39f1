"""收回各联: before a receipt on a pre-numbered form is void, its copies have to be here (C12)."""

from collections.abc import Callable

from app.desk.stock import NextSheet
from app.gui.dialogs.sheet import Sheet
from app.gui.parts.layout import label, row
from app.gui.parts.notes import Pieces
from app.gui.words import tr

COPIES = 3
"""What most pre-numbered forms have; the clerk counts and corrects it."""


class CopiesSheet(Sheet):
    """Enter where all of them are here."""

    def __init__(self, form: NextSheet, void: Callable[[int], str]) -> None:
        super().__init__(tr("收回这张票的各联"), width=680)
        self._void = void
        self.copies = pieces()
        self.copies.entered.connect(self._accept)
        self.body.addWidget(
            label(tr("这张凭据打在 {form} № {text} 上。").format(form=form.form, text=form.text), "large", wrap=True)
        )
        words = tr("票要随凭据一起作废，各联都要留存：请先向居民收回，数一数有几联。没有收齐就先不作废。")
        self.body.addWidget(label(words, "hint", wrap=True))
        self.body.addLayout(row(label(tr("收回"), "large"), self.copies, label(tr("联"), "large"), None, gap=12))
        self.add_feet(tr("收齐了，作废"), self._accept, leave=tr("先不作废"))

    def _accept(self) -> None:
        refusal = self._void(self.copies.value())
        if refusal:
            self.complain(refusal)
        else:
            self.close_sheet()


def pieces() -> Pieces:
    """How many copies of a form are here."""
    made = Pieces(tr("收回的联数"))
    made.setRange(1, 9)
    made.setValue(COPIES)
    return made
