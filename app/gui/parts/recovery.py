"""A recovery code on the screen: written as a sheet to print, or copied by hand, and one group of it typed back."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from app.devices import keyslots
from app.domain.errors import KnownError
from app.gui.parts.fields import field
from app.gui.parts.keys import key_button
from app.gui.parts.layout import card, column, label, row
from app.gui.parts.path_field import PathField
from app.gui.parts.tick_box import TickBox
from app.gui.parts.titled import Titled
from app.gui.words import tr

NO_FOLDER = tr("还没有写恢复单：请先选一个文件夹，例如优盘，再按 F7。")
NOT_WRITTEN = tr(
    "还没有写恢复单。这个码关掉就看不到了，没有它，忘了口令谁也打不开数据：请选好文件夹，按 F7 写。"
    "实在写不成，就把七组全部抄在纸上，再按空格勾上。"
)
WRITTEN = tr("✓ 恢复单已写好：{file}。请打印，锁好，再删掉这个文件。")


class RecoveryPart(QFrame):
    """`write(folder, code)` writes the sheet and answers where it is; `complain` shows why something was not done.

    F7 works wherever the focus is inside `inside`. `mended` tells that something was filled in.
    """

    mended = Signal()

    def __init__(self, inside: QWidget, write: Callable[[Path, str], Path], complain: Callable[[str], None]) -> None:
        super().__init__()
        self._write, self._complain = write, complain
        self.recovery, self.written = "", False
        self.code = label("", "figure")
        self.code.setAccessibleName(tr("恢复码"))
        self.folder = PathField(tr("恢复单写到哪个文件夹"), hint=tr("例如优盘；打印以后把文件删掉"))
        self.button = key_button(inside, tr("写恢复单"), "F7", self.write)
        self.result = label("", "good", wrap=True)
        self.result.setAccessibleName(tr("恢复单在哪里"))
        self.last = field(tr("恢复码的最后一组"), tr("照着上面抄"), width=220)
        self.copied = TickBox(tr("没有写成文件：七组都已经抄在纸上（空格勾选）"))
        self.copied.setAccessibleName(self.copied.text())
        self._build()

    def _build(self) -> None:
        line = row(gap=12)
        line.addWidget(self.folder, 1)
        line.addWidget(self.button)
        again = Titled(tr("抄一遍恢复码的最后一组，证明已经抄下或打印了"), self.last)
        where = label(tr("恢复单写到哪个文件夹"), "quiet")
        ticked = row(self.copied, None)
        self.setLayout(column(card(self.code, margin=14), where, line, self.result, again, ticked, None, gap=12))
        self.result.hide()
        for each in (self.folder.line, self.last):
            each.textChanged.connect(lambda _words: self.mended.emit())
        self.copied.toggled.connect(lambda _on: self.mended.emit())

    def tell(self, recovery: str) -> None:
        """Show a new code, in two lines of groups; nothing of it is written yet."""
        groups = recovery.split("-")
        half = (len(groups) + 1) // 2
        self.recovery, self.written = recovery, False
        self.code.setText("  ".join(groups[:half]) + "\n" + "  ".join(groups[half:]))
        self.last.clear()
        self.copied.setChecked(False)
        for each in (self.copied, self.result):
            each.hide()

    def enter(self) -> bool:
        """Enter writes the sheet where a folder is typed; False: it means something else here."""
        if not self.folder.line.hasFocus():
            return False
        self.write()
        return True

    def write(self) -> None:
        """Write the sheet as PDF and say where it is."""
        folder = self.folder.path
        if folder is None:
            self._complain(NO_FOLDER)
            self.folder.line.setFocus()
            return
        try:
            file = self._write(folder, self.recovery)
        except KnownError as error:
            self._complain(str(error))
            self.folder.line.setFocus()
            return
        self.written = True
        self._complain("")
        self.result.setText(WRITTEN.format(file=_breakable(file)))
        self.result.show()
        self.last.setFocus()
        # With the focus still on it, hiding it would send the focus anywhere.
        self.copied.hide()

    def problem(self) -> str:
        """Why the code is not on paper yet, "" where it is; the focus goes to what is asked for."""
        if not self.written and not self.copied.isChecked():
            self.copied.show()
            self.copied.setFocus()
            return NOT_WRITTEN
        last = self.recovery.rpartition("-")[2]
        if keyslots.folded(self.last.text()) != keyslots.folded(last):
            self.last.setFocus()
            self.last.selectAll()
            return tr("请照着上面抄恢复码的最后一组（{length} 个字符）。").format(length=len(last))
        return ""


def _breakable(file: Path) -> str:
    """The path with places where a line may end: a long one would be cut off otherwise."""
    return "".join(f"{letter}\u200b" if letter in "/\\" else letter for letter in str(file))
