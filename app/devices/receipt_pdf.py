"""Receipts as PDF files, by a layout of resources/layouts."""

from collections.abc import Iterable
from pathlib import Path

from app.devices import paper, pdf
from app.devices.receipt_drawing import DEFAULT, drawings
from app.domain.receipt import ReceiptView

TITLE = "收款凭据"


def render(view: ReceiptView, layout: str = DEFAULT) -> bytes:
    """One receipt as a PDF. Refused: glyph_missing where no font draws a character, layout_full, layout_missing."""
    return render_many([view], layout)


def render_many(views: Iterable[ReceiptView], layout: str = DEFAULT) -> bytes:
    """Receipts of one payment in one PDF, as many to a page as the layout has slips. Refusals as `render`."""
    return pdf.file(drawings(views, layout), title=TITLE)


def write(view: ReceiptView, file: Path, layout: str = DEFAULT) -> None:
    """Write one receipt; nothing is at `file` unless it is whole. Refusals as `render` and `paper.write`."""
    paper.write(render(view, layout), file)


def write_many(views: Iterable[ReceiptView], file: Path, layout: str = DEFAULT) -> None:
    """Write the receipts of a family into one file, so that they print in one go."""
    paper.write(render_many(views, layout), file)
