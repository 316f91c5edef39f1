"""恢复单: a new recovery code in the place of one that was lost, seen, or never written down, and its sheet."""

from pathlib import Path

from app.desk import clerks, recovery
from app.domain.errors import KnownError
from app.gui.dialogs.sheet import Sheet
from app.gui.parts.fields import FieldRow, secret
from app.gui.parts.layout import label
from app.gui.parts.recovery import RecoveryPart
from app.gui.session import Session
from app.gui.words import tr

WIDTH = 920
MISSING = tr(
    "上一个恢复码没有写下来，现在谁也看不到了。换一个新的，写成恢复单打印，锁进柜子：忘了口令、电脑坏了，全靠它。"
)
LOST = tr("恢复单丢了，或被人看过，就换一个新的恢复码。换好以后，原来那张恢复单作废，什么也打不开。")
SHOWN = tr("这是新的恢复码，原来的已经作废。它只显示这一次：写成恢复单打印，锁进柜子。")
CHANGING, CHANGE, DONE = tr("正在换……"), tr("换一个恢复码"), tr("办好了")
LEAVING = tr("恢复码还没有写下来，关掉就看不到了。真要关，再按一次 Esc：以后要重新换一个。")
READY = tr("恢复单已经办好：装进信封，锁进柜子。原来那张作废，请销毁。")


class RecoverySheet(Sheet):
    """First the clerk's own passphrase, then the code. Closed in between, the sheet counts as missing."""

    def __init__(self, session: Session) -> None:
        super().__init__(tr("恢复单"), width=WIDTH)
        self._session, self._warned = session, False
        missing = recovery.missing(session.desk)
        self.words = label(MISSING if missing else LOST, "base", wrap=True)
        self.own = secret(tr("{clerk}的口令").format(clerk=session.desk.operator), width=300)
        self.asked = FieldRow(self.own)
        self.part = RecoveryPart(self, self._write, self.complain)
        self.part.hide()
        for each in (self.words, self.asked, self.part):
            self.body.addWidget(each)
        self.main = self.add_feet(CHANGE, self._accept)
        # A folder chosen, a box ticked: what is typed the sheet hears of itself.
        self.part.mended.connect(lambda: self.complaint.setText(""))

    @property
    def _told(self) -> bool:
        return bool(self.part.recovery)

    def _accept(self) -> None:
        if not self._told:
            self._renew()
        elif not self.part.enter():
            self._finish()

    def _renew(self) -> None:
        own = self.own.text()
        if not own:
            self.complain(tr("请输入您自己的口令：换恢复码要本人来换。"))
            self.own.setFocus()
            return
        self._wait(True)
        self._session.background(
            lambda desk, _tick: clerks.renew_recovery(desk, own_passphrase=own),
            done=self._renewed,
            refused=self._refused,
            ended=lambda: self._wait(False),
        )

    def _wait(self, on: bool) -> None:
        if self.is_open:
            self.main.setEnabled(not on)
            self.main.set_word(CHANGING if on else DONE if self._told else CHANGE)

    def _renewed(self, code: str) -> None:
        if not self.is_open:
            # Nobody has seen it: the bar of the first day says that the sheet is missing.
            self._session.refresh()
            return
        self.own.clear()
        self.complain("")
        self.words.setText(SHOWN)
        self.part.tell(code)
        self.part.show()
        self.part.folder.line.setFocus()
        self.asked.hide()

    def _refused(self, error: KnownError) -> None:
        if not self.is_open:
            return
        self.own.clear()
        self.complain(str(error))
        self.own.setFocus()

    def _write(self, folder: Path, code: str) -> Path:
        return recovery.write_sheet(self._session.desk, folder, code)

    def _finish(self) -> None:
        sentence = self.part.problem()
        sentence = sentence or self._session.attempt(lambda: recovery.confirm(self._session.desk))
        self.complain(sentence)
        if not sentence:
            self.close_sheet()
            self._session.say(READY, "good")

    def close_sheet(self) -> None:
        """A code that is nowhere on paper is not closed away by one key."""
        if self.is_open and self._told and not self._warned and recovery.missing(self._session.desk):
            self._warned = True
            self.complain(LEAVING)
            return
        told = self.is_open and self._told
        super().close_sheet()
        if told:
            self._session.refresh()
