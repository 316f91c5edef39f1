"""The child process that draws listings, so that the window stays free: Python draws a county's list of 60,000 people
for a quarter of a minute, and whoever draws holds the lock that the window needs for every stroke it paints.

From standard input it reads frames (`frames.py`): L is a listing without its rows, R are rows of the last L, Z says
that this was all. To standard output it writes how far it is (P), then the finished file in pieces (D), the last of
them empty; or what is refused (E). Content is msgpack, but for D. The parent is `listing_file.py`.
"""

import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

import msgspec
from msgspec.structs import replace

from app.devices import frames
from app.devices.frames import Frame
from app.domain.errors import Refused
from app.domain.listing import Listing, Row
from app.domain.progress import Progress

LISTING, ROWS, ALL = b"L", b"R", b"Z"
PROGRESS, PIECE, REFUSED = b"P", b"D", b"E"
ROWS_A_FRAME = 1000
PIECE_BYTES = 1 << 20
TOLD_EVERY_S = 0.05


class Refusal(msgspec.Struct, frozen=True):
    """A refusal on its way to the parent; its facts are words by now."""

    code: str
    facts: dict[str, str]


def main(arguments: list[str], source: IO[bytes] | None = None, output: IO[bytes] | None = None) -> int:
    """Draw what is read as arguments[0] says (pdf or xlsx); arguments[1] is the folder for an xlsx's parts."""
    suffix, scratch = arguments
    out = output or sys.stdout.buffer
    try:
        data = _drawn(taken(frames.read(source or sys.stdin.buffer)), suffix, Path(scratch), _Told(out))
    except Refused as error:
        refusal = Refusal(error.code, {name: str(fact) for name, fact in error.facts.items()})
        frames.write(out, REFUSED, msgspec.msgpack.encode(refusal))
        return 0
    for start in range(0, len(data), PIECE_BYTES):
        frames.write(out, PIECE, data[start : start + PIECE_BYTES])
    frames.write(out, PIECE, b"")
    return 0


def told(listings: Iterable[Listing]) -> Iterator[Frame]:
    """The listings as the child reads them."""
    encode = msgspec.msgpack.encode
    for listing in listings:
        yield LISTING, encode(replace(listing, rows=()))
        for start in range(0, len(listing.rows), ROWS_A_FRAME):
            yield ROWS, encode(listing.rows[start : start + ROWS_A_FRAME])
    yield ALL, b""


def taken(found: Iterable[Frame]) -> list[Listing]:
    """The listings out of what was `told`. EOFError where that is not all: half a list must not look like one."""
    heads: list[tuple[Listing, list[Row]]] = []
    rows_of = msgspec.msgpack.Decoder(list[Row]).decode
    for kind, content in found:
        if kind == LISTING:
            heads.append((msgspec.msgpack.decode(content, type=Listing), []))
        elif kind == ROWS:
            heads[-1][1].extend(rows_of(content))
        else:
            return [replace(head, rows=tuple(rows)) for head, rows in heads]
    raise EOFError("the listings are not whole")


def _drawn(listings: list[Listing], suffix: str, scratch: Path, tick: "_Told") -> bytes:
    if suffix == "pdf":
        from app.devices import listing_pdf

        return listing_pdf.render(listings, tick=tick)
    from app.devices import listing_xlsx

    return listing_xlsx.render(listings, scratch=scratch, tick=tick)


class _Told:
    """Tells the parent how far it is, some times a second."""

    def __init__(self, output: IO[bytes]) -> None:
        self._output, self._what, self._at = output, "", 0.0

    def __call__(self, progress: Progress) -> None:
        now = time.monotonic()
        if progress.what != self._what or now - self._at >= TOLD_EVERY_S:
            self._what, self._at = progress.what, now
            frames.write(self._output, PROGRESS, msgspec.msgpack.encode(progress))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
