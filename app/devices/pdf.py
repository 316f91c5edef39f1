"""Drawings as the pages of one PDF file, with reportlab, which is loaded only here and in embedded_font.

The same drawings are the same bytes; every font is embedded, and what is copied out of the file is what it says.
"""

import io
from collections.abc import Iterable
from typing import Any

from app import NAME
from app.devices import fonts
from app.devices.drawing import FRAME, OUTLINE, ROUND, THICKENED, Bars, Box, Drawing, Mark, Rules, Text, draw, frame
from app.devices.typeset import MIDDLE, MM
from app.domain.progress import Progress, Tick, silent

ENDING = "写完文件"

# PDF text rendering modes (ISO 32000-1, table 106).
FILL, STROKE, FILL_AND_STROKE = 0, 1, 2


def file(pages: Iterable[Drawing], *, title: str, tick: Tick = silent) -> bytes:
    """The pages as one PDF, drawn as they come: of a thousand receipts only one is ever held.

    `tick` is told of each object of the file, while they are put together at the end; what it raises goes on up.
    """
    with fonts.DRAWING:
        drawn = _File(title)
        for page in pages:
            drawn.page(page)
        return drawn.finished(tick)


class _File:
    """A file being drawn."""

    def __init__(self, title: str) -> None:
        from reportlab.pdfgen.canvas import Canvas

        self.buffer = io.BytesIO()
        self.height = 0.0
        # The page's text object, and the (font, size, grey) it last used.
        self.writing: Any = None
        self.hand = ("", 0.0, -1.0)
        # invariant: the same sheet is the same bytes, and no clock but ours speaks on paper.
        self.canvas: Any = Canvas(self.buffer, pageCompression=1, invariant=1, lang="zh-CN")
        self.canvas.setTitle(title)
        self.canvas.setCreator(NAME)
        # A viewer that shrinks the page to its margins takes the bar code off the printer's dots.
        self.canvas.setViewerPreference("PrintScaling", "None")

    def page(self, page: Drawing) -> None:
        self.height = page.height
        self.canvas.setPageSize((page.width * MM, page.height * MM))
        if page.dx_tenths or page.dy_tenths:
            self.canvas.translate(page.dx_tenths / 10 * MM, -page.dy_tenths / 10 * MM)
        draw(page, self)
        self.end_text()
        self.canvas.showPage()

    def text(self, item: Text) -> None:
        """Add to the page's one text object: a text object per line would cost more than the rest of the page."""
        if item.thick:
            self.thickened(item)
            return
        if self.writing is None:
            self.writing, self.hand = self.canvas.beginText(), ("", 0.0, -1.0)
        font = fonts.embedded(item.role).fontName
        if self.hand[:2] != (font, item.size):
            self.writing.setFont(font, item.size)
        if self.hand[2] != item.grey:
            self.writing.setFillGray(item.grey)
        self.hand = (font, item.size, item.grey)
        self.writing.setTextOrigin(_pt(item.x), self.up(item.y))
        self.writing.textOut(item.text)

    def thickened(self, item: Text) -> None:
        """The fallback has no bold face: its strokes are drawn thicker, so that a name has one colour."""
        self.end_text()  # in its place among the rest, or it is copied out of a name
        self.canvas.setFont(fonts.embedded(item.role).fontName, item.size)
        self.canvas.setFillGray(item.grey)
        self.canvas.setStrokeGray(item.grey)
        self.canvas.setLineWidth(item.size * THICKENED)
        self.canvas.drawString(_pt(item.x), self.up(item.y), item.text, mode=FILL_AND_STROKE)

    def rules(self, item: Rules) -> None:
        self.canvas.setLineWidth(item.weight)
        self.canvas.setStrokeGray(item.grey)
        if item.dash:
            self.canvas.setDash(item.dash * MM, item.dash * MM)
        self.canvas.lines([(_pt(x1), self.up(y1), _pt(x2), self.up(y2)) for x1, y1, x2, y2 in item.ends])
        if item.dash:
            self.canvas.setDash()

    def box(self, item: Box) -> None:
        self.canvas.setLineWidth(item.weight)
        self.canvas.setStrokeGray(item.grey)
        corner = (item.x * MM, self.up(item.y + item.height))
        self.canvas.rect(*corner, item.width * MM, item.height * MM, stroke=1, fill=0)

    def bars(self, item: Bars) -> None:
        """One black shape, in units of a module so that the bars stay on its grid."""
        self.canvas.saveState()
        self.canvas.translate(item.x * MM, (self.height - item.y - item.height) * MM)
        self.canvas.scale(item.module * MM, item.height * MM)
        self.canvas.setFillGray(0)
        self.canvas.addLiteral(" ".join(f"{start} 0 {count} 1 re" for start, count in item.runs) + " f")
        self.canvas.restoreState()

    def mark(self, item: Mark) -> None:
        font = fonts.embedded("bold")
        half = font.stringWidth(item.text, item.size) / 2
        self.canvas.saveState()
        self.canvas.translate(item.x * MM, self.up(item.y))
        self.canvas.rotate(item.angle)
        self.canvas.setFillColorRGB(*item.colour)
        self.canvas.setStrokeColorRGB(*item.colour)
        self.canvas.setFont(font.fontName, item.size)
        if item.outline:
            self.outline(item.text, -half, -item.size * MIDDLE)
        else:
            self.canvas.drawString(-half, -item.size * MIDDLE, item.text)
        if item.framed:
            self.canvas.setLineWidth(FRAME)
            x, y, width, height = frame(half, item.size)
            self.canvas.roundRect(x, y, width, height, ROUND, stroke=1, fill=0)
        self.canvas.restoreState()

    def outline(self, text: str, x: float, y: float) -> None:
        """The outer outline: strokes of a letter overlap, so what lies inside is filled with white."""
        self.canvas.setLineWidth(2 * OUTLINE)
        self.canvas.drawString(x, y, text, mode=STROKE)
        self.canvas.setFillGray(1)
        self.canvas.drawString(x, y, text, mode=FILL)

    def end_text(self) -> None:
        if self.writing is not None:
            self.canvas.drawText(self.writing)
            self.writing = None

    def finished(self, tick: Tick) -> bytes:
        # For a list of a county that takes seconds, and reportlab says nothing of it, but asks this of every object.
        self.canvas._doc.encrypt.register = lambda _number, _version: tick(Progress(ENDING))
        self.canvas.save()
        return self.buffer.getvalue()

    def up(self, y: float) -> float:
        """reportlab counts from the bottom, in points."""
        return _pt(self.height - y)


def _pt(mm: float) -> float:
    """mm in points; a hundredth is finer than any printer and shorter in the file."""
    return round(mm * MM, 2)
