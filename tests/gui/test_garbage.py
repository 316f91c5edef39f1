"""Garbage with objects of Qt in it ends on the window's thread: a timer that ended elsewhere crashes the program."""

import gc
import threading

import pytest
from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

from app.devices import collector
from app.gui.garbage import EVERY_MS, Garbage
from app.gui.worker import Worker

MANY = 200_000


class Knot(QTimer):
    """A timer nobody needs any more, in a cycle; it tells on which thread it ended."""

    ended: list[int]

    def __init__(self, ended: list[int]) -> None:
        super().__init__(interval=1)
        self.start()
        self.itself, self.ended = self, ended

    def __del__(self) -> None:
        self.ended.append(threading.get_ident())


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


@pytest.mark.usefixtures("qapp")
def test_a_timer_that_is_garbage_ends_on_the_windows_thread_however_much_the_worker_makes() -> None:
    ended: list[int] = []
    worker = Worker()
    for _ in range(20):
        Knot(ended)
    worker.start(lambda _tick: [[[], []] for _ in range(MANY)], done=lambda _: None, refused=lambda _: None)
    while worker.busy:
        _wait(10)
    _wait(EVERY_MS * 3)
    # Another test's window may have put them with what stays.
    gc.unfreeze()
    gc.collect()
    assert len(ended) == 20 and set(ended) == {threading.get_ident()}
    worker.close()


@pytest.mark.usefixtures("qapp")
def test_garbage_is_collected_while_the_loop_runs() -> None:
    gone: list[int] = []
    for _ in range(2_000):
        Knot(gone)
    assert not gc.isenabled() and QCoreApplication.instance().findChild(Garbage) is not None
    _wait(EVERY_MS * 2)
    assert len(gone) > 1_000


@pytest.mark.usefixtures("qapp")
def test_nothing_is_collected_while_the_worker_asks_for_a_pause() -> None:
    gone: list[int] = []
    with collector.paused():
        for _ in range(2_000):
            Knot(gone)
        _wait(EVERY_MS * 2)
        assert not gone
