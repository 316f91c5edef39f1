"""The signed-in desk, shared by the pages: how things stand, what there is to say, and work off the window's thread."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from app.desk import print_setup
from app.desk.desk import Desk
from app.desk.print_setup import PrintSetup
from app.desk.state import State, state
from app.devices import paper
from app.domain.errors import KnownError
from app.domain.progress import Tick
from app.gui.in_turns import PAUSE_MS
from app.gui.words import tr
from app.gui.worker import Task, Worker
from app.store.database import StoreError, explain

DeskWork = Callable[[Desk, Tick], Any]

OWN_TROUBLES = {"glyph_missing", "layout_full", "sheet_first_void", "sheet_not_for_void", "receipt_unknown"}
TO_OPEN = tr("按 Alt+O 打开，就能打印。")
NOTHING_WRITTEN = tr("这次登录以后还没有写过文件，没有可以打开的。")
GONE = tr("{file} 已经不在原来的地方，没有打开。要的话请再写一次。")
NOT_OPENED = tr("这台电脑没有能打开它的程序，文件好好的，没有变：{file}。请拷到能打开 PDF 和表格的电脑上打印。")
PRINTED: dict[str, str] = {"pdf": tr("已写成 PDF"), "system": tr("已送打印机"), "thermal": tr("已送小票机")}


class Session(QObject):
    """One clerk's session. `said` carries a sentence for the strip ("" takes it away); `changed` the new state."""

    said = Signal(str, str)
    changed = Signal(object)
    importing_changed = Signal(bool)
    printed = Signal(str, str, str)
    """A receipt, "" or the sentence why it was not printed, and the words for where it went."""
    clock_doubted = Signal(str)
    """The clock went back; carries the sentence. Somebody must confirm the time before money is taken again."""

    def __init__(self, desk: Desk, worker: Worker) -> None:
        super().__init__()
        self.desk = desk
        self.worker = worker
        self.importing = False
        self._written: Path | None = None
        self._soon = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._soon.timeout.connect(self._refresh_calmly)
        self.stands_there = ""
        """The sentence in the strip, as the window tells it."""
        # Practice paper names nobody real; at a real point the clerk chooses the folder (design §2, rule 10).
        self.print_folder: Path | None = desk.folder / "凭据" if desk.point.practice else None

    def print_to(self, folder: Path) -> None:
        """Receipts are written there from now on; the next session proposes it again."""
        self.print_folder = folder
        with self.calmly():
            print_setup.keep_folder(self.desk, folder)

    def room_for(self, file: Path) -> Path:
        """The file itself. The folder of receipts is proposed for reports too, and made where it is not there yet; no
        other folder is: one that is misspelt must not come into being. Refusals as paper.made."""
        if file.parent == self.print_folder:
            paper.made(file.parent)
        return file

    @property
    def state(self) -> State:
        """How things stand right now."""
        return state(self.desk)

    def refresh(self) -> State:
        """Tell every page how things stand, and whoever asks."""
        found = self.state
        self.changed.emit(found)
        return found

    def refresh_soon(self) -> None:
        """The same in a turn of the event loop of its own, once for all who ask until then: for keys that have much to
        do and to show already."""
        self._soon.start()

    def _refresh_calmly(self) -> None:
        with self.calmly():
            self.refresh()

    def shut(self) -> None:
        """The window closes: nobody is told any more."""
        self._soon.stop()

    def say(self, sentence: str, kind: str = "calm") -> None:
        """Show a sentence in the strip: calm, good or caution."""
        self.said.emit(sentence, kind)

    def wrote(self, sentence: str, file: Path) -> None:
        """Say that a file was written, and how to open it."""
        self._written = file
        self.say(sentence + TO_OPEN, "good")

    def open_written(self) -> None:
        """Alt+O: have the computer open the file written last; from there it can be printed."""
        if self._written is None:
            self.say(NOTHING_WRITTEN, "calm")
        elif not self._written.exists():
            self.say(GONE.format(file=self._written), "caution")
        elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written))):
            self.say(NOT_OPENED.format(file=self._written), "caution")

    def hush(self) -> None:
        """Take the sentence away: the clerk has gone on."""
        self.said.emit("", "calm")

    @contextmanager
    def calmly(self) -> Iterator[None]:
        """Known errors inside become a sentence in the strip; whatever was done before them is kept."""
        try:
            yield
        except KnownError as error:
            self.refused(error)
        except StoreError as error:
            self.say(str(explain(error)), "caution")

    def attempt(self, verb: Callable[[], object]) -> str:
        """Do something a sheet asks for: "" or the sentence why it was not done, to be shown in that sheet."""
        try:
            verb()
        except KnownError as error:
            if error.code == "clock_back":
                self.refused(error)
            return str(error)
        except StoreError as error:
            return str(explain(error))
        return ""

    def refused(self, error: KnownError) -> None:
        """Show why not; a clock that went back is asked about. What the clerk has stopped needs no caution."""
        self.say(str(error), "calm" if error.code == "cancelled" else "caution")
        if error.code == "clock_back":
            self.clock_doubted.emit(str(error))

    def confirm_clock(self, reason: str) -> str:
        """Record why the time is right; "" or the sentence why that was not done."""
        from app.desk.confirm_clock import confirm_clock

        try:
            confirm_clock(self.desk, reason)
        except KnownError as error:
            return str(error)
        self.say(tr("时间已确认，可以继续了。"), "good")
        return ""

    def set_importing(self, on: bool) -> None:
        """While a roster is written the counter looks up and does not pay."""
        self.importing = on
        self.importing_changed.emit(on)

    def background(
        self,
        work: DeskWork,
        *,
        done: Callable[[Any], None],
        refused: Callable[[KnownError], None] | None = None,
        follow: Callable[[Task], None] | None = None,
        ended: Callable[[], object] | None = None,
    ) -> None:
        """Run a verb with a desk of its own connection on the worker; `follow` as `Worker.start` has it."""
        self.worker.start(
            lambda tick: _with_own_connection(self.desk, work, tick),
            done=done,
            refused=refused or self.refused,
            follow=follow,
            ended=ended,
        )

    def print_receipts(self, numbers: Sequence[str]) -> None:
        """Print as this computer is set up; a receipt that fails only waits to be printed again."""
        setup = print_setup.load(self.desk)
        together = len(numbers) > 1 and print_setup.together(setup)
        self._print(setup, [list(numbers)] if together else [[number] for number in numbers])

    def _print(self, setup: PrintSetup, jobs: list[list[str]]) -> None:
        """One job after the other."""
        if not jobs:
            return
        (job, *rest), folder = jobs, self.print_folder
        self.background(
            lambda desk, _tick: _printing().print_job(desk, setup, job, folder),
            done=lambda _: self._printed(setup, job, rest),
            refused=lambda error: self._not_printed(setup, error, job, rest),
            ended=self.refresh,
        )

    def _printed(self, setup: PrintSetup, job: list[str], rest: list[list[str]]) -> None:
        self._tell_printed(job, "", PRINTED[setup.how])
        self._print(setup, rest)

    def _not_printed(self, setup: PrintSetup, error: KnownError, job: list[str], rest: list[list[str]]) -> None:
        """What is wrong with one receipt is not wrong with the next; what is wrong with the printer is."""
        self.say(str(error), "caution")
        if error.code in OWN_TROUBLES:
            self._tell_printed(job, str(error), "")
            self._print(setup, rest)
        else:
            self._tell_printed([number for each in (job, *rest) for number in each], str(error), "")

    def _tell_printed(self, numbers: list[str], problem: str, words: str) -> None:
        for number in numbers:
            self.printed.emit(number, problem, words)

    def print_slips(self, numbers: Sequence[str]) -> None:
        """The large-type slips of these receipts."""
        setup, folder = print_setup.load(self.desk), self.print_folder
        self.background(
            lambda desk, _tick: _printing().print_slips(desk, setup, numbers, folder),
            done=lambda _: self.say(
                tr("大字提示单 {numbers} 张：{printed}。它不代替凭据。").format(
                    numbers=len(numbers), printed=PRINTED[setup.how]
                ),
                "good",
            ),
        )


def _printing() -> ModuleType:
    """Drawing and printing are loaded with the first receipt, not with the first frame."""
    from app.gui import printing

    return printing


def _with_own_connection(desk: Desk, work: DeskWork, tick: Tick) -> Any:
    own = replace(desk, db=desk.connect())
    try:
        return work(own, tick)
    finally:
        own.db.conn.close()
