"""Runs as a child process under a virtual screen: sheets come, go and follow one another, and after each step the
screen must show what the window would draw. A window that is not painted is seen nowhere else: a picture that a widget
draws of itself is always up to date.

Argument: the point's folder. Prints the steps after which the screen showed something else.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from app.gui.application import application
from app.gui.window import Window
from tests.gui.hands import DOWN, ENTER, ESC, alt, press, write
from tests.gui.places import CLERK, PASSPHRASE, Place

F1, F7, F9, F10, F11, F12 = (getattr(Qt.Key, f"Key_F{n}") for n in (1, 7, 9, 10, 11, 12))
TRIES, PAUSE_MS = 20, 100
# Qt draws the outlines of the 84-pixel figures now and then a fraction of a pixel elsewhere than the time before, and
# their edges differ by up to 19 of 255. Where nothing else differs, these figures alone are painted once more: then the
# two pictures are the same. What was not painted differs by far more.
EDGE = 32


def main() -> int:
    """A few steps of an ordinary day."""
    app = application()
    QApplication.setCursorFlashTime(0)
    window = Window(Place(Path(sys.argv[1])).entry)
    window.setGeometry(QGuiApplication.primaryScreen().geometry())
    window.show()
    window.activateWindow()
    window.settle()
    window.sign_in(CLERK, PASSPHRASE)
    window.settle()
    steps = (
        ("a family", lambda: (write(window, "wjg"), press(window, ENTER))),
        ("why", lambda: press(window, F7)),
        ("why is gone", lambda: press(window, ESC)),
        ("what if", lambda: press(window, F12)),
        ("what if is gone", lambda: press(window, ESC)),
        ("cash", lambda: press(window, F9)),
        ("a sheet that grows", lambda: press(window, F7)),
        ("cash is gone", lambda: press(window, ESC)),
        ("colours", lambda: alt(window, Qt.Key.Key_X)),
        ("dark", lambda: press(window, DOWN)),
        ("colours are gone", lambda: press(window, ESC)),
        ("cash again", lambda: press(window, F9)),
        ("taken", lambda: press(window, ENTER)),
        ("corrections", lambda: press(window, F11)),
        ("void, from one sheet to the next", lambda: press(window, ENTER)),
        ("void is gone", lambda: press(window, ESC)),
        ("again", lambda: press(window, F10)),
        ("again is gone", lambda: press(window, ESC)),
        ("another page", lambda: alt(window, Qt.Key.Key_R)),
        ("a sheet there", lambda: alt(window, Qt.Key.Key_X)),
        ("the manual over it", lambda: press(window, F1)),
        ("the manual is gone", lambda: press(window, ESC)),
    )
    for name, step in steps:
        step()
        window.settle()
        for _ in range(TRIES):
            QTest.qWait(PAUSE_MS)
            if _painted(window):
                break
        else:
            print(name)
    window.close()
    app.processEvents()
    return 0


def _painted(window: Window) -> bool:
    screen, drawn = _both(window)
    if screen == drawn:
        return True
    figures = [each for each in window.findChildren(QLabel) if each.property("type") == "huge" and each.isVisible()]
    for figure in figures:
        place = QRect(figure.mapTo(window, QPoint()), figure.size())
        if not _alike(screen.copy(place), drawn.copy(place)):
            return False
        _blot(screen, place)
        _blot(drawn, place)
    if screen != drawn:
        return False
    for figure in figures:
        figure.update()
    QTest.qWait(PAUSE_MS)
    screen, drawn = _both(window)
    return bool(screen == drawn)


def _both(window: Window) -> list[QImage]:
    """What the screen shows, and what the window would draw."""
    pictures = QGuiApplication.primaryScreen().grabWindow(0), window.grab()
    return [each.toImage().convertToFormat(QImage.Format.Format_RGB888) for each in pictures]


def _alike(one: QImage, other: QImage) -> bool:
    return all(abs(a - b) <= EDGE for a, b in zip(one.constBits(), other.constBits(), strict=True))


def _blot(picture: QImage, place: QRect) -> None:
    with QPainter(picture) as painter:
        painter.fillRect(place, Qt.GlobalColor.black)


if __name__ == "__main__":
    sys.exit(main())
