"""What is loaded before sign-in: everything that the first pages need, and widgets on the window's thread only."""

import subprocess
import sys
from pathlib import Path

from app.gui.ahead import leaves_first

ROOT = Path(__file__).resolve().parents[2]
STORY = """
import sys, threading
from pathlib import Path

elsewhere = set()

def heard(event, arguments):
    if event == "exec" and "app/gui/" in Path(arguments[0].co_filename).as_posix():
        if threading.current_thread() is not threading.main_thread():
            elsewhere.add(Path(arguments[0].co_filename).name)

sys.addaudithook(heard)
from PySide6.QtCore import QEventLoop, QTimer
from app.gui.application import application
from app.gui.entry import Entry
from app.gui.window import Window

application()
window = Window(Entry(("王会计",), True, None, None, "村缴通", Path(sys.argv[1])))
window.show()
wanted = {"app.gui.pages.counter", "app.gui.pages.reports", "app.gui.dialogs.help", "pypinyin", "reportlab"}
for _ in range(600):
    loop = QEventLoop()
    QTimer.singleShot(50, loop.quit)
    loop.exec()
    if wanted <= sys.modules.keys():
        break
window.close()
print(sorted(wanted - sys.modules.keys()), sorted(elsewhere - {"__init__.py"}))
"""


def test_widgets_come_into_being_on_the_windows_thread_only(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", STORY, str(tmp_path / "point")], cwd=ROOT, capture_output=True, text=True, timeout=120
    )
    assert (done.stdout.strip(), done.returncode) == ("[] []", 0), done.stderr


def test_a_module_comes_after_what_it_needs() -> None:
    """In a process that has loaded nothing."""
    code = "from app.gui.ahead import leaves_first; print(*leaves_first('app.gui.pages.counter', set()))"
    order = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True).stdout.split()
    for first, then in (
        ("app.gui.parts.flow", "app.gui.parts.person"), ("app.gui.parts.person", "app.gui.parts.counter_view"),
        ("app.desk.look_up", "app.gui.pages.counter"), ("app.gui.parts.counter_view", "app.gui.pages.counter"),
    ):  # fmt: skip
        assert order.index(first) < order.index(then), (first, then)
    assert order[-1] == "app.gui.pages.counter" and len(set(order)) == len(order)
    assert list(leaves_first("app.gui.ahead", set())) == []
