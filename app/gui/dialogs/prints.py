"""打印: reprint one receipt of the day or by its number, print all that wait, choose the folder for the files."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from app.desk.receipts import Slip, Waiting
from app.gui import text
from app.gui.dialogs.sheet import Sheet
from app.gui.parts.keys import key_button
from app.gui.parts.layout import label
from app.gui.parts.path_field import PathField
from app.gui.parts.scrolled import look_at
from app.gui.parts.slips import Line, SlipList
from app.gui.words import tr

Print = Callable[[list[str]], None]
OTHERS = tr("▲ {name} 没有凭据可补打，选中的是别人的。")
NO_NUMBER = tr("今天还没有凭据。请输入或扫描凭据号。")


@dataclass(frozen=True)
class Again:
    """What can be done with a receipt that was printed: print it again, say that it did not come out, print it in
    large type, look at it."""

    print: Print
    jam: Callable[[str], None]
    slip: Print
    look: Callable[[str], None]


class _Number(QLineEdit):
    """A scanner types here; ↑ and ↓ choose from the list all the same."""

    def __init__(self, slips: SlipList) -> None:
        super().__init__()
        self._slips = slips
        # In large text only one of the two may be in sight: what is chosen, until a number is typed.
        look_at(self, slips)
        self.textEdited.connect(lambda _number: look_at(self, None))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Every other key is for the field."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            QApplication.sendEvent(self._slips, event)
            look_at(self, self._slips)
        else:
            super().keyPressEvent(event)


class ReprintSheet(Sheet):
    """One receipt again, marked 补打: typed or scanned, or chosen from today's."""

    def __init__(
        self, slips: Sequence[Slip], waiting: Collection[str], chosen: str | None, again: Again, *, without: str = ""
    ) -> None:
        """`chosen`: the receipt the cursor is on at first. `without`: who was looked up and has none."""
        super().__init__(tr("补打凭据"), width=860)
        self._again = again
        lines = [
            Line(s.receipt, (s.name, text.yuan(s.due_fen), *_prints(s.copies, bool(s.void), s.receipt in waiting)))
            for s in slips
        ]
        standing = next((slip.receipt for slip in slips if not slip.void), None)
        self.list = SlipList(lines, name=tr("今天的凭据"), chosen=chosen or standing, rows=5)
        self.number = _Number(self.list)
        self.number.setAccessibleName(tr("凭据号"))
        self.number.setPlaceholderText(tr("扫描条形码，或输入 22 位凭据号；不填就是上面选中的一张"))
        hint = tr("↑ ↓ 选一张。卡纸、空白、打花了，先按 F8 登记，免得多出一张算不清。")
        self.body.addWidget(label(hint, "quiet", wrap=True))
        self.body.addWidget(self.list)
        self.body.addWidget(self.number)
        if without and slips:
            self.keep_in_sight(label(OTHERS.format(name=without), "hint", wrap=True))
        keys = ((tr("没打出来"), "F8", again.jam), (tr("预览"), "F9", again.look), (tr("大字单"), "Alt+L", self._slip))
        buttons = [key_button(self, word, key, self._with_number(do)) for word, key, do in keys]
        self.add_feet(tr("打印"), self._with_number(lambda number: again.print([number])), others=buttons)

    def _slip(self, number: str) -> None:
        self._again.slip([number])

    def _with_number(self, do: Callable[[str], None]) -> Callable[[], None]:
        """The sheet goes, and something is done with the receipt it named."""

        def press() -> None:
            number = "".join(self.number.text().split()) or self.list.receipt
            if number:
                self.close_sheet()
                do(number)
            else:
                self.complain(NO_NUMBER)

        return press


@cache
def _prints(copies: int, void: bool, waits: bool) -> tuple[str, str]:
    """Whether it is void, and how often it was printed; where no print came out, that."""
    printed = tr("打过 {copies} 次，没打出来") if waits else tr("已打 {copies} 次")
    return tr("作废") if void else "", printed.format(copies=copies) if copies else tr("未打印")


class WaitingSheet(Sheet):
    """Everything that was issued and of which no print came out."""

    def __init__(self, waiting: Sequence[Waiting], print_: Print) -> None:
        super().__init__(tr("未打印的凭据 {waiting} 张").format(waiting=len(waiting)), width=760)
        self._numbers, self._print = [w.receipt for w in waiting], print_
        self.list = SlipList(
            [Line(w.receipt, (w.name, text.yuan(w.due_fen))) for w in waiting], name=tr("未打印的凭据")
        )
        note = tr("收款都已记好，这些凭据只是还没有打印出来。") if waiting else tr("凭据都打印过了。")
        self.body.addWidget(label(note, "quiet"))
        self.body.addWidget(self.list)
        self.list.setVisible(bool(waiting))
        self.main = self.add_feet(tr("全部打印") if waiting else tr("知道了"), self._accept)

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

    def __init__(self, chosen: Callable[[Path], None], before: Path | None) -> None:
        """`before`: where they were written in an earlier session."""
        super().__init__(tr("凭据存到哪个文件夹？"), width=760)
        self._chosen = chosen
        self.field = PathField(tr("凭据文件夹"))
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self.field.set_path(before or Path(documents) / "村缴通凭据")
        self.body.addWidget(
            label(tr("凭据上有姓名，请选只有您能打开的文件夹。本次登录期间都存到这里。"), "quiet", wrap=True)
        )
        self.body.addWidget(self.field)
        self.add_feet(tr("就存这里"), self._accept, leave=tr("先不打印"))

    def _accept(self) -> None:
        if self.field.path is None:
            self.complain(tr("请选一个文件夹。收款已经记好，凭据可以以后再打印。"))
            return
        self.close_sheet()
        self._chosen(self.field.path)
