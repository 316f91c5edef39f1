"""The whole first day at a new point, from a computer that has nothing to the first family's receipts: the keys for it,
and as a child process under a real window system, how long the program makes the clerk wait.

Argument: a folder. A village's roster lies in it, and its paths are typed letter by letter.
"""

import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.desk import demo_roster
from app.desk.desk import Desk
from app.desk.due import due
from app.desk.look_up import family
from app.desk.order import ticked_beforehand
from app.desk.receipts import of_day
from app.desk.set_up import Plan, set_up
from app.gui.application import application
from app.gui.window import Window
from app.main import beginning_of
from app.packs import library
from app.store import roster
from tests.gui.family_of_five import Hand
from tests.gui.hands import ENTER, focus, write
from tests.gui.places import MOMENT

PEOPLE = 3_000
TAB, F3, F7, F9, F10, N = (getattr(Qt.Key, f"Key_{name}") for name in ("Tab", "F3", "F7", "F9", "F10", "N"))
KEYS_A_CHARACTER = 3
"""What an input method needs for one Chinese character."""


class Clerk(Hand):
    """Counts the keys of the input method, too, and apart from the others the letters of paths: how long those are is
    not the program's doing."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.in_paths = 0

    def path(self, path: Path) -> None:
        """Where a file lies."""
        self.press(str(path))
        self.in_paths += len(str(path))

    def write(self, words: str) -> None:
        """Chinese."""
        write(self.window, words)
        self.pressed += KEYS_A_CHARACTER * len(words)

    def next_step(self) -> None:
        """Alt+N: to where the guide says the next step is done."""
        QTest.keyClick(self.window.windowHandle(), N, Qt.KeyboardModifier.AltModifier)
        self.pressed += 1
        self.window.settle()


def begin(clerk: Clerk, folder: Path) -> None:
    """Which point, which notice, who collects, and the recovery sheet."""
    clerk.press(F3)
    clerk.write("建平镇钟桥村")
    clerk.press(TAB, "341821100201", ENTER, ENTER)
    clerk.write("李会计")
    clerk.press(TAB, "lianxi86", TAB, "lianxi86", ENTER)
    part = clerk.window.beginning_page.recovery.part  # type: ignore[union-attr]
    clerk.path(folder)
    clerk.press(ENTER)
    clerk.press(part.recovery.rpartition("-")[2], ENTER)


def first_steps(clerk: Clerk, folder: Path) -> None:
    """The roster, how receipts are printed with a test page, and the day with 200 yuan of change."""
    clerk.path(folder / "mingce.xlsx")
    clerk.press(F9, F10)
    clerk.next_step()
    clerk.press(TAB)
    clerk.path(folder)
    clerk.press(F7, ENTER, ENTER)
    clerk.next_step()
    clerk.press("200", ENTER)
    clerk.next_step()


def pay(clerk: Clerk, letters: str) -> None:
    """Initials, Enter on the person, on the family, on the cash."""
    clerk.press(letters, ENTER, ENTER, ENTER)


def who_comes(desk: Desk) -> str:
    """The number of a household in which everybody can be paid for: the clerk knows who stands at the counter."""
    for number in range(1, roster.count(desk.db) + 1):
        household = due(desk, f"r{number}").resident.household
        people = family(desk, household)
        if len(people) > 1 and all(map(ticked_beforehand, people)):
            return household
    raise RuntimeError("nobody can pay")


def opened(folder: Path) -> Window:
    """The first window of a computer without a point; the point's clock stands in the season of its notice."""
    start = MOMENT - timedelta(seconds=perf_counter())

    def make(plan: Plan, passphrase: str) -> tuple[Desk, str]:
        return set_up(folder / "data", plan, passphrase, clock=lambda: start + timedelta(seconds=perf_counter()))

    window = Window(replace(beginning_of(folder / "data", home=folder / "practice"), make=make))
    window.show()
    window.activateWindow()
    window.settle()
    return window


def main() -> int:
    """Live it; prints the keys besides the paths, who has paid and the receipts written, and to stderr the seconds."""
    folder = Path(sys.argv[1])
    application()
    demo_roster.write(folder / "mingce.xlsx", PEOPLE, seed=7, policy=library.load("langxi-2024"))
    window = opened(folder)
    clerk, start = Clerk(window), perf_counter()
    begin(clerk, folder)
    first_steps(clerk, folder)
    assert window.session is not None
    asked = who_comes(window.session.desk)
    pay(clerk, asked)
    print(f"{perf_counter() - start:.1f} s", file=sys.stderr)
    receipts = list(folder.glob("341821*.pdf"))
    print(clerk.pressed - clerk.in_paths, len(of_day(window.session.desk)), len(receipts), type(focus()).__name__)
    window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
