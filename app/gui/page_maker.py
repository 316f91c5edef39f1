"""The pages of a signed-in clerk: made when one is asked for, and before that piece by piece while nobody waits.

Making a page, dressing it and showing it at the key that asks for it would hold the window up for a tenth of a second.
"""

import sys
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from app.gui.pages.page import Page

# Loaded when first shown, or ahead (ahead.py): the first frame waits for none of them.
CLASSES = {
    "home": ("app.gui.pages.home", "HomePage"),
    "counter": ("app.gui.pages.counter", "CounterPage"),
    "day": ("app.gui.pages.day", "DayPage"),
    "hand_over": ("app.gui.pages.hand_over", "HandOverPage"),
    "roster": ("app.gui.pages.roster", "RosterPage"),
    "books": ("app.gui.pages.books", "BooksPage"),
    "reports": ("app.gui.pages.reports", "ReportsPage"),
}
# How long after the first page the others are begun, and how long between two pieces.
SETTLED_MS, PIECE_MS = 1_000, 100
# What a key asks for is done by then; the next one of somebody who types comes later.
AFTER_KEY_MS = 60


class PageMaker(QObject):
    """`make` calls a page's class, `add` puts the page made into the window; each is a turn of the event loop."""

    def __init__(self, parent: QObject, make: "Callable[[type[Page]], Page]", add: "Callable[[Page], None]") -> None:
        super().__init__(parent)
        self._make, self._add = make, add
        self.made: dict[str, Page] = {}
        self._begun: dict[str, Page] = {}
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._go_on)

    def get(self, name: str) -> "Page":
        """A page by name, made now if it is not there yet."""
        while not self.piece(name):
            pass
        return self.made[name]

    def piece(self, name: str) -> bool:
        """The next piece of a page; whether it is whole."""
        if name not in self.made and name not in self._begun:
            module, made = CLASSES[name]
            self._begun[name] = self._make(getattr(import_module(module), made))
        elif name not in self.made:
            self.made[name] = self._begun.pop(name)
            self._add(self.made[name])
        return name in self.made

    def name_of(self, page: QWidget | None) -> str | None:
        """The name of a page that was made, None of any other."""
        return next((name for name, made in self.made.items() if made is page), None)

    def ahead(self) -> None:
        """Make the others from now on."""
        self._timer.start(SETTLED_MS)

    def stop(self) -> None:
        """Make no more of them."""
        self._timer.stop()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """A key has come to the window: a piece in the same turn as what it asks for would be felt."""
        if event.type() == QEvent.Type.KeyPress and self._timer.isActive():
            self._timer.start(max(self._timer.remainingTime(), AFTER_KEY_MS))
        return False

    def _go_on(self) -> None:
        """A piece of the first page that is missing and whose code is loaded."""
        loaded = [name for name, (module, made) in CLASSES.items() if hasattr(sys.modules.get(module), made)]
        missing = [name for name in loaded if name not in self.made]
        if missing:
            self.piece(missing[0])
        if len(self.made) < len(CLASSES):
            self._timer.start(PIECE_MS)
