"""How the program looks: the theme in use, a type scale, the fonts, and the style sheet made from them.

The sheet belongs to the parts of a window, a page or a sheet or the header, and not to the application: another look is
given to one part after the other (new_look.py).
Colours are in themes.py, the size of the text in scale.py; no state is told by colour alone.
"""

import re
from functools import cache
from string import Template

from PySide6.QtCore import QLibraryInfo, Qt, QTranslator
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from app import RESOURCES
from app.devices import fonts
from app.gui import contrast, scale
from app.gui.themes import PALETTES

SHEET = RESOURCES / "styles" / "window.qss"

FAMILIES = ("Noto Sans SC", "HanaMinB")

SYSTEM = "system"
"""The theme that follows the computer's."""

# The type scale, for text of 100 %.
SIZES = {
    "key": "14px",
    "small": "15px",
    "base": "17px",
    "field": "19px",
    "large": "21px",
    "title": "25px",
    "figure": "34px",
    "brand": "40px",
    "waits": "52px",
    "huge": "84px",
}

# What each status looks like in a list: (ink, ground). The word and the icon say the same.
STATUS = {
    "unpaid": ("strong", "card"),
    "paid": ("quiet", "off_ground"),
    "zero": ("calm", "calm_ground"),
    "refer": ("caution", "caution_ground"),
    "refused": ("ink", "off_ground"),
    "declined": ("quiet", "off_ground"),
    "card": ("caution", "caution_ground"),
}

# Borders are as thin as they are, however large the text.
_MEASURE = re.compile(r"\b(\d+)px")
_LINE = 4


class _Look:
    """What was chosen, and the theme it comes to on this computer right now."""

    chosen = SYSTEM
    theme = "light"


def colour(name: str) -> QColor:
    """A colour of the theme in use by its meaning."""
    return QColor(PALETTES[_Look.theme][name])


def theme() -> str:
    """The theme in use: light, dark or contrast."""
    return _Look.theme


def chosen() -> str:
    """What was chosen: a theme, or "system" for the computer's own."""
    return _Look.chosen


@cache
def _translator() -> QTranslator:
    found = QTranslator()
    found.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return found


def font(pixels: int, *, bold: bool = False, grows: bool = True) -> QFont:
    """The program's font for whoever draws text himself; `pixels` at text of 100 %, or just so if it never `grows`."""
    return _font(scale.px(pixels) if grows else pixels, bold)


@cache
def _font(pixels: int, bold: bool) -> QFont:
    # Lists ask for it several times a line; Qt looks the families up anew for each font made.
    made = QFont()
    made.setFamilies(list(FAMILIES))
    made.setPixelSize(pixels)
    made.setBold(bold)
    return made


@cache
def load_rare_glyphs() -> None:
    """Once: load the 30 MB font of rare characters; after the first frame, since few names need it."""
    QFontDatabase.addApplicationFont(str(fonts.path("fallback")))


def load(app: QApplication) -> None:
    """Give the application its fonts and Qt's own words in Chinese."""
    for role in ("main", "bold"):
        QFontDatabase.addApplicationFont(str(fonts.path(role)))
    app.setStyle("Fusion")
    app.installTranslator(_translator())


def dress(part: QWidget) -> None:
    """Give a part of a window its look: from now on it follows every other one. Its place is taken before: a widget
    with a style sheet that is moved is polished again."""
    # Over an old style sheet Qt would polish each widget once more for every one that it lies in.
    part.setStyleSheet("")
    part.setStyleSheet(sheet())
    # It may have been made for another size of text, too: a page is made some time before it is added.
    scale.regrow(part)


def choose(app: QApplication, wanted: str, percent: int) -> None:
    """This theme ("system" for the computer's own) and size of text from now on; what is there already looks as before
    until it is dressed."""
    _Look.chosen, _Look.theme = wanted, of_the_computer(app) if wanted == SYSTEM else wanted
    scale.use(percent)
    app.setFont(font(17))
    app.setPalette(_palette())


def theme_for(*, high_contrast: bool, dark: bool) -> str:
    """The theme for a computer that is set up so."""
    if high_contrast:
        return "contrast"
    return "dark" if dark else "light"


def of_the_computer(app: QApplication) -> str:
    """The theme that follows this computer's as it is now."""
    dark = app.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return theme_for(high_contrast=contrast.is_high(), dark=dark)


def sheet() -> str:
    """The style sheet with its colours filled in, its measures grown with the text."""
    return _sheet(_Look.theme, scale.percent())


@cache
def _sheet(theme: str, _percent: int) -> str:
    words = Template(SHEET.read_text(encoding="utf-8")).substitute(PALETTES[theme], **SIZES)
    return _MEASURE.sub(lambda found: f"{_grown(int(found[1]))}px", words)


def _grown(pixels: int) -> int:
    return pixels if pixels < _LINE else scale.px(pixels)


def _palette() -> QPalette:
    made = QPalette()
    roles = QPalette.ColorRole
    pairs = (
        (roles.Window, "ground"), (roles.WindowText, "ink"), (roles.Base, "card"), (roles.AlternateBase, "ground"),
        (roles.Text, "ink"), (roles.Button, "card"), (roles.ButtonText, "ink"), (roles.Highlight, "strong"),
        (roles.HighlightedText, "on_strong"), (roles.PlaceholderText, "faint"), (roles.ToolTipBase, "card"),
        (roles.ToolTipText, "ink"), (roles.Accent, "strong"),
    )  # fmt: skip
    for role, name in pairs:
        made.setColor(role, colour(name))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, colour("off"))
    return made
