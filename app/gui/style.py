"""How the program looks: the theme in use, a type scale, the fonts, and the style sheet made from them.

The sheet belongs to the parts of a window, a page or a sheet or the header, and not to the application: another look is
given to one part after the other, and nobody waits for those that are not seen.
Colours are in themes.py, the size of the text in scale.py; no state is told by colour alone.
"""

import re
from collections.abc import Iterator
from functools import cache
from string import Template
from typing import ClassVar
from weakref import WeakSet

import shiboken6
from PySide6.QtCore import QLibraryInfo, Qt, QTranslator
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from app import RESOURCES
from app.devices import fonts
from app.gui import contrast, scale
from app.gui.in_turns import InTurns
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
    turns: InTurns | None = None
    bare: ClassVar[WeakSet[QWidget]] = WeakSet()
    """Parts without their old look that have yet to get the new one."""


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


def apply(app: QApplication, wanted: str = SYSTEM, percent: int = 100) -> None:
    """Give the application its fonts and colours, and Qt's own words in Chinese."""
    for role in ("main", "bold"):
        QFontDatabase.addApplicationFont(str(fonts.path(role)))
    app.setStyle("Fusion")
    use(app, wanted, percent)
    app.installTranslator(_translator())
    _follow_the_computer(app)


def dress(part: QWidget) -> None:
    """Give a part of a window its look: from now on it follows every other one. Its place is taken before: a widget
    with a style sheet that is moved is polished again."""
    # Over an old style sheet Qt would polish each widget once more for every one that it lies in.
    part.setStyleSheet("")
    part.setStyleSheet(sheet())
    _Look.bare.discard(part)
    # It may have been made for another size of text, too: a page is made some time before it is added.
    scale.regrow(part)


def finish(part: QWidget) -> None:
    """Somebody turns to a part that has lost its old look and would get the new one in the next turn."""
    if part in _Look.bare:
        dress(part)


def use(app: QApplication, wanted: str, percent: int) -> None:
    """Show everything in this theme ("system" for the computer's own) and size of text, at once."""
    _choose(app, wanted, percent)
    for _ in _dressing():
        pass


def change(app: QApplication, wanted: str, percent: int) -> None:
    """The same while somebody works: a part in each turn of the event loop, what is not seen in two; first the one that
    has the keyboard."""
    _choose(app, wanted, percent)
    if _Look.turns is not None:
        _Look.turns.stop()
        _Look.turns.deleteLater()
    _Look.turns = InTurns(app, _dressing())


def is_changing() -> bool:
    """Whether some parts have yet to follow."""
    return _Look.turns is not None and _Look.turns.isActive()


def _choose(app: QApplication, wanted: str, percent: int) -> None:
    _Look.chosen, _Look.theme = wanted, _of_the_computer(app) if wanted == SYSTEM else wanted
    scale.use(percent)
    app.setFont(font(17))
    app.setPalette(_palette())


def _dressing() -> Iterator[None]:
    """The parts that look as before: the one that has the keyboard, those that are seen, the others."""
    everything = QApplication.allWidgets()
    old = [each for each in everything if each in _Look.bare or each.styleSheet() not in ("", sheet())]
    for part in sorted(old, key=lambda part: (not _has_keyboard(part), not part.isVisible())):
        # Between two turns a sheet may have closed.
        if shiboken6.isValid(part) and not part.isVisible():
            _Look.bare.add(part)
            part.setStyleSheet("")
            yield
        if shiboken6.isValid(part):
            dress(part)
            yield


def _has_keyboard(part: QWidget) -> bool:
    here = QApplication.focusWidget()
    return here is not None and part.isAncestorOf(here)


def theme_for(*, high_contrast: bool, dark: bool) -> str:
    """The theme for a computer that is set up so."""
    if high_contrast:
        return "contrast"
    return "dark" if dark else "light"


def _of_the_computer(app: QApplication) -> str:
    dark = app.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return theme_for(high_contrast=contrast.is_high(), dark=dark)


@cache
def _follow_the_computer(app: QApplication) -> None:
    """Somebody may switch the computer over while the window is open."""
    app.styleHints().colorSchemeChanged.connect(lambda _scheme: _switched(app))


def _switched(app: QApplication) -> None:
    if _Look.chosen == SYSTEM and _of_the_computer(app) != _Look.theme:
        change(app, SYSTEM, scale.percent())


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
