"""The window over a real point: opened, signed in, closed again."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from app.gui.application import application
from app.gui.window import Window
from tests.gui.places import CLERK, PASSPHRASE, Place, made_point

Points = Callable[[str, bool], Place]


@pytest.fixture(scope="session")
def points(tmp_path_factory: pytest.TempPathFactory) -> Points:
    """Points by pack and by whether the day is open, each made once."""

    @cache
    def point(pack: str, opened: bool) -> Place:
        return made_point(tmp_path_factory.mktemp(pack), pack=pack, opened=opened)

    return point


@pytest.fixture
def another(points: Points, tmp_path: Path) -> Points:
    """As `points`, each a folder of the test's own."""
    return lambda pack, opened: points(pack, opened).again_in(tmp_path / pack)


@pytest.fixture
def place(another: Points) -> Place:
    """The usual point: 郎溪, its day open."""
    return another("langxi-2024", True)


@pytest.fixture(scope="session")
def qapp() -> object:
    """The application, dressed as the program dresses it, rare glyphs included."""
    from app.gui import style

    app = application()
    style.load_rare_glyphs()
    return app


Opened = Callable[[Place], Window]


@pytest.fixture
def opened(qapp: object) -> Iterator[Opened]:
    """Opens a point's window with the clerk signed in, and closes it afterwards."""
    windows: list[Window] = []

    def open_(place: Place) -> Window:
        window = Window(place.entry)
        windows.append(window)
        window.show()
        window.sign_in(CLERK, PASSPHRASE)
        window.settle()
        return window

    yield open_
    for window in windows:
        window.close()
        window.deleteLater()
    # Hundreds of closed windows would still be dressed anew with every change of the look.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def window(place: Place, opened: Opened) -> Window:
    """The usual point's window, signed in."""
    return opened(place)


@pytest.fixture
def display() -> Iterator[str]:
    """A virtual screen on a free number."""
    if shutil.which("Xvfb") is None:
        pytest.skip("no Xvfb")
    read, write = os.pipe()
    # Xvfb looks for a free display itself and writes its number when it is ready.
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as pipe:
        number = pipe.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait()
