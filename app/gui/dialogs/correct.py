"""更正: what can be put right about one person now, and why the rest cannot."""

from collections.abc import Callable, Sequence

from app.gui.dialogs.sheet import Sheet
from app.gui.parts.layout import label
from app.gui.parts.lines import Line, LinesList
from app.gui.parts.offers import Offer
from app.gui.words import tr

WIDTH = 900


class CorrectSheet(Sheet):
    """↑ ↓ choose, Enter goes on to the sheet of that kind."""

    def __init__(self, title: str, subject: str, offers: Sequence[Offer], choose: Callable[[str], None]) -> None:
        super().__init__(title, width=WIDTH)
        self._offers, self._choose = list(offers), choose
        self.list = LinesList(tr("可以怎么更正"), width=WIDTH - 52, most=420, heads=150, ends=100)
        self.list.put([_line(offer) for offer in offers])
        self.list.setCurrentRow(next((n for n, offer in enumerate(offers) if not offer.why_not), 0))
        if subject:
            self.body.addWidget(label(subject, "base", wrap=True))
        self.body.addWidget(self.list)
        self.add_feet(tr("办这一项"), self._accept)

    def _accept(self) -> None:
        offer = self._offers[self.list.currentRow()]
        if offer.why_not:
            self.complain(tr("现在不能{kind}：{why_not}").format(kind=offer.kind, why_not=offer.why_not))
            return
        self.close_sheet()
        self._choose(offer.kind)


def _line(offer: Offer) -> Line:
    return Line(offer.kind, offer.why_not or offer.does, tr("现在不能") if offer.why_not else tr("可以"))
