"""How long the window's thread lets a clerk wait: the time between two turns of its event loop, and where it was then.

A beat (a timer of a few milliseconds) says that the loop turns. What passes between two beats beyond the timer's own
interval is a stall: nothing is painted and no key is answered. A thread beside it looks, while a beat is missing, what
every thread is doing. On a machine that has other work as well the wall clock alone proves nothing, so each stall also
says how long this thread was ready to go on and the machine did not let it (Linux tells), and what it and the other
threads of the process, which may hold Python's lock, have computed in that time.
"""

import gc
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from PySide6.QtCore import QObject, Qt, QTimer

BEAT_MS = 5
LOOK_S = 0.01
LIMIT_S = 0.05
SCHEDULED = Path("/proc/thread-self/schedstat")
ROOT = str(Path(__file__).resolve().parents[2]) + "/"


@dataclass(frozen=True, kw_only=True)
class Stall:
    """Seconds without a turn of the loop in `story`. Of these the machine had this thread wait for `machine`, and it
    computed for `own`; the other threads computed for `others` meanwhile. `where` each was seen most often ("" where it
    was over before anybody looked)."""

    story: str
    wall: float
    machine: float
    own: float
    others: float
    where: str

    @property
    def ours(self) -> float:
        """What of it is not the machine's: computing, and waiting for a lock or a disk."""
        return max(0.0, self.wall - self.machine)


class Watch(QObject):
    """Watches the loop of the thread it is made on. `stalls` holds every gap above the limit by the clock, `worst` of
    each story the gap that is most of all the program's, whether above the limit or not."""

    def __init__(self) -> None:
        super().__init__()
        self.stalls: list[Stall] = []
        self.worst: dict[str, Stall] = {}
        self._story = ""
        self._thread = threading.get_ident()
        self._seen: Counter[str] = Counter()
        self._last = self._now()
        self._timer = QTimer(self, interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._over = threading.Event()
        self._collected = 0.0

    @contextmanager
    def story(self, name: str) -> Iterator[None]:
        """Watch while this goes on."""
        looker = threading.Thread(target=self._look, daemon=True)
        self._over.clear()
        self._begin(name)
        gc.callbacks.append(self._collecting)
        looker.start()
        try:
            yield
        finally:
            self._beat()
            self._end()
            self._over.set()
            gc.callbacks.remove(self._collecting)
            looker.join()

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Something that is none of the program's: what passes in it counts for nothing."""
        self._beat()
        name = self._story
        self._end()
        try:
            yield
        finally:
            self._begin(name)

    def _begin(self, name: str) -> None:
        self._seen.clear()
        self._last = self._now()
        self._story = name
        self._timer.start()

    def _end(self) -> None:
        self._timer.stop()
        self._story = ""

    def _now(self) -> tuple[float, float, float, float]:
        return time.perf_counter(), _delayed(), time.thread_time(), time.process_time()

    def _beat(self) -> None:
        last, now = self._last, self._now()
        wall, machine, own, whole = (b - a for a, b in zip(last, now, strict=True))
        where = "；".join(f"{place} ×{times}" for place, times in Counter(self._seen.copy()).most_common(3))
        gap = Stall(
            story=self._story, wall=max(0.0, wall - BEAT_MS / 1000), machine=machine, own=own,
            others=max(0.0, whole - own), where=where,
        )  # fmt: skip
        if gap.wall > LIMIT_S:
            self.stalls.append(gap)
        if gap.story not in self.worst or gap.ours > self.worst[gap.story].ours:
            self.worst[gap.story] = gap
        self._seen.clear()
        # Read again: what the lines above cost is not the program's.
        self._last = self._now()

    def _collecting(self, phase: str, told: dict[str, int]) -> None:
        """The collector lets nobody look: it says so itself, and counts as often as one would have looked."""
        if phase == "start":
            self._collected = time.perf_counter()
        elif (took := time.perf_counter() - self._collected) > LOOK_S:
            self._seen[f"垃圾回收 {told['generation']}"] += round(took / LOOK_S)

    def _look(self) -> None:
        """On a thread of its own: while a beat is missing, where is everybody?"""
        here = threading.get_ident()
        while not self._over.wait(LOOK_S):
            if self._story and time.perf_counter() - self._last[0] > LIMIT_S / 2:
                for ident, frame in sys._current_frames().items():
                    if ident != here:
                        self._seen[("窗口 " if ident == self._thread else "旁线 ") + _place(frame)] += 1


def _delayed() -> float:
    """Seconds so far that this thread was ready to run and did not; 0 where the system does not tell."""
    try:
        return int(SCHEDULED.read_text().split()[1]) / 1e9
    except OSError:
        return 0.0


def _place(frame: FrameType | None) -> str:
    """The innermost line, and the innermost one of the program where that is another."""
    inner = _line(frame) if frame else ""
    while frame is not None and not (frame.f_code.co_filename.startswith((ROOT + "app/", ROOT + "tests/"))):
        frame = frame.f_back
    ours = _line(frame) if frame else ""
    return inner if ours in ("", inner) else f"{ours} → {inner}"


def _line(frame: FrameType) -> str:
    name = frame.f_code.co_filename.removeprefix(ROOT).rpartition("site-packages/")[2]
    return f"{name}:{frame.f_lineno} {frame.f_code.co_name}"
