"""Listings as a finished PDF or xlsx, drawn by a child process (`listing_writer.py`, decision 0054)."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from app.devices import child, paper, pdf
from app.devices.child import Child
from app.devices.listing_writer import PIECE, PROGRESS, Refusal, told
from app.domain.errors import Refused
from app.domain.listing import Listing, Suffix
from app.domain.progress import Progress, Tick, silent

WRITE_REPORT = "--write-report"
STARTING = "准备"


def write(listings: Sequence[Listing], file: Path, suffix: Suffix, *, scratch: Path, tick: Tick = silent) -> None:
    """Write one PDF of all listings, or a workbook with a sheet for each; nothing is at `file` unless it is whole.

    The parts of a workbook lie in `scratch` while it is made, and no longer. Refused: glyph_missing, sheet_too_tall,
    disk_full, cannot_write, child_not_started, report_stopped (the child died), and what `tick` raises.
    """
    command = child.command(WRITE_REPORT, "app.devices.listing_writer")
    with _parts(scratch) as parts, child.started([*command, suffix, parts], told(listings)) as writer:
        data = b"".join(_pieces(writer, file, tick))
    tick(Progress(pdf.ENDING, last=True))
    paper.write(data, file)


@contextmanager
def _parts(scratch: Path) -> Iterator[str]:
    """A folder for what the child leaves behind where it is killed: names and numbers in plain."""
    try:
        made = TemporaryDirectory(dir=paper.made(scratch.absolute()), ignore_cleanup_errors=True)
    except OSError as error:
        raise paper.refusal(error, scratch) from error
    with made as name:
        yield name


def _pieces(writer: Child, file: Path, tick: Tick) -> Iterator[bytes]:
    """The file as it comes, until it is whole."""
    progress = Progress(STARTING)
    for frame in writer.says():
        if frame is None:
            tick(progress)
            continue
        kind, content = frame
        if kind == PROGRESS:
            tick(progress := msgspec.msgpack.decode(content, type=Progress))
        elif kind == PIECE and content:
            yield content
        elif kind == PIECE:
            return
        else:
            refusal = msgspec.msgpack.decode(content, type=Refusal)
            raise Refused(refusal.code, **refusal.facts)
    raise _died(writer.last_words(), file)


def _died(last_words: bytes, file: Path) -> Exception:
    """Why it ended before it was done: killed or without memory, which can happen; anything else is a bug."""
    if b"Traceback" in last_words and b"MemoryError" not in last_words:
        return RuntimeError(last_words.decode(errors="replace"))
    return Refused("report_stopped", file=file.name)
