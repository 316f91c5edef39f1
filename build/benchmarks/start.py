"""From starting the program to a usable window, against an empty Qt window, each in a process of its own, offscreen.

Usable: the sign-in page of this computer's point is painted, the passphrase field has the focus, and a key pressed
there is painted. The empty window ends with its first paint. Measured from outside, from the start of the process to
the line in which it says so; how long it takes to end is in neither time.
"""

import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks import people
from benchmarks.measure import Figure
from benchmarks.size import Size

from app.store import database

AIM, LIMIT = 2.0, 1.0
ROUNDS = 15
# What `python -m app` does on a computer with a point, and a key in the first field it paints.
OURS = """
import sys
from pathlib import Path
from app.main import open_window

def watch(window):
    from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    field = window.sign_in_page.passphrase

    class Painted(QObject):
        pressed = False

        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Paint and field.text():
                QTimer.singleShot(0, usable)
            elif event.type() == QEvent.Type.Paint and field.hasFocus() and not self.pressed:
                self.pressed = True
                key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")
                QCoreApplication.postEvent(QApplication.focusWidget(), key)
            return False

    def usable():
        print("usable", flush=True)
        QCoreApplication.quit()

    window.painted = Painted()
    field.installEventFilter(window.painted)

sys.exit(open_window(Path(sys.argv[1]), shown=watch))
"""
BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

def usable():
    print("usable", flush=True)
    QApplication.quit()

class Window(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, usable)

app = QApplication(sys.argv)
window = Window()
window.resize(1366, 768)
window.show()
sys.exit(app.exec())
"""


def measure(size: Size) -> list[Figure]:
    with people.scratch() as home:
        database.close(people.new_point(home / "point").db)
        environment = _environment(home)
        pairs = [_pair(number, home / "point", environment) for number in range(ROUNDS + 1)][1:]
        return [
            Figure(
                label="启动到能输入口令",
                note="参照：空的 Qt 窗口画出第一帧",
                ours=median(ours for ours, _ in pairs),
                reference=median(bare for _, bare in pairs),
                ratio=median(ours / bare for ours, bare in pairs),
                aim=AIM,
                limit=LIMIT,
            )
        ]


def _pair(number: int, point: Path, environment: dict[str, str]) -> tuple[float, float]:
    """Both once, one after the other; who begins changes each time."""
    if number % 2:
        ours, bare = _seconds(OURS, point, environment), _seconds(BARE, point, environment)
    else:
        bare, ours = _seconds(BARE, point, environment), _seconds(OURS, point, environment)
    return ours, bare


def _seconds(code: str, point: Path, environment: dict[str, str]) -> float:
    start = perf_counter()
    child = subprocess.Popen(
        [sys.executable, "-c", code, str(point)],
        cwd=people.ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert child.stdout is not None
    usable = child.stdout.readline()
    taken = perf_counter() - start
    _, problem = child.communicate()
    if not usable or child.returncode != 0:
        raise SystemExit(f"启动失败：{problem[-500:]}")
    return taken


def _environment(home: Path) -> dict[str, str]:
    """A user whose choices (theme, size of the text) are not the developer's own."""
    own = {"HOME": str(home), "XDG_DATA_HOME": str(home / "data"), "XDG_CONFIG_HOME": str(home / "config")}
    return {**os.environ, **own, "QT_QPA_PLATFORM": "offscreen"}
