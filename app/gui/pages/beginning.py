"""The first window on a computer without a point: practise, or set a real point up step by step."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from app.desk.first_steps import ALL
from app.desk.set_up import Plan
from app.domain.errors import KnownError
from app.gui.entry import Beginning, Entry
from app.gui.parts.keys import KeyButton, bind, key_button
from app.gui.parts.layout import card, column, label, row
from app.gui.scale import fix
from app.gui.setup.clerk import ClerkStep
from app.gui.setup.place import PlaceStep
from app.gui.setup.recovery import RecoveryStep
from app.gui.setup.rules import RulesStep
from app.gui.setup.step import Step
from app.gui.words import tr
from app.gui.worker import Worker

PRACTICE_WORDS = tr("用一个做好的村子练手：开账、收款、打凭据、日结。收款和凭据都不作数，随时可以关掉。")
REAL_WORDS = tr(
    "要准备好：县里给的区划代码、政策包，本村的名册文件，一个能打印的地方。大约十分钟，中途关掉，填过的不会丢。"
)
MAKING = tr("正在建立收款点……")
PRACTISING = tr("正在准备练习点（3000 人的名册），大约半分钟……")


class BeginningPage(QWidget):
    """`practise(entry)` goes on to the practice point, `made(desk)` into the new one."""

    def __init__(
        self, beginning: Beginning, worker: Worker, practise: Callable[[Entry], None], made: Callable[[Any], None]
    ) -> None:
        super().__init__()
        self._beginning, self._worker, self._practise, self._made = beginning, worker, practise, made
        self.plan = beginning.plan
        self._desk: Any = None
        self.clerk, self.recovery = ClerkStep(), RecoveryStep(self._write_sheet)
        self.steps: tuple[Step, ...] = (
            PlaceStep(), RulesStep(beginning), self.clerk, self.recovery
        )  # fmt: skip
        self.at = 0
        self.stack, self.asked = QStackedWidget(), QStackedWidget()
        self.title, self.place, self.words = label("", "title"), label("", "quiet"), label("", "large", wrap=True)
        self.problem = label("", "complaint", wrap=True)
        self.back_button = KeyButton(tr("上一步"), "Esc", self.back)
        self.next_button = KeyButton(tr("下一步"), "Enter", self.next, kind="main")
        self.practise_button = key_button(self, tr("先练习"), "F2", self.practise)
        self.real_button = key_button(self, tr("建立正式收款点"), "F3", self.set_up, kind="main")
        self._build()

    def _build(self) -> None:
        self.problem.setAccessibleName(tr("提示"))
        fix(self.problem, least_height=54)
        self.problem.setAlignment(Qt.AlignmentFlag.AlignTop)
        for step in self.steps:
            self.asked.addWidget(step)
        self.stack.addWidget(self._choice())
        self.stack.addWidget(self._walk())
        self.setLayout(column(self.stack))
        bind(self, "Esc", lambda: self.back() if self.stack.currentIndex() else None)
        for key in ("Return", "Enter"):
            bind(self, key, lambda: self.next_button.click() if self._may_go_on() else None)

    def _choice(self) -> QWidget:
        practice = column(
            label(tr("先练习"), "title"), label(PRACTICE_WORDS, "large", wrap=True), self.practise_button, gap=14
        )
        real = column(
            label(tr("建立正式收款点"), "title"), label(REAL_WORDS, "large", wrap=True), self.real_button, gap=14
        )
        head = column(label(tr("村缴通"), "brand"), label(tr("城乡居民医保 村级征缴"), "quiet"), gap=6)
        made = card(
            head, practice, real, label(tr("哪里不明白，按 F1 看说明。"), "small"), self._complaint(), gap=26, margin=34
        )
        fix(made, width=720)
        whole = QWidget()
        whole.setLayout(column(None, row(None, made, None), None))
        return whole

    def _complaint(self) -> QWidget:
        self.trouble = label("", "complaint", wrap=True)
        self.trouble.setAccessibleName(tr("提示"))
        return self.trouble

    def _walk(self) -> QWidget:
        fix(self.asked, least_height=330)
        made: QFrame = card(
            self.place, self.title, self.words, self.asked, self.problem,
            row(self.back_button, None, self.next_button), gap=12, margin=30
        )  # fmt: skip
        fix(made, width=980)
        whole = QWidget()
        whole.setLayout(column(None, row(None, made, None), None))
        return whole

    # -- choosing

    def arrive(self) -> None:
        """Go on where the window was closed, else ask what this computer is for."""
        if self.plan != Plan():
            self.set_up()
        else:
            self.practise_button.setFocus()

    def practise(self) -> None:
        """Make the practice point where there is none yet, and open it."""
        self._busy(PRACTISING)
        self._worker.start(
            lambda _tick: self._beginning.practise(), done=self._practise, refused=self._refused, ended=self._idle
        )

    def set_up(self) -> None:
        """The first step."""
        self.stack.setCurrentIndex(1)
        self._show(0)

    # -- walking

    def _show(self, at: int) -> None:
        self.at = at
        step = self.steps[at]
        self.asked.setCurrentWidget(step)
        self.place.setText(tr("建立收款点　第 {at} 步，共 {all} 步").format(at=at + 1, all=ALL))
        self.title.setText(step.title)
        self.words.setText(step.words)
        self.problem.setText("")
        self.next_button.set_word(step.next_word)
        # What is made cannot be unmade by going back.
        self.back_button.setVisible(step is not self.recovery)
        step.arrive(self.plan)

    def back(self) -> None:
        """To the step before; from the first one to the choice."""
        step = self.steps[self.at]
        if step is self.recovery or self._desk is not None or self._worker.busy:
            return
        self.plan = step.answered(self.plan)
        if self.at:
            self._show(self.at - 1)
        else:
            self.stack.setCurrentIndex(0)
            self.real_button.setFocus()

    def _may_go_on(self) -> bool:
        return self.stack.currentIndex() == 1 and self.next_button.isEnabled()

    def next(self) -> None:
        """To the next step, where nothing stands against it."""
        step = self.steps[self.at]
        self.plan = step.answered(self.plan)
        self.problem.setText(step.problem(self.plan))
        if self.problem.text():
            return
        if step is self.recovery:
            self._made(self._desk)
        elif step is self.clerk:
            self._make()
        else:
            self._keep()
            self._show(self.at + 1)

    def _keep(self) -> None:
        try:
            self._beginning.keep(self.plan)
        except KnownError as error:
            self.problem.setText(str(error))

    def _make(self) -> None:
        plan, passphrase = self.plan, self.clerk.passphrase.text()
        self._busy(MAKING)
        self._worker.start(
            lambda _tick: self._beginning.make(plan, passphrase), done=self._is_made, refused=self._refused,
            ended=self._idle
        )  # fmt: skip

    def _is_made(self, found: tuple[Any, str]) -> None:
        self._desk, recovery = found
        self.clerk.passphrase.clear()
        self.clerk.again.clear()
        self.recovery.tell(recovery)
        self._show(self.steps.index(self.recovery))

    def _write_sheet(self, folder: Any, recovery: str) -> Any:
        return self._beginning.write_sheet(self._desk, folder, recovery)

    # -- waiting

    def _busy(self, words: str) -> None:
        for each in (self.problem, self.trouble):
            each.setText(words)
        for button in (self.practise_button, self.real_button, self.next_button, self.back_button):
            button.setEnabled(False)

    def _idle(self) -> None:
        for each in (self.problem, self.trouble):
            if each.text() in (MAKING, PRACTISING):
                each.setText("")
        for button in (self.practise_button, self.real_button, self.next_button, self.back_button):
            button.setEnabled(True)

    def _refused(self, error: KnownError) -> None:
        for each in (self.problem, self.trouble):
            each.setText(str(error))
