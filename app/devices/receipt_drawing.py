"""Receipts as drawings, by a layout: what the PDF, the printers and the preview all draw."""

from collections.abc import Iterable, Iterator
from itertools import islice

from app.devices import fonts, layouts, page
from app.devices.content import of_receipt
from app.devices.drawing import Drawing, moved
from app.devices.layout import Layout
from app.devices.sheet import Sheet
from app.domain.errors import Refused
from app.domain.receipt import ReceiptView

DEFAULT = "receipt-a5"
FORM_WEIGHT = 0.5
CUT_WEIGHT, CUT_DASH, CUT_GREY = 0.5, 1.5, 0.45


def drawings(
    views: Iterable[ReceiptView], layout: str = DEFAULT, *, dx_tenths: int = 0, dy_tenths: int = 0
) -> Iterator[Drawing]:
    """The pages of these receipts, one after the other as they are asked for, moved by the printer's calibration.

    Refused: glyph_missing where no font draws a character, layout_full where a text has no room, layout_missing;
    WrongUse("offset_too_far").
    """
    found = layouts.load(layout)
    each = 1 if found.slips.copies else len(found.slips.tops)
    waiting = iter(views)
    while together := list(islice(waiting, each)):
        with fonts.DRAWING:
            drawn = _page(found, together)
        yield moved(drawn, dx_tenths=dx_tenths, dy_tenths=dy_tenths)


def form(layout: str) -> Drawing:
    """The pre-printed form of a layout, faint, to lie under its drawing in the preview; it is never printed.

    Refused("layout_missing") also where the layout is for plain paper.
    """
    found = layouts.load(layout)
    if found.form is None:
        known = "、".join(name for name in layouts.names() if layouts.load(name).form)
        raise Refused("layout_missing", name=layout, known=known)
    part, sheet = found.form, Sheet(_size(found))
    for box in part.boxes:
        sheet.box(*box, weight=FORM_WEIGHT, grey=part.grey)
    sheet.lines(part.lines, weight=FORM_WEIGHT, grey=part.grey)
    for label in part.labels:
        sheet.text(label.text, label.x, label.baseline, size=label.size, grey=part.grey)
    return sheet.drawing()


def _page(layout: Layout, views: list[ReceiptView]) -> Drawing:
    """One receipt with its copies, or as many as fit."""
    slips = layout.slips
    shown = [(views[0], copy) for copy in slips.copies] or [(view, "") for view in views]
    sheet = Sheet(_size(layout))
    for top, (view, copy) in zip(slips.tops, shown, strict=False):
        sheet.top = top
        end = page.draw(sheet, layout, of_receipt(view, copy=copy, heading=layout.heading))
        if layout.paper.height is None:
            sheet.size = (layout.paper.width, end)
    _cuts(sheet, layout, used=len(shown))
    return sheet.drawing()


def _size(layout: Layout) -> tuple[float, float]:
    return (layout.paper.width, layout.paper.height or 0.0)


def _cuts(sheet: Sheet, layout: Layout, *, used: int) -> None:
    """The lines to cut along: below each slip there is, so that a page of two is not cut into four."""
    sheet.top = 0.0
    slips = layout.slips
    ends = [(slips.left, y, slips.right, y) for y in slips.cuts[:used]]
    if ends:
        sheet.lines(ends, weight=CUT_WEIGHT, grey=CUT_GREY, dash=CUT_DASH)
