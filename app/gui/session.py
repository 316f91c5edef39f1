"""The signed-in desk, shared by the pages: how things stand, what there is to say, and work off the window's thread."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.desk.desk import Desk
from app.desk.state import State, state
from app.domain.errors import KnownError, Refused
from app.gui.worker import Tick, Worker
from app.store.database import StoreError, explain

DeskWork = Callable[[Desk, Tick], Any]


class Session(QObject):
    """One clerk's session. `said` carries a sentence for the strip ("" takes it away); `changed` the new state."""

    said = Signal(str, str)
    changed = Signal(object)
    importing_changed = Signal(bool)
    printed = Signal(str, str)
    """A receipt and what became of its print: "" or the sentence why not."""
    clock_doubted = Signal(str)
    """The clock went back; carries the sentence. Somebody must confirm the time before money is taken again."""

    def __init__(self, desk: Desk, worker: Worker) -> None:
        super().__init__()
        self.desk = desk
        self.worker = worker
        self.importing = False
        # Practice paper names nobody real; at a real point the clerk chooses the folder (design §2, rule 10).
        self.print_folder: Path | None = desk.folder / "凭据" if desk.point.practice else None

    @property
    def state(self) -> State:
        """How things stand right now."""
        return state(self.desk)

    def refresh(self) -> None:
        """Tell every page how things stand."""
        self.changed.emit(self.state)

    def say(self, sentence: str, kind: str = "calm") -> None:
        """Show a sentence in the strip: calm, good or caution."""
        self.said.emit(sentence, kind)

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

    def refused(self, error: KnownError) -> None:
        """Show why not; a clock that went back is asked about."""
        self.say(str(error), "caution")
        if error.code == "clock_back":
            self.clock_doubted.emit(str(error))

    def confirm_clock(self, reason: str) -> str:
        """Record why the time is right; "" or the sentence why that was not done."""
        from app.desk.confirm_clock import confirm_clock

        try:
            confirm_clock(self.desk, reason)
        except KnownError as error:
            return str(error)
        self.say("时间已确认，可以继续了。", "good")
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
        progress: Tick | None = None,
        ended: Callable[[], None] | None = None,
    ) -> None:
        """Run a verb with a desk of its own connection on the worker."""
        self.worker.start(
            lambda tick: _with_own_connection(self.desk, work, tick),
            done=done,
            refused=refused or self.refused,
            progress=progress,
            ended=ended,
        )

    def print_receipts(self, numbers: list[str]) -> None:
        """Write receipts as PDFs into the chosen folder; one that fails only waits to be printed again."""
        folder = self.print_folder
        if folder is None:
            raise ValueError("no folder chosen")
        for number in numbers:
            self._print(number, folder)

    def _print(self, number: str, folder: Path) -> None:
        self.background(
            lambda desk, _tick: _print_to(desk, number, folder),
            done=lambda _: self.printed.emit(number, ""),
            refused=lambda error: self.printed.emit(number, str(error)),
            ended=self.refresh,
        )


def _with_own_connection(desk: Desk, work: DeskWork, tick: Tick) -> Any:
    own = replace(desk, db=desk.connect())
    try:
        return work(own, tick)
    finally:
        own.db.conn.close()


def _print_to(desk: Desk, number: str, folder: Path) -> Path:
    from app.desk.print_receipt import print_receipt, view

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refused("cannot_write", file=folder.name, why=error.strerror) from error
    copy = view(desk, number).print_count
    # The name carries the number and the print, never a person (design §2, rule 10).
    file = folder / (f"{number}.pdf" if copy == 0 else f"{number}-补打{copy}.pdf")
    print_receipt(desk, number, file)
    return file
