"""The system's printers and the preview: drawings painted at exact millimetres with Qt, which only this file uses here.

Nothing is scaled to margins and no glyph is hinted, so that what Qt prints, what it shows and what is in the PDF stand
at the same places. Needs a running QGuiApplication.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import msgspec
from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPainterPath,
    QPen,
    QRawFont,
)
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from app.devices import fonts
from app.devices.drawing import (
    FRAME,
    OUTLINE,
    ROUND,
    THICKENED,
    Bars,
    Box,
    Colour,
    Drawing,
    Mark,
    Rules,
    Text,
    draw,
    frame,
)
from app.devices.typeset import MIDDLE, MM
from app.domain.errors import Refused

MM_PER_INCH = 25.4
PDF_DPI = 1200

State = Literal["ready", "busy", "error"]
STATES: dict[QPrinter.PrinterState, State] = {
    QPrinter.PrinterState.Idle: "ready",
    QPrinter.PrinterState.Active: "busy",
    QPrinter.PrinterState.Aborted: "error",
    QPrinter.PrinterState.Error: "error",
}


class Printer(msgspec.Struct, frozen=True, kw_only=True):
    """A printer of the system, its name as people see it there, and what the system says of it."""

    name: str
    default: bool
    state: State


def printers() -> list[Printer]:
    """The system's printers, the default one first, those in trouble last; empty where there is none."""
    found = QPrinterInfo.availablePrinters()
    named = [
        Printer(name=info.printerName(), default=info.isDefault(), state=STATES.get(info.state(), "error"))
        for info in found
    ]
    return sorted(named, key=lambda printer: (not printer.default, printer.state == "error", printer.name))


def print_out(pages: Sequence[Drawing], *, printer: str | None = None, title: str) -> None:
    """Print the pages as one job on the printer of that name, or on the default one. Returns when the system has it.

    Refused: printer_none, printer_absent, printer_refused, printer_stopped, print_aborted. The `title` is what the
    system shows of the job; it must name nobody.
    """
    chosen = _chosen(printer)
    job = QPrinter(QPrinterInfo.printerInfo(chosen.name), QPrinter.PrinterMode.HighResolution)
    if not job.isValid() or chosen.state == "error":
        raise Refused("printer_refused", printer=chosen.name, why="系统报告它出错或已停用")
    _print(job, pages, chosen.name, title)


def write_pdf(pages: Sequence[Drawing], file: Path, *, title: str) -> None:
    """The same job into a PDF file instead of onto paper."""
    job = QPrinter(QPrinter.PrinterMode.HighResolution)
    job.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    job.setOutputFileName(str(file))
    job.setResolution(PDF_DPI)
    _print(job, pages, file.name, title)


def _chosen(name: str | None) -> Printer:
    found = printers()
    if not found:
        raise Refused("printer_none")
    chosen = next((each for each in found if each.name == name), None) if name else found[0]
    if chosen is None:
        raise Refused("printer_absent", printer=name)
    return chosen


def _print(job: QPrinter, pages: Sequence[Drawing], name: str, title: str) -> None:
    job.setDocName(title)
    job.setFullPage(True)
    job.setColorMode(QPrinter.ColorMode.Color)
    _set_page(job, pages[0])
    painter = QPainter()
    if not painter.begin(job):
        raise Refused("printer_refused", printer=name, why="不接受新的打印任务")
    try:
        for number, page in enumerate(pages):
            if number:
                _set_page(job, page)
                if not job.newPage():
                    job.abort()
                    raise Refused("printer_stopped", printer=name)
            paint(page, painter, job.resolution() / MM_PER_INCH)
    finally:
        painter.end()
    _check(job.printerState(), name)


def _check(state: QPrinter.PrinterState, name: str) -> None:
    if state == QPrinter.PrinterState.Aborted:
        raise Refused("print_aborted")
    if state == QPrinter.PrinterState.Error:
        raise Refused("printer_stopped", printer=name)


def _set_page(job: QPrinter, page: Drawing) -> None:
    """The paper as the drawing has it, continuous paper of 241 mm included; no margins of the driver's."""
    size = QPageSize(
        QSizeF(page.width, page.height), QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.ExactMatch
    )
    job.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    job.setFullPage(True)


def preview(page: Drawing, *, dots_per_mm: float, under: Drawing | None = None) -> QImage:
    """The page as a picture on white; `under` is a pre-printed form that lies beneath it."""
    image = QImage(round(page.width * dots_per_mm), round(page.height * dots_per_mm), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    try:
        for each in (under, page) if under else (page,):
            paint(each, painter, dots_per_mm)
    finally:
        painter.end()
    return image


def paint(page: Drawing, painter: QPainter, dots_per_mm: float) -> None:
    """Paint the page on any device of Qt's, its top left corner where the painter's is."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(page.dx_tenths / 10 * dots_per_mm, page.dy_tenths / 10 * dots_per_mm)
    draw(page, _Brush(painter, dots_per_mm))
    painter.restore()


class _Brush:
    """A painter that takes millimetres and points."""

    def __init__(self, painter: QPainter, dots_per_mm: float) -> None:
        self.painter, self.scale = painter, dots_per_mm
        # Not kept longer: Qt binds a font to the thread that read it, and a worker prints what the window showed.
        self.files: dict[str, QRawFont] = {}

    def points(self, points: float) -> float:
        """Points in dots."""
        return points / MM * self.scale

    def at(self, x: float, y: float) -> QPointF:
        return QPointF(x * self.scale, y * self.scale)

    def text(self, item: Text) -> None:
        """As outlines: Qt drops glyphs of more than 64 dots when it draws them as text, and a driver may put its own.

        Outlines also stand exactly where the PDF has them; Qt would round advances, and add kerning.
        """
        colour = _grey(item.grey)
        path = self.path(item.text, item.role, item.size, self.at(item.x, item.y))
        self.painter.fillPath(path, colour)
        if item.thick:
            self.painter.setPen(QPen(colour, self.points(item.size * THICKENED)))
            self.painter.setBrush(Qt.BrushStyle.NoBrush)
            self.painter.drawPath(path)

    def starts(self, text: str, role: str, size: float) -> list[float]:
        """Where each character begins, in dots."""
        starts, x = [], 0.0
        for character in text:
            starts.append(x)
            x += self.points(fonts.width(character, size=size, role=role))
        return starts

    def path(self, text: str, role: str, size: float, origin: QPointF) -> QPainterPath:
        """The outlines of a line of text."""
        font = self.font(role, self.points(size))
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        indexes = font.glyphIndexesForString(text)
        for index, start in zip(indexes, self.starts(text, role, size), strict=True):
            path.addPath(font.pathForGlyph(index).translated(origin.x() + start, origin.y()))
        return path

    def font(self, role: str, size: float) -> QRawFont:
        """The font of a role at a size in dots; the file is read once, and its sizes share it."""
        if role not in self.files:
            self.files[role] = QRawFont(str(fonts.path(role)), 100.0, QFont.HintingPreference.PreferNoHinting)
        font = QRawFont(self.files[role])
        font.setPixelSize(size)
        return font

    def pen(self, weight: float, colour: QColor) -> QPen:
        pen = QPen(colour, self.points(weight))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        return pen

    def rules(self, item: Rules) -> None:
        pen = self.pen(item.weight, _grey(item.grey))
        if item.dash:
            # Qt counts dashes in widths of the pen.
            length = item.dash * self.scale / pen.widthF()
            pen.setDashPattern([length, length])
        self.painter.setPen(pen)
        for x1, y1, x2, y2 in item.ends:
            self.painter.drawLine(self.at(x1, y1), self.at(x2, y2))

    def box(self, item: Box) -> None:
        pen = self.pen(item.weight, _grey(item.grey))
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        self.painter.setPen(pen)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawRect(QRectF(self.at(item.x, item.y), self.at(item.x + item.width, item.y + item.height)))

    def bars(self, item: Bars) -> None:
        top, bottom = item.y, item.y + item.height
        for start, count in item.runs:
            left = item.x + start * item.module
            bar = QRectF(self.at(left, top), self.at(left + count * item.module, bottom))
            self.painter.fillRect(bar, Qt.GlobalColor.black)

    def mark(self, item: Mark) -> None:
        half = fonts.width(item.text, size=item.size, role="bold") / 2
        colour = _colour(item.colour)
        start = QPointF(-self.points(half), self.points(item.size * MIDDLE))
        path = self.path(item.text, "bold", item.size, start)
        self.painter.save()
        self.painter.translate(self.at(item.x, item.y))
        self.painter.rotate(-item.angle)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        if item.outline:
            # The outer outline: strokes of a letter overlap, so what lies inside is filled with white.
            self.painter.strokePath(path, self.pen(2 * OUTLINE, colour))
            self.painter.fillPath(path, Qt.GlobalColor.white)
        else:
            self.painter.fillPath(path, colour)
        if item.framed:
            self.painter.setPen(self.pen(FRAME, colour))
            x, y, width, height = (self.points(side) for side in frame(half, item.size))
            self.painter.drawRoundedRect(QRectF(x, y, width, height), self.points(ROUND), self.points(ROUND))
        self.painter.restore()


def _grey(level: float) -> QColor:
    return _colour((level, level, level))


def _colour(colour: Colour) -> QColor:
    return QColor.fromRgbF(*colour)
