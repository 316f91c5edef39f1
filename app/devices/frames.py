"""What passes through a pipe between this program and a child of it: frames of a letter for the kind, four bytes of
length (the most significant first), then the content.
"""

from collections.abc import Iterator
from typing import IO

HEAD = 5

Frame = tuple[bytes, bytes]


def write(output: IO[bytes], kind: bytes, content: bytes) -> None:
    """Send a frame at once. Raises OSError where nobody reads any more."""
    output.write(kind + len(content).to_bytes(HEAD - 1, "big") + content)
    output.flush()


def read(source: IO[bytes]) -> Iterator[Frame]:
    """The frames until the other side closes its end; what it left unfinished is nothing."""
    while len(head := source.read(HEAD)) == HEAD:
        size = int.from_bytes(head[1:], "big")
        if len(content := source.read(size)) < size:
            return
        yield head[:1], content


class Frames:
    """Frames out of pieces of any size, as they come out of a pipe."""

    def __init__(self) -> None:
        self._rest = bytearray()

    def take(self, piece: bytes) -> Iterator[Frame]:
        """The frames that are whole now."""
        self._rest += piece
        while len(self._rest) >= HEAD:
            end = HEAD + int.from_bytes(self._rest[1:HEAD], "big")
            if len(self._rest) < end:
                return
            frame = bytes(self._rest[:1]), bytes(self._rest[HEAD:end])
            del self._rest[:end]
            yield frame
