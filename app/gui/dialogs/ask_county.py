"""申请核对: what the county is asked to look into. A category is never typed: it comes from the pack's list."""

from collections.abc import Callable, Sequence
from typing import get_args

from PySide6.QtWidgets import QComboBox

from app.desk.ask_county import KINDS, Kind
from app.gui.dialogs.sheet import Sheet
from app.gui.parts.fields import FieldRow, field
from app.gui.parts.layout import label
from app.gui.parts.lines import Line, LinesList
from app.gui.words import tr

WIDTH = 860
OF_CATEGORIES = ("category_later", "category_wrong")
Ask = Callable[[Kind, str, str | None], str]
"""Gives the county a task: kind, evidence, category; "" or the sentence why not."""


class AskCountySheet(Sheet):
    """Kind, category where it is about one, what was shown."""

    def __init__(self, name: str, subject: str, categories: Sequence[str], ask: Ask) -> None:
        super().__init__(tr("申请县里核对：{name}").format(name=name), width=WIDTH)
        self._ask, self._kinds = ask, get_args(Kind)
        self.list = LinesList(tr("核对什么"), width=WIDTH - 52, most=220, heads=0)
        self.list.put([Line("", KINDS[kind]) for kind in self._kinds])
        self.category = QComboBox()
        self.category.setAccessibleName(tr("哪一类（↑ ↓ 选）"))
        self.category.addItems(list(categories))
        self.about = FieldRow(self.category)
        self.evidence = field(tr("依据和看过的材料"), tr("例如：低保证，2024-01-15 认定，编号 …"))
        for each in (label(subject, "base", wrap=True), self.list, self.about, FieldRow(self.evidence)):
            self.body.addWidget(each)
        hint = tr("类别只以部门的名单为准：这里只提请县里核对，柜台不改，也不退钱。")
        self.body.addWidget(label(hint, "quiet", wrap=True))
        self.add_feet(tr("提请核对"), self._accept)
        self.list.currentRowChanged.connect(lambda _row: self._show())
        self._show()

    @property
    def kind(self) -> Kind:
        """The kind the cursor is on."""
        chosen: Kind = self._kinds[max(self.list.currentRow(), 0)]
        return chosen

    def _show(self) -> None:
        self.about.setVisible(self.kind in OF_CATEGORIES)
        self.complain("")

    def _accept(self) -> None:
        if self.goes_on(self.list, self.category, self.evidence):
            return
        category = self.category.currentText() if self.kind in OF_CATEGORIES else None
        refusal = self._ask(self.kind, self.evidence.text(), category)
        if refusal:
            self.complain(refusal)
            self.evidence.setFocus()
        else:
            self.close_sheet()
