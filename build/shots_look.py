"""How the pictures look: shots.py's arguments for theme, text, the screen's scaling and the window's size.

    dev.py shots [FOLDER] [--theme dark] [--text 150] [--scale 2] [--size 960x540] [--only counter]

`--text` is what a clerk chooses under 显示, `--scale` what Windows calls the display's scaling; at 200 % a screen of
1920 × 1080 has room for `--size 960x540`. `--only` takes the
scenes of these names (the functions' in shots*.py).
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from app.gui.display_settings import Display
from app.gui.scale import SIZES
from app.gui.themes import THEMES


class Look(NamedTuple):
    """Where the pictures go, how they look, the window's size (None: as ever), and which scenes (none: all)."""

    folder: Path
    display: Display
    size: tuple[int, int] | None
    only: list[str]


def read(given: Sequence[str], folder: Path) -> Look:
    """What was asked for. Sets the scaling: Qt reads it at its start."""
    parser = argparse.ArgumentParser(prog="dev.py shots")
    parser.add_argument("folder", nargs="?", type=Path, default=folder)
    parser.add_argument("--manual", action="store_true")
    parser.add_argument("--theme", choices=THEMES, default="light")
    parser.add_argument("--text", type=int, choices=SIZES, default=100)
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--size", type=_size)
    parser.add_argument("--only", nargs="+", default=[])
    found = parser.parse_args(given)
    os.environ["QT_SCALE_FACTOR"] = f"{found.scale:g}"
    return Look(found.folder, Display(found.theme, found.text), found.size, found.only)


def _size(words: str) -> tuple[int, int]:
    wide, _, high = words.partition("x")
    return int(wide), int(high)
