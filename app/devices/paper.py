"""What all our PDFs share: a sheet measured in millimetres from its top left corner, and writing it safely.

Text goes through fonts.runs, so a rare character is drawn with the fallback font or refused, on any sheet.
"""

import contextlib
import errno
import io
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from app import NAME
from app.devices import fonts
from app.domain.errors import Refused

MM = 72 / 25.4
A4 = (210.0, 297.0)
A5_LANDSCAPE = (210.0, 148.0)

# Where a line of Chinese has its middle above the baseline, as a share of the type size.
MIDDLE = 0.36
LEADING = 1.32

INK, LABEL, RULE, WATERMARK = 0.0, 0.36, 0.6, 0.85
STAMP = (0.93, 0.55, 0.53)

# PDF text rendering mode (ISO 32000-1, table 106).
FILL_AND_STROKE = 2

# A line may not begin with these (GB/T 15834), nor end with those.
NOT_FIRST = set("，。、；：！？）》」』】〕”’%,.;:!?)]}元分")
NOT_LAST = set("（《「『【〔“‘¥([{")


class Fitted(NamedTuple):
    """Text broken into lines that fit a width at a type size (points)."""

    lines: tuple[str, ...]
    size: float

    @property
    def height_mm(self) -> float:
        return len(self.lines) * self.size * LEADING / MM


class Sheet:
    """One PDF being drawn. Positions and lengths in mm, y downwards; type sizes in points; colours as grey 0-1."""

    def __init__(self, size_mm: tuple[float, float], *, title: str) -> None:
        from reportlab.pdfgen.canvas import Canvas

        self.height = size_mm[1]
        self.buffer = io.BytesIO()
        # The page's text object, and the (font, size, grey) it last used.
        self.writing: Any = None
        self.hand = ("", 0.0, -1.0)
        # invariant: the same sheet is the same bytes, and no clock but ours speaks on paper.
        self.canvas: Any = Canvas(
            self.buffer, pagesize=(size_mm[0] * MM, size_mm[1] * MM), pageCompression=1, invariant=1, lang="zh-CN"
        )
        self.canvas.setTitle(title)
        self.canvas.setCreator(NAME)
        # A viewer that shrinks the page to its margins takes the bar code off the printer's dots.
        self.canvas.setViewerPreference("PrintScaling", "None")

    def text(
        self, text: str, x: float, y: float, *, size: float, role: str = "main", grey: float = INK, align: str = "left"
    ) -> None:
        """One line with its baseline at y; x is its left end, middle or right end."""
        start = _pt(x)
        if align != "left":
            start -= fonts.width(text, size=size, role=role) * (0.5 if align == "middle" else 1)
        for name, chunk in fonts.runs(text, role):
            draw = self._thickened if role == "bold" and name == fonts.FALLBACK else self._set
            draw(chunk, start, self._up(y), fonts.embedded(name).fontName, size, grey)
            if chunk != text:
                start += fonts.width(chunk, size=size, role=name)

    def _set(self, chunk: str, x: float, y: float, font: str, size: float, grey: float) -> None:
        """Add to the page's one text object: a text object per line would cost more than the rest of the page."""
        if self.writing is None:
            self.writing, self.hand = self.canvas.beginText(), ("", 0.0, -1.0)
        if self.hand[:2] != (font, size):
            self.writing.setFont(font, size)
        if self.hand[2] != grey:
            self.writing.setFillGray(grey)
        self.hand = (font, size, grey)
        self.writing.setTextOrigin(x, y)
        self.writing.textOut(chunk)

    def _thickened(self, chunk: str, x: float, y: float, font: str, size: float, grey: float) -> None:
        """The fallback has no bold face: its strokes are drawn thicker, so that a name has one colour."""
        self._end_text()  # in its place among the rest, or it is copied out of a name
        self.canvas.setFont(font, size)
        self.canvas.setFillGray(grey)
        self.canvas.setStrokeGray(grey)
        self.canvas.setLineWidth(size * 0.028)
        self.canvas.drawString(x, y, chunk, mode=FILL_AND_STROKE)

    def block(self, fitted: Fitted, x: float, middle: float, *, role: str = "main", grey: float = INK) -> None:
        """Lines of text, set so that their common middle is at `middle`."""
        pitch = fitted.size * LEADING / MM
        first = middle - (len(fitted.lines) - 1) * pitch / 2 + fitted.size * MIDDLE / MM
        for index, line in enumerate(fitted.lines):
            self.text(line, x, first + index * pitch, size=fitted.size, role=role, grey=grey)

    def lines(self, ends: list[tuple[float, float, float, float]], *, weight: float = 0.3, grey: float = RULE) -> None:
        """Straight lines (x1, y1, x2, y2)."""
        self.canvas.setLineWidth(weight)
        self.canvas.setStrokeGray(grey)
        self.canvas.lines([(_pt(x1), self._up(y1), _pt(x2), self._up(y2)) for x1, y1, x2, y2 in ends])

    def box(self, x: float, y: float, width: float, height: float, *, weight: float = 0.7, grey: float = INK) -> None:
        self.canvas.setLineWidth(weight)
        self.canvas.setStrokeGray(grey)
        self.canvas.rect(x * MM, self._up(y + height), width * MM, height * MM, stroke=1, fill=0)

    def bars(self, runs: list[tuple[int, int]], x: float, y: float, *, module: float, height: float) -> None:
        """Bars of (first module, count) as one black shape, in units of a module so that they stay on its grid."""
        self.canvas.saveState()
        self.canvas.translate(x * MM, self._up(y + height))
        self.canvas.scale(module * MM, height * MM)
        self.canvas.setFillGray(INK)
        self.canvas.addLiteral(" ".join(f"{start} 0 {count} 1 re" for start, count in runs) + " f")
        self.canvas.restoreState()

    def slanted(self, text: str, x: float, y: float, *, size: float, angle: float) -> None:
        """A mark across the page, its middle at (x, y). Drawn first, it lies under all else."""
        self._turn(x, y, angle)
        self.canvas.setFont(fonts.embedded("bold").fontName, size)
        self.canvas.setFillGray(WATERMARK)
        self.canvas.drawCentredString(0, -size * MIDDLE, text)
        self.canvas.restoreState()

    def stamp(self, text: str, x: float, y: float, *, size: float, angle: float) -> None:
        """A framed word like a rubber stamp, its middle at (x, y). Drawn first, it lies under all else."""
        self._turn(x, y, angle)
        font = fonts.embedded("bold")
        half = font.stringWidth(text, size) / 2
        self.canvas.setFillColorRGB(*STAMP)
        self.canvas.setStrokeColorRGB(*STAMP)
        self.canvas.setFont(font.fontName, size)
        self.canvas.drawCentredString(0, -size * MIDDLE, text)
        self.canvas.setLineWidth(3.2)
        self.canvas.roundRect(-half - 12, -size * 0.66, 2 * half + 24, size * 1.32, 6, stroke=1, fill=0)
        self.canvas.restoreState()

    def _turn(self, x: float, y: float, angle: float) -> None:
        self.canvas.saveState()
        self.canvas.translate(x * MM, self._up(y))
        self.canvas.rotate(angle)

    def next_page(self) -> None:
        """End the page."""
        self._end_text()
        self.canvas.showPage()

    def _end_text(self) -> None:
        if self.writing is not None:
            self.canvas.drawText(self.writing)
            self.writing = None

    def pdf(self) -> bytes:
        """The finished file; the last page has been ended."""
        self.canvas.save()
        return self.buffer.getvalue()

    def _up(self, y: float) -> float:
        """reportlab counts from the bottom, in points."""
        return _pt(self.height - y)


def _pt(mm: float) -> float:
    """mm in points; a hundredth is finer than any printer and shorter in the file."""
    return round(mm * MM, 2)


def fit(text: str, width: float, *, big: float, small: float, role: str = "main") -> Fitted:
    """The largest size from `big` down to `small` points that sets `text` on one line of `width` mm.

    Where `small` is still too large, lines of that size.
    """
    at_one_point = fonts.width(text, size=1.0, role=role)
    size = min(big, width * MM / at_one_point) if at_one_point else big
    if size >= small:
        # Whole half points: type of many almost equal sizes looks careless.
        return Fitted((text,), max(small, int(size * 2) / 2))
    return Fitted(tuple(_wrapped(text, width * MM / small, role)), small)


def _wrapped(text: str, ems: float, role: str) -> Iterator[str]:
    """Lines of at most `ems` times the type size, broken between units."""
    line = ""
    for unit in _units(text):
        if line and fonts.width(line + unit, size=1.0, role=role) > ems:
            yield line
            line = ""
        line += unit.lstrip() if not line else unit
    yield line


def _units(text: str) -> Iterator[str]:
    """What may not be broken: a figure or Latin word, and a character with the punctuation that hangs on it."""
    unit = ""
    for character in text:
        if unit and not _clings(unit[-1], character):
            yield unit
            unit = ""
        unit += character
    if unit:
        yield unit


def _clings(before: str, character: str) -> bool:
    together = before.isascii() and character.isascii() and not before.isspace()
    return together or character in NOT_FIRST or before in NOT_LAST


def write(data: bytes, file: Path) -> None:
    """Write a finished file: under a temporary name beside it, to the disk, then renamed.

    Refused("disk_full") or Refused("cannot_write"); an older file of that name is then untouched, nothing is left over.
    """
    put_in_place(stage(data, file), file)


def stage(data: bytes, file: Path) -> Path:
    """The slow half of `write`: the finished file under its temporary name, on the disk. Refusals as `write`."""
    temporary = file.with_name(f".{file.name}.{os.getpid()}.tmp")
    try:
        write_through(data, temporary)
    except OSError as error:
        _forget(temporary)
        raise refusal(error, file) from error
    return temporary


def put_in_place(temporary: Path, file: Path) -> None:
    """The quick half of `write`: the rename. A device or a folder of that name is left alone."""
    try:
        if file.exists() and not file.is_file():
            raise OSError(errno.EISDIR, "not a file")
        temporary.replace(file)
    except OSError as error:
        _forget(temporary)
        raise refusal(error, file) from error


def _forget(temporary: Path) -> None:
    with contextlib.suppress(OSError):
        temporary.unlink(missing_ok=True)


def write_through(data: bytes, file: Path) -> None:
    """Write and wait for the disk."""
    with file.open("wb") as out:
        out.write(data)
        out.flush()
        os.fsync(out.fileno())


REASONS = {
    errno.EACCES: "没有写入权限，或文件正被别的程序打开",
    errno.EPERM: "没有写入权限",
    errno.EROFS: "磁盘是只读的",
    errno.ENOENT: "文件夹不存在",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.EISDIR: "那里已有同名的文件夹或设备",
    errno.ENAMETOOLONG: "文件名太长",
    errno.EIO: "磁盘读写出错",
}


def refusal(error: OSError, file: Path) -> Refused:
    """The sentence for what the system answered."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Refused("disk_full", file=file)
    return Refused("cannot_write", file=file, why=REASONS.get(error.errno or 0, f"系统错误 {error.errno}"))
