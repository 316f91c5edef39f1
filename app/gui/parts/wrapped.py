"""Text over several lines that breaks where a person would break it: no last character alone on a line, no figure
without its unit, no clause in two.

Qt breaks Chinese between any two characters. Where it must not, this puts characters that Unicode has for it
(UAX #14: WORD JOINER, NO-BREAK SPACE); whoever asks for the text gets it as it was given.
"""

import re
from itertools import pairwise

from PySide6.QtWidgets import QLabel

JOINER, NO_BREAK = "\u2060", "\u00a0"
# So many characters at the end stay together, the full stop among them.
TAIL = 4
SHORT = 12
ASCII = "\x7f"
FIGURE = re.compile(r"(?<=\d) (?=[元人户笔张份条个岁天页组级])")
# A receipt's number, read aloud in groups.
GROUPS = re.compile(r"\d+(?: \d+){3,}")
CLAUSE = re.compile(r"（[^（）\s]{1,12}）")


class Wrapped(QLabel):
    """A label whose text may go on in a further line."""

    def __init__(self, words: str = "") -> None:
        super().__init__()
        self._words = ""
        self.setWordWrap(True)
        self.setText(words)

    def setText(self, words: str) -> None:
        """Show this text."""
        self._words = words
        super().setText(kept_together(words))

    def text(self) -> str:
        """The text as it was given."""
        return self._words


def kept_together(words: str) -> str:
    """The same text, with what belongs together joined."""
    words = GROUPS.sub(lambda found: found[0].replace(" ", NO_BREAK), words)
    words = CLAUSE.sub(lambda found: JOINER.join(found[0]), FIGURE.sub(NO_BREAK, words))
    return "\n".join(_tail(line) for line in words.split("\n"))


def _tail(line: str) -> str:
    # A path that is copied out of a sentence must be the path.
    if len(line) < SHORT or any(mark in line[-SHORT:] for mark in "/\\"):
        return line
    end = line[-TAIL:].replace(" ", NO_BREAK)
    joined = "".join(a + (JOINER if a > ASCII or b > ASCII else "") for a, b in pairwise(end))
    return line[:-TAIL] + joined + end[-1]
