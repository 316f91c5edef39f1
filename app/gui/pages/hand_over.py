"""Handing over to the county and taking its reply: one file out, one file in, both checked before it is said."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListWidget, QVBoxLayout

from app.desk.back_up import BackedUp, back_up, last_backup
from app.desk.desk import Desk
from app.desk.hand_over import HandedOver, export, known_county, write_request
from app.desk.returned import returned
from app.desk.state import State
from app.desk.take_reply import Taken, look_into, take_reply
from app.desk.take_sibling import SiblingTaken, is_of_sibling, take_sibling
from app.domain import fingerprint
from app.domain.errors import KnownError
from app.domain.progress import Progress, Tick
from app.gui import text
from app.gui.dialogs.coming import ComingSheet
from app.gui.pages.page import Page
from app.gui.paper import OpenSheet, Paper
from app.gui.parts.flow import Flow, ends
from app.gui.parts.keys import bind, key_button
from app.gui.parts.layout import card, column, label, row, sides
from app.gui.parts.path_field import PathField
from app.gui.parts.progress import ProgressPart
from app.gui.session import DeskWork, Session
from app.gui.words import tr

FOLDER = tr(
    "这是文件夹，不是回执文件，什么也没有变。要交给县里，请填在“优盘或文件夹”；要导入回执，请选里面的 .cunjiao 文件。"
)


class HandOverPage(Page):
    """Figures above; left what goes to the county, right what comes back."""

    def __init__(self, session: Session, paper: Paper, open_sheet: OpenSheet) -> None:
        super().__init__(session, paper, open_sheet)
        self.figures = {state: label("0", "figure") for state in text.SYNC}
        self.stick = PathField(tr("优盘或文件夹"), hint=tr("优盘的位置，例如 E:\\ 或 /media/优盘"))
        self.reply = PathField(
            tr("县里的回执文件"), pattern=tr("回执 (*.cunjiao)"), hint=tr("县里发下来的 .cunjiao 文件")
        )
        self.county_fingerprint = QLineEdit()
        self.out, self.back = ProgressPart(), ProgressPart()
        self.done, self.kept = label("", "done", wrap=True), label("", "quiet", wrap=True)
        self.returned = QListWidget()
        self.own, self.county = label("", "groups"), label("", "base", wrap=True)
        self._buttons()
        self._dress()
        whole = column(self._figures_card(), gap=12, margin=14)
        both = sides(self._left(), self._right(), gap=12)
        both.setStretch(0, 1)
        both.setStretch(1, 1)
        whole.addLayout(both, 1)
        self.setLayout(whole)
        bind(self, "Esc", self._stop)
        session.changed.connect(self._show_figures)

    def _buttons(self) -> None:
        self.export_button = key_button(self, tr("导出到优盘"), "F9", self.export, kind="main")
        self.import_button = key_button(self, tr("导入回执"), "F10", self.take, kind="main")
        self.request_button = key_button(self, tr("写出登记申请"), "F8", self.request)
        self.backup_button = key_button(self, tr("备份到优盘"), "F7", self.back_up)

    def _dress(self) -> None:
        named = (
            (self.done, tr("结果")),
            (self.kept, tr("上次备份")),
            (self.own, tr("本机指纹")),
            (self.returned, tr("县里退回的记录")),
        )
        for item, name in named:
            item.setAccessibleName(name)
        self.county_fingerprint.setAccessibleName(tr("县级指纹"))
        self.county_fingerprint.setPlaceholderText(tr("第一次导入，或县里换了密钥：电话里读出的六组数字"))
        self.returned.setWordWrap(True)
        self.stick.submitted.connect(self._submitted)
        self.reply.submitted.connect(self.take)
        self.county_fingerprint.returnPressed.connect(self.take)
        self._wait(False)
        self.done.hide()

    def _figures_card(self) -> QFrame:
        hints = {
            "unsent": tr("还没有导出"),
            "sent": tr("已导出，等县里回执"),
            "acknowledged": tr("县里确认收到"),
            "rejected": tr("要按办法补救"),
        }
        for state, figure in self.figures.items():
            figure.setAccessibleName(text.SYNC[state])
        rows = [row_of(text.SYNC[state], figure, hints[state]) for state, figure in self.figures.items()]
        return card(Flow(*rows, gap=12, spread=True), margin=10)

    def _left(self) -> QVBoxLayout:
        out = card(
            label(tr("交给县里"), "title"),
            label(tr("插好优盘，选它的位置。写完会读回核对，看到“可以拔优盘”再拔。"), "quiet", wrap=True),
            self.stick,
            ends((self.request_button, self.backup_button), [self.export_button], gap=12),
            self.out,
            self.done,
            self.kept,
            gap=10,
        )
        own = card(label(tr("本机指纹（打电话时读给县里核对）"), "quiet"), self.own, gap=4, margin=14)
        # Read out by telephone: nothing may push it off the screen.
        return column(out, own, None)

    def _right(self) -> QVBoxLayout:
        back = card(
            label(tr("县里的回执，或同村另一台电脑的文件"), "title"),
            self.reply,
            self.county,
            self.county_fingerprint,
            row(None, self.import_button),
            self.back,
            gap=10,
        )
        listed = card(label(tr("县里退回的记录和补救办法"), "strong"), self.returned, gap=8, margin=14)
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
                tr("已认识：{name}").format(name=county.name)
                if county
                else tr("县里还没有登记本点：先写出登记申请（F8）交给县里，再导入县里的第一份回执。")
            )
            self._show_returned()
            self._show_kept()
            self.stick.line.setFocus()

    def _show_figures(self, state: State) -> None:
        for name, figure in self.figures.items():
            figure.setText(f"{state.sync[name]}")

    def _show_returned(self) -> None:
        self.returned.clear()
        self.returned.addItems(
            [tr("第 {seq} 条：{remedy}").format(seq=r.seq, remedy=r.remedy) for r in returned(self.session.desk)]
            or [tr("没有退回的记录。")]
        )

    def _show_kept(self) -> None:
        """When this computer's data was last copied: what is lost with it is what came since."""
        last = last_backup(self.session.desk)
        if last is None:
            self.kept.setText(tr("还没有备份过。电脑丢了、坏了，只能靠备份。请常按 F7 备份到优盘，另放一处。"))
        else:
            at = last.at[:16].replace("T", " ")
            self.kept.setText(tr("上次备份：{at}，到第 {last_seq} 条记录。").format(at=at, last_seq=last.last_seq))

    def _stop(self) -> None:
        """Esc stops what is under way; where nothing is, it takes the sentence away."""
        if not (self.out.stop() or self.back.stop()):
            self.session.hush()

    def _wait(self, on: bool) -> None:
        for button in (self.export_button, self.import_button, self.request_button, self.backup_button):
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
        self.session.refused(error)

    # -- doing

    def _submitted(self) -> None:
        """Enter after the stick's place does what comes next: a county that does not know this point takes no file."""
        if known_county(self.session.desk) is None:
            self.request()
        else:
            self.export()

    def _chosen_stick(self, sentence: str) -> Path | None:
        """The stick's place; where none is given the sentence, and the focus on where to give it."""
        if self.stick.path is None:
            self.session.say(sentence, "caution")
            self.stick.line.setFocus()
        return self.stick.path

    def export(self) -> None:
        """Write the sealed file and read it back."""
        if self._busy:
            return
        folder = self._chosen_stick(tr("请先选优盘或文件夹。还没有写文件。"))
        if folder is None:
            return
        self._work(lambda desk, tick: export(desk, folder, tick=tick), self._exported, self.out)

    def _exported(self, done: HandedOver) -> None:
        self._say_done(
            tr(
                "✓ 可以拔优盘了。已写好并读回核对：{name}，共 {entries} 条。只交这一份：以前没有回执的都在里面。"
            ).format(name=Path(done.file).name, entries=done.entries)
        )

    def take(self) -> None:
        """Look into the county's reply and say what it would change; or read another device's file along."""
        file = self.reply.path
        if self._busy:
            return
        if file is None:
            self.session.say(tr("请先选县里的回执文件。什么也没有变。"), "caution")
            self.reply.line.setFocus()
            return
        if file.is_dir():
            self.session.say(FOLDER, "caution")
            return
        told = self.county_fingerprint.text().strip() or None
        self._work(
            lambda desk, tick: _looked_into(desk, file, told, tick),
            lambda found: self._looked_into(file, told, found),
            self.back,
        )

    def _looked_into(self, file: Path, told: str | None, found: SiblingTaken | tuple[str, ...]) -> None:
        if isinstance(found, SiblingTaken):
            self._say_done(
                tr("✓ {device} 号设备上已缴费的有 {people} 人，新知道 {new} 人，不再收他们的款。").format(
                    device=found.device, people=found.people, new=found.new
                )
            )
        elif found:
            sheet = ComingSheet(found, lambda: self._take(file, told))
            self.open_sheet(sheet, sheet.main)
        else:
            self._take(file, told)

    def _take(self, file: Path, told: str | None) -> None:
        self._work(
            lambda desk, tick: take_reply(desk, file, county_fingerprint=told, tick=tick), self._taken, self.back
        )

    def _work(self, work: DeskWork, done: Callable[[Any], None], shown: ProgressPart) -> None:
        self.session.hush()
        self.done.hide()
        self._wait(True)
        self.session.background(work, done=done, refused=self._refused, follow=shown.follow, ended=self._ended)

    @property
    def _busy(self) -> bool:
        """Whether something is under way that Enter in a field must not begin again."""
        return bool(self.out.task or self.back.task)

    def _ended(self) -> None:
        # What a reply would change is looked at first, and one thing may follow the other at once.
        self._wait(self._busy)

    def _taken(self, done: Taken) -> None:
        returned_ = (
            tr("退回 {rejected} 条，办法列在“县里退回的记录和补救办法”。").format(rejected=len(done.rejected))
            if done.rejected
            else tr("没有退回。")
        )
        news = tr("✓ 县里已收到第 {acknowledged_to} 条为止的记录，{returned}").format(
            acknowledged_to=done.acknowledged_to, returned=returned_
        )
        news += "".join(done.told) + (tr("请重新登录，之后按新的政策包收款。") if done.packs else "")
        self._say_done(news if done.effect else tr("这份回执已经用过或已过时，没有变化。"))
        self.arrive()

    def request(self) -> None:
        """Write what the county needs to enrol this point."""
        folder = self._chosen_stick(tr("请先选优盘或文件夹，登记申请会写在那里。"))
        if folder is None:
            return
        file = folder / f"登记申请-{self.session.desk.point.code}.json"
        self._work(
            lambda desk, tick: _write_request(desk, file, tick),
            lambda _: self._say_done(
                tr("✓ 可以拔优盘了。登记申请已写好：{name}。交给县里，并用电话核对本机指纹。").format(name=file.name)
            ),
            self.out,
        )

    def back_up(self) -> None:
        """Copy everything, encrypted, into a folder of its own."""
        folder = self._chosen_stick(tr("请先选优盘或文件夹，备份会写在那里。"))
        if folder is None:
            return
        self._work(lambda desk, tick: back_up(desk, folder, tick=tick), self._backed_up, self.out)

    def _backed_up(self, done: BackedUp) -> None:
        self._say_done(
            tr("✓ 已备份到 {name}，到第 {last_seq} 条记录。请把优盘另放一处。").format(
                name=Path(done.folder).name, last_seq=done.last_seq
            )
        )
        self._show_kept()


def _write_request(desk: Desk, file: Path, tick: Tick) -> str:
    """Done in a moment: there is nothing to stop."""
    tick(Progress(tr("写出登记申请"), last=True))
    return write_request(desk, file)


def _looked_into(desk: Desk, file: Path, told: str | None, tick: Tick) -> SiblingTaken | tuple[str, ...]:
    """What a file from outside says: of another device who paid there, of the county's reply what would change."""
    if is_of_sibling(desk, file):
        return take_sibling(desk, file, tick=tick)
    return look_into(desk, file, county_fingerprint=told, tick=tick)


def row_of(name: str, figure: QLabel, hint: str) -> QFrame:
    """A figure with its name before it and what it means after it."""
    made = QFrame()
    made.setLayout(row(label(name, "large"), figure, label(hint, "small"), None, gap=12))
    return made
