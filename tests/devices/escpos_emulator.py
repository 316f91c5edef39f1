"""A thermal printer that prints onto pictures: what it was sent, read as its manual says, and nothing guessed.

ESC @ (reset), GS v 0 (raster picture), ESC d (feed lines), GS V (cut). Any other byte is an error: a printer would
print it as text.
"""

from dataclasses import dataclass, field

from PIL import Image


@dataclass
class Slip:
    """One piece of paper: the rows of dots it was given, and whether it was cut off."""

    bands: list[Image.Image] = field(default_factory=list)
    fed: int = 0
    cut: bool = False

    def picture(self) -> Image.Image:
        """The raster bands one below the other, black on white."""
        whole = Image.new("1", (self.bands[0].width, sum(band.height for band in self.bands)), 1)
        y = 0
        for band in self.bands:
            whole.paste(band, (0, y))
            y += band.height
        return whole


def printed(data: bytes) -> list[Slip]:
    """The slips that come out."""
    slips: list[Slip] = []
    at = 0
    while at < len(data):
        command = data[at : at + 2]
        if command == b"\x1b@":
            slips.append(Slip())
            at += 2
        elif command == b"\x1dv":
            band, at = raster(data, at)
            slips[-1].bands.append(band)
        elif command == b"\x1bd":
            slips[-1].fed += data[at + 2]
            at += 3
        elif command == b"\x1dV":
            slips[-1].cut = True
            at += 3
        else:
            raise ValueError(f"no command at {at}: {data[at : at + 8].hex()}")
    return slips


def raster(data: bytes, at: int) -> tuple[Image.Image, int]:
    """GS v 0 m xL xH yL yH: x bytes a row, y rows; a set bit burns."""
    zero, density, x_low, x_high, y_low, y_high = data[at + 2 : at + 8]
    if (zero, density) != (ord("0"), 0):
        raise ValueError(f"raster mode {zero} {density}")
    width, height = (x_low + 256 * x_high) * 8, y_low + 256 * y_high
    end = at + 8 + width // 8 * height
    burnt = Image.frombytes("1", (width, height), data[at + 8 : end])
    return burnt.point(lambda dot: 0 if dot else 255), end
