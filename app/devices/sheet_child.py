"""Starting the child that opens a spreadsheet (`sheet_reader.py`), and taking in what it sends while it still reads.

So that rows can be counted on the way, and a reading can be stopped: the child is then killed.
"""

import time
from pathlib import Path

import msgspec

from app.devices import child
from app.devices.frames import Frame
from app.devices.sheet_bounds import Limits, Verdict
from app.devices.sheet_reader import VERDICT
from app.domain.errors import Refused
from app.domain.progress import Progress, Tick

READ_SHEET = "--read-sheet"
READING = "读取名册文件"


def reader_command() -> list[str]:
    """The command that starts the reading child."""
    return child.command(READ_SHEET, "app.devices.sheet_reader")


def read(path: Path, limits: Limits, tick: Tick) -> tuple[list[list[str]], Verdict | None, bytes]:
    """Every row the child sent, its verdict (None where it died before giving one), what it said on standard error.

    `tick` is told the rows so far, several times a second. Raises Refused sheet_timeout, child_not_started,
    and what `tick` raises.
    """
    table = Rows()
    end = time.monotonic() + limits.seconds
    with child.started([*reader_command(), str(path.absolute()), msgspec.json.encode(limits).decode()]) as reader:
        for frame in reader.says():
            table.take(frame)
            if time.monotonic() > end:
                raise Refused("sheet_timeout", file=path.name, seconds=round(limits.seconds))
            tick(Progress(READING, len(table.rows), unit="行"))
        return table.rows, table.verdict, reader.last_words()


class Rows:
    """What the child sends, taken in as it comes: every row, and the verdict where it has given one."""

    def __init__(self) -> None:
        self.rows: list[list[str]] = []
        self.verdict: Verdict | None = None
        self._rows_of = msgspec.msgpack.Decoder(list[list[str]]).decode

    def take(self, frame: Frame | None) -> None:
        """Take a frame; None is none."""
        if frame is None or self.verdict is not None:
            return
        kind, content = frame
        if kind == VERDICT:
            self.verdict = msgspec.msgpack.decode(content, type=Verdict)
        else:
            self.rows.extend(self._rows_of(content))
