"""What is needed soon is loaded on the worker while the clerk still types the passphrase and nothing else waits there.

A page's code takes a tenth of a second to load, the fonts of the first PDF a quarter, the readings of names as much:
at the first key press for each of them the window would stand still.
"""

import gc
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module

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
    """Small pieces, one after another."""
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
