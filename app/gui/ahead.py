"""What is needed soon is loaded while the clerk still types the passphrase and nothing else is to be done.

A page's code takes a tenth of a second to load, the fonts of the first PDF a quarter, the readings of names as much,
Qt's classes a twentieth: at the first key press for each of them the window would stand still.

Kinds of widgets are only ever made on the window's thread: PySide looks them up without Python's lock while it paints
(PYSIDE-803), and one that comes into being on another thread meanwhile may crash the program. So the worker loads what
has no widgets, and finds out in which order the rest can be loaded in pieces that nobody feels.
"""

import dis
import gc
import sys
from collections import deque
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from types import CodeType

from PySide6 import QtGui, QtWidgets
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.devices import collector
from app.gui import glyphs
from app.gui.in_turns import InTurns

GUI = "app.gui"
# In the order in which a clerk meets them; each brings what it needs. After these the fonts of the first receipt.
TO_THE_FIRST_RECEIPT = (
    "app.desk.open_point",
    "app.gui.session",
    "app.gui.paper",
    "app.gui.first_day",
    "app.gui.pages.home",
    "app.gui.pages.counter",
    "app.gui.pages.day",
    "app.gui.printing",
    "reportlab.pdfgen.canvas",
)
AFTERWARDS = (
    "app.gui.pages.hand_over",
    "app.gui.pages.roster",
    "app.gui.pages.books",
    "app.gui.pages.reports",
    "app.gui.dialogs.help",
    "app.gui.dialogs.display",
    "app.gui.dialogs.clock",
    "app.desk.confirm_clock",
    "xlsxwriter",
    "app.devices.pinyin",
    "pypinyin",
)
# Between two modules that the window's thread loads.
PAUSE_MS = 5


class Ahead:
    """`steps` are the worker's; `take_turns` has the window's thread do its part between them."""

    def __init__(self) -> None:
        self._widgets: deque[str] = deque()
        self._letters: set[str] = set()
        self._seen: set[str] = set()
        self._over = False

    def steps(self) -> Iterator[Callable[[], object]]:
        """What the worker loads, in small pieces, one after another."""
        for name in TO_THE_FIRST_RECEIPT:
            yield partial(_kept, partial(self._load, name))
        for role in ("main", "bold"):
            yield partial(_kept, partial(_font, role))
        for name in AFTERWARDS:
            yield partial(_kept, partial(self._load, name))
        self._over = True
        yield partial(_kept, _layouts)

    def _load(self, name: str) -> None:
        for needed in leaves_first(name, self._seen):
            if needed.startswith(GUI):
                self._widgets.append(needed)
                self._letters |= glyphs.characters(_code(needed))
            else:
                import_module(needed)

    def take_turns(self, window: QWidget) -> None:
        """Qt's classes first, then the modules with widgets, as the worker finds them: one in each turn; then their
        words are drawn.

        PySide makes a class when it is first asked for, and those of all widgets at once where it has to find out what
        one is that Qt has made (the area a list is painted on): at the first letter that is ever typed into the search.
        """
        classes = iter([*((QtWidgets, name) for name in dir(QtWidgets)), (QtGui, "QGradient")])
        turn = QTimer(window, interval=0)

        def take() -> None:
            module, name = next(classes, (None, ""))
            if module is not None:
                getattr(module, name)
            elif self._widgets:
                _kept(partial(import_module, self._widgets.popleft()))
            elif self._over:
                turn.stop()
                InTurns(window, glyphs.drawn(self._letters, window.devicePixelRatio()))
            else:
                turn.setInterval(PAUSE_MS)

        turn.timeout.connect(take)
        turn.start()


def leaves_first(name: str, seen: set[str]) -> Iterator[str]:
    """A module and before it the program's others that it imports as it is loaded; none that is loaded or in `seen`.

    Of a module without widgets only itself: whoever loads it may load the others with it.
    """
    if name in seen or name in sys.modules:
        return
    seen.add(name)
    if name.startswith(GUI):
        for each in _imported(_code(name)):
            if each.startswith("app."):
                yield from leaves_first(each, seen)
    yield name


def _code(name: str) -> CodeType:
    code: CodeType = find_spec(name).loader.get_code(name)  # type: ignore[union-attr]
    return code


def _imported(code: CodeType) -> Iterator[str]:
    """The modules named by the import statements outside of functions."""
    package = ""
    for instruction in dis.get_instructions(code):
        if instruction.opname == "IMPORT_NAME":
            spec = find_spec(instruction.argval) if instruction.argval.startswith("app.") else None
            package = instruction.argval if spec is not None and spec.submodule_search_locations is not None else ""
            if not package:
                yield instruction.argval
        elif instruction.opname == "IMPORT_FROM" and package:
            yield f"{package}.{instruction.argval}"


def _kept(load: Callable[[], object]) -> None:
    """What is loaded stays: looking through it for garbage again and again would hold up every thread."""
    with collector.paused():
        load()
        gc.freeze()


def _layouts() -> None:
    """The printing sheet offers all of them."""
    from app.devices import layouts

    layouts.titles()


def _font(role: str) -> None:
    from app.devices import fonts

    fonts.embedded(role)
