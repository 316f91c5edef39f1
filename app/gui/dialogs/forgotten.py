"""忘了口令: a new passphrase by the code on the recovery sheet. It lies over the sign-in page."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from app.domain.errors import KnownError
from app.gui.dialogs.sheet import Sheet, go_to
from app.gui.parts.fields import FieldRow, field, secret
from app.gui.parts.layout import label
from app.gui.parts.titled import Titled
from app.gui.words import tr
from app.gui.worker import Worker

WIDTH = 720
HOW = tr(
    "从柜子里取出恢复单，把上面的七组字照着输进来，再起一个新口令。数据都在，不会变。"
    "大小写、横线不用管；字母 O 和数字 0、字母 I、L 和数字 1 也不用分。"
)
CHANGE, CHECKING = tr("换上新口令"), tr("正在核对……")


class ForgottenSheet(Sheet):
    """`recover(code, name, passphrase)` runs on the worker; `done(name)` once the new passphrase is in force."""

    def __init__(
        self,
        names: Sequence[str],
        name: str,
        worker: Worker,
        recover: Callable[[str, str, str], None],
        done: Callable[[str], None],
    ) -> None:
        super().__init__(tr("忘了口令"), width=WIDTH)
        self._worker, self._recover, self._done = worker, recover, done
        self.code = field(tr("恢复单上的恢复码"), tr("例如：7K2M-…，一共七组"))
        self.clerk = QComboBox()
        self.clerk.setAccessibleName(tr("给谁换口令"))
        self.clerk.addItems(list(names))
        self.clerk.setCurrentText(name)
        self.passphrase, self.again = secret(tr("新口令")), secret(tr("再输一次新口令"))
        self.body.addWidget(label(HOW, "base", wrap=True))
        self.body.addWidget(Titled(tr("恢复单上的恢复码"), self.code))
        who: QWidget = self.clerk if len(names) > 1 else label(name, "large")
        self.body.addWidget(Titled(tr("给谁换口令"), who))
        self.body.addWidget(FieldRow(self.passphrase, self.again))
        self.main = self.add_feet(CHANGE, self._accept)

    def _accept(self) -> None:
        if self.goes_on(self.code, self.clerk, self.passphrase, self.again):
            return
        missing = self._missing()
        if missing is not None:
            asked, sentence = missing
            go_to(asked)
            self.complain(sentence)
            return
        code, name, passphrase = self.code.text(), self.clerk.currentText(), self.passphrase.text()
        self._wait(True)
        self._worker.start(
            lambda _tick: self._recover(code, name, passphrase),
            done=lambda _none: self._changed(name),
            refused=self._refused,
            ended=lambda: self._wait(False),
        )

    def _missing(self) -> tuple[QLineEdit, str] | None:
        """The first field that is not right yet, and what to do there."""
        if not self.code.text().strip():
            return self.code, tr("请照恢复单输入恢复码，一共七组。")
        if not self.passphrase.text():
            return self.passphrase, tr("请起一个新口令。")
        if not self.again.text():
            return self.again, tr("请把新口令再输一次。")
        if self.passphrase.text() != self.again.text():
            self.again.clear()
            return self.again, tr("两次输入的新口令不一样，请再输一次。")
        return None

    def _wait(self, on: bool) -> None:
        if self.is_open:
            self.main.setEnabled(not on)
            self.main.set_word(CHECKING if on else CHANGE)

    def _changed(self, name: str) -> None:
        self.close_sheet()
        # Also after Esc: the passphrase is another one all the same.
        self._done(name)

    def _refused(self, error: KnownError) -> None:
        """What was typed stays, and is not selected: of 28 characters one is wrong."""
        if self.is_open:
            (self.passphrase if error.code == "passphrase_short" else self.code).setFocus()
            self.complain(str(error))
