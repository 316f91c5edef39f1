"""What a long work is at: words with the count, a bar, the time it still takes, and a button that stops it."""

import time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QWidget

from app.domain.progress import Progress
from app.gui.parts.keys import KeyButton
from app.gui.parts.layout import column, label, row
from app.gui.parts.remaining import Remaining
from app.gui.words import tr
from app.gui.worker import Task

# What is done sooner shows no progress: it would only flash by.
PATIENCE_MS = 300


class ProgressPart(QWidget):
    """Hidden until it has followed a task for a moment, and again when that has ended.

    Esc belongs to the page: its own handler calls `stop` first, so that the key is bound once.
    """

    def __init__(self) -> None:
        super().__init__()
        self.words, self.remaining = label("", "base", wrap=True), label("", "quiet")
        self.bar = QProgressBar()
        self.cancel_button = KeyButton(tr("取消"), "Esc", self._press, slim=True)
        self._task: Task | None = None
        self._time = Remaining()
        self._soon = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._soon.timeout.connect(self.show)
        self.words.setAccessibleName(tr("正在做什么"))
        self.remaining.setAccessibleName(tr("还要多久"))
        self.bar.setAccessibleName(tr("进度"))
        self.bar.setTextVisible(False)
        line = row(self.words, self.remaining, self.cancel_button)
        line.setStretch(0, 1)
        self.setLayout(column(line, self.bar, gap=6))
        self.hide()

    @property
    def task(self) -> Task | None:
        """What it follows, None once that has ended."""
        return self._task

    def follow(self, task: Task) -> None:
        """Show this task until it ends; give it to whoever starts it as `follow`."""
        self._task, self._time = task, Remaining()
        task.replies.progress.connect(lambda progress: self._show(task, progress))
        task.replies.ended.connect(lambda: self._ended(task))
        self._say(tr("正在准备……"), "")
        self.bar.setRange(0, 0)
        self.cancel_button.show()
        self.cancel_button.setEnabled(True)
        self._soon.start()

    def _press(self) -> None:
        self.stop()

    def stop(self) -> bool:
        """Ask the task to stop; False where there is none that can be stopped."""
        if self._task is None or not self.cancel_button.isVisibleTo(self):
            return False
        if self.cancel_button.isEnabled():
            self._task.cancel()
            self._say(tr("正在停下……"), "")
            self.cancel_button.setEnabled(False)
        return True

    def _show(self, task: Task, progress: Progress) -> None:
        if task is not self._task:
            return
        self.cancel_button.setVisible(not progress.last)
        if not self.cancel_button.isEnabled() and not progress.last:
            return
        self.bar.setRange(0, progress.of or 0)
        self.bar.setValue(min(progress.done, progress.of or 0))
        self._say(told(progress), self._time.words(progress, time.monotonic()))

    def _say(self, words: str, remaining: str) -> None:
        self.words.setText(words)
        self.remaining.setText(remaining)
        self.bar.setAccessibleDescription(tr("，").join(filter(None, (words, remaining))))

    def _ended(self, task: Task) -> None:
        if task is self._task:
            self._task = None
            self._soon.stop()
            self.hide()


def told(progress: Progress) -> str:
    """正在写入名册：12000 / 60000 人; without a whole only what is done, without a count only what is done at all."""
    if progress.of is not None:
        return tr("正在{what}：{done} / {of} {unit}").format(
            what=progress.what, done=min(progress.done, progress.of), of=progress.of, unit=progress.unit
        )
    if progress.done:
        return tr("正在{what}：已有 {done} {unit}").format(what=progress.what, done=progress.done, unit=progress.unit)
    return tr("正在{what}……").format(what=progress.what)
