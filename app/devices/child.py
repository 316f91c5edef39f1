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
from app.domain.errors import Refused

PIECE = 1 << 16
LOOK_S = 0.1
# A console window must not flash up on the clerk's screen.
NO_WINDOW: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)
SOURCE_ROOT = Path(__file__).resolve().parents[2]


def command(flag: str, module: str) -> list[str]:
    """What starts a child: this same program with `flag` (app/__main__.py) when frozen, the module otherwise."""
    return [sys.executable, flag] if getattr(sys, "frozen", False) else [sys.executable, "-m", module]


@contextmanager
def started(words: list[str], told: Iterable[Frame] = ()) -> Iterator["Child"]:
    """The child that this command starts, and that is told all this; it is gone at the end, whether it was done or not.

    Refused("child_not_started") where the system starts none.
    """
    try:
        begun = subprocess.Popen(
            words,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=SOURCE_ROOT if SOURCE_ROOT.is_dir() else None,
            creationflags=NO_WINDOW,
        )
    except OSError as error:
        raise Refused("child_not_started", why=error.strerror or "") from error
    with begun as process:
        child = Child(process, told)
        try:
            yield child
        finally:
            process.kill()
            # Before the pipes are closed: nobody may still be reading from them.
            child.join()


class Child:
    """A child under way."""

    def __init__(self, process: "subprocess.Popen[bytes]", told: Iterable[Frame]) -> None:
        self._feed = _Feed(process.stdin, told)
        self._out, self._said = _Pump(process.stdout), _Pump(process.stderr)

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
        for each in (self._feed, self._out, self._said):
            each.join()


class _Feed(threading.Thread):
    """Writes into a child's pipe, so that whoever has it written need not wait for a child that does not read."""

    def __init__(self, pipe: IO[bytes] | None, told: Iterable[Frame]) -> None:
        super().__init__(daemon=True)
        if pipe is None:
            raise ValueError("no pipe")
        self._pipe, self._told = pipe, told
        self.start()

    def run(self) -> None:
        """All of it; a child that has ended needs no more."""
        with suppress(OSError):
            for kind, content in self._told:
                frames.write(self._pipe, kind, content)
        with suppress(OSError):
            self._pipe.close()


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
        try:
            while piece := os.read(self._pipe.fileno(), PIECE):
                self._arrived.put(piece)
        finally:
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
