"""Importing a roster: choose the file, see what it would change, confirm. Nobody is ever taken off the roster."""

from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QGridLayout,
    QHeaderView,
    QProgressBar,
    QTableWidget,
    QTableWidgetItem,
)

from app.desk.load_roster import Loaded, Preview, load_roster, preview
from app.gui.pages.page import Page
from app.gui.paper import OpenSheet, Paper
from app.gui.parts.keys import bind, key_button
from app.gui.parts.layout import card, column, label, restyle, row
from app.gui.parts.path_field import PathField
from app.gui.session import Session

FIGURES = (("read", "读到"), ("added", "新增"), ("changed", "更改"), ("same", "相同"), ("rejected", "不能导入"))
SHOWN = 200
INTRO = "选一个名册文件（.xlsx、.xls 或 .csv），先预览，看清要变什么，再确认导入。只增加和更改，不会删人。"


class RosterPage(Page):
    """Above the file, then figures, left warnings and what to do, right the rows that cannot be taken."""

    def __init__(self, session: Session, paper: Paper, open_sheet: OpenSheet) -> None:
        super().__init__(session, paper, open_sheet)
        self.file = PathField("名册文件", pattern="名册 (*.xlsx *.xls *.csv)", hint="名册文件的位置")
        self.figures = {name: label("—", "figure") for name, _ in FIGURES}
        self.words = label(INTRO, "large", wrap=True)
        self.warnings = label("", "base", wrap=True)
        self.rejects = QTableWidget(0, 2)
        self.progress = QProgressBar()
        self.found: Preview | None = None
        self.preview_button = key_button(self, "预览", "F9", self.preview, kind="main")
        self.load_button = key_button(self, "确认导入", "F10", self.load, kind="main")
        self._dress()
        bind(self, "Esc", self._back)

    def _dress(self) -> None:
        self.file.submitted.connect(self.preview)
        self.rejects.setAccessibleName("不能导入的行")
        self.rejects.setHorizontalHeaderLabels(["行号", "原因"])
        self.rejects.verticalHeader().hide()
        self.rejects.horizontalHeader().setAccessibleName("列名")
        self.rejects.setWordWrap(True)
        self.rejects.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.rejects.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.rejects.setTabKeyNavigation(False)
        self.rejects.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.warnings.setAccessibleName("名册提醒")
        self.words.setAccessibleName("名册说明")
        self.progress.setAccessibleName("导入进度")
        self.progress.hide()
        self.load_button.setEnabled(False)
        whole = column(self._file_card(), self._figures_card(), gap=12, margin=14)
        below = row(gap=12)
        below.addWidget(self._words_card(), 2)
        below.addWidget(self._rejects_card(), 3)
        whole.addLayout(below, 1)
        self.setLayout(whole)

    def _file_card(self) -> QFrame:
        line = row(gap=12)
        line.addWidget(self.file, 1)
        line.addWidget(self.preview_button)
        return card(label("导入名册", "title"), line, gap=10)

    def _figures_card(self) -> QFrame:
        grid = QGridLayout()
        for place, (name, word) in enumerate(FIGURES):
            self.figures[name].setAccessibleName(word)
            grid.addLayout(
                row(label(word, "large"), self.figures[name], label("行" if place in (0, 4) else "人", "quiet"), None),
                0,
                place,
            )
        return card(grid, margin=12)

    def _words_card(self) -> QFrame:
        return card(self.words, self.warnings, None, self.progress, row(None, self.load_button), gap=12)

    def _rejects_card(self) -> QFrame:
        return card(
            label("不能导入的行（其余照常导入；这些会写进名册旁边的“未导入”表）", "strong", wrap=True),
            self.rejects,
            gap=8,
        )

    def _back(self) -> None:
        self.session.hush()
        self.file.line.setFocus()

    # -- doing

    def arrive(self) -> None:
        """The focus on the file, or on the confirmation where a preview stands."""
        if self.load_button.isEnabled():
            self.load_button.setFocus()
        else:
            self.file.line.setFocus()

    def preview(self) -> None:
        """Read the file; nothing changes."""
        path = self.file.path
        if path is None or self.session.importing:
            self.session.say("请先选名册文件。什么也没有变。", "caution")
            return
        self.session.hush()
        self._busy("正在读名册…")
        self.session.background(
            lambda desk, _tick: preview(desk, path),
            done=self._show,
            refused=lambda e: self._refused(str(e)),
            ended=self._idle,
        )

    def _show(self, found: Preview) -> None:
        self.found = found
        read = found.reading
        counts = {"read": read.read, "added": len(found.added), "changed": len(found.changed), "same": found.same}
        for name, figure in self.figures.items():
            figure.setText(f"{counts.get(name, len(read.rejections)):,}")
        self.words.setText(self._advice(found))
        self.warnings.setText("\n".join(f"▲ {w}" for w in read.warnings))
        restyle(self.warnings, type="warn")
        self._show_rejects(found)
        self.load_button.setEnabled(True)
        self.load_button.setFocus()

    def _advice(self, found: Preview) -> str:
        if found.added or found.changed:
            return "还没有改动。看清楚右边和上面的数字，按 F10 确认导入。导入时查人照常，暂不收款。"
        return "名册里的人都已经有了，导入不会改变什么。"

    def _show_rejects(self, found: Preview) -> None:
        rows = found.reading.rejections[:SHOWN]
        self.rejects.setRowCount(len(rows))
        for place, rejected in enumerate(rows):
            self.rejects.setItem(place, 0, QTableWidgetItem(str(rejected.row_number)))
            self.rejects.setItem(place, 1, QTableWidgetItem("\n".join(rejected.reasons)))
        self.rejects.resizeRowsToContents()

    def load(self) -> None:
        """Write what the preview found."""
        found = self.found
        if found is None:
            return
        self.found = None
        self._busy("正在导入名册：查人照常，暂不收款。")
        self.progress.setRange(0, max(1, len(found.added) + len(found.changed)))
        self.session.set_importing(True)
        self.session.background(
            lambda desk, tick: load_roster(desk, found, tick=tick),
            done=self._loaded,
            refused=lambda error: self._refused(str(error)),
            progress=self.progress.setValue,
            ended=self._idle,
        )

    def _loaded(self, done: Loaded) -> None:
        self.words.setText(f"✓ 已导入：新增 {done.added} 人，更改 {done.changed} 人，{done.rejected} 行没有导入。")
        if done.rejects_file:
            self.warnings.setText(f"没有导入的行和原因：{done.rejects_file}")
        self.session.say("名册已导入，可以收款了。按 F2 回到收款。", "good")

    def _busy(self, words: str) -> None:
        self.words.setText(words)
        self.progress.setRange(0, 0)
        self.progress.show()
        self.preview_button.setEnabled(False)
        self.load_button.setEnabled(False)
        self.file.line.setFocus()

    def _refused(self, sentence: str) -> None:
        self.found = None
        self.words.setText(INTRO)
        self.session.say(sentence, "caution")

    def _idle(self) -> None:
        self.progress.hide()
        self.preview_button.setEnabled(True)
        if self.session.importing:
            self.session.set_importing(False)
        self.session.refresh()
