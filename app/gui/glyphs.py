"""The characters of the program's own words, drawn once before somebody looks at them.

A Chinese character is drawn from its outline the first time it is seen in a font, 0.05 ms each, and then kept by Qt: a
sheet with a hundred new ones would take a good deal longer the first time than ever after.
"""

from collections.abc import Iterable, Iterator
from itertools import product
from types import CodeType

from PySide6.QtGui import QImage, QPainter

from app.gui import style

# Those of most labels, of fields, buttons and titles: (pixels at text of 100 %, whether bold), as in style.SIZES.
FONTS = ((17, False), (19, True), (17, True), (15, False), (19, False), (21, False), (25, True))
AT_ONCE = 50
FIRST = "\u2e80"
"""From here on: what Chinese is written with. Of letters there are so few that they are soon known."""


def characters(code: CodeType) -> set[str]:
    """Those of the words in a module's code."""
    found: set[str] = set()
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            found |= characters(constant)
        else:
            found |= {character for character in _text(constant) if character >= FIRST}
    return found


def _text(constant: object) -> str:
    if isinstance(constant, tuple | frozenset):
        return "".join(map(_text, constant))
    return constant if isinstance(constant, str) else ""


def drawn(letters: Iterable[str], ratio: float) -> Iterator[None]:
    """A few in each step, for a screen with `ratio` pixels to one of ours."""
    image = QImage(1, 1, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    known = "".join(sorted(letters))
    for (pixels, bold), start in product(FONTS, range(0, len(known), AT_ONCE)):
        painter = QPainter(image)
        painter.setFont(style.font(pixels, bold=bold))
        painter.drawText(0, 0, known[start : start + AT_ONCE])
        painter.end()
        yield
