"""How the program looks: colours with a meaning, a type scale, the fonts, and the style sheet made from them.

Every pair of text and ground keeps a contrast of 4.5:1, sums 7:1 (tests/gui/test_look.py); no state is told by
colour alone.
"""

from functools import cache
from string import Template

from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from app import RESOURCES
from app.devices import fonts

SHEET = RESOURCES / "styles" / "light.qss"

FAMILIES = ("Noto Sans SC", "HanaMinB")

COLOURS = {
    "ink": "#16211f",
    "quiet": "#52605d",
    "ground": "#eef2f0",
    "card": "#ffffff",
    "line": "#cfd8d4",
    "strong": "#0a5a50",
    "strong_hover": "#084a42",
    "on_strong": "#ffffff",
    "tint": "#dcefe9",
    "chosen": "#c4e4da",
    "focus": "#c2570c",
    "practice": "#f5a524",
    "on_practice": "#2b1700",
    "real": "#0a5a50",
    "caution": "#7a3d00",
    "caution_ground": "#fff1d6",
    "calm": "#0b4f71",
    "calm_ground": "#e2f1fa",
    "good": "#0c5c36",
    "good_ground": "#dff3e6",
    "header": "#123a35",
    "on_header": "#f3faf7",
    "quiet_header": "#b9d5cd",
    "off": "#67736f",
    "off_ground": "#e3e8e6",
}

SIZES = {"small": "15px", "base": "17px", "large": "21px", "title": "25px", "figure": "34px", "huge": "84px"}

# What each status looks like in a list: (ink, ground). The word and the shape say the same.
STATUS = {
    "unpaid": ("strong", "card"),
    "paid": ("quiet", "off_ground"),
    "zero": ("calm", "calm_ground"),
    "refer": ("caution", "caution_ground"),
    "refused": ("ink", "off_ground"),
}


def colour(name: str) -> QColor:
    """A colour by its meaning."""
    return QColor(COLOURS[name])


@cache
def _translator() -> QTranslator:
    found = QTranslator()
    found.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return found


def font(pixels: int, *, bold: bool = False) -> QFont:
    """The program's font for whoever draws text himself."""
    made = QFont()
    made.setFamilies(list(FAMILIES))
    made.setPixelSize(pixels)
    made.setBold(bold)
    return made


@cache
def load_rare_glyphs() -> None:
    """Once: load the 30 MB font of rare characters; after the first frame, since few names need it."""
    QFontDatabase.addApplicationFont(str(fonts.path("fallback")))


def apply(app: QApplication) -> None:
    """Give the application its fonts, colours and style sheet, and Qt's own words in Chinese."""
    for role in ("main", "bold"):
        QFontDatabase.addApplicationFont(str(fonts.path(role)))
    app.setStyle("Fusion")
    app.setFont(font(17))
    app.setPalette(_palette())
    app.setStyleSheet(sheet())
    app.installTranslator(_translator())


def sheet() -> str:
    """The style sheet with its colours and sizes filled in."""
    return Template(SHEET.read_text(encoding="utf-8")).substitute(COLOURS, **SIZES)


def _palette() -> QPalette:
    made = QPalette()
    roles = QPalette.ColorRole
    pairs = (
        (roles.Window, "ground"), (roles.WindowText, "ink"), (roles.Base, "card"), (roles.AlternateBase, "ground"),
        (roles.Text, "ink"), (roles.Button, "card"), (roles.ButtonText, "ink"), (roles.Highlight, "strong"),
        (roles.HighlightedText, "on_strong"), (roles.PlaceholderText, "off"), (roles.ToolTipBase, "card"),
        (roles.ToolTipText, "ink"), (roles.Accent, "strong"),
    )  # fmt: skip
    for role, name in pairs:
        made.setColor(role, colour(name))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, colour("off"))
    return made
