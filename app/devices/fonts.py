"""Which font draws which character, on paper and on the screen.

The main font has all of GB 2312, the 8,105 standard characters and Extension A; the fallback has Extensions B to F,
where the rarest of villagers' names are. reportlab has no fallback of its own, so every text is cut into runs here,
character by character. What neither font can draw is refused: a box on a receipt is a wrong name on a receipt.
"""

import threading
import tomllib
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from app import RESOURCES
from app.domain.errors import Refused

FOLDER = RESOURCES / "fonts"
FALLBACK = "fallback"

# reportlab's font objects keep a reading position: one parse and one page at a time.
DRAWING = threading.RLock()


@cache
def _files() -> dict[str, Path]:
    """role -> file, as resources/fonts/fonts.toml lists them."""
    listed = tomllib.loads((FOLDER / "fonts.toml").read_text(encoding="utf-8"))
    return {font["role"]: FOLDER / font["file"] for font in listed["font"]}


def path(role: str) -> Path:
    """The file of "main", "bold" or "fallback", for whoever loads fonts himself (Qt)."""
    return _files()[role]


@cache
def _load(role: str) -> Any:
    # Parsing takes 0.2-0.3 s a font: once per process, and the fallback only where a name needs it.
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFError

    from app.devices.embedded_font import EmbeddedFont

    try:
        font = EmbeddedFont(f"cunjiao-{role}", str(path(role)))
    except (TTFError, OSError) as error:
        raise Refused("font_missing", file=path(role).name) from error
    pdfmetrics.registerFont(font)
    return font


def embedded(role: str) -> Any:
    """The reportlab font of a role, registered under its `fontName`. A missing file is Refused("font_missing")."""
    with DRAWING:
        return _load(role)


def has(role: str, character: str) -> bool:
    """Whether the font of that role draws the character."""
    return ord(character) in embedded(role).face.charToGlyph


def runs(text: str, role: str = "main") -> list[tuple[str, str]]:
    """`text` cut into (role, chunk), each chunk drawable by the font of its role; nothing is reordered or lost.

    A character neither font has is Refused("glyph_missing"), before anything is drawn or written.
    """
    if embedded(role).face.charToGlyph.keys() >= set(map(ord, text)):
        return [(role, text)]  # nearly every text there is
    return [(name, "".join(chunk)) for name, chunk in groupby(text, key=lambda character: _role(character, role, text))]


def _role(character: str, role: str, text: str) -> str:
    if has(role, character):
        return role
    if has(FALLBACK, character):
        return FALLBACK
    raise Refused("glyph_missing", character=f"{character} U+{ord(character):04X}", name=text)


def width(text: str, *, size: float, role: str = "main") -> float:
    """The width of a line of `text` in points."""
    return float(sum(embedded(name).stringWidth(chunk, size) for name, chunk in runs(text, role)))
