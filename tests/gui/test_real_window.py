"""Once under a real window system: the screen shows Chinese characters, not boxes, and the keys arrive."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from app.gui.models.family import ROW_HEIGHT
from tests.gui.places import Place
from tests.gui.real_screen import lived


@pytest.mark.xvfb
def test_a_real_window_takes_a_payment_and_shows_chinese(display: str, place: Place, tmp_path: Path) -> None:
    picture = tmp_path / "screen.png"
    corner, taken = lived("real_window", place.folder, picture, display=display).splitlines()
    assert taken == "xcb ✓ 已收 1178 元，4 人"
    screen = QImage(str(picture))
    assert (screen.width(), screen.height()) == (1366, 768)
    left, top = map(int, corner.split())
    first, *others = (ink(screen, left + 56, top + ROW_HEIGHT * row) for row in range(2))
    # 李秀英 and 王小明 stand under one another at one place: as boxes they would be the same picture.
    assert first not in others
    assert all(min(name) < 90 for name in (first, *others))


@pytest.mark.xvfb
def test_the_screen_shows_what_the_window_would_draw(display: str, place: Place) -> None:
    assert lived("real_paint", place.folder, display=display) == ""


def ink(screen: QImage, left: int, top: int) -> bytes:
    """The three characters of a name as grey values."""
    return bytes(screen.copy(left, top, 64, ROW_HEIGHT).convertToFormat(QImage.Format.Format_Grayscale8).constBits())
