"""Listings as a finished PDF or xlsx, drawn by a child process (`listing_writer.py`, decision 0054)."""

from collections.abc import Iterator, Sequence
from pathlib import Path

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

    `scratch` holds the parts of a workbook while it is made. Refused: glyph_missing, sheet_too_tall, disk_full,
    cannot_write, report_stopped (the child died), and what `tick` raises.
    """
    words = [*child.command(WRITE_REPORT, "app.devices.listing_writer"), suffix, str(scratch.absolute())]
    with child.started(words) as writer:
        writer.send(told(listings))
        data = b"".join(_pieces(writer, file, tick))
    tick(Progress(pdf.ENDING, last=True))
    paper.write(data, file)


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
    raise Refused("report_stopped", file=file.name) from RuntimeError(writer.last_words().decode(errors="replace"))
