"""The words of the window. Chinese is what stands in the code and what a clerk reads; a catalogue can put others there.

`dev.py words` gathers every `tr(…)` into resources/words/en.ts with Qt's tools, so that pages can be looked at by
people who read no Chinese. Which catalogue is decided once, before the first word: constants are words too.
"""

import os
from functools import cache

from PySide6.QtCore import QTranslator

CATALOGUE = "CUNJIAO_WORDS"
"""The environment variable that names a compiled catalogue (.qm)."""


@cache
def _catalogue() -> QTranslator | None:
    file = os.environ.get(CATALOGUE)
    if not file:
        return None
    found = QTranslator()
    if not found.load(file):
        raise FileNotFoundError(file)
    return found


def tr(chinese: str) -> str:
    """The words of the catalogue in use, or these themselves. Placeholders stay: fill them in afterwards."""
    catalogue = _catalogue()
    return (catalogue.translate("", chinese) if catalogue else "") or chinese
