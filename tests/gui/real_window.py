"""Runs as a child process under a virtual screen: a real window, keys, a payment, and a PNG of the screen.

Arguments: the point's folder, the PNG.
"""

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app.gui import style
from app.gui.application import application
from app.gui.window import Window
from tests.gui.hands import ENTER, press, write
from tests.gui.places import CLERK, PASSPHRASE, Place


def main() -> int:
    """Pay for one family and take a picture of the screen itself."""
    app = application()
    style.load_rare_glyphs()
    window = Window(Place(Path(sys.argv[1])).entry)
    window.move(0, 0)
    window.show()
    window.activateWindow()
    window.settle()
    window.sign_in(CLERK, PASSPHRASE)
    window.settle()
    write(window, "wjg")
    press(window, ENTER)
    screen = QGuiApplication.primaryScreen()
    screen.grabWindow(0).save(sys.argv[2])
    family = window.page("counter").view.family
    corner = family.viewport().mapToGlobal(family.visualRect(family.model().index(1, 0)).topLeft())
    print(corner.x(), corner.y())
    press(window, ENTER, ENTER)
    print(QGuiApplication.platformName(), window.page("counter").view.taken.title.text())
    press(window, Qt.Key.Key_F3)
    window.close()
    app.processEvents()
    return 0


if __name__ == "__main__":
    sys.exit(main())
