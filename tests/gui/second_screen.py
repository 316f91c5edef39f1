"""Runs as a child process with two screens: what the second one shows while a family pays.

Argument: the point's folder.
"""

import sys
from pathlib import Path

from PySide6.QtCore import Qt

from app.gui.application import application
from app.gui.parts.facing import FacingView
from app.gui.window import Window
from tests.gui.hands import ENTER, ESC, alt, focus, press, write
from tests.gui.places import CLERK, PASSPHRASE, Place


def main() -> int:
    """Open the second screen, pay, greet the next, close with the window."""
    application()
    window = Window(Place(Path(sys.argv[1])).entry)
    window.show()
    window.sign_in(CLERK, PASSPHRASE)
    window.settle()
    counter = window.page("counter")
    alt(window, Qt.Key.Key_D)
    second = counter.facing.second
    print(second.screen().name(), second.width(), second.height(), focus().objectName())
    write(window, "wjg")
    tell(second)
    press(window, ENTER, ENTER)
    write(window, "1200")
    press(window, ENTER)
    tell(second)
    write(window, "zqy")
    tell(second)
    press(window, ESC)
    tell(second)
    window.close()
    print("closed" if counter.facing.second is None and not second.isVisible() else "open")
    return 0


def tell(second: FacingView) -> None:
    """What stands there: the words over the sum, the sum, how many people."""
    shown = second.shown
    print(shown.caption, shown.figure, len(shown.people))


if __name__ == "__main__":
    sys.exit(main())
