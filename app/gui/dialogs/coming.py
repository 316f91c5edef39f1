"""What a county's reply would change here, read before it changes anything."""

from collections.abc import Callable, Sequence

from app.gui.dialogs.sheet import Sheet
from app.gui.parts.layout import label
from app.gui.words import tr


class ComingSheet(Sheet):
    """One sentence a line; Enter takes the reply, Esc leaves everything as it is."""

    def __init__(self, told: Sequence[str], take: Callable[[], None]) -> None:
        super().__init__(tr("县里的回执会带来这些变化"), width=760)
        self._take = take
        self.lines = label("\n".join(f"· {line}" for line in told), "large", wrap=True)
        self.lines.setAccessibleName(tr("变化"))
        self.body.addWidget(self.lines)
        self.body.addWidget(label(tr("已经收的款一笔也不变。采用以后，没缴费的人按新的算。"), "quiet", wrap=True))
        self.main = self.add_feet(tr("采用"), self._accept, leave=tr("先不采用"))

    def _accept(self) -> None:
        self.close_sheet()
        self._take()
