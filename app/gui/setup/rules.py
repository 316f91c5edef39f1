"""Which notice this point collects by."""

from pathlib import Path

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidgetItem

from app.desk.set_up import Plan
from app.domain.errors import KnownError
from app.gui.entry import Beginning
from app.gui.parts.layout import card, column, label, row
from app.gui.parts.lines import Line, LinesList
from app.gui.parts.path_field import PathField
from app.gui.parts.whole_rows import WordList
from app.gui.scale import fix
from app.gui.setup.step import Step
from app.gui.words import tr

SILENT = tr("下面 {count} 处通知没有写明，现在不用管：收款时碰到有关的人，程序会当场说怎么办、要不要先问县里。")


class RulesStep(Step):
    """Left the packs, or a file the county gave; right what the chosen one is, and what is still open in it."""

    title = tr("按哪一份通知收费")
    words = tr("选本县本年度的政策包；县里另外给了文件的，在下面选那个文件。")

    def __init__(self, beginning: Beginning) -> None:
        super().__init__()
        self._beginning = beginning
        self.list = WordList()
        self.list.setAccessibleName(tr("政策包"))
        for info in beginning.packs:
            item = QListWidgetItem("\n".join([info.title, *([tr("征求意见稿")] if info.status == "draft" else [])]))
            item.setData(Qt.ItemDataRole.UserRole, info.id)
            self.list.addItem(item)
        fix(self.list, height=270)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.file = PathField(tr("县里给的政策包文件"), pattern=tr("政策包 (*.toml)"), hint=tr("没有就不用填"))
        self.about, self.open = label("", "strong", wrap=True), label("", "base", wrap=True)
        self.about.setAccessibleName(tr("选中的政策包"))
        self.open.setAccessibleName(tr("通知没有写明的地方"))
        self.questions = LinesList(tr("通知没有写明的地方"), width=420, most=220, heads=0)
        self.list.currentItemChanged.connect(lambda *_: self._chosen())
        self.file.line.textChanged.connect(lambda _words: self._show())
        self._watch(self.file.line)
        left = column(self.list, label(tr("县里给的政策包文件"), "quiet"), self.file, None, gap=8)
        right = card(self.about, self.open, self.questions, None, gap=10)
        line = row(gap=18)
        line.addLayout(left, 1)
        line.addWidget(right, 1)
        self.setLayout(line)

    def arrive(self, plan: Plan) -> None:
        ids = [self.list.item(place).data(Qt.ItemDataRole.UserRole) for place in range(self.list.count())]
        if plan.pack in ids:
            self.list.setCurrentRow(ids.index(plan.pack))
        elif plan.pack:
            self.file.set_path(Path(plan.pack))
        elif self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        # Qt makes the first row current on focus, but does not show it as chosen.
        if self.list.currentRow() >= 0:
            self.list.item(self.list.currentRow()).setSelected(True)
        self._show()
        self.list.setFocus()

    def _chosen(self) -> None:
        self._show()
        self.mended.emit()

    def _pack(self) -> str:
        if self.file.path is not None:
            return str(self.file.path)
        item = self.list.currentItem()
        return "" if self.list.currentRow() < 0 else str(item.data(Qt.ItemDataRole.UserRole))

    def _show(self) -> None:
        pack = self._pack()
        if not pack:
            return
        try:
            shown = self._beginning.describe(pack)
        except KnownError as error:
            self.about.setText(str(error))
            self.open.setText("")
            self.questions.hide()
            return
        self.about.setText(
            tr("{notice}\n{county}　{year} 年度").format(notice=shown.notice, county=shown.county, year=shown.year)
        )
        asked = shown.questions
        self.open.setText(SILENT.format(count=len(asked)) if asked else tr("没有待县里确认的问题。"))
        self.questions.put([Line("", each) for each in asked])
        # To be read, not chosen from.
        self.questions.setCurrentRow(-1)
        self.questions.setVisible(bool(asked))

    def answered(self, plan: Plan) -> Plan:
        return msgspec.structs.replace(plan, pack=self._pack())

    def problem(self, plan: Plan) -> str:
        if not plan.pack:
            return tr("还没有选政策包。")
        try:
            self._beginning.check(plan)
        except KnownError as error:
            return str(error)
        return ""
