"""A family of five pays: the keys for it, and as a child process under a real window system, how long it takes.

Argument: a folder for the point.
"""

import sys
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.gui.application import application
from app.gui.window import Window
from tests.gui.hands import ENTER
from tests.gui.places import CLERK, PASSPHRASE, PEOPLE, line, made_point

FIVE = (
    line("欧阳德胜", "19520101", 11, "0090", "欧阳德胜", "户主"),
    line("孙玉兰", "19540202", 22, "0090", "欧阳德胜", "配偶"),
    line("欧阳强", "19800303", 33, "0090", "欧阳德胜", "子"),
    line("周敏", "19820404", 44, "0090", "欧阳德胜", "儿媳"),
    line("欧阳晨", "20120505", 55, "0090", "欧阳德胜", "孙子", category="低保对象"),
)
MOST_KEYS = 12


class Hand:
    """Presses keys as the window system brings them (to the window, which finds the focus itself), and counts."""

    def __init__(self, window: Window) -> None:
        self.window, self.pressed = window, 0

    def press(self, *keys: str | Qt.Key) -> None:
        """Letters one by one, or keys."""
        for each in (letter for key in keys for letter in (key if isinstance(key, str) else (key,))):
            # A finger is up for a while: released and pressed in one millisecond is a key held down (parts/held.py).
            QTest.qWait(3)
            QTest.keyClick(self.window.windowHandle(), each)
            self.pressed += 1
            self.window.settle()


def pay(hand: Hand) -> None:
    """Three initials, Enter on the person, Enter on the family, what was handed over, Enter."""
    hand.press("oyd", ENTER, ENTER, "1600", ENTER)


def printed(folder: Path) -> list[str]:
    """The receipts that came out."""
    return sorted(each.name for each in (folder / "point" / "凭据").glob("*.pdf"))


def main() -> int:
    """Pay once; prints the platform, the keys, the receipts, and to stderr the seconds."""
    folder = Path(sys.argv[1])
    application()
    window = Window(made_point(folder, rows=(*PEOPLE, *FIVE)).entry)
    window.show()
    window.activateWindow()
    window.sign_in(CLERK, PASSPHRASE)
    window.settle()
    hand, start = Hand(window), perf_counter()
    pay(hand)
    print(f"{perf_counter() - start:.1f} s", file=sys.stderr)
    print(hand.pressed, len(printed(folder)), window.page("counter").view.taken.title.text())
    window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
