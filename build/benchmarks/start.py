"""From starting the program to its first painted window, against a bare Qt window in a process of its own.

Both are whole processes, offscreen: the program opens its practice point (made beforehand) and ends after the first
frame; the bare one shows a label. So the end of the process is in both times.
"""

import os
import subprocess
import sys
from pathlib import Path

from benchmarks import people
from benchmarks.measure import Figure, compare
from benchmarks.size import Size

AIM, LIMIT = 3.0, 1.0
PROGRAM = [sys.executable, "-m", "app", "practice", "--first-frame"]
BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel

class Window(QLabel):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, QApplication.quit)

app = QApplication(sys.argv)
window = Window("村缴通")
window.resize(1280, 800)
window.show()
sys.exit(app.exec())
"""


def measure(size: Size) -> list[Figure]:
    with people.scratch() as home:
        environment = _environment(home)

        def ours(number: int) -> None:
            _run(PROGRAM, environment)

        def bare(number: int) -> None:
            _run([sys.executable, "-c", BARE], environment)

        rounds = max(7, size.rounds)
        return [
            compare(
                "启动到第一帧", ours, bare, aim=AIM, limit=LIMIT, rounds=rounds, note="参照：只有一个标签的 Qt 窗口"
            )
        ]


def _environment(home: Path) -> dict[str, str]:
    """A user whose practice point is not the developer's own."""
    own = {"HOME": str(home), "XDG_DATA_HOME": str(home / "data"), "QT_QPA_PLATFORM": "offscreen"}
    return {**os.environ, **own}


def _run(command: list[str], environment: dict[str, str]) -> None:
    done = subprocess.run(command, cwd=people.ROOT, env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"启动失败（{' '.join(command[1:])[:60]}）：{done.stderr[-500:]}")
