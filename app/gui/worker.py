"""Work off the window's thread: printing, importing, exporting, opening the store.

A task gets frozen values and a function to tell its progress with; it answers on the window's thread. Tasks run one
after another, so two of them never write at once. A known error comes back as its sentence; a bug is not caught here,
but `ended` comes all the same.

Only one thread runs Python at a time, so the window has to wait for a task that computes: for that, tasks run in short
turns, and wherever one tells its progress it first lets the window finish what it is doing.
"""

import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QAbstractEventDispatcher, QEvent, QObject, QRunnable, QThreadPool, Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import KnownError, Refused
from app.domain.progress import Progress, Tick
from app.gui.words import tr

Work = Callable[[Tick], Any]

# While a task computes, the window's thread waits for Python's lock at most so long each time it asks for it, and it
# asks hundreds of times to paint a page. Python's own interval is ten times that.
TURN_S = 0.0005
# How long a task lets the window go first, and how often it is heard of: more would be work for the window.
WINDOW_FIRST_S = 0.1
HEARD_EVERY_S = 0.05
# Among what waits for the worker.
BEHIND = -1
USUAL_TURN_S = sys.getswitchinterval()


class Replies(QObject):
    """What a task says back; its slots run on the thread it was made on."""

    done = Signal(object)
    refused = Signal(object)
    progress = Signal(object)
    ended = Signal()


class Task(QRunnable):
    """One piece of work."""

    def __init__(self, work: Work, give_way: Callable[[], None]) -> None:
        super().__init__()
        # Python owns the task; Qt deleting it as well would free it twice.
        self.setAutoDelete(False)
        self._work, self._give_way = work, give_way
        self._heard = 0.0
        self._stop = threading.Event()
        self._latest = Progress(tr("准备"))
        self.replies = Replies()

    def cancel(self) -> None:
        """Have it stop where it next tells its progress: it is then refused as cancelled. So is a work that tells no
        more and has only looked at something; one that has told its last is done all the same."""
        self._stop.set()

    def run(self) -> None:
        """Called by the pool."""
        # Only here: the store takes a tenth of a second to load, and the first frame does not need it.
        from app.store.database import StoreError, explain

        try:
            with _short_turns():
                answer = self._work(self._tell)
            self._heed(self._latest)
            self.replies.done.emit(answer)
        except KnownError as error:
            self.replies.refused.emit(error)
        except StoreError as error:
            self.replies.refused.emit(explain(error))
        finally:
            self.replies.ended.emit()

    def _tell(self, progress: Progress) -> None:
        self._heed(progress)
        now, before = time.monotonic(), self._latest
        self._latest = progress
        if progress.what != before.what or progress.last or now - self._heard >= HEARD_EVERY_S:
            self._heard = now
            self.replies.progress.emit(progress)
        self._give_way()

    def _heed(self, doing: Progress) -> None:
        if self._stop.is_set() and not self._latest.last:
            raise Refused("cancelled", what=doing.what)


@contextmanager
def _short_turns() -> Iterator[None]:
    sys.setswitchinterval(TURN_S)
    try:
        yield
    finally:
        sys.setswitchinterval(USUAL_TURN_S)


class _WindowFirst(QObject):
    """Knows, while it watches, whether the window is answering a key or painting: from the event that it is told of
    until its loop goes on. The loop's own `awake` will not do: on GLib it comes after the events have been handled."""

    def __init__(self, window: QObject | None) -> None:
        super().__init__()
        self._window, self._told_by = window, list[QObject]()
        self._calm = threading.Event()
        self._calm.set()

    def watch(self, on: bool) -> None:
        """On the window's thread: begin or end."""
        loop = QAbstractEventDispatcher.instance()
        if on:
            # Keys come to the one, what is to be painted to the other.
            handle = self._window.windowHandle() if isinstance(self._window, QWidget) else None
            self._told_by = [each for each in (self._window, handle) if each is not None]
            for each in self._told_by:
                each.installEventFilter(self)
            loop.aboutToBlock.connect(self._calm.set)
        else:
            for each in self._told_by:
                each.removeEventFilter(self)
            loop.aboutToBlock.disconnect(self._calm.set)
        self._calm.set()

    def eventFilter(self, _watched: QObject, _event: QEvent) -> bool:
        """Something is to be done now."""
        self._calm.clear()
        return False

    def give_way(self) -> None:
        """On the worker: wait until the window is done, once for each thing it does and not for long."""
        if not self._calm.wait(WINDOW_FIRST_S):
            self._calm.set()


class _Ahead(QRunnable):
    """Pieces of work that nobody waits for, one at a time behind everything else."""

    def __init__(self, pool: QThreadPool, steps: Iterable[Callable[[], object]]) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self._pool, self._steps = pool, iter(steps)
        self.over = False

    def run(self) -> None:
        """The next piece; then whoever came meanwhile goes first."""
        step = next(self._steps, None)
        if step is None or self.over:
            return
        with _short_turns():
            step()
        # The window may have closed meanwhile, and the pool with it.
        if not self.over:
            self._pool.start(self, BEHIND)


class Worker(QObject):
    """One thread beside the window's."""

    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._running: set[Task] = set()
        self._ahead: _Ahead | None = None
        self._closed = False
        self._window_first = _WindowFirst(parent)

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
        follow: Callable[[Task], None] | None = None,
        ended: Callable[[], object] | None = None,
    ) -> None:
        """Run `work`; exactly one of `done` and `refused` is called (neither for a bug), then `ended`.

        `follow` is given the task before it begins, to listen to its progress and to cancel it.
        """
        task = Task(work, self._window_first.give_way)
        task.replies.done.connect(done)
        task.replies.refused.connect(refused)
        if follow:
            follow(task)
        if ended:
            task.replies.ended.connect(ended)
        task.replies.ended.connect(lambda: self._forget(task))
        if not self._running:
            self._window_first.watch(True)
        self._running.add(task)
        self._pool.start(task)

    def ahead(self, steps: Iterable[Callable[[], object]]) -> None:
        """Do these one after another whenever nothing else is to be done; nobody is told. Not once it has closed."""
        if self._closed:
            return
        self._ahead = _Ahead(self._pool, steps)
        self._pool.start(self._ahead, BEHIND)

    def _forget(self, task: Task) -> None:
        self._running.discard(task)
        if not self._running:
            self._window_first.watch(False)
            self.idle.emit()

    def close(self, milliseconds: int = 30_000) -> bool:
        """Wait until all tasks have run (their answers still need the event loop); False when time was up."""
        self._closed = True
        if self._ahead is not None:
            self._ahead.over = True
        return self._pool.waitForDone(milliseconds)
