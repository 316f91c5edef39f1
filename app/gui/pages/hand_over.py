"""Handing over to the county and taking its reply: one file out, one file in, both checked before it is said."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QLineEdit, QListWidget, QProgressBar, QVBoxLayout

from app.desk.desk import Desk
from app.desk.hand_over import HandedOver, export, known_county, write_request
from app.desk.returned import returned
from app.desk.state import State
from app.desk.take_reply import Taken, look_into, take_reply
from app.desk.take_sibling import SiblingTaken, is_of_sibling, take_sibling
from app.domain import fingerprint
from app.domain.errors import KnownError
from app.gui import text
from app.gui.dialogs.coming import ComingSheet
from app.gui.pages.page import Page
from app.gui.paper import OpenSheet, Paper
from app.gui.parts.keys import bind, key_button
from app.gui.parts.layout import card, column, label, row
from app.gui.parts.path_field import PathField
from app.gui.session import Session


class HandOverPage(Page):
    """Figures above; left what goes to the county, right what comes back."""

    def __init__(self, session: Session, paper: Paper, open_sheet: OpenSheet) -> None:
        super().__init__(session, paper, open_sheet)
        self.figures = {state: label("0", "figure") for state in text.SYNC}
        self.stick = PathField("优盘或文件夹", hint="优盘的位置，例如 E:\\ 或 /media/优盘")
        self.reply = PathField("县里的回执文件", pattern="回执 (*.cunjiao)", hint="县里发下来的 .cunjiao 文件")
        self.county_fingerprint = QLineEdit()
        self.busy, self.done = QProgressBar(), label("", "done", wrap=True)
        self.returned = QListWidget()
        self.own, self.county = label("", "groups"), label("", "base", wrap=True)
        self._buttons()
        self._dress()
        whole = column(self._figures_card(), gap=12, margin=14)
        sides = row(gap=12)
        sides.addLayout(self._left(), 1)
        sides.addLayout(self._right(), 1)
        whole.addLayout(sides, 1)
        self.setLayout(whole)
        bind(self, "Esc", session.hush)
        session.changed.connect(self._show_figures)

    def _buttons(self) -> None:
        self.export_button = key_button(self, "导出到优盘", "F9", self.export, kind="main")
        self.import_button = key_button(self, "导入回执", "F10", self.take, kind="main")
        self.request_button = key_button(self, "写出登记申请", "F8", self.request)

    def _dress(self) -> None:
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        self.busy.setAccessibleName("正在处理")
        for item, name in ((self.done, "结果"), (self.own, "本机指纹"), (self.returned, "县里退回的记录")):
            item.setAccessibleName(name)
        self.county_fingerprint.setAccessibleName("县级指纹")
        self.county_fingerprint.setPlaceholderText("第一次导入，或县里换了密钥：电话里读出的六组数字")
        self.returned.setWordWrap(True)
        self.stick.submitted.connect(self.export)
        self.reply.submitted.connect(self.take)
        self.county_fingerprint.returnPressed.connect(self.take)
        self._wait(False)
        self.done.hide()

    def _figures_card(self) -> QFrame:
        grid = QGridLayout()
        hints = {
            "unsent": "还没有导出",
            "sent": "已导出，等县里回执",
            "acknowledged": "县里确认收到",
            "rejected": "要按办法补救",
        }
        for place, (state, figure) in enumerate(self.figures.items()):
            figure.setAccessibleName(text.SYNC[state])
            grid.addWidget(row_of(text.SYNC[state], figure, hints[state]), 0, place)
        return card(grid, margin=10)

    def _left(self) -> QVBoxLayout:
        out = card(
            label("交给县里", "title"),
            label("插好优盘，选它的位置。写完会读回核对，看到“可以拔优盘”再拔。", "quiet", wrap=True),
            self.stick,
            row(self.request_button, None, self.export_button),
            self.busy,
            self.done,
            gap=10,
        )
        own = card(label("本机指纹（打电话时读给县里核对）", "quiet"), self.own, gap=4, margin=14)
        return column(out, None, own)

    def _right(self) -> QVBoxLayout:
        back = card(
            label("县里的回执，或同村另一台电脑的文件", "title"),
            self.reply,
            self.county,
            self.county_fingerprint,
            row(None, self.import_button),
            gap=10,
        )
        listed = card(label("县里退回的记录和补救办法", "strong"), self.returned, gap=8, margin=14)
        made = column(back)
        made.addWidget(listed, 1)
        return made

    # -- showing

    def arrive(self) -> None:
        """Show how far the county knows."""
        with self.session.calmly():
            self._show_figures(self.session.state)
            self.own.setText(fingerprint.grouped(self.session.desk.journal))
            county = known_county(self.session.desk)
            self.county_fingerprint.setVisible(county is None)
            self.county.setText(
                f"已认识：{county.name}" if county else "还不认识县级：先写出登记申请交给县里，再导入县里的第一份回执。"
            )
            self._show_returned()
            (self.stick if county else self.reply).line.setFocus()

    def _show_figures(self, state: State) -> None:
        for name, figure in self.figures.items():
            figure.setText(f"{state.sync[name]}")

    def _show_returned(self) -> None:
        self.returned.clear()
        self.returned.addItems(
            [f"第 {r.seq} 条：{r.remedy}" for r in returned(self.session.desk)] or ["没有退回的记录。"]
        )

    def _wait(self, on: bool) -> None:
        self.busy.setVisible(on)
        for button in (self.export_button, self.import_button, self.request_button):
            button.setEnabled(not on)

    def _say_done(self, sentence: str) -> None:
        self.done.setText(sentence)
        self.done.show()
        self.session.refresh()

    def _refused(self, error: KnownError) -> None:
        self.done.hide()
        if error.code in ("signature_invalid", "county_key_left"):
            # A county that lost its keys is confirmed by telephone, as at first.
            self.county_fingerprint.show()
        self.session.say(str(error), "caution")

    # -- doing

    def export(self) -> None:
        """Write the sealed file and read it back."""
        folder = self.stick.path
        if folder is None:
            self.session.say("请先选优盘或文件夹。还没有写文件。", "caution")
            return
        self._start()
        self.session.background(
            lambda desk, _tick: export(desk, folder), done=self._exported, refused=self._refused, ended=self._ended
        )

    def _exported(self, done: HandedOver) -> None:
        self._say_done(f"✓ 可以拔优盘了。已写好并读回核对：{Path(done.file).name}，共 {done.entries} 条。")

    def take(self) -> None:
        """Look into the county's reply and say what it would change; or read another device's file along."""
        file = self.reply.path
        if file is None:
            self.session.say("请先选县里的回执文件。什么也没有变。", "caution")
            return
        told = self.county_fingerprint.text().strip() or None
        self._work(lambda desk: _looked_into(desk, file, told), lambda found: self._looked_into(file, told, found))

    def _looked_into(self, file: Path, told: str | None, found: SiblingTaken | tuple[str, ...]) -> None:
        if isinstance(found, SiblingTaken):
            self._say_done(
                f"✓ {found.device} 号设备上已缴费的有 {found.people} 人，新知道 {found.new} 人，不再收他们的款。"
            )
        elif found:
            sheet = ComingSheet(found, lambda: self._take(file, told))
            self.open_sheet(sheet, sheet.main)
        else:
            self._take(file, told)

    def _take(self, file: Path, told: str | None) -> None:
        self._work(lambda desk: take_reply(desk, file, county_fingerprint=told), self._taken)

    def _work(self, work: Callable[[Desk], Any], done: Callable[[Any], None]) -> None:
        self._start()
        self.session.background(lambda desk, _tick: work(desk), done=done, refused=self._refused, ended=self._ended)

    def _taken(self, done: Taken) -> None:
        returned_ = f"退回 {len(done.rejected)} 条，补救办法见右边。" if done.rejected else "没有退回。"
        news = f"✓ 县里已收到第 {done.acknowledged_to} 条为止的记录，{returned_}"
        news += "".join(done.told) + ("请重新登录，之后按新的政策包收款。" if done.packs else "")
        self._say_done(news if done.effect else "这份回执已经用过或已过时，没有变化。")
        self.arrive()

    def request(self) -> None:
        """Write what the county needs to enrol this point."""
        folder = self.stick.path
        if folder is None:
            self.session.say("请先选优盘或文件夹，登记申请会写在那里。", "caution")
            return
        file = folder / f"登记申请-{self.session.desk.point.code}.json"
        self._start()
        self.session.background(
            lambda desk, _tick: write_request(desk, file),
            done=lambda _: self._say_done(f"✓ 登记申请已写好：{file.name}。交给县里，并用电话核对下面的指纹。"),
            refused=self._refused,
            ended=self._ended,
        )

    def _start(self) -> None:
        self.session.hush()
        self.done.hide()
        self._wait(True)

    def _ended(self) -> None:
        self._wait(False)


def _looked_into(desk: Desk, file: Path, told: str | None) -> SiblingTaken | tuple[str, ...]:
    """What a file from outside says: of another device who paid there, of the county's reply what would change."""
    if is_of_sibling(desk, file):
        return take_sibling(desk, file)
    return look_into(desk, file, county_fingerprint=told)


def row_of(name: str, figure: QLabel, hint: str) -> QFrame:
    """A figure with its name before it and what it means after it."""
    made = QFrame()
    made.setLayout(row(label(name, "large"), figure, label(hint, "small"), None, gap=12))
    return made
