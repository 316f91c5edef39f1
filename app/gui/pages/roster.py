"""Importing a roster: choose the file, see what it would change, confirm. Nobody is ever taken off the roster.

Whoever is on no list is entered one by one (`adding.py`).
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from app.desk.load_roster import Loaded, Preview, Whose, load_roster, preview
from app.domain.errors import KnownError
from app.gui.models.paint import MarkDelegate
from app.gui.pages.adding import open_adding
from app.gui.pages.page import Page
from app.gui.paper import OpenSheet, Paper
from app.gui.parts.keys import bind, key_button
from app.gui.parts.layout import card, column, foot, label, restyle, row, sides
from app.gui.parts.path_field import PathField
from app.gui.parts.progress import ProgressPart
from app.gui.parts.scrolled import bring_in_sight
from app.gui.parts.whole_rows import WholeRows
from app.gui.session import Session
from app.gui.words import tr

FIGURES = (
    ("read", tr("读到")),
    ("added", tr("新增")),
    ("changed", tr("更改")),
    ("same", tr("相同")),
    ("rejected", tr("不能导入")),
)
# So many of the groups in a file are named.
GROUPS = 3
SHOWN = 200
INTRO = tr("选一个名册文件（.xlsx、.xls 或 .csv），先预览，看清要变什么，再确认导入。只增加和更改，不会删人。")


class _Rejects(WholeRows, QTableWidget):
    """The rows that cannot be taken."""


class RosterPage(Page):
    """Above the file, then figures, left warnings and what to do, right the rows that cannot be taken; below all that,
    one person without a file."""

    def __init__(self, session: Session, paper: Paper, open_sheet: OpenSheet) -> None:
        super().__init__(session, paper, open_sheet)
        self.file = PathField(tr("名册文件"), pattern=tr("名册 (*.xlsx *.xls *.csv)"), hint=tr("名册文件的位置"))
        self.figures = {name: label("—", "figure") for name, _ in FIGURES}
        self.words = label(INTRO, "large", wrap=True)
        self.warnings = label("", "base", wrap=True)
        self.rejects = _Rejects(0, 2)
        self.progress = ProgressPart()
        self.found: Preview | None = None
        self.preview_button = key_button(self, tr("预览"), "F9", self.preview, kind="main")
        self.load_button = key_button(self, tr("确认导入"), "F10", self.load, kind="main")
        self.add_button = key_button(self, tr("登记一个人"), "Shift+F5", lambda: open_adding(self))
        self._dress()
        bind(self, "Esc", self._back)

    def _dress(self) -> None:
        self.file.submitted.connect(self.preview)
        self.rejects.setAccessibleName(tr("不能导入的行"))
        self.rejects.setHorizontalHeaderLabels([tr("行号"), tr("原因")])
        self.rejects.verticalHeader().hide()
        self.rejects.horizontalHeader().setAccessibleName(tr("列名"))
        self.rejects.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.rejects.setItemDelegateForColumn(0, MarkDelegate(self.rejects))
        self.rejects.setWordWrap(True)
        self.rejects.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.rejects.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.rejects.setTabKeyNavigation(False)
        self.rejects.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.warnings.setAccessibleName(tr("名册提醒"))
        self.words.setAccessibleName(tr("名册说明"))
        self.load_button.setEnabled(False)
        whole = column(self._file_card(), self._figures_card(), gap=12, margin=14)
        below = sides(self._words_card(), self._rejects_card(), gap=12)
        below.setStretch(0, 2)
        below.setStretch(1, 3)
        whole.addLayout(below, 1)
        self.setLayout(whole)
        # It stands above the file: Tab goes as one reads.
        QWidget.setTabOrder(self.add_button, self.file.line)

    def _file_card(self) -> QFrame:
        line = row(gap=12)
        line.addWidget(self.file, 1)
        line.addWidget(self.preview_button)
        return card(self._head(), line, gap=10)

    def _head(self) -> QHBoxLayout:
        words = label(tr("只差一个人（新生儿、刚嫁来的）：不用名册文件，照证件登记。"), "quiet", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line = row(label(tr("导入名册"), "title"), words, self.add_button, gap=12)
        line.setStretch(1, 1)
        return line

    def _figures_card(self) -> QFrame:
        grid = QGridLayout()
        for place, (name, word) in enumerate(FIGURES):
            self.figures[name].setAccessibleName(word)
            grid.addLayout(
                row(
                    label(word, "large"),
                    self.figures[name],
                    label(tr("行") if place in (0, 4) else tr("人"), "quiet"),
                    None,
                ),
                0,
                place,
            )
        return card(grid, margin=12)

    def _words_card(self) -> QFrame:
        return card(self.words, self.warnings, None, self.progress, foot(row(None, self.load_button)), gap=12)

    def _rejects_card(self) -> QFrame:
        return card(
            label(tr("不能导入的行（其余照常导入；这些会写进名册旁边的“未导入”表）"), "strong", wrap=True),
            self.rejects,
            gap=8,
        )

    def _back(self) -> None:
        """Esc stops what is under way; where nothing is, it goes back to the file."""
        if self.progress.stop():
            return
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
            self.session.say(tr("请先选名册文件。什么也没有变。"), "caution")
            return
        self.session.hush()
        self._busy(tr("正在读名册，还什么都没有改。"))
        self.session.background(
            lambda desk, tick: preview(desk, path, tick=tick),
            done=self._show,
            refused=self._refused,
            follow=self.progress.follow,
            ended=self._idle,
        )

    def _show(self, found: Preview) -> None:
        self.found = found
        read = found.reading
        counts = {"read": read.read, "added": len(found.added), "changed": len(found.changed), "same": found.same}
        for name, figure in self.figures.items():
            figure.setText(f"{counts.get(name, len(read.rejections))}")
        self.words.setText(self._advice(found))
        self.warnings.setText("\n".join(f"▲ {w}" for w in read.warnings))
        restyle(self.warnings, type="warn")
        self._show_rejects(found)
        self.load_button.setEnabled(True)
        self.load_button.setFocus()

    def _advice(self, found: Preview) -> str:
        if found.added or found.changed:
            said = tr("还没有改动。看清楚各项数字和不能导入的行，按 F10 确认导入。导入时查人照常，暂不收款。")
            return "\n".join(filter(None, (_whose(found.whose), said)))
        return tr("名册里的人都已经有了，导入不会改变什么。")

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
        self._busy(tr("正在导入名册：查人照常，暂不收款。"))
        self.session.set_importing(True)
        self.session.background(
            lambda desk, tick: load_roster(desk, found, tick=tick),
            done=self._loaded,
            refused=lambda error: self._not_loaded(error, found),
            follow=self.progress.follow,
            ended=self._idle,
        )

    def _not_loaded(self, error: KnownError, found: Preview) -> None:
        """What was found still holds where the clerk only stopped it."""
        self._refused(error)
        if error.code == "cancelled":
            self._show(found)

    def _loaded(self, done: Loaded) -> None:
        self.words.setText(
            tr("✓ 已导入：新增 {added} 人，更改 {changed} 人，{rejected} 行没有导入。").format(
                added=done.added, changed=done.changed, rejected=done.rejected
            )
        )
        if done.rejects_file:
            said = tr("没有导入的行和原因写在 {rejects_file}：照着改正，再导入一次。")
            self.warnings.setText(said.format(rejects_file=done.rejects_file))
        opened = self.session.state.day is not None
        said = tr("名册已导入，可以收款了。按 F2 回到收款。") if opened else tr("名册已导入。开账以后就能收款。")
        left = tr("有 {rejected} 行没有导入，请看原因。").format(rejected=done.rejected) if done.rejected else ""
        self.session.say(said + left, "good")

    def _busy(self, words: str) -> None:
        self.words.setText(words)
        self.preview_button.setEnabled(False)
        self.load_button.setEnabled(False)
        self.file.line.setFocus()

    def _refused(self, error: KnownError) -> None:
        self.found = None
        self.words.setText(INTRO)
        self.session.refused(error)

    def _idle(self) -> None:
        self.preview_button.setEnabled(True)
        if self.session.importing:
            self.session.set_importing(False)
        self.session.refresh()
        # Only now does everything stand where it stays: what came of it is said below the file and the figures.
        bring_in_sight(self.words)


def _whose(found: Whose | None) -> str:
    """What tells a clerk whether it is the own village's roster."""
    if found is None:
        return ""
    groups = tr("、").join(found.groups[:GROUPS]) + ("……" if len(found.groups) > GROUPS else "")
    of = tr("{groups} 个村民小组（{names}），").format(groups=len(found.groups), names=groups) if groups else ""
    return tr("这份名册：{of}{households} 户，第一行是 {first}。请看是不是本村的。").format(
        of=of, households=found.households, first=found.first
    )
