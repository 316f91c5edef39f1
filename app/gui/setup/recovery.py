"""The recovery code: shown once, written as a sheet to print, and copied back to prove that it was read."""

from collections.abc import Callable
from pathlib import Path

from app.desk.set_up import Plan
from app.domain.errors import KnownError
from app.gui.parts.fields import field
from app.gui.parts.keys import KeyButton
from app.gui.parts.layout import card, column, label, row
from app.gui.parts.path_field import PathField
from app.gui.parts.titled import Titled
from app.gui.setup.step import Step
from app.gui.words import tr


class RecoveryStep(Step):
    """`write(folder, recovery)` writes the sheet and answers where it is."""

    title = tr("打印恢复单")
    words = tr("收款点已经建好。忘了口令只有靠这个恢复码，它只显示这一次：写成恢复单打印，锁进柜子。")
    next_word = tr("开始使用")

    def __init__(self, write: Callable[[Path, str], Path]) -> None:
        super().__init__()
        self._write, self.recovery = write, ""
        self.code = label("", "figure")
        self.code.setAccessibleName(tr("恢复码"))
        self.folder = PathField(tr("恢复单写到哪个文件夹"), hint=tr("例如优盘；打印以后把文件删掉"))
        self.folder.submitted.connect(self.write)
        self.button = KeyButton(tr("写恢复单"), "", self.write)
        self.result = label("", "good", wrap=True)
        self.last = field(tr("恢复码的最后一组"), tr("照着上面抄"), width=220)
        line = row(gap=12)
        line.addWidget(self.folder, 1)
        line.addWidget(self.button)
        again = Titled(tr("抄一遍恢复码的最后一组，证明已经抄下或打印了"), self.last)
        where = label(tr("恢复单写到哪个文件夹"), "quiet")
        self.setLayout(column(card(self.code, margin=14), where, line, self.result, again, None, gap=12))

    def tell(self, recovery: str) -> None:
        """The code, in two lines of groups."""
        groups = recovery.split("-")
        half = (len(groups) + 1) // 2
        self.recovery = recovery
        self.code.setText("  ".join(groups[:half]) + "\n" + "  ".join(groups[half:]))

    def arrive(self, plan: Plan) -> None:
        self.folder.line.setFocus()

    def write(self) -> None:
        """Write the sheet as PDF."""
        folder = self.folder.path
        if folder is None:
            self.result.setText(tr("请先选一个文件夹。"))
            return
        try:
            self.result.setText(
                tr("✓ 已写好：{write}。请打印，锁好，再删掉这个文件。").format(write=self._write(folder, self.recovery))
            )
        except KnownError as error:
            self.result.setText(str(error))
        self.last.setFocus()

    def problem(self, plan: Plan) -> str:
        if self.last.text().strip().upper() != self.recovery.rpartition("-")[2]:
            self.last.setFocus()
            return tr("请照着上面抄恢复码的最后一组（{length} 个字符）。").format(
                length=len(self.recovery.rpartition("-")[2])
            )
        return ""
