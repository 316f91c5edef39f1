"""One side of the measurement of stalls as a process of its own, offscreen.

    python stalls_child.py ours FOLDER CLERK PASSPHRASE NOW | bare

`ours` lives a day at the point in FOLDER/point by keyboard and imports FOLDER/名册.xlsx; it prints a line of JSON for
each story: its name, the gap of the loop that is most of all the program's ("worst"), how many were over 50 ms by the
clock ("over"), and the most that this thread has computed in one ("own"). `bare` idles until its input ends and prints
its longest gap ("wall").
"""

import json
import os
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[2]
sys.path[0:0] = [str(ROOT), str(ROOT / "build")]
os.environ["QT_QPA_PLATFORM"] = "offscreen"

# ruff: noqa: E402
from benchmarks.stalls_unusual import STORIES
from PySide6.QtCore import QEventLoop, QMessageLogContext, Qt, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.gui.application import application
from app.gui.entry import Entry
from app.gui.window import Window
from tests.gui.stalls import Watch

if TYPE_CHECKING:
    from app.desk.desk import Desk

F = [Qt.Key.Key_F1, *(Qt.Key(Qt.Key.Key_F1 + number) for number in range(12))]
ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape
ALT, NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier
TYPING_MS = 120
BEFORE_MS = 4_000
LONG_S = 20.0
"""After this long the clerk stops the work by Esc."""


def main(side: str, *given: str) -> int:
    qInstallMessageHandler(_quiet)
    if side == "bare":
        return _bare()
    Day(*given).live()
    return 0


def _quiet(kind: QtMsgType, _context: QMessageLogContext, words: str) -> None:
    if kind != QtMsgType.QtDebugMsg and "propagateSizeHints" not in words:
        print(words, file=sys.stderr)


def _bare() -> int:
    """Until standard input ends."""
    app = QApplication(sys.argv[:1])
    watch = Watch()
    threading.Thread(target=lambda: (sys.stdin.read(), app.exit()), daemon=True).start()
    with watch.story("bare"):
        app.exec()
    longest = max([gap.wall for gap in watch.stalls] or [watch.worst["bare"].wall])
    print(json.dumps({"wall": longest}))
    return 0


class Day:
    """A clerk's day; what is not the clerk's or the program's is done beside the stories."""

    def __init__(self, folder: str, clerk: str, passphrase: str, now: str) -> None:
        self.folder, self.passphrase, self.now = Path(folder), passphrase, datetime.fromisoformat(now)
        self.app, self.watch = application(), Watch()
        self.window = Window(Entry((clerk,), True, None, self._open, "村缴通", self.folder / "point"))
        self.window.show()
        self.window.settle()

    def _open(self, name: str, passphrase: str) -> "Desk":
        # Loaded by signing in, as ever.
        from app.desk.open_point import open_point

        return open_point(self.folder / "point", operator=name, passphrase=passphrase, moment=self.now)

    def live(self) -> None:
        """Story after story."""
        self.story("登录", self.sign_in)
        self.story("第一笔收款和凭据", lambda: self.pay("zj"))
        self.story("第二笔", lambda: self.pay("wx"))
        self.story("每一页第一次", self.pages)
        self.story("每一页再一次", self.pages)
        self.story("帮助", lambda: self.press(F[1], ESC, pause=400))
        for name, live in STORIES:
            self.story(name, partial(live, self))
        self.roster()
        self.reports()
        self.stick()
        self.window.close()

    def story(self, name: str, live: Callable[[], None]) -> None:
        """Live it and print what was seen."""
        self.watch.stalls.clear()
        with self.watch.story(name):
            live()
        worst = self.watch.worst[name]
        own = max([worst.own, *(gap.own for gap in self.watch.stalls)])
        told = {"story": name, "worst": asdict(worst), "over": len(self.watch.stalls), "own": own}
        print(json.dumps(told), flush=True)

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = NONE, pause: int = TYPING_MS) -> None:
        """One key after another, as fast as people type."""
        for key in keys:
            self._key(key, modifier, pause)

    def type(self, words: str) -> None:
        """Letter by letter."""
        for letter in words:
            self._key(letter, NONE, TYPING_MS)

    def _key(self, key: Qt.Key | str, modifier: Qt.KeyboardModifier, pause: int) -> None:
        """A key as it comes to a person's window: to the window, while its loop runs, which the worker gives way to."""
        QTimer.singleShot(0, lambda: QTest.keyClick(self.window.windowHandle(), key, modifier))
        self.wait(pause)

    def wait(self, milliseconds: int) -> None:
        """Nothing is pressed; the loop runs and sleeps as ever (QTest.qWait's never does)."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def sign_in(self) -> None:
        """The clerk comes to the counter, and then types the passphrase."""
        self.wait(BEFORE_MS)
        self.type(self.passphrase)
        self.press(ENTER)
        self._until(lambda: self.window.session is not None)
        self.wait(500)

    def pay(self, letters: str) -> None:
        """Somebody pays in cash and gets a receipt."""
        self.press(F[2])
        self.type(letters)
        self.press(ENTER, ENTER, ENTER, pause=300)
        self._until(lambda: not self.window.worker.busy)

    def pages(self) -> None:
        """Every page, by its key."""
        for key in (F[3], F[4], F[5], F[2]):
            self.press(key, pause=300)
        for key in (Qt.Key.Key_S, Qt.Key.Key_J, Qt.Key.Key_R):
            self.press(key, modifier=ALT, pause=300)

    def roster(self) -> None:
        """A roster is read and written while people are looked up."""
        self.press(F[5])
        self.window.page("roster").file.set_path(self.folder / "名册.xlsx")
        for name, key in (("读入名册时查人", F[9]), ("写入名册时查人", F[10])):
            self.story(name, lambda key=key: self.long("roster", lambda: self.press(key)))

    def reports(self) -> None:
        """The list of those who have not paid, and its files."""
        self.press(Qt.Key.Key_R, modifier=ALT, pause=500)
        page = self.window.page("reports")
        self.story("整理未缴名单时查人", lambda: self.long("reports", lambda: page.choose("unpaid")))
        self._until(lambda: page.pdf_button.isEnabled())
        for key, name, file in ((F[7], "写 PDF 时查人", "r.pdf"), (F[8], "写电子表格时查人", "r.xlsx")):
            page.file.set_path(self.folder / file)
            self.story(name, lambda key=key: self.long("reports", lambda: self.press(key)))

    def stick(self) -> None:
        """Export and backup."""
        self.press(F[4])
        self.window.page("hand_over").stick.set_path(self.folder)
        for name, key in (("导出时查人", F[9]), ("备份时查人", F[7])):
            self.story(name, lambda key=key: self.long("hand_over", lambda: self.press(key)))

    def long(self, page: str, begin: Callable[[], None]) -> None:
        """Begin long work and look people up until it is done; stop it where that takes too long. Then back again."""
        begin()
        self.press(F[2])
        end = time.monotonic() + LONG_S
        while self.window.worker.busy and time.monotonic() < end:
            self.type("lw")
            self.press(ESC, ESC)
        self.window.go(page)
        self.wait(300)
        if page != "reports" or self.window.page("reports").writing.task is not None:
            self.press(ESC)
        self._until(lambda: not self.window.worker.busy)

    def _until(self, done: Callable[[], bool]) -> None:
        while not done():
            self.wait(50)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
