"""打印设置: how this computer prints, with the page as it will come out beside it, and a test print."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout

from app.desk import print_setup
from app.desk.desk import Desk
from app.desk.print_setup import How, PrintSetup
from app.devices.drawing import FURTHEST_TENTHS
from app.domain.errors import KnownError
from app.gui.dialogs.preview import WAIT, Shown, shown
from app.gui.dialogs.sheet import Sheet
from app.gui.parts.keys import key_button
from app.gui.parts.layout import label, row, sides
from app.gui.parts.page_picture import PagePicture
from app.gui.parts.path_field import PathField
from app.gui.parts.tenths import Tenths
from app.gui.parts.tick_box import TickBox
from app.gui.parts.titled import Titled
from app.gui.words import tr

if TYPE_CHECKING:
    from app.gui.printing import Printer
    from app.gui.session import Session

WIDTH, PICTURE = 1120, QSize(500, 500)
PAUSE_MS = 120
HOWS: tuple[tuple[How, str], ...] = (
    ("pdf", tr("存成 PDF 文件")),
    ("system", tr("打印机（激光、喷墨、针式）")),
    ("thermal", tr("热敏小票机（80 或 58 毫米）")),
)
DEFAULT_PRINTER = tr("系统默认的打印机")
STATES = {"ready": tr("就绪"), "busy": tr("正在打印"), "error": tr("出错或停用")}
WHERE_HINT = tr("接口或地址，例如：/dev/usb/lp0、LPT1、192.168.1.9")
NO_WHERE = tr("没有填小票机的接口或地址，没有保存。请照小票机的说明填写，例如 /dev/usb/lp0 或 192.168.1.9。")
NO_FOLDER = tr("没有选存 PDF 的文件夹，没有保存。")


class PrintSetupSheet(Sheet):
    """Left what there is to choose, right the sample page; every change is shown at once and kept only by Enter."""

    def __init__(self, session: "Session") -> None:
        super().__init__(tr("打印设置"), width=WIDTH)
        self._session, self._kept = session, print_setup.load(session.desk)
        self.how, self.layout_box, self.printer, self.where = QComboBox(), QComboBox(), QComboBox(), QLineEdit()
        self.folder = PathField(tr("存 PDF 的文件夹"), hint=tr("只有您能打开的文件夹"))
        self.dx, self.dy = (Tenths(name, most=FURTHEST_TENTHS) for name in (tr("向右偏移"), tr("向下偏移")))
        self.slip = TickBox(tr("每次收款多打一张大字提示单（A5，给老人看；空格勾选）"))
        self.picture = PagePicture(tr("打印样张"), PICTURE)
        self.picture.show_words(WAIT)
        self.size_words, self.result = label("", "quiet", wrap=True), label("", "good", wrap=True)
        self._soon = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._soon.timeout.connect(self._draw)
        self._build()
        self._show_kept()
        self._connect()
        self._changed_how()
        # Not beside the sheet's first painting: to start the process that is asked takes Python's lock.
        QTimer.singleShot(PAUSE_MS, self, self._ask_printers)

    # -- what it is made of

    def _build(self) -> None:
        boxes = ((self.how, tr("怎么打")), (self.layout_box, tr("版式")), (self.printer, tr("打印机")))
        for box, name in boxes:
            box.setAccessibleName(name)
            # Printers have names of any length: the field cuts them off rather than push the sample away.
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.where.setAccessibleName(tr("小票机在哪里"))
        self.slip.setAccessibleName(self.slip.text())
        self.where.setPlaceholderText(WHERE_HINT)
        self.result.setAccessibleName(tr("试打结果"))
        self.printer_part, self.where_part = (
            Titled(tr("打印机（↑ ↓ 换）"), self.printer),
            Titled(tr("小票机在哪里"), self.where),
        )
        self.folder_part = Titled(tr("存到哪个文件夹（本次登录期间）"), self.folder)
        offsets = row(label(tr("向右"), "large"), self.dx, label(tr("向下"), "large"), self.dy, None, gap=10)
        self.offset_part = Titled(tr("套打偏移（每格 0.1 毫米；负数是向左、向上）"), offsets)
        parts = (
            Titled(tr("怎么打（↑ ↓ 换）"), self.how), self.printer_part, self.where_part, self.folder_part,
            Titled(tr("版式（↑ ↓ 换）"), self.layout_box), self.offset_part,
        )  # fmt: skip
        left = QVBoxLayout()
        left.setSpacing(12)
        for part in parts:
            left.addWidget(part)
        for item in (self.slip, self.size_words):
            left.addWidget(item)
        left.addStretch(1)
        both = sides(left, self.picture, gap=20)
        both.setStretch(0, 1)
        self.body.addLayout(both)
        self.keep_in_sight(self.result)
        self.test_button = key_button(self, tr("试打一张"), "F7", self.try_out)
        self.main = self.add_feet(tr("保存"), self._accept, others=[self.test_button])

    def _show_kept(self) -> None:
        kept = self._kept
        for how, word in HOWS:
            self.how.addItem(word, how)
        self.how.setCurrentIndex([how for how, _ in HOWS].index(kept.how))
        self.printer.addItem(DEFAULT_PRINTER, "")
        if kept.printer:
            self.printer.addItem(kept.printer, kept.printer)
            self.printer.setCurrentIndex(1)
        self.where.setText(kept.where)
        self.dx.setValue(kept.dx_tenths)
        self.dy.setValue(kept.dy_tenths)
        self.slip.setChecked(kept.slip)
        if self._session.print_folder is not None:
            self.folder.set_path(self._session.print_folder)

    def _connect(self) -> None:
        self.how.currentIndexChanged.connect(lambda _place: self._changed_how())
        self.layout_box.currentIndexChanged.connect(lambda _place: self._changed())
        for box in (self.dx, self.dy):
            box.valueChanged.connect(lambda _tenths: self._changed())
            box.entered.connect(self._accept)

    # -- what is chosen

    @property
    def chosen(self) -> PrintSetup:
        """The setup as it stands on the sheet."""
        how: How = self.how.currentData()
        system = how == "system"
        return PrintSetup(
            how=how,
            layout=self.layout_box.currentData() or print_setup.FIRST[how],
            printer=self.printer.currentData() or "",
            where=self.where.text(),
            dx_tenths=self.dx.value() if system else 0,
            dy_tenths=self.dy.value() if system else 0,
            slip=self.slip.isChecked() and how != "thermal",
        )

    def _changed_how(self) -> None:
        how: How = self.how.currentData()
        self.layout_box.blockSignals(True)
        self.layout_box.clear()
        for name, title in print_setup.offered(self._session.desk, how).items():
            self.layout_box.addItem(title, name)
        wanted = self._kept.layout if self._kept.how == how else print_setup.FIRST[how]
        self.layout_box.setCurrentIndex(max(self.layout_box.findData(wanted), 0))
        self.layout_box.blockSignals(False)
        for part, kind in (
            (self.printer_part, "system"), (self.offset_part, "system"), (self.where_part, "thermal"),
            (self.folder_part, "pdf"),
        ):  # fmt: skip
            part.setVisible(how == kind)
        self.slip.setVisible(how != "thermal")
        self._changed()

    def _changed(self) -> None:
        self.complain("")
        self._tell("")
        self._soon.start()

    def _ask_printers(self) -> None:
        self._session.background(
            lambda _desk, _tick: _printers(), done=self._list_printers, refused=lambda _error: None
        )

    def _list_printers(self, found: "list[Printer]") -> None:
        if not self.is_open:
            return
        for each in found:
            place = self.printer.findData(each.name)
            words = tr("{name}（{default}{state}）").format(
                name=each.name, default=tr("默认，") if each.default else "", state=STATES[each.state]
            )
            if place < 0:
                self.printer.addItem(words, each.name)
            else:
                self.printer.setItemText(place, words)
        if not found:
            self.printer.setItemText(0, tr("{printer}（这台电脑还没有装打印机）").format(printer=DEFAULT_PRINTER))

    # -- the sample

    def _draw(self) -> None:
        setup, room = self.chosen, self.picture.room
        self._session.background(
            lambda desk, _tick: shown(print_setup.sample(desk), setup, room),
            done=lambda found: self._show(setup, found),
            refused=self._undrawn,
        )

    def _show(self, setup: PrintSetup, found: Shown) -> None:
        if not self.is_open or setup != self.chosen:
            return
        self.picture.show_png(found.png)
        beneath = tr("灰色的是预印好的表格，只在这里显示。") if found.on_form else ""
        size = f"{found.width:g} × {round(found.height, 1):g}"
        self.size_words.setText(
            tr("纸张 {size} 毫米。样张就是打出来的样子。{beneath}").format(size=size, beneath=beneath)
        )

    def _undrawn(self, error: KnownError) -> None:
        if self.is_open:
            self.picture.show_words(tr("排不出来"))
            self.complain(str(error))

    # -- doing

    def try_out(self) -> None:
        """One test page with what stands on the sheet; nothing is kept by it."""
        setup, folder = self.chosen, self.folder.path
        if self._incomplete(setup, folder):
            return
        self._tell(tr("正在送打印机……"))
        self._session.background(
            lambda desk, _tick: _try_out(desk, setup, folder), done=self._tried, refused=self._not_tried
        )

    def _tell(self, words: str) -> None:
        self.result.setText(words)
        self.result.setVisible(bool(words))

    def _tried(self, words: str) -> None:
        if self.is_open:
            self._tell(f"✓ {words}")

    def _not_tried(self, error: KnownError) -> None:
        if self.is_open:
            self._tell("")
            self.complain(str(error))

    def _incomplete(self, setup: PrintSetup, folder: Path | None) -> bool:
        if setup.how == "thermal" and not setup.where.strip():
            self.complain(NO_WHERE)
            self.where.setFocus()
            return True
        if setup.how == "pdf" and folder is None:
            self.complain(NO_FOLDER)
            self.folder.line.setFocus()
            return True
        return False

    def _accept(self) -> None:
        if self.goes_on(self.how, self.printer, self.where, self.folder.line, self.layout_box, self.dx, self.dy):
            return
        setup, folder = self.chosen, self.folder.path
        if self._incomplete(setup, folder):
            return
        refusal = self._session.attempt(lambda: print_setup.save(self._session.desk, setup))
        if refusal:
            self.complain(refusal)
            return
        if setup.how == "pdf" and folder is not None:
            self._session.print_to(folder)
        self.close_sheet()
        self._session.refresh()
        layout = print_setup.offered(self._session.desk, setup.how)[setup.layout]
        self._session.say(
            tr("打印设置已保存：{how}，{layout}。").format(how=dict(HOWS)[setup.how], layout=layout), "good"
        )


def _printers() -> "list[Printer]":
    from app.gui.printing import printers

    return printers()


def _try_out(desk: Desk, setup: PrintSetup, folder: Path | None) -> str:
    from app.gui.printing import try_out

    return try_out(desk, setup, folder)
