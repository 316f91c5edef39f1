"""The bar code placed on a sheet as a layout says, its bars on whole dots of the head."""

from app.devices import barcode
from app.devices.layout import BarCode
from app.devices.sheet import SHARES, Sheet


def draw(sheet: Sheet, part: BarCode, digits: str, *, top: float | None = None) -> None:
    """Draw the bars; `top` where the layout lets them follow a text."""
    module = part.dot * part.dots
    left = part.x - len(barcode.modules(digits)) * module * SHARES[part.align]
    y = whole(sheet.top + (part.top if top is None else top), part.dot) - sheet.top
    sheet.bars(barcode.bars(digits), whole(left, part.dot), y, module=module, height=part.height)


def whole(mm: float, dot: float) -> float:
    """The nearest whole dot."""
    return round(mm / dot) * dot
