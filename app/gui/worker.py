"""Work off the window's thread: printing, importing, exporting, opening the store.

A task gets frozen values and a function to report progress with; it answers on the window's thread. Tasks run one
after another, so two of them never write at once. A known error comes back as its sentence; a bug is not caught here,
but `ended` comes all the same.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from app.domain.errors import KnownError

Tick = Callable[[int], None]
Work = Callable[[Tick], Any]


class Replies(QObject):
    """What a task says back; its slots run on the thread it was made on."""

    done = Signal(object)
    refused = Signal(object)
    progress = Signal(int)
    ended = Signal()


class Task(QRunnable):
    """One piece of work."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        # Python owns the task; Qt deleting it as well would free it twice.
        self.setAutoDelete(False)
        self._work = work
        self.replies = Replies()

    def run(self) -> None:
        """Called by the pool."""
        # Only here: the store takes a tenth of a second to load, and the first frame does not need it.
        from app.store.database import StoreError, explain

        try:
            self.replies.done.emit(self._work(self.replies.progress.emit))
        except KnownError as error:
            self.replies.refused.emit(error)
        except StoreError as error:
            self.replies.refused.emit(explain(error))
        finally:
            self.replies.ended.emit()


class Worker(QObject):
    """One thread beside the window's."""

    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._running: set[Task] = set()

    @property
    def busy(self) -> bool:
        """Whether anything is under way or waits."""
        return bool(self._running)

    def start(
        self,
        work: Work,
        *,
        done: Callable[[Any], None],
        refused: Callable[[KnownError], None],
        progress: Tick | None = None,
        ended: Callable[[], None] | None = None,
    ) -> None:
        """Run `work`; exactly one of `done` and `refused` is called (neither for a bug), then `ended`."""
        task = Task(work)
        task.replies.done.connect(done)
        task.replies.refused.connect(refused)
        if progress:
            task.replies.progress.connect(progress)
        if ended:
            task.replies.ended.connect(ended)
        task.replies.ended.connect(lambda: self._forget(task))
        self._running.add(task)
        self._pool.start(task)

    def _forget(self, task: Task) -> None:
        self._running.discard(task)
        if not self._running:
            self.idle.emit()

    def wait(self, milliseconds: int = 30_000) -> bool:
        """Wait until all tasks have run (their answers still need the event loop); False when time was up."""
        return self._pool.waitForDone(milliseconds)
