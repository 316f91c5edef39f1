"""打印: reprint one receipt of the day or by its number, print all that wait, choose the folder for the files."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QLineEdit, QWidget

from app.desk.receipts import Slip, Waiting
from app.gui import text
from app.gui.dialogs.sheet import Sheet
from app.gui.parts.layout import label
from app.gui.parts.path_field import PathField
from app.gui.parts.slips import Line, SlipList

Print = Callable[[list[str]], None]


class ReprintSheet(Sheet):
    """One receipt again, marked 补打: typed or scanned, or chosen from today's."""

    def __init__(self, slips: Sequence[Slip], chosen: str | None, print_: Print) -> None:
        super().__init__("补打凭据", width=760)
        self._print = print_
        lines = [Line(s.receipt, f"{s.name}  {text.yuan(s.due_fen)}  {_prints(s)}") for s in slips]
        self.list = SlipList(lines, name="今天的凭据", height=200)
        if chosen:
            self.list.choose(chosen)
        self.number = QLineEdit()
        self.number.setAccessibleName("凭据号")
        self.number.setPlaceholderText("扫描条形码，或输入 22 位凭据号；不填就打上面选中的一张")
        self.body.addWidget(self.list)
        self.body.addWidget(self.number)
        self.add_feet("打印", self._accept)

    def _accept(self) -> None:
        number = "".join(self.number.text().split()) or self.list.receipt
        if not number:
            self.complain("今天还没有凭据。请输入或扫描要补打的凭据号。")
            return
        self.close_sheet()
        self._print([number])


def _prints(slip: Slip) -> str:
    state = "作废  " if slip.void else ""
    return state + (f"已打 {slip.copies} 次" if slip.copies else "未打印")


class WaitingSheet(Sheet):
    """Everything that was issued and never printed."""

    def __init__(self, waiting: Sequence[Waiting], print_: Print) -> None:
        super().__init__(f"未打印的凭据 {len(waiting)} 张", width=760)
        self._numbers, self._print = [w.receipt for w in waiting], print_
        self.list = SlipList(
            [Line(w.receipt, f"{w.name}  {text.yuan(w.due_fen)}") for w in waiting], name="未打印的凭据"
        )
        note = "收款都已记好，这些凭据只是还没有打印。" if waiting else "凭据都打印过了。"
        self.body.addWidget(label(note, "quiet"))
        self.body.addWidget(self.list)
        self.list.setVisible(bool(waiting))
        self.main = self.add_feet("全部打印" if waiting else "知道了", self._accept)

    @property
    def first(self) -> QWidget:
        """Where the focus goes."""
        return self.list if self._numbers else self.main

    def _accept(self) -> None:
        self.close_sheet()
        if self._numbers:
            self._print(self._numbers)


class PrintFolderSheet(Sheet):
    """Once a session: where the receipts are written. The program never chooses that by itself."""

    def __init__(self, chosen: Callable[[Path], None]) -> None:
        super().__init__("凭据存到哪个文件夹？", width=760)
        self._chosen = chosen
        self.field = PathField("凭据文件夹")
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self.field.set_path(Path(documents) / "村缴通凭据")
        self.body.addWidget(
            label("凭据上有姓名，请选只有你能打开的文件夹。本次登录期间都存到这里。", "quiet", wrap=True)
        )
        self.body.addWidget(self.field)
        self.add_feet("就存这里", self._accept, leave="先不打印")

    def _accept(self) -> None:
        if self.field.path is None:
            self.complain("请选一个文件夹。收款已经记好，凭据可以以后再打印。")
            return
        self.close_sheet()
        self._chosen(self.field.path)
