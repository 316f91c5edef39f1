"""Work in several turns of the event loop: between two of them a key is answered and the window painted."""

import time
from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QAbstractEventDispatcher, QCoreApplication, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.gui.in_turns import InTurns
from app.gui.window import Window
from tests.gui.places import CLERK, PASSPHRASE, Place


def _run_until(over: QTimer) -> None:
    loop = QEventLoop()
    watching = QTimer(interval=1)
    watching.timeout.connect(lambda: None if over.isActive() else loop.quit())
    watching.start()
    loop.exec()


@pytest.mark.usefixtures("qapp")
def test_the_loop_turns_between_two_steps() -> None:
    told: list[str] = []
    parent, beat = QObject(), QTimer(interval=1, timerType=Qt.TimerType.PreciseTimer)

    def steps() -> Iterator[None]:
        for number in range(3):
            told.append(f"step {number}")
            time.sleep(0.003)
            yield

    running: list[InTurns] = []

    def begin() -> None:
        told.append("begun")
        running.append(InTurns(parent, steps()))
        time.sleep(0.003)

    beat.timeout.connect(lambda: told.append("turn"))
    beat.start()
    QTimer.singleShot(0, begin)
    QCoreApplication.processEvents()
    _run_until(running[0])
    work = [place for place, each in enumerate(told) if each != "turn"]
    assert [told[place] for place in work] == ["begun", "step 0", "step 1", "step 2"]
    assert all("turn" in told[a:b] for a, b in pairwise(work))


class Painted(QWidget):
    """Tells when it is painted."""

    def __init__(self, told: list[str]) -> None:
        super().__init__()
        self._told = told

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._told.append("painted")


def test_what_a_step_has_painted_is_painted_in_a_turn_of_its_own(qtbot: QtBot) -> None:
    told: list[str] = []
    window = Painted(told)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: "painted" in told)

    def steps() -> Iterator[None]:
        for number in range(5):
            told.append(f"step {number}")
            window.update()
            time.sleep(0.003)
            yield

    told.clear()
    loop = QAbstractEventDispatcher.instance()
    turned = loop.awake.connect(lambda: told.append("turn"))
    _run_until(InTurns(window, steps()))
    loop.disconnect(turned)
    work = [place for place, each in enumerate(told) if each != "turn"]
    assert [told[place] for place in work][:4] == ["step 0", "painted", "step 1", "painted"]
    assert all("turn" in told[a:b] for a, b in pairwise(work) if told[a] == "painted")


@pytest.mark.usefixtures("qapp")
def test_what_goes_wrong_in_a_step_ends_the_work(qtbot: QtBot) -> None:
    told: list[str] = []

    def steps() -> Iterator[None]:
        told.append("first")
        yield
        raise ValueError("in the second step")

    parent = QObject()
    with qtbot.captureExceptions() as errors:
        _run_until(InTurns(parent, steps()))
    assert told == ["first"]
    assert [str(error) for _, error, _ in errors] == ["in the second step"]


@pytest.mark.usefixtures("qapp")
def test_a_window_closed_before_its_first_page_stands(place: Place) -> None:
    window = Window(place.entry)
    window.show()
    window.sign_in(CLERK, PASSPHRASE)
    while window.session is None:
        QCoreApplication.processEvents()
    assert window.current == "sign_in"
    window.close()
    assert window.session is None
    for _ in range(20):
        QCoreApplication.processEvents()
    assert window.current == "sign_in"
    window.deleteLater()
