"""Where choices come from: hypothesis hands out a `Random` of its own, atheris bytes that are read as one."""

from random import Random


class Bytes(Random):
    """A `Random` that reads its bits off a fuzzer's input, so that each byte of it decides something. Then all zero."""

    def __new__(cls, data: bytes) -> "Bytes":
        return super().__new__(cls, 0)

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0
        super().__init__(0)

    def getrandbits(self, bits: int, /) -> int:
        size = (bits + 7) // 8
        piece = self.data[self.at : self.at + size].ljust(size, b"\0")
        self.at += size
        return int.from_bytes(piece, "big") >> (size * 8 - bits)

    def random(self) -> float:
        return self.getrandbits(53) / (1 << 53)
