"""The application that the window runs in: dressed, told of bugs, ended when the window closes."""

import sys
from types import TracebackType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.gui import new_look
from app.gui.display_settings import Display, load, place
from app.gui.entry import Beginning, Entry
from app.gui.garbage import Garbage
from app.gui.parts.scrolled import follow_focus
from app.gui.window import Window
from app.gui.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

PLAIN = Display()
BUG = tr(
    "程序遇到没有料到的情况，刚才这一步可能没有做成；已经记下的收款都是安全的。请重新查一次再继续，并把情况告诉县里的技术人员。"
)


def application(display: Display = PLAIN) -> QApplication:
    """The Qt application, dressed; the one that runs already where there is one."""
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    if app.findChild(Garbage) is None:
        Garbage(app)
    app.setApplicationName("cunjiao")
    app.setApplicationDisplayName("")
    new_look.begin(app, display.theme, display.percent)
    follow_focus(app)
    return app


def open_window(entry: Entry | Beginning, *, shown: "Callable[[Window], None] | None" = None) -> int:
    """Show the window until it is closed; returns the exit code. `shown` is told of the window before its first turn
    of the event loop."""
    kept = place()
    app = application(load(kept))
    window = Window(entry, display=kept)
    window.resize(window.size().boundedTo(window.screen().availableSize()))
    sys.excepthook = _told(window)
    window.show()
    # Keys belong to the active window; where no window manager makes it so, it asks itself.
    window.raise_()
    window.activateWindow()
    if shown is not None:
        shown(window)
    return app.exec()


def close_after_first_frame(window: Window) -> None:
    """For `open_window`: draw the window once and close it."""
    window.grab()
    QTimer.singleShot(0, window, window.close)


def _told(window: Window) -> Any:
    """A bug ends no session: it goes to the log with its traceback, and the clerk reads a calm sentence."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        window.strip.show_sentence(BUG, "caution")

    return hook
