"""A story lived as a child process under a virtual screen: a real window system, not Qt's stand-in for one."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def lived(module: str, *arguments: Path, display: str, seconds: int = 120) -> str:
    """What tests.gui.`module` prints on that screen; a story that fails says why."""
    environment = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "PYTHONUTF8": "1"}
    environment.pop("WAYLAND_DISPLAY", None)
    command = [sys.executable, "-m", f"tests.gui.{module}", *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=seconds)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()
