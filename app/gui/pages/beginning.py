"""The first window on a computer without a point: practise, or set a real point up step by step."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QScrollArea, QWidget

from app.desk.first_steps import ALL
from app.desk.set_up import Plan
from app.domain.errors import KnownError
from app.gui.entry import Beginning, Entry
from app.gui.parts.keys import KeyButton, bind, key_button
from app.gui.parts.layout import card, column, foot, label, row
from app.gui.parts.pages import Turns
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
GOES_ON = tr("接着上次的：填过的都在，只有口令没有记。")
PRACTISING = tr("正在准备练习点（3000 人的名册），大约半分钟……")

MOST_OF_IT = 1000
"""What a card takes of the room beside it, until it is as wide as it may be."""


class BeginningPage(QWidget):
    """`practise(entry)` goes on to the practice point, `made(desk)` into the new one."""

    def __init__(
        self, beginning: Beginning, worker: Worker, practise: Callable[[Entry], None], made: Callable[[Any], None]
    ) -> None:
        super().__init__()
        self._beginning, self._worker, self._practise, self._made = beginning, worker, practise, made
        self.plan = self._kept = beginning.plan
        self._desk: Any = None
        self._over = False
        self.clerk, self.recovery = ClerkStep(), RecoveryStep(self, self._write_sheet, self._complain)
        self.steps: tuple[Step, ...] = (
            PlaceStep(), RulesStep(beginning), self.clerk, self.recovery
        )  # fmt: skip
        self.at = 0
        self.stack, self.asked = Turns(), Turns()
        self.title, self.place, self.words = label("", "title"), label("", "quiet"), label("", "large", wrap=True)
        self.goes_on = label(GOES_ON, "good")
        self.problem = label("", "complaint", wrap=True)
        self.back_button = KeyButton(tr("上一步"), "Esc", self.back)
        self.next_button = KeyButton(tr("下一步"), "Enter", self.next, kind="main")
        self.practise_button = key_button(self, tr("先练习"), "F2", self.practise)
        self.real_button = key_button(self, tr("建立正式收款点"), "F3", self.set_up, kind="main")
        self._build()

    def _build(self) -> None:
        self.problem.setAccessibleName(tr("提示"))
        fix(self.problem, least_height=54)
        self.problem.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        for step in self.steps:
            self.asked.addWidget(step)
            step.mended.connect(self._mended)
            step.left.connect(partial(self._left, step))
        self.stack.addWidget(self._choice())
        self.stack.addWidget(self._walk())
        self.setLayout(column(self.stack))
        bind(self, "Esc", lambda: self.back() if self.stack.currentIndex() else None)
        for key in ("Return", "Enter"):
            bind(self, key, self._enter)

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
        return _in_the_middle(made, 720)

    def _complaint(self) -> QWidget:
        self.trouble = label("", "complaint", wrap=True)
        self.trouble.setAccessibleName(tr("提示"))
        return self.trouble

    def _walk(self) -> QWidget:
        # Not the steps' own least height: a step that needs more is as high as it needs to be.
        strut = QWidget()
        fix(strut, width=0, least_height=330)
        below = row(self.back_button, self.problem, self.next_button, gap=16)
        below.setStretch(1, 1)
        made: QFrame = card(
            row(self.place, self.goes_on, None, gap=20), self.title, self.words, row(self.asked, strut, gap=0),
            foot(below), gap=12, margin=30
        )  # fmt: skip
        return _in_the_middle(made, 980)

    # -- choosing

    def arrive(self) -> None:
        """Go on where the window was closed, else ask what this computer is for."""
        if self.plan == Plan():
            self.practise_button.setFocus()
            return
        self.stack.setCurrentIndex(1)
        self._show(self._where_last())
        self.goes_on.show()

    def _where_last(self) -> int:
        """The step one was at, or an earlier one where what was answered there does not hold any more: a pack's file
        may be gone."""
        last = max(0, min(self.plan.step, self.steps.index(self.clerk)))
        return next((at for at in range(last) if self.steps[at].problem(self.plan)), last)

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
        self.goes_on.hide()
        self.next_button.set_word(step.next_word)
        # What is made cannot be unmade by going back.
        self.back_button.setVisible(step is not self.recovery)
        step.arrive(self.plan)

    def back(self) -> None:
        """To the step before; from the first one to the choice."""
        step = self.steps[self.at]
        if step is self.recovery or self._desk is not None or self._worker.busy:
            return
        self._answer(max(self.at - 1, 0))
        if self.at:
            self._show(self.at - 1)
        else:
            self.stack.setCurrentIndex(0)
            self.real_button.setFocus()
        self._keep()

    def _enter(self) -> None:
        """Enter presses the button that has the focus; else it is the step's own, or goes on."""
        now = QApplication.focusWidget()
        if isinstance(now, QPushButton):
            now.click()
        elif self.stack.currentIndex() == 1 and not self.steps[self.at].enter():
            self.next_button.click()

    def next(self) -> None:
        """To the next step, where nothing stands against it."""
        step = self.steps[self.at]
        self._answer(self.at)
        # What asks for the focus mends other things by that: the sentence comes after.
        sentence = step.problem(self.plan)
        self._complain(sentence)
        if sentence:
            return
        if step is self.recovery:
            self._begin()
        elif step is self.clerk:
            self._keep()
            self._make()
        else:
            self._answer(self.at + 1)
            self._show(self.at + 1)
            self._keep()

    def _answer(self, at: int) -> None:
        """Take over what stands in this step; `at` is where to come back to."""
        self.plan = replace(self.steps[self.at].answered(self.plan), step=at)

    def _left(self, step: Step) -> None:
        """A field was left: what stands there survives a power cut. Not of a step that is just being turned away."""
        if step is self.steps[self.at] and self._is_walking():
            self._answer(self.at)
            self._keep()

    def _is_walking(self) -> bool:
        """Whether there is a plan to keep: not before the first step, nor once the point is made or being made."""
        return self.stack.currentIndex() == 1 and self._desk is None and not self._worker.busy

    def _keep(self) -> None:
        if self.plan == self._kept:
            return
        try:
            self._beginning.keep(self.plan)
            self._kept = self.plan
        except KnownError as error:
            self._complain(str(error))

    def _mended(self) -> None:
        if not self._worker.busy:
            self.problem.setText("")

    def _complain(self, sentence: str) -> None:
        self.problem.setText(sentence)
        if sentence:
            # Large text scrolls: after what has the focus, the sentence comes into sight.
            QTimer.singleShot(0, self.problem, partial(_show, self.problem))

    def _begin(self) -> None:
        """The code is on paper: into the new point."""
        try:
            self._beginning.confirm(self._desk)
        except KnownError as error:
            self._complain(str(error))
            return
        self._over = True
        self._made(self._desk)

    def shut(self) -> None:
        """The window closes: what was typed is kept, and a point just made is left in order."""
        if self._is_walking():
            self._answer(self.at)
            self._keep()
        if self._desk is not None and not self._over:
            from app.store.database import close

            close(self._desk.db)
            self._over = True

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
        self.recovery.part.tell(recovery)
        self._show(self.steps.index(self.recovery))

    def _write_sheet(self, folder: Path, recovery: str) -> Path:
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


def _in_the_middle(made: QFrame, wide: int) -> QWidget:
    """As wide as that where there is room for it."""
    fix(made, most_width=wide)
    line = row(None, made, None)
    line.setStretchFactor(made, MOST_OF_IT)
    whole = QWidget()
    whole.setLayout(column(None, line, None))
    return whole


def _show(item: QWidget) -> None:
    around = item.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    if isinstance(around, QScrollArea):
        around.ensureWidgetVisible(item, 0, 0)
