"""A child process of this program, which does what must not stop or harm the window, and tells in frames how far it is.

It can be stopped at any time: whoever leaves it early has it killed.
"""

import os
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import IO

from app.devices import frames
from app.devices.frames import Frame, Frames

PIECE = 1 << 16
LOOK_S = 0.1
# A console window must not flash up on the clerk's screen.
NO_WINDOW: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)
SOURCE_ROOT = Path(__file__).resolve().parents[2]


def command(flag: str, module: str) -> list[str]:
    """What starts a child: this same program with `flag` (app/__main__.py) when frozen, the module otherwise."""
    return [sys.executable, flag] if getattr(sys, "frozen", False) else [sys.executable, "-m", module]


@contextmanager
def started(words: list[str]) -> Iterator["Child"]:
    """The child that this command starts; it is gone at the end, whether it was done or not."""
    with subprocess.Popen(
        words,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=SOURCE_ROOT if SOURCE_ROOT.is_dir() else None,
        creationflags=NO_WINDOW,
    ) as process:
        child = Child(process)
        try:
            yield child
        finally:
            process.kill()
            # Before the pipes are closed: nobody may still be reading from them.
            child.join()


class Child:
    """A child under way."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        if process.stdin is None:
            raise ValueError("no pipe")
        self._to = process.stdin
        self._out, self._said = _Pump(process.stdout), _Pump(process.stderr)

    def send(self, told: Iterable[Frame]) -> None:
        """Tell it all that it will be told. One that has ended already needs no more: what it said before stands."""
        with suppress(OSError):
            for kind, content in told:
                frames.write(self._to, kind, content)
        with suppress(OSError):
            self._to.close()

    def says(self) -> Iterator[Frame | None]:
        """What it sends until it ends, and None now and then, so that whoever waits can do something else."""
        found = Frames()
        for piece in self._out.pieces():
            yield from found.take(piece)
            yield None

    def last_words(self) -> bytes:
        """All of its standard error, once it has ended."""
        return b"".join(self._said.pieces())

    def join(self) -> None:
        """Wait until nothing reads from it any more."""
        self._out.join()
        self._said.join()


class _Pump(threading.Thread):
    """Reads a child's pipe, so that whoever waits for a piece can do something else now and then."""

    def __init__(self, pipe: IO[bytes] | None) -> None:
        super().__init__(daemon=True)
        if pipe is None:
            raise ValueError("no pipe")
        self._pipe = pipe
        self._arrived: SimpleQueue[bytes] = SimpleQueue()
        self.start()

    def run(self) -> None:
        """Until the child closes its end."""
        while piece := os.read(self._pipe.fileno(), PIECE):
            self._arrived.put(piece)
        self._arrived.put(b"")

    def pieces(self) -> Iterator[bytes]:
        """What comes out of the pipe until it ends, and b"" now and then while nothing comes."""
        while True:
            try:
                piece = self._arrived.get(timeout=LOOK_S)
            except Empty:
                yield b""
                continue
            if not piece:
                return
            yield piece
