"""Sign-in: who is at the counter, and the passphrase that opens the data."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QWidget

from app.gui.alone import TAKEN, Alone, beside
from app.gui.entry import Entry
from app.gui.parts.keys import KeyButton, bind, key_button
from app.gui.parts.layout import card, column, foot, label, restyle, row
from app.gui.scale import fix
from app.gui.words import tr
from app.gui.worker import Worker

if TYPE_CHECKING:
    from app.gui.paper import OpenSheet

RECOVERED = tr("✓ {clerk} 的口令已经换好，请用新口令登录。恢复单装回信封，锁进柜子。")


class SignInPage(QWidget):
    """Opening takes a moment on purpose (Argon2), so it runs off the window's thread."""

    def __init__(self, entry: Entry, worker: Worker, opened: Callable[[Any], None], open_sheet: "OpenSheet") -> None:
        super().__init__()
        self._entry, self._worker, self._opened, self._open_sheet = entry, worker, opened, open_sheet
        self.alone = Alone(beside(entry.folder))
        self.clerk, self.passphrase = QComboBox(), QLineEdit()
        self.problem = label("", "complaint", wrap=True)
        self.button = KeyButton(tr("登录"), "Enter", self.sign_in, kind="main")
        self.forgotten_button = key_button(self, tr("忘了口令"), "F8", self.forgotten)
        self._fields()
        self.setLayout(column(None, row(None, self._card(), None), None))
        for key in ("Return", "Enter"):
            bind(self, key, self._enter)

    def _fields(self) -> None:
        self.clerk.addItems(list(self._entry.clerks))
        self.clerk.setAccessibleName(tr("操作员"))
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.setAccessibleName(tr("口令"))
        self.passphrase.setPlaceholderText(tr("请输入口令"))
        self.passphrase.textEdited.connect(lambda _words: self._say(""))
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
        self.forgotten_button.setVisible(self._entry.recover is not None)
        made = card(*items, look, foot(self.problem, self.button, self.forgotten_button, gap=10), gap=10, margin=34)
        fix(made, width=460)
        return made

    def arrive(self) -> None:
        """The passphrase field has the focus."""
        self.passphrase.setFocus()

    def _enter(self) -> None:
        """Enter presses the button that has the focus; else it signs in."""
        (self.forgotten_button if self.forgotten_button.hasFocus() else self.button).click()

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
        self._say(sentence)
        self.passphrase.clear()
        self.passphrase.setFocus()

    def _say(self, sentence: str, kind: str = "complaint") -> None:
        restyle(self.problem, type=kind)
        self.problem.setText(sentence)

    def forgotten(self) -> None:
        """A new passphrase by the recovery sheet; as for signing in, no other window may have the point open."""
        from app.gui.dialogs.forgotten import ForgottenSheet

        recover = self._entry.recover
        if recover is None or not self.button.isEnabled():
            # While the data is being opened it is too late to ask.
            return
        if not self.alone.taken():
            self._refused(TAKEN)
            return
        name = self.clerk.currentText()
        sheet = ForgottenSheet(self._entry.clerks, name, self._worker, recover, self._recovered)
        self._open_sheet(sheet, sheet.code)

    def _recovered(self, name: str) -> None:
        self.clerk.setCurrentText(name)
        self.passphrase.clear()
        self._say(RECOVERED.format(clerk=name), "good")
        self.passphrase.setFocus()
