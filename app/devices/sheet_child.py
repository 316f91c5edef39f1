"""Starting the child that opens a spreadsheet (`sheet_reader.py`), and taking in what it sends while it still reads.

So that rows can be counted on the way, and a reading can be stopped: the child is then killed.
"""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import IO

import msgspec

from app.devices.sheet_bounds import Limits, Verdict
from app.devices.sheet_reader import VERDICT
from app.domain.errors import Refused
from app.domain.progress import Progress, Tick

READ_SHEET = "--read-sheet"
READING = "读取名册文件"
FRAME_HEAD = 5
PIECE = 1 << 16
LOOK_S = 0.1
# A console window must not flash up on the clerk's screen.
NO_WINDOW: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)
SOURCE_ROOT = Path(__file__).resolve().parents[2]


def reader_command() -> list[str]:
    """The command that starts the reading child: this same program when frozen, the module otherwise."""
    if getattr(sys, "frozen", False):
        return [sys.executable, READ_SHEET]
    return [sys.executable, "-m", "app.devices.sheet_reader"]


def read(path: Path, limits: Limits, tick: Tick) -> tuple[list[list[str]], Verdict | None, bytes]:
    """Every row the child sent, its verdict (None where it died before giving one), what it said on standard error.

    `tick` is told the rows so far, several times a second. Raises Refused sheet_timeout, and what `tick` raises.
    """
    frames = Frames()
    end = time.monotonic() + limits.seconds
    command = [*reader_command(), str(path.absolute()), msgspec.json.encode(limits).decode()]
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=SOURCE_ROOT if SOURCE_ROOT.is_dir() else None,
        creationflags=NO_WINDOW,
    ) as child:
        pump, said = _Pump(child.stdout), _Pump(child.stderr)
        try:
            for piece in pump.pieces():
                frames.take(piece)
                if time.monotonic() > end:
                    raise Refused("sheet_timeout", file=path.name, seconds=round(limits.seconds))
                tick(Progress(READING, len(frames.rows), unit="行"))
        finally:
            child.kill()
            # Before the pipes are closed: nobody may still be reading from them.
            pump.join()
            said.join()
        return frames.rows, frames.verdict, said.rest()


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

    def rest(self) -> bytes:
        """All that came out of it and was not taken yet, once it has ended."""
        return b"".join(self.pieces())


class Frames:
    """What the child sends, taken in as it comes: every row, and the verdict where it has given one."""

    def __init__(self) -> None:
        self.rows: list[list[str]] = []
        self.verdict: Verdict | None = None
        self._rest = bytearray()
        self._rows_of = msgspec.msgpack.Decoder(list[list[str]]).decode

    def take(self, piece: bytes) -> None:
        """Take whole frames out of what has come so far."""
        self._rest += piece
        while self.verdict is None and len(self._rest) >= FRAME_HEAD:
            end = FRAME_HEAD + int.from_bytes(self._rest[1:FRAME_HEAD], "big")
            if len(self._rest) < end:
                return
            kind, content = bytes(self._rest[:1]), bytes(self._rest[FRAME_HEAD:end])
            del self._rest[:end]
            if kind == VERDICT:
                self.verdict = msgspec.msgpack.decode(content, type=Verdict)
            else:
                self.rows.extend(self._rows_of(content))
