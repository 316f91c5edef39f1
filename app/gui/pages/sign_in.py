"""Sign-in: who is at the counter, and the passphrase that opens the data."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QWidget

from app.gui.alone import TAKEN, Alone, beside
from app.gui.entry import Entry
from app.gui.parts.keys import KeyButton, bind
from app.gui.parts.layout import card, column, label, row
from app.gui.scale import fix
from app.gui.words import tr
from app.gui.worker import Worker


class SignInPage(QWidget):
    """Opening takes a moment on purpose (Argon2), so it runs off the window's thread."""

    def __init__(self, entry: Entry, worker: Worker, opened: Callable[[Any], None]) -> None:
        super().__init__()
        self._entry, self._worker, self._opened = entry, worker, opened
        self.alone = Alone(beside(entry.folder))
        self.clerk, self.passphrase = QComboBox(), QLineEdit()
        self.problem = label("", "complaint", wrap=True)
        self.button = KeyButton(tr("登录"), "Enter", self.sign_in, kind="main")
        self._fields()
        self.setLayout(column(None, row(None, self._card(), None), None))
        for key in ("Return", "Enter"):
            bind(self, key, lambda: self.button.click() if self.button.isEnabled() else None)

    def _fields(self) -> None:
        self.clerk.addItems(list(self._entry.clerks))
        self.clerk.setAccessibleName(tr("操作员"))
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.setAccessibleName(tr("口令"))
        self.passphrase.setPlaceholderText(tr("请输入口令"))
        self.passphrase.textEdited.connect(lambda _words: self.problem.setText(""))
        self.problem.setAccessibleName(tr("提示"))
        fix(self.problem, least_height=54)
        self.problem.setAlignment(Qt.AlignmentFlag.AlignTop)

    def _card(self) -> QFrame:
        several = len(self._entry.clerks) > 1
        who: QWidget = self.clerk if several else label(self._entry.clerks[0] if self._entry.clerks else "", "large")
        hint = (
            label(tr("练习点的口令是 {passphrase_hint}").format(passphrase_hint=self._entry.passphrase_hint), "hint")
            if self._entry.passphrase_hint
            else None
        )
        items: list[QWidget] = [label(tr("村缴通"), "brand"), label(tr("城乡居民医保 村级征缴"), "quiet")]
        items += [
            label(tr("操作员"), "quiet"),
            who,
            label(tr("口令"), "quiet"),
            self.passphrase,
            *([hint] if hint else []),
        ]
        look = label(tr("字太小、屏幕太亮：按 Alt+X 换"), "small")
        made = card(*items, self.problem, self.button, look, gap=10, margin=34)
        fix(made, width=460)
        return made

    def arrive(self) -> None:
        """The passphrase field has the focus."""
        self.passphrase.setFocus()

    def sign_in(self) -> None:
        """Open the data with what was typed; no other window may have it open."""
        if not self.alone.taken():
            self._refused(TAKEN)
            return
        name = self.clerk.currentText()
        passphrase = self.passphrase.text()
        self._wait(True)
        self._worker.start(
            lambda _tick: self._entry.sign_in(name, passphrase),
            done=self._opened,
            refused=lambda error: self._refused(str(error)),
            ended=lambda: self._wait(False),
        )

    def _wait(self, on: bool) -> None:
        self.button.setEnabled(not on)
        self.button.set_word(tr("正在打开……") if on else tr("登录"))

    def _refused(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.passphrase.clear()
        self.passphrase.setFocus()
