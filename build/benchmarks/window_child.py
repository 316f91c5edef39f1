"""One side of the window's measurement as a process of its own, offscreen.

    python window_child.py ours|bare|day|empty FOLDER

`ours` and `bare` read queries from standard input, one JSON line each ({"keys", "column"}), and answer with a line of
JSON: for each key [seconds to the list's repaint, seconds to the last repaint the key caused, seconds this thread
computed for it, whether the system took the processor away meanwhile]. `day` and `empty` answer with one line: what a
day at the counter, or an empty window, takes of memory at its peak, in MiB (null where the system does not tell).
FOLDER is a point's.
"""

import json
import os
import sys
from pathlib import Path
from time import perf_counter, thread_time
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[2]
sys.path[0:0] = [str(ROOT), str(ROOT / "build")]
os.environ["QT_QPA_PLATFORM"] = "offscreen"

# ruff: noqa: E402
from benchmarks import people
from benchmarks.measure import interruptions
from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QVBoxLayout, QWidget

from app.desk.day import open_day
from app.desk.desk import Desk
from app.desk.open_point import open_point
from app.desk.receipts import of_day
from app.gui.application import application
from app.gui.entry import Entry
from app.gui.parts.header import PAGES
from app.gui.window import SIZE, Window

SHOWN = 20
LAST = "\U0010ffff"
QUIET_TURNS = 2
"""So many turns of the event loop without a repaint, and nothing that the key caused is still to come."""
TURNS_MOST = 1_000

Times = tuple[float, float, float, bool]


class Typing(NamedTuple):
    """What is typed, key by key (Chinese as an input method commits it, in one), and the column that answers it."""

    keys: list[str]
    column: str


class Frames(QObject):
    """Watches a window and its list. A window repaints whatever has changed in one go, on one event; when that event
    has been handled, everything is painted and handed to the screen. `after_list`: what is reset next where the list
    is painted at once, while the key is still being handled."""

    def __init__(self, window: QWidget, listing: QListView, after_list: QAbstractItemModel | None = None) -> None:
        super().__init__()
        self.frames = self.lists = 0
        self.at_once = 0.0
        if after_list is not None:
            after_list.modelAboutToBeReset.connect(self._next)
        self._window, self._viewport = window, listing.viewport()
        window.installEventFilter(self)
        self._viewport.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count, and let it pass."""
        if watched is self._viewport:
            self.lists += event.type() == QEvent.Type.Paint
        else:
            self.frames += event.type() == QEvent.Type.UpdateRequest
        return False

    def _next(self) -> None:
        self.at_once = perf_counter()

    def timed(self, key: str) -> Times:
        """Press one key and wait until all it causes is painted."""
        interrupted, computed, start = interruptions(), thread_time(), perf_counter()
        seen, painted, quiet = self.frames, self.lists, 0
        _press(key)
        listed = self.at_once - start if self.lists > painted else 0.0
        whole = 0.0
        for _ in range(TURNS_MOST):
            QCoreApplication.processEvents()
            now = perf_counter() - start
            quiet = 0 if self.frames > seen else quiet + 1
            if self.frames > seen:
                seen, whole = self.frames, now
            if self.lists > painted and not listed:
                listed = now
            if listed and quiet >= QUIET_TURNS:
                return listed, whole, thread_time() - computed, interruptions() != interrupted
        raise SystemExit(f"按键“{key}”没有引起重画")


def _press(key: str) -> None:
    """One key to whatever has the focus, as the system would deliver it."""
    target = QApplication.focusWidget()
    if key.isascii():
        code = ord(key.upper())
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, key if kind == QEvent.Type.KeyPress else "")
            QApplication.sendEvent(target, event)
    else:
        committed = QInputMethodEvent()
        committed.setCommitString(key)
        QApplication.sendEvent(target, committed)


def point(folder: Path) -> Entry:
    """The way into a point made by people.py."""

    def sign_in(name: str, passphrase: str) -> Desk:
        return open_point(folder, operator=name, passphrase=passphrase, moment=people.NOW)

    return Entry((people.CLERK,), True, people.PASSPHRASE, sign_in, "村缴通", folder)


def signed_in(folder: Path) -> Window:
    """The program's window at the counter, its day open."""
    window = Window(point(folder))
    window.show()
    window.activateWindow()
    window.sign_in(people.CLERK, people.PASSPHRASE)
    window.settle()
    assert window.session is not None
    if window.session.state.day is None:
        open_day(window.session.desk, 20_000)
        window.session.refresh()
    window.go("counter")
    window.settle()
    return window


class Ours:
    """The program's own window."""

    def __init__(self, folder: Path) -> None:
        self.window = signed_in(folder)
        view = self.window.page("counter").view
        self.search: QLineEdit = view.search
        self.frames = Frames(self.window, view.hits, view.people)

    def ask(self, asked: Typing) -> list[Times]:
        """Type a query over the last one; the times of its keys."""
        self.search.selectAll()
        QCoreApplication.processEvents()
        return [self.frames.timed(key) for key in asked.keys]


class Bare:
    """A field, a list of strings under it, and on each key the one range scan the query comes to: nothing else."""

    def __init__(self, folder: Path) -> None:
        self.window, self.search, self.list, self.model = QWidget(), QLineEdit(), QListView(), QStringListModel()
        self.list.setModel(self.model)
        lines = QVBoxLayout(self.window)
        lines.addWidget(self.search)
        lines.addWidget(self.list)
        self.window.resize(*SIZE)
        self.desk = open_point(folder, operator=people.CLERK, passphrase=people.PASSPHRASE, moment=people.NOW)
        self.column = ""
        self.search.textChanged.connect(self._look)
        self.window.show()
        self.window.activateWindow()
        self.search.setFocus()
        QCoreApplication.processEvents()
        self.frames = Frames(self.window, self.list)

    def _look(self, typed: str) -> None:
        start = typed[::-1] if self.column.endswith("_reversed") else typed
        scan = f"SELECT name FROM residents WHERE {self.column} BETWEEN ? AND ? ORDER BY {self.column} LIMIT ?"
        found = self.desk.db.conn.execute(scan, (start, start + LAST, SHOWN))
        self.model.setStringList([name for (name,) in found])

    def ask(self, asked: Typing) -> list[Times]:
        """As Ours.ask."""
        self.column = asked.column
        self.search.selectAll()
        QCoreApplication.processEvents()
        return [self.frames.timed(key) for key in asked.keys]


def day(folder: Path) -> Any:
    """A day at the counter: look-ups, a family paid and its receipts printed, then every page."""
    window = signed_in(folder)
    counter = window.page("counter")
    for asked in ("wjg", "lxy", "zhang", "王", "李", "0012", "1990"):
        counter.search_for(asked)
        window.settle()
    for asked in ("a", "b", "c", "d", "f", "g", "h", "l", "w", "z"):
        counter.search_for(asked)
        window.settle()
        if counter.cash.isEnabled() and len(counter.view.people.ticked) > 1:
            break
    counter.till.take_cash()
    assert window.sheet is not None
    while window.sheet is not None:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        window.settle()
    assert window.session is not None
    assert of_day(window.session.desk), "nothing was taken"
    assert window.session.state.unprinted == 0, "nothing was printed"
    for name, _, _ in PAGES:
        window.go(name)
        window.settle()
    return peak_mib()


def empty() -> Any:
    """An empty window."""
    window = QWidget()
    window.resize(*SIZE)
    window.show()
    QCoreApplication.processEvents()
    return peak_mib()


def peak_mib() -> int | None:
    """The most memory this process has had at once (resident, in MiB). Linux says it of the process itself; what
    getrusage says would count the parent's too."""
    status = Path("/proc/self/status")
    if not status.exists():
        return None
    return next(int(line.split()[1]) // 1024 for line in status.read_text().splitlines() if line.startswith("VmHWM"))


def main(side: str, folder: str) -> None:
    if side == "empty":
        kept = QApplication([])
        print(json.dumps(empty()))
        return
    kept = application()
    kept.setCursorFlashTime(0)
    if side == "day":
        print(json.dumps(day(Path(folder))))
        return
    asked = {"ours": Ours, "bare": Bare}[side](Path(folder))
    print("ready", flush=True)
    for line in sys.stdin:
        print(json.dumps(asked.ask(Typing(**json.loads(line)))), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
