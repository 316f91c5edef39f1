"""What is needed soon is loaded while the clerk still types the passphrase and nothing else is to be done.

A page's code takes a tenth of a second to load, the fonts of the first PDF a quarter, the readings of names as much,
Qt's classes a twentieth: at the first key press for each of them the window would stand still.
"""

import gc
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module

from PySide6 import QtGui, QtWidgets
from PySide6.QtCore import QObject, QTimer

from app.devices import collector

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


def steps() -> Iterator[Callable[[], object]]:
    """What the worker loads, in small pieces, one after another."""
    for name in TO_THE_FIRST_RECEIPT:
        yield partial(_kept, partial(import_module, name))
    for role in ("main", "bold"):
        yield partial(_kept, partial(_font, role))
    for name in AFTERWARDS:
        yield partial(_kept, partial(import_module, name))


def _kept(load: Callable[[], object]) -> None:
    """What is loaded stays: looking through it for garbage again and again would hold up every thread."""
    with collector.paused():
        load()
        gc.freeze()


def _font(role: str) -> None:
    from app.devices import fonts

    fonts.embedded(role)


def make_classes(window: QObject) -> None:
    """Have PySide make Qt's classes on the window's thread, one in each of its turns.

    It makes a class when it is first asked for, and those of all widgets at once where it has to find out what one is
    that Qt has made (the area a list is painted on): at the first letter that is ever typed into the search.
    """
    waiting = iter([*((QtWidgets, name) for name in dir(QtWidgets)), (QtGui, "QGradient")])
    turn = QTimer(window, interval=0)

    def make_one() -> None:
        module, name = next(waiting, (None, ""))
        if module is None:
            turn.stop()
        else:
            getattr(module, name)

    turn.timeout.connect(make_one)
    turn.start()
