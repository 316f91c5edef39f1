"""What was chosen for the look: the theme and the size of the text, kept for this computer and this user.

Not in the data folder and not in the journal: it is about a screen and somebody's eyes, so it holds before there is a
point, for practice and for the real one alike, and a backup taken to another computer does not bring it along.
"""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import platformdirs
from PySide6.QtCore import QSettings

from app.gui.scale import SIZES
from app.gui.style import SYSTEM
from app.gui.themes import THEMES

THEME, TEXT = "display/theme", "display/text"


@dataclass(frozen=True)
class Display:
    """A theme ("system" for the computer's own) and the size of the text in per cent."""

    theme: str = SYSTEM
    percent: int = 100


def place() -> Path:
    """The file on this computer."""
    return Path(platformdirs.user_config_dir("cunjiao", appauthor=False)) / "display.ini"


def load(file: Path) -> Display:
    """What was kept; whatever is missing, damaged or unknown is as if nothing had been chosen."""
    kept = QSettings(str(file), QSettings.Format.IniFormat)
    theme, text = kept.value(THEME), kept.value(TEXT)
    known = (SYSTEM, *THEMES)
    percents = {str(percent): percent for percent in SIZES}
    return Display(
        theme=theme if isinstance(theme, str) and theme in known else SYSTEM,
        percent=percents.get(text, 100) if isinstance(text, str) else 100,
    )


def save(file: Path, chosen: Display) -> bool:
    """Keep it; False where the file cannot be written."""
    if _write(file, chosen):
        return True
    # Qt writes nothing into a file that it cannot read.
    with suppress(OSError):
        file.unlink()
    return _write(file, chosen)


def _write(file: Path, chosen: Display) -> bool:
    kept = QSettings(str(file), QSettings.Format.IniFormat)
    kept.setValue(THEME, chosen.theme)
    kept.setValue(TEXT, str(chosen.percent))
    kept.sync()
    return kept.status() == QSettings.Status.NoError and load(file) == chosen
